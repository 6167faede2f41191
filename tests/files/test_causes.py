"""The right cause, place and cure of slips that were told on another line, as something else, or without a cure."""

from __future__ import annotations

import pytest

import moot.files.yaml.read as reader
from moot.errors import Diagnostic
from moot.files.case.read import read_case_text
from moot.files.folders import list_cases
from moot.files.yaml.parser import PythonParser

FIRST = list_cases()["first-argument"].read_text()
TITLE = "    title: Ames forgave a class by one notice\n"
TWO = "      - {undermine: r-keeping}\n      - {undermine: r-plate}\n"


@pytest.fixture(autouse=True, params=["usual", "python"])
def parser(request, monkeypatch):
    if request.param == "python":
        monkeypatch.setattr(reader, "_PARSER", PythonParser)


def told(was: str, becomes: str) -> tuple[list[Diagnostic], int]:
    """The errors of the case with this change, and the line where the change begins."""
    assert was in FIRST
    _, found = read_case_text(FIRST.replace(was, becomes, 1), "first-argument.yaml")
    return [each for each in found if each.severity == "error"], FIRST[: FIRST.index(was)].count("\n") + 1


def only(was: str, becomes: str) -> tuple[Diagnostic, int]:
    (problem,), row = told(was, becomes)
    return problem, row


def test_a_point_without_its_dash_is_one_problem_and_hides_no_point():
    """Every key of the second point was told as coming twice, and whatever names it as unknown: sixteen problems."""
    problem, row = only("  - id: p-bees\n", "    id: p-bees\n")
    assert (problem.code, problem.line, problem.column) == ("M018", row, 5)
    assert "write `- `" in problem.help


def test_a_key_that_really_comes_twice_is_still_told_as_that():
    problem, row = only(TITLE, TITLE + TITLE)
    assert (problem.code, problem.line) == ("M018", row + 1)
    assert problem.help == "keep one of the two"


def test_a_list_item_without_its_dash_is_told_on_its_own_line():
    problem, row = only(TWO, TWO.replace("- {undermine: r-plate}", "{undermine: r-plate}"))
    assert (problem.code, problem.line, problem.column) == ("M012", row + 1, 7)
    assert "no hyphen" in problem.message


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        ("    title Ames forgave a class\n", 5, "neither `key: value` nor part of a text"),
        ("    title:Ames forgave a class\n", 10, "no space behind it"),
    ],
)
def test_a_key_without_its_colon_or_space_is_told_on_its_own_line(line: str, column: int, says: str):
    problem, row = only(TITLE, line)
    assert (problem.code, problem.line, problem.column) == ("M012", row, column)
    assert says in problem.message


def test_an_issue_named_alone_lists_its_positions():
    problem, _ = only("urges: power.by-notice\n", "urges: power\n")
    assert problem.code == "M106"
    assert problem.help == "name one of its positions: `power.by-notice` or `power.one-by-one`"


def test_a_position_named_without_its_issue_is_found():
    problem, _ = only("urges: power.by-notice\n", "urges: by-notice\n")
    assert problem.help == "perhaps `power.by-notice`"


def test_an_attack_on_nothing_is_told_as_empty():
    problem, row = only("{undermine: r-each}", "{undermine: }")
    assert (problem.code, problem.line) == ("M107", row)
    assert "write the id" in problem.help


@pytest.mark.parametrize(
    ("word", "here"), [("precedential", "doctrinal"), ("policy", "prudential"), ("Case law", "doctrinal"), ("moral", "ethical")]
)  # fmt: skip
def test_a_form_of_argument_under_another_name_is_told_by_ours(word: str, here: str):
    problem, _ = only("modality: doctrinal", f"modality: {word}")
    assert problem.code == "M104"
    assert problem.help.startswith(f"it is called `{here}` here")


def test_not_reached_without_a_reason_asks_for_the_reason():
    problem, _ = only('pole: {not reached: "Judge Pole would affirm without coming to the slot."}', "pole: not reached")
    assert problem.code == "M103"
    assert problem.help == 'write `{not reached: "the reason"}`'


def test_a_speech_of_five_thousand_words_is_told_how_long_one_is():
    problem, _ = only(
        "    speech: >-\n      This Court has met", f"    speech: >-\n      {'word ' * 5000}\n      This Court has met"
    )
    assert problem.code == "M108"
    assert "60 to 110 words" in problem.help


def test_a_position_without_words_is_told_and_is_no_crash() -> None:
    """Stock questions were made of a case that had errors: an empty `text` ended in an IndexError."""
    errors, line = told('text: "No: an officer\'s promise beyond the law binds nobody."', 'text: ""')
    assert [problem.line for problem in errors] == [line]


