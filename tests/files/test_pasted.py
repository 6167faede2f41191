"""Text that YAML takes for something else, and text out of a word processor: the right cause, place and cure."""

from __future__ import annotations

import pytest

import moot.files.yaml.read as reader
from moot.files.case.read import read_case_text
from moot.files.folders import kind_of, list_cases, list_judges
from moot.files.judge.read import read_judge_text
from moot.files.yaml.parser import PythonParser
from moot.files.yaml.read import parse
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()
TITLE = "title: A sign costs less than a tow"


@pytest.fixture(autouse=True, params=["usual", "python"])
def parser(request, monkeypatch):
    if request.param == "python":
        monkeypatch.setattr(reader, "_PARSER", PythonParser)


def told(becomes: str, was: str = TITLE) -> list[tuple[str, int]]:
    """Codes, and where in the changed line each stands."""
    assert was in BASE
    text = BASE.replace(was, becomes, 1)
    _, found = read_case_text(text, "base-case.yaml")
    row = BASE[: BASE.index(was)].count("\n") + 1
    left = len(BASE[: BASE.index(was)].rpartition("\n")[2])
    return [(problem.code, problem.column - left) for problem in found if problem.line == row]


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("title: Anderson refused #1 of the reasons", 25),
        ("title: Invoice #12 is a loss", 16),
        ("title: Count # 2 of the bill", 14),
        ("title: The #MeToo case", 12),
        ("title: They paid #two", 18),
    ],
)
def test_a_hash_that_swallows_the_rest_of_a_text_is_told(title: str, column: int):
    assert told(title) == [("M024", column)]


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE}  # a short one", f"{TITLE} # a short one", f"{TITLE} ## loud", f"{TITLE}  #", f"{TITLE} #---", 'title: "Invoice #12"  # ok',
        "title: C#1 is not a comment",
    ],
)  # fmt: skip
def test_a_comment_after_a_text_draws_no_warning(title: str):
    assert told(title) == []


def test_a_comment_after_a_number_or_an_id_draws_no_warning():
    assert told("strength: 4 #strong", "strength: 4") == []
    assert told("bench: three #1", "bench: three") == []


def test_a_text_that_is_all_comment_says_so():
    text = BASE.replace(TITLE, "title: #1 reason", 1)
    _, found = read_case_text(text, "base-case.yaml")
    assert [(problem.code, "comment" in problem.help) for problem in found] == [("M107", True)]


def test_shipped_files_draw_no_such_warning():
    for path in (*list_cases().values(), *list_judges().values()):
        read = read_judge_text if path in list_judges().values() else read_case_text
        assert [
            problem for problem in read(path.read_bytes(), str(path))[1] if problem.code in ("M024", "M025", "M119")
        ] == []


def test_an_anchor_that_swallows_a_word_is_told():
    found = parse("a: {name: &Fourth Amendment, b: c}").problems
    assert [(problem.code, problem.severity, problem.column) for problem in found] == [("M025", "warning", 11)]
    assert parse("a: &x Amendment\nb: *x\n").problems == []


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: {b: 1, c: Yes: Graham}\n", "M013", 1, 17),
        ('- {id: a, text: "Yes, Graham}\n- {id: b}\n', "M015", 1, 17),
        ('a: {t: "was "in error" in two", b: c}\n', "M028", 1, 13),
        ('a: "was "in error" in two"\n', "M028", 1, 9),
        ("a: 'Smith's case'\nb: c\n", "M028", 1, 10),
        ("a: {t: 'Smith's case', b: c}\n", "M028", 1, 14),
        ("a: {t: He refused #1 of it, b: c}\nd: e\n", "M014", 1, 19),
        ("a: He refused #1 of\n  the reasons\nb: c\n", "M012", 1, 15),
        ("a: - b\nc: d\n", "M017", 1, 4),
        ("a:\n  b: c\n\u00a0\u00a0d: e\n", "M026", 3, 1),
        ("a:\n  b: c\n \u00a0d: e\n", "M026", 3, 2),
        ("a:\n  - b: c\n  • b: d\n", "M027", 3, 3),
        ("a:\n  – b: c\n  – b: d\n", "M027", 2, 3),
    ],
)  # fmt: skip
def test_the_right_cause_at_the_right_place(text: str, code: str, line: int, column: int):
    [problem] = parse(text).problems
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert problem.help


@pytest.mark.parametrize(
    "data", [b"{\\rtf1\\ansi id: x}", b"PK\x03\x04\x00\x00", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1"]
)
def test_a_file_of_a_word_processor_is_named(data: bytes):
    assert [problem.code for problem in parse(data).problems] == ["M029"]


def test_curly_quotes_around_a_text_are_told():
    assert told("title: “A sign costs less”") == [("M119", 8)]
    assert told('title: "“A sign costs less”"') == []
    text = BASE.replace("title: No one warned her", "title: “No one, not one”")
    assert any(
        "straight" in problem.help for problem in read_case_text(text, "base-case.yaml")[1] if problem.code == "M101"
    )


def test_a_list_of_bullets_is_told():
    text = BASE.replace("cites: [mullane]", "cites: • mullane", 1)
    _, found = read_case_text(text, "base-case.yaml")
    assert [problem.code for problem in found if "- " in problem.help] == ["M103"]


def test_a_byte_order_mark_before_the_format_hides_nothing(tmp_path, capsys):
    from moot.cli import main

    data = "\ufeff" + (HERE / "base-judge.yaml").read_text()
    assert kind_of(data.encode()) == "judge"
    (tmp_path / "base-judge.yaml").write_text(data)
    assert main(["check", str(tmp_path / "base-judge.yaml")]) == 0
    assert capsys.readouterr().out == "judge base-judge: VALID\n"
