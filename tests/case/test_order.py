"""What can have been said before what, pair by pair; and how many guards may ask how much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import Guard, Side
from moot.case.problems import problems
from moot.case.problems.guards import MOST_BITS, Order
from moot.round.formats import FORMATS
from tests import support as small

FOLLOW_UP = small.question("f", small.answer("f.a"), small.answer("f.b"))
FIRST = small.question("q1", small.answer("q1.a", follow_ups=(FOLLOW_UP,)), small.answer("q1.b"))
SECOND = small.question("q2", small.answer("q2.a"), small.answer("q2.b"))
CASE = small.case(
    small.point("p1", head="pa", questions=(FIRST, SECOND)),
    small.point("p2", head="pb"),
    small.point("r1", Side.RESPONDENT, "ra", "merits.no", questions=(small.question("q3"),)),
    small.point("b1", replies_to=("ra",)),
)
THINGS = ("p1", "q1.a", "f.a", "q2.a", "p2", "r1", "b1")
# What may have been said before each, in the order of THINGS.
BEFORE = {
    "p1": {"p2"},
    "q1.a": {"p1", "p2"},
    "f.a": {"p1", "q1.a", "p2"},
    "q2.a": {"p1", "q1.a", "f.a", "p2"},
    "p2": {"p1", "q1.a", "f.a", "q2.a"},
    "r1": {"p1", "q1.a", "f.a", "q2.a", "p2"},
    "b1": {"p1", "q1.a", "f.a", "q2.a", "p2", "r1"},
}


@pytest.mark.parametrize("form", [None, *FORMATS.values()], ids=lambda form: form.id if form else "none")
def test_what_can_have_been_said_before_what(form) -> None:
    """Points of one turn come in any order; a side's opening comes before the other's, and replies last."""
    order = Order(CASE if form is None else replace(CASE, form=form))
    found = {other: {id for id in THINGS if order.before(id, other)} for other in THINGS}
    # The second of two speakers argues the second head.
    earlier = {"p2"} if form is None or form.speakers(Side.PETITIONER) == 1 else set()
    assert found == {
        id: said if id in {"r1", "b1"} else said - {"p2"} | (said & earlier) for id, said in BEFORE.items()
    }


def test_only_what_leads_to_a_thing_has_always_been_said_before_it() -> None:
    order = Order(CASE)
    always = {(id, other) for id in THINGS for other in THINGS if order.always(id, other)}
    assert always == {("p1", "q1.a"), ("p1", "f.a"), ("p1", "q2.a"), ("q1.a", "f.a")}
    assert order.point_of("f.a").id == "p1"


def test_answers_to_one_question_part_and_those_to_two_do_not() -> None:
    order = Order(CASE)
    for one, other, apart in (
        ("q1.a", "q1.b", True),
        ("q1.b", "f.a", True),
        ("f.a", "f.b", True),
        ("q1.a", "f.a", False),
        ("q1.a", "q2.a", False),
        ("q1.a", "q1.a", False),
        ("p1", "q1.a", False),
        ("p1", "p2", False),
    ):
        assert order.parted(one, other) is order.parted(other, one) is apart, (one, other)
    assert not order.before("q1.b", "f.a"), "who answered otherwise was never asked the follow-up"
    assert order.before("q1.b", "q2.a")
    assert not order.before("q2.a", "q1.a"), "questions under a point come in the order of the file"


def codes(case) -> list[str]:
    return [problem.code for problem in problems(case) if problem.code in {"M416", "M417", "M418", "M421", "M422"}]


def guarded(*guards: Guard, of: str = "f.a"):
    """The case with guards on one answer."""
    case = CASE

    def walk(question):
        answers = tuple(
            replace(
                answer,
                when=guards if answer.id == of else answer.when,
                follow_ups=tuple(walk(each) for each in answer.follow_ups),
            )
            for answer in question.answers
        )
        return replace(question, answers=answers)

    points = tuple(replace(point, questions=tuple(walk(each) for each in point.questions)) for point in case.points)
    return replace(case, points=points)


def said(id: str) -> Guard:
    return Guard(id, wanted=True)


def unsaid(id: str) -> Guard:
    return Guard(id, wanted=False)


@pytest.mark.parametrize(
    ("guards", "found"),
    [
        ((said("p2"),), []),
        ((unsaid("p2"),), []),
        ((said("r1"),), ["M416"]),  # comes later
        ((unsaid("r1"),), ["M418"]),  # so this is always met
        ((said("q1.a"),), ["M418"]),  # leads to it
        ((unsaid("q1.a"),), ["M416"]),
        ((said("q1.b"),), ["M416"]),  # the other answer
        ((said("p2"), unsaid("p2")), ["M416"]),
    ],
)
def test_a_guard_is_refused_that_is_never_met_and_one_that_always_is_is_told_of(guards, found) -> None:
    assert codes(guarded(*guards)) == found


def test_two_answers_to_one_question_are_never_both_given() -> None:
    case = guarded(said("q1.a"), said("q1.b"), of="q2.a")
    assert codes(case) == ["M416"]
    assert codes(guarded(said("q1.a"), said("f.a"), of="q2.a")) == []
    assert codes(guarded(said("q1.a"), unsaid("q1.b"), of="q2.a")) == []


def test_what_is_taken_back_or_contradicted_must_be_able_to_come_first() -> None:
    for more, found in (
        ({"retracts": ("q2.a",)}, ["M422"]),
        ({"contradicts": ("q2.a",)}, ["M422"]),
        ({"retracts": ("p2",)}, []),
    ):
        first = replace(FIRST, answers=(replace(FIRST.answers[0], **more), FIRST.answers[1]))
        points = (replace(CASE.points[0], questions=(first, SECOND)), *CASE.points[1:])
        assert codes(replace(CASE, points=points)) == found
        theirs = replace(FIRST.answers[0], contradicts=("r1",))
        points = (
            replace(CASE.points[0], questions=(replace(FIRST, answers=(theirs, FIRST.answers[1])), SECOND)),
            *CASE.points[1:],
        )
        assert codes(replace(CASE, points=points)) == [], "what the other side says is not asked about"


@pytest.mark.parametrize("many", [MOST_BITS, MOST_BITS + 1])
def test_guards_may_ask_about_six_things_a_side_may_have_said(many: int) -> None:
    """Things said under another point; what is said under the same point is forgotten with it."""
    asked = tuple(small.question(f"a{n}", small.answer(f"a{n}.a"), small.answer(f"a{n}.b")) for n in range(many))
    reads = small.question(
        "z",
        small.answer("z.free"),
        *(small.answer(f"z.{n}", when=(said(f"a{n}.a"),)) for n in range(many)),
        small.answer("z.own", when=(said("y.a"),)),
    )
    here = small.question("y", small.answer("y.a"), small.answer("y.b"))
    case = small.case(
        small.point("p1", head="pa", questions=asked),
        small.point("p2", head="pb", questions=(here, reads)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        small.point("r2", Side.RESPONDENT, "rb", "merits.no"),
    )
    assert codes(case) == (["M417"] if many > MOST_BITS else [])
