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
