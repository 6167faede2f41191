"""The fingerprint of a case is written into records: what it counts, how, and that it stays what it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import Costs, Head, OpinionKind, Side
from moot.case.fingerprint import prose_hash, same_case, spoken_ticks, structure_hash
from moot.case.must import CanWin
from moot.case.opinion import DecisionLine, Holding, RealOpinion
from tests import support as small

CASE = small.case()
POINT, QUESTION = CASE.points[0], CASE.points[0].questions[0]


def test_the_fingerprint_of_a_case_stays_what_it_was() -> None:
    """A record holds it: with another one every record kept would be taken for one of an edited case."""
    assert (structure_hash(CASE), prose_hash(CASE)) == ("e62e9a5cc52a0699", "cafb654489df316d")
    free = replace(CASE, costs=Costs())
    assert (structure_hash(free), prose_hash(free)) == ("9434ef9eb1fcdb22", "cafb654489df316d")


def question(**more):
    return replace(CASE, points=(replace(POINT, questions=(replace(QUESTION, **more),)), *CASE.points[1:]))


def answer(**more):
    return question(answers=(replace(QUESTION.answers[0], **more), *QUESTION.answers[1:]))


@pytest.mark.parametrize(
    ("new", "structure", "prose"),
    [
        (replace(CASE, version=9), False, False),
        (replace(CASE, renamed_from=(("p1", "p0"),)), False, False),
        (replace(CASE, hints=(("roadmap", "Be brief."),)), False, True),
        (replace(CASE, must=(CanWin(Side.PETITIONER, 2),)), False, True),
        (replace(CASE, decision=(DecisionLine("It holds.", "4", "m"),)), False, True),
        (replace(CASE, below=replace(CASE.below, summary="Other.")), False, True),
        (replace(CASE, below=replace(CASE.below, application=True)), False, True),
        (replace(CASE, heads=CASE.heads[::-1]), True, True),
        (replace(CASE, heads=(replace(CASE.heads[0], speaker=2), *CASE.heads[1:])), True, False),
        (replace(CASE, heads=(*CASE.heads, Head("pz", Side.PETITIONER, "More"))), True, True),
        (replace(CASE, costs=replace(CASE.costs, roadmap=3)), True, False),
        (question(text="Otherwise?"), False, True),
        (question(stock="rule"), True, True),
        (question(returns_to=("q2.a",)), True, False),
        (answer(overclaims=True), True, False),
        (answer(worth=0), True, False),
        (answer(why="It is so."), False, True),
        (answer(right=True), True, False),
        (answer(right=False), False, False),  # a wrong entry was once neither right nor wrong
    ],
)  # fmt: skip
def test_what_each_change_does_to_structure_and_words(new, structure, prose) -> None:
    assert (structure_hash(new) != structure_hash(CASE), prose_hash(new) != prose_hash(CASE)) == (structure, prose)
    assert same_case(CASE, new) is not (structure or prose)


def test_one_case_is_itself_and_no_other_of_the_same_content() -> None:
    assert same_case(CASE, CASE)
    assert same_case(CASE, replace(CASE))
    assert not same_case(CASE, replace(CASE, id="other"))


def test_two_parts_run_together_are_not_one() -> None:
    opinion = RealOpinion("m", "hale", OpinionKind.COURT, ("a", "b"), "", (Holding("h", "1", "", "x"),))
    one, other = (replace(CASE, opinions=(replace(opinion, joined=each),)) for each in (("ab", "c"), ("a", "bc")))
    assert prose_hash(one) != prose_hash(other)


@pytest.mark.parametrize(
    ("words", "ticks"), [(1, "1"), (37, "1"), (38, "2"), (75, "2"), (76, "3"), (150, "4"), (0, "")]
)
def test_words_are_ticks_at_a_hundred_and_fifty_a_minute(words: int, ticks: str) -> None:
    text = "word " * words
    free = Costs()
    assert spoken_ticks(replace(POINT, speech=text), free) == ticks
    assert spoken_ticks(replace(QUESTION, text=text), free) == ticks
    assert spoken_ticks(replace(QUESTION.answers[0], text=text), free) == ticks


def test_what_gives_its_cost_or_shares_one_has_no_time_by_its_words() -> None:
    answer = QUESTION.answers[0]
    for value, common in ((POINT, Costs(point=1)), (QUESTION, Costs(ask=1)), (answer, Costs(answer=1))):
        assert spoken_ticks(value, Costs()) == "1"
        assert spoken_ticks(replace(value, ticks=3), Costs()) == ""
        assert spoken_ticks(value, common) == ""
        others = replace(
            Costs(point=1, ask=1, answer=1),
            **{name: None for name in ("point", "ask", "answer") if getattr(common, name)},
        )
        assert spoken_ticks(value, others) == "1"
    assert spoken_ticks(CASE.heads[0], Costs()) == ""
