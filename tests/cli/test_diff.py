"""`moot diff`: what a change to a case has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from moot.cli import main
from moot.files.folders import list_cases
from moot.files.records import read_record, records


@pytest.fixture
def edited(tmp_path):
    """Writes the shipped case with some texts replaced, each found just once or every time."""
    shipped = list_cases()["first-argument"]
    shutil.copy(shipped.parent / "first-argument.opinion.txt", tmp_path)

    def write(*swaps: tuple[str, str]) -> str:
        text = shipped.read_text()
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new, 1)
        path = Path(tmp_path / "edited.yaml")
        path.write_text(text)
        return str(path)

    return write


BEES = ("urges: power.by-notice\n    strength: 4", "urges: power.by-notice\n    strength: 1")
SLOT = ("urges: return.at-the-slot\n    strength: 3", "urges: return.at-the-slot\n    strength: 5")


def diff(capsys, *words: str) -> tuple[int, str]:
    code = main(["diff", "first-argument", *words])
    return code, capsys.readouterr().out


def test_a_case_does_not_differ_from_itself(capsys, saves, edited) -> None:
    code, out = diff(capsys, edited())
    assert code == 0
    assert "What differs in the file\n  nothing\n" in out
    assert "PROVED, as before" in out
    assert "What judges can be brought to\n  as before\n" in out
    assert "stands, with the same ruling: reversed, 2 to 1" in out


def test_a_changed_strength_is_named_with_what_it_does_to_the_ruling(capsys, saves, edited) -> None:
    code, out = diff(capsys, edited(BEES), "--no-proof")
    assert code == 0
    assert "changed point `p-bees`: strength: 4, now 1" in out
    assert "Winifred Sorrel votes affirmed, before reversed" in out


def test_words_alone_are_told_apart_from_meaning(capsys, saves, edited) -> None:
    code, out = diff(capsys, edited(("title: Ames forgave a class by one notice", "title: Ames forgave many at once")))
    assert code == 0
    assert "only reworded, or notes that no rule reads: point `p-bees` (title)" in out
    assert "changed point" not in out


def test_the_record_of_a_demo_still_fits_a_case_whose_strengths_were_changed(capsys, saves, edited) -> None:
    """The record of a demo kept no words, and every one was refused as made by an older version of moot."""
    assert main(["demo", "first-argument"]) == 0
    assert any(read_record(records()[0]).words)
    capsys.readouterr()
    code, out = diff(capsys, edited(BEES, SLOT), "--no-proof")
    assert code == 0
    assert "1 record of first-argument is kept; 1 fits the new case" in out
    assert "another ruling: reversed, 2 to 1" in out


def test_a_record_that_no_longer_fits_is_named_with_its_move_and_the_exit_code_is_1(capsys, saves, edited) -> None:
    assert main(["demo", "first-argument"]) == 0
    capsys.readouterr()
    text = (
        Path(edited())
        .read_text()
        .replace(
            "id: p-night\n    side: petitioner\n    head: home", "id: p-night\n    side: petitioner\n    head: forgiven"
        )
    )
    path = Path(edited())
    path.write_text(text)
    before = records()[0].read_bytes()
    code = main(["diff", "first-argument", str(path), "--no-proof", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert code == 1
    assert told["worse"] == ["The historical line", "Records"]
    assert [record["fits"] for record in told["records"]] == [False]
    assert "no longer stands" in told["records"][0]["why"]
    assert {"what": "point", "id": "p-night", "how": "changed", "details": ["head: home, now forgiven"]} in told[
        "changes"
    ]
    assert records()[0].read_bytes() == before, "to compare changes no record"


def test_a_position_taken_out_of_reach_is_named_with_the_judges(capsys, saves, edited) -> None:
    """An issue on which nothing is urged for a position leaves it to those whose principles carry it."""
    path = Path(edited())
    path.write_text(path.read_text().replace("urges: power.by-notice", "urges: power.one-by-one"))
    code, out = diff(capsys, str(path))
    assert code == 0
    assert "`power.by-notice` is now out of reach for Winifred Sorrel, Avery Pole" in out


def test_a_question_with_another_id_was_told_as_added_and_removed() -> None:
    """With it went its answers, and whatever attacked, guarded or was marked by them was told as changed."""
    from moot.case.difference import differences
    from moot.files.case.read import read_case_text
    from tests.files.pages import HERE

    text = (HERE / "base-case.yaml").read_text(encoding="utf-8")
    one, _ = read_case_text(text, "base-case.yaml")
    other, _ = read_case_text(
        text.replace("q-everywhere", "q-every-lane").replace("r-act", "r-public").replace("id: statute", "id: code").replace("head: statute", "head: code").replace("[statute]", "[code]"),
        "base-case.yaml",
    )  # fmt: skip
    assert one is not None
    assert other is not None
    found = differences(one, other)
    assert {each.how for each in found} == {"renamed"}
    assert ("question", "q-every-lane", ("it was `q-everywhere`",)) in [(e.what, e.id, e.details) for e in found]
    assert ("point", "r-public", ("it was `r-act`",)) in [(e.what, e.id, e.details) for e in found]
    assert ("head", "code", ("it was `statute`",)) in [(e.what, e.id, e.details) for e in found]


def test_a_point_that_the_case_says_was_renamed_was_told_as_added_and_removed_where_it_was_reworded_too() -> None:
    from moot.case.difference import differences, renamed
    from moot.files.case.read import read_case_text
    from tests.files.pages import HERE

    text = (HERE / "base-case.yaml").read_text(encoding="utf-8")
    one, _ = read_case_text(text, "base-case.yaml")
    assert one is not None
    speech = next(point.speech for point in one.points if point.id == "r-act").split()[0]
    body = text.replace("r-act", "r-public").replace(f"speech: {speech}", f"speech: Today {speech}")
    other, found = read_case_text(f"{body}\nrenamed_from: [{{id: r-public, was: r-act}}]\n", "base-case.yaml")
    assert other is not None, found
    assert other.point["r-public"].speech != one.point["r-act"].speech
    told = [(each.what, each.id, each.how) for each in differences(one, other)]
    assert ("point", "r-public", "renamed") in told
    assert {how for what, _, how in told if what == "point"} == {"renamed", "reworded"}
    assert renamed(one, other) == {"r-act": "r-public"}
