"""Keys of the second edition: reasons, says, why, worth, citations with signals, marks by position, decision, preliminary."""

from __future__ import annotations

from moot.case import Citation, DecisionLine, Signal, Treatment
from moot.case.fingerprint import structure_hash
from moot.files.case.read import read_case_text
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()


def edited(*changes: tuple[str, str]):
    text = BASE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return read_case_text(text, "base-case.yaml")


def test_a_citation_has_a_signal_a_pin_and_its_own_parenthetical() -> None:
    long = 'cites: [{authority: mullane, signal: but see, pin: "315", says: notice by mail to known owners}, lane-act]'
    case, found = edited(("    cites: [mullane]\n", f"    {long}\n"))
    assert found == []
    argument = case.point["p-sign"].argument
    assert argument.cites == ("mullane", "lane-act")
    assert argument.citation("mullane") == Citation("mullane", Signal.BUT_SEE, "315", "notice by mail to known owners")
    assert argument.citation("lane-act") == Citation("lane-act")
    assert not Signal.BUT_SEE.supports and Signal.SEE.supports


def test_a_citation_of_an_unknown_authority_is_found_in_the_long_form_too() -> None:
    _, found = edited(("    cites: [mullane]\n", "    cites: [{authority: mulane, signal: see}]\n"))
    assert [(problem.code, problem.help) for problem in found] == [("M202", "did you mean `mullane`?")]


def test_points_and_answers_inherit_the_marks_of_the_position_they_urge() -> None:
    position = "embodies: {notice: 3}, rule"
    case, found = edited(
        (position, "embodies: {notice: 3}, marks: {majority: {adopted: m-sign}}, rule"),
        ("    marks: {majority: {adopted: m-sign}}\n", ""),
    )
    assert found == []
    (mark,) = case.point["p-sign"].marks
    assert (mark.opinion, mark.treatment, mark.holding) == ("majority", Treatment.ADOPTED, "m-sign")


def test_an_own_mark_stands_above_the_inherited_one() -> None:
    position = "embodies: {notice: 3}, rule"
    case, found = edited((position, "embodies: {notice: 3}, marks: {majority: {not reached: No.}}, rule"))
    assert found == []
    (mark,) = case.point["p-sign"].marks
    assert mark.treatment is Treatment.ADOPTED


def test_marks_of_a_position_name_known_opinions_and_holdings() -> None:
    position = "embodies: {notice: 3}, rule"
    _, found = edited((position, "embodies: {notice: 3}, marks: {majority: {adopted: m-sing}}, rule"))
    assert [problem.code for problem in found] == ["M208"]


def test_a_plain_concurrence_that_marks_one_thing_need_not_mark_the_rest() -> None:
    """It speaks to little; a mark of it on one point had to be matched by one on every other (M309)."""
    concurrence = """  - id: added
    author: hale
    kind: concurring
    ground: A word more.
    holdings:
      - {id: a-sign, pin: "5", quote: A sign costs little., gist: It costs little.}
"""
    case, found = edited(
        ("historical:\n", concurrence + "historical:\n"),
        (
            "    marks: {majority: {adopted: m-sign}}\n",
            "    marks: {majority: {adopted: m-sign}, added: {adopted: a-sign}}\n",
        ),
    )
    assert "M309" not in [problem.code for problem in found]
    assert {mark.opinion for mark in case.point["p-sign"].marks} == {"majority", "added"}


def test_reasons_why_worth_says_and_the_decision() -> None:
    case, found = edited(
        (
            "favors: petitioner, embodies: {notice: 3}",
            "favors: petitioner, holds: that a warning was due, embodies: {notice: 3}",
        ),
        ("  - id: warning\n", "  - id: warning\n    preliminary: true\n"),
        ("historical:", "decision: [" + ", ".join(8 * ['{text: A sign was due., pin: "3"}']) + "]\nhistorical:"),
    )
    assert found == []
    assert case.issue["warning"].preliminary
    assert case.issue["warning"].positions[0].holds == "that a warning was due"
    assert case.issue["warning"].positions[0].reasons.startswith("Notice must be such")
    assert case.decision == 8 * (DecisionLine("A sign was due.", "3", "majority"),)


def test_keys_that_are_left_out_leave_the_fingerprint_as_it_was() -> None:
    case, _ = edited()
    assert structure_hash(case) == "14523fd3ece6dcc2"
