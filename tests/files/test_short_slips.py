"""One slip in the short form is told once, at its place, with its cause and its cure."""

from __future__ import annotations

import pytest

from moot.files.case.read import read_case_text
from tests.docs.guide import blocks

BASE = "".join(text for language, _, text in blocks() if language == "yaml").replace(
    "    text: old-oak.opinion.txt\n", ""
)


def told(was: str, becomes: str) -> list[tuple[str, int, str]]:
    """Each error: its code, how many lines below the change it stands, and what it says."""
    assert was in BASE
    _, found = read_case_text(BASE.replace(was, becomes, 1), "old-oak.yaml")
    row = BASE[: BASE.index(was)].count("\n") + 1
    return [(each.code, each.line - row, f"{each.message} ({each.help})") for each in found if each.severity == "error"]


def test_the_case_that_is_broken_here_is_whole() -> None:
    assert told("a deflect", "a deflect") == [] if "a deflect" in BASE else told("Weir", "Weir") == []


@pytest.mark.parametrize(
    ("was", "becomes", "code", "says"),
    [
        ("argues: textual 3; cites road-act", "argues: textual 3; cite road-act", "M131", "did you mean `cites`?"),
        ("argues: textual 3; cites road-act", "argues: precedential 3; cites road-act", "M131", "did you mean `doctrinal`?"),
        ("argues: textual 3; cites road-act", "argues: textual 3, cites road-act, briefed", "M131", "put a semicolon before `cites` and `briefed`"),
        ("argues: textual 3; cites road-act", "argues: textual strong; cites road-act", "M131", "write the strength, 1 to 5"),
        ("argues: textual 3; cites road-act", "argues: textual 3; doctrinal 2; cites road-act", "M131", "an argument has one modality"),
        ("a distinguish: That wall", "a: That wall", "M131", "the answer `a` does not say its manner"),
        ("b concede: Lund", "b concedes: Lund", "M131", "no answer `b` stands above `b concedes` (if `concede` is its manner"),
        ("b concede: Lund", "b admit: Lund", "M131", "`admit` is not the manner of an answer (write one of: direct, concede"),
        ("b concede: Lund", "B concede: Lund", "M131", "`B` cannot be one (perhaps `b`"),
        ("b concede: Lund", "b) concede: Lund", "M131", "`b)` cannot be one (perhaps `b`"),
        ("q-wall criticism probing", "q-wall critical probing", "M131", "`critical` is not the purpose of a question (did you mean `criticism`?"),
        ("q-wall criticism probing", "q-wall criticism", "M131", "the question `q-wall` does not say its tone"),
        ("q-wall criticism probing", "q-wall criticism, probing", "M131", "a comma stands before `probing`"),
        ("told petitioner:", "told appellant:", "M131", "`appellant` is not the side of a position"),
        ("warning law:", "warning fact:", "M131", "`fact` is not the kind of an issue"),
        ("then: danger", "then: dangr", "M301", "did you mean `danger`?"),
        ("then: reversed", "then: reverse", "M301", "`reverse` is neither an issue nor a disposition (did you mean `reversed`?"),
        ("then: reversed", "then: remanded to the trial court", "M301", "nearest to it is `vacated and remanded`"),
        ("embodies: notice 2, individual-rights 1", "embodies: notice, individual-rights 1", "M131", "the principle `notice` has no weight"),
        ("embodies: notice 2, individual-rights 1", "embodies: notice 2; individual-rights 1", "M131", "put commas between the principles"),
        ("scene: turns wait minutes", "scene: turn wait minutes", "M131", "did you mean `turns`?"),
        ("  petitioner:\n    time for", "  appellant:\n    time for", "M131", "under `points` stands `appellant`"),
    ],
)  # fmt: skip
def test_a_slip_was_told_several_times_or_as_something_else(was: str, becomes: str, code: str, says: str) -> None:
    """A misspelled purpose gave six errors, an unknown side five, a second modality none at all."""
    ((found, below, message),) = told(was, becomes)
    assert (found, below) == (code, 0)
    assert says in message


def test_a_position_that_leads_nowhere_was_told_at_another_position() -> None:
    ((code, below, says),) = told(
        '- not-yet petitioner: "No, four days went by."\n        then: reversed\n',
        '- not-yet petitioner: "No, four days went by."\n',
    )
    assert (code, below) == ("M302", 0)
    assert "`not-yet` does not say where it leads" in says


def test_a_tree_beside_then_was_told_as_four_unknown_keys() -> None:
    found = told(
        "heads:\n",
        "tree: {warning: {told: danger, not-told: affirmed}, danger: {not-yet: reversed, falling: affirmed}}\nheads:\n",
    )
    assert [code for code, _, _ in found] == ["M131"]
    assert "keep one of the two" in found[0][2]


def test_what_is_said_of_an_answer_above_it_is_told_once() -> None:
    ((code, below, says),) = told(
        "            a distinguish: That wall", "            b why: It is early.\n            a distinguish: That wall"
    )
    assert (code, below) == ("M131", 0)
    assert "no answer `b` stands above" in says


def test_a_clause_that_stands_twice_lost_its_first_half() -> None:
    """`cites marsh; cites lund` cited Lund alone, without a word."""
    text = BASE.replace("cites marsh;", "cites marsh; cites lund;")
    case, _ = read_case_text(text, "old-oak.yaml")
    assert case is not None
    assert next(point for point in case.points if point.id == "p-marsh").argument.cites == ("marsh", "lund")