@pytest.mark.parametrize(
    ("was", "becomes", "code", "down", "column", "says"),
    [
        (TITLE, "    title:\u00a0Ames forgave a class\n", "M026", 0, 11, "a no-break space stands after this colon"),
        ("  - id: p-bees\n", "  2. id: p-bees\n", "M027", 0, 3, "a list item begins with `2.`"),
        (TITLE, f"<<<<<<< HEAD\n{TITLE}=======\n{TITLE}>>>>>>> theirs\n", "M030", 0, 1, "two versions of these lines"),
        (TITLE, "    title: `Ames` forgave\n", "M017", 0, 12, "a backtick cannot begin a text"),
        (
            TITLE,
            "    title: Ames forgave\n\nIt did so: the rivers rose.\n",
            "M012",
            2,
            1,
            "goes on with the text above it",
        ),
    ],
)
def test_a_paste_was_told_on_another_line_or_as_something_else(was, becomes, code, down, column, says) -> None:
    problem, row = only(was, becomes)
    assert (problem.code, problem.line, problem.column) == (code, row + down, column)
    assert says in problem.message


def test_a_slip_that_cannot_be_got_past_was_told_twice() -> None:
    text = FIRST.replace(TITLE, "    - title\n", 1)
    _, found = read_case_text(text, "first-argument.yaml")
    assert len({(each.code, each.line, each.column) for each in found}) == len(found)


def test_a_point_without_its_title_was_told_a_line_too_low() -> None:
    short = "points:\n  petitioner:\n    home for return.late:\n      - p-slot\n        argues: textual 3; briefed\n"
    _, found = read_case_text(FIRST[: FIRST.index("points:\n")] + short, "first-argument.yaml")
    problem = next(each for each in found if each.code == "M012")
    assert (problem.line, problem.column) == (FIRST[: FIRST.index("points:\n")].count("\n") + 4, 9)
    assert "a colon is missing after `p-slot`" in problem.message


def test_a_fence_of_markdown_was_told_to_be_put_in_quotes() -> None:
    _, found = read_case_text(f"```yaml\n{FIRST}```\n", "first-argument.yaml")
    errors = [each for each in found if each.severity == "error"]
    assert [(each.code, each.line) for each in errors] == [("M017", 1), ("M017", FIRST.count("\n") + 2)]
    assert "Markdown" in errors[0].message


def test_a_colon_in_a_question_of_the_short_form_broke_all_its_answers() -> None:
    short = "points:\n  petitioner:\n    home for return.late:\n      - p-slot: The slot\n        argues: textual 3; briefed\n        questions:\n          - q-why criticism probing: You say: the slot. Why?\n            a direct: It is so.\n"
    _, found = read_case_text(FIRST[: FIRST.index("points:\n")] + short, "first-argument.yaml")
    assert [each.code for each in found if each.code in ("M013", "M012")] == ["M013"]


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (FIRST.encode("utf-16"), "M001", "the file is UTF-16 text"),
        (("\ufeff" + FIRST).encode("utf-16-be"), "M001", "the file is UTF-16 text"),
        (f"<!DOCTYPE html>\n<html>{FIRST}".encode(), "M029", "a web page (HTML)"),
    ],
)
def test_a_file_of_another_kind_was_told_as_bad_indentation_or_bytes(data: bytes, code: str, says: str) -> None:
    _, found = read_case_text(data, "first-argument.yaml")
    assert [(each.code, says in each.message) for each in found] == [(code, True)]


@pytest.mark.parametrize(
    ("was", "becomes", "cure"),
    [
        ("argued: 2026-03-10", "argued: March 10, 2026", "write 2026-03-10"),
        ("argued: 2026-03-10", "argued: 10 March 2026", "write 2026-03-10"),
        ("argued: 2026-03-10", "argued: 3/10/2026", "write 2026-03-10"),
        ("argued: 2026-03-10", "argued: 2026/3/10", "write 2026-03-10"),
        ("argued: 2026-03-10", "argued: spring 2026", "write year, month and day"),
        ("bench: fictional", "bench: [souter, scalia]", "`moot new bench`"),
        ("embodies: {notice: 1, accountability: 2}", "embodies: [notice, accountability]", "`{notice: 1, accountability: 1}`"),
        ("record: [poster, came-back]", "record: poster, came-back", "write `[poster, came-back]`"),
        ("      - {rebut: r-each}\n", "      - r-each\n", "write `{rebut: r-each}`"),
        ("    modality: textual\n", "    modality: [textual, structural]\n", "write one, without brackets, such as `textual`"),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_had_no_cure(was: str, becomes: str, cure: str) -> None:
    problem, row = only(was, becomes)
    assert problem.line == row
    assert cure in problem.help
