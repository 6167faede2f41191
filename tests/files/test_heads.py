"""What the head of a file says is what the whole file says, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.files.case.read import read_case_text
from moot.files.folders import list_benches, list_cases, list_judges
from moot.files.heads import ids_of, read_head

BASE = (Path(__file__).parent / "base-case.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("id", list_cases())
def test_the_head_of_every_shipped_case_says_what_the_case_says(id: str) -> None:
    case = moot.load_case(id)
    head = read_head(list_cases()[id], "case", ("id", "caption", "bench", "argument", "real"), ("citation",))
    assert head == {
        "id": case.id,
        "caption": case.caption,
        "bench": case.bench,
        "argument": case.argument,
        "real": str(case.real).lower(),
        "citation": case.citation,
    }


def test_the_head_of_every_shipped_judge_and_bench_says_what_the_file_says() -> None:
    for id, path in list_judges().items():
        judge = moot.load_judge(id)
        head = read_head(path, "judge", ("name", "title", "seniority"), ("chief",))
        assert head is not None
        assert (head["name"], head["title"], int(head["seniority"])) == (judge.name, judge.title, judge.seniority)
        assert (head["chief"] == "true") == judge.chief
    for id, path in list_benches().items():
        bench = moot.load_bench(id)
        head = read_head(path, "bench", ("title", "judges"))
        assert head["title"] == bench.title
        assert sorted(ids_of(head["judges"])) == sorted(judge.id for judge in bench.judges)


VALUES = st.one_of(
    st.sampled_from(
        [
            "A v. B",
            "'A v. B'",
            '"A v. B"',
            '"A\\tv. B"',
            "'It''s A v. B'",
            "A v. B # a comment",
            "A v. B#1",
            "A v.\n  B",
            '"A v.\n  B"',
            ">-\n  A v. B",
            "|\n  A v. B",
            "&one A v. B",
            "*one",
            "!!str A",
            "[A, B]",
            "{A: B}",
            "null",
            "~",
            "",
            "A: B",
            "A v. B:",
            "A v. B\ncaption: C v. D",
            "A\tv.  B",
            "A v. B\r",
            "- A",
            "A v. B\nfoo: [\ncaption: C v. D]",
            "A v. B\nfoo: {\ncaption: C v. D\n}",
            "yes",
            "3.10",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12),
)


@settings(deadline=None, max_examples=60)
@given(VALUES)
def test_a_head_never_says_what_the_file_does_not(tmp_path_factory, value: str) -> None:
    lines = BASE.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("caption:"))
    text = "\n".join([*lines[:at], f"caption: {value}", *lines[at + 1 :]])
    path = tmp_path_factory.mktemp("heads") / "base-case.yaml"
    path.write_bytes(text.encode())
    head = read_head(path, "case", ("caption",))
    case, _ = read_case_text(text.encode(), str(path))
    if head is not None and case is not None:
        assert head["caption"] == case.caption


def test_what_cannot_be_read_has_no_head(tmp_path) -> None:
    path = tmp_path / "a.yaml"
    assert read_head(path, "case", ("id",)) is None
    assert read_head(tmp_path, "case", ("id",)) is None
    path.write_bytes(b"\xff\xfe")
    assert read_head(path, "case", ("id",)) is None
    path.write_text("format: moot-judge/1\nid: a\n")
    assert read_head(path, "case", ("id",)) is None
    path.write_text("format: moot-case/1\nid: a\n")
    assert read_head(path, "case", ("id",), ("citation",)) == {"id": "a", "citation": ""}
    path.write_text("format: moot-case/1\n" + "# word\n" * 9000 + "id: a\n")
    assert read_head(path, "case", ("id",)) is None


def test_a_case_whose_head_is_written_otherwise_is_listed_all_the_same(tmp_path, monkeypatch, capsys) -> None:
    from moot.cli import main

    monkeypatch.setenv("MOOT_CASES", str(tmp_path))
    caption = next(line for line in BASE.splitlines() if line.startswith("caption:")).partition(": ")[2]
    folded = BASE.replace(f"caption: {caption}", f"caption: >-\n  {caption}", 1)
    assert folded != BASE
    (tmp_path / "base-case.yaml").write_text(folded, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("format: moot-case/1\nid: broken\n", encoding="utf-8")
    assert main(["list", "cases"]) == 0
    out = capsys.readouterr().out
    assert caption in out
    assert "error[M1" in out
