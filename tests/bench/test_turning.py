"""What a vote turned on is found by judging again, and every claim of it can be checked by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

import moot
from moot.bench.conference import confer
from moot.bench.explaining.changes import ChangeKind, left_unsaid, taken_back
from moot.bench.explaining.turning import distance, side_of, turning
from moot.bench.judging.reasoning import reason
from moot.case import ConcessionKind, Guard, Heard, Manner, Side
from moot.case.heard import heard_of
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT


def conceded_case(against: int = 2):
    """Petitioner's one strong point, a question that tempts counsel to give it up, and a weaker point of respondent's."""
    gives_up = small.Concession(ConcessionKind.LAW, "the point", ("p1",))
    asked = small.question("q1", small.answer("q1.a", Manner.CONCEDE, concedes=gives_up), small.answer("q1.b"))
    return small.case(
        small.point("p1", PETITIONER, "pa", strength=5, questions=(asked,)),
        small.point("p2", PETITIONER, "pb", strength=1),
        small.point("r1", RESPONDENT, "ra", "merits.no", strength=against),
        small.point("r2", RESPONDENT, "rb", "merits.no", strength=1),
    )


def mind_of(case, heard):
    return reason(small.judge("j"), case, heard)


def test_the_concession_that_lost_a_judge_was_nowhere_named() -> None:
    case = conceded_case()
    reasoning = mind_of(case, heard_of(case, (), ("p1", "p2", "r1"), ("q1.a",)))
    told = turning(reasoning)
    assert (told.side, [hinge.issue for hinge in told.hinges]) == (RESPONDENT, ["merits"])
    first = told.turned[0]
    assert (first.change.said, first.flips) == ("q1.a", True)
    assert first.changed == (("merits", "no", "yes"),)
    assert {effect.change.said for effect in told.turned if effect.flips} == {"q1.a", "r1"}


def test_what_was_left_unsaid_and_would_have_won_the_judge_was_nowhere_named() -> None:
    case = conceded_case()
    told = turning(mind_of(case, heard_of(case, (), ("p2", "r1"), ())))
    assert [(one.change.kind, one.change.said, one.flips) for one in told.unsaid] == [(ChangeKind.SAID, "p1", True)]
    strong = conceded_case(3)
    cut = turning(mind_of(strong, heard_of(strong, ("p1",), ("p2", "r1"), ())))
    assert [(one.change.kind, one.change.said) for one in cut.unsaid if one.flips] == [(ChangeKind.FINISHED, "p1")]
    other = turning(mind_of(case, heard_of(case, (), ("p1", "p2", "r1"), ("q1.a",))))
    assert [(one.change.said, one.change.instead) for one in other.unsaid if one.flips] == [("q1.a", "q1.b")]


def test_where_no_single_thing_would_do_the_closest_is_told_with_what_is_left() -> None:
    case = conceded_case()
    told = turning(mind_of(case, heard_of(case, (), ("p1", "p2"), ())))
    assert (told.side, told.unsaid) == (PETITIONER, ())
    assert (told.closest.change.said, told.closest.distance) == ("r1", 12)
    assert told.distance == 20


def test_what_a_concession_gave_up_comes_back_with_the_answer() -> None:
    case = conceded_case()
    heard = heard_of(case, (), ("p1", "r1"), ("q1.a",))
    assert heard.conceded == {"p1"}
    back = {change.said: change.heard for change in taken_back(case, heard)}
    assert back["q1.a"] == heard_of(case, (), ("p1", "r1"), ())
    assert back["r1"].conceded == {"p1"}
    assert {change.said for change in left_unsaid(case, heard, PETITIONER)} == {"p2", "q1.a"}, (
        "what is withdrawn is not offered"
    )


def test_a_guarded_point_is_not_offered_where_it_could_not_be_said() -> None:
    guarded = small.point("p3", PETITIONER, "pa", when=(Guard("p2"),))
    case = small.case(*conceded_case().points, guarded)
    for said, offered in (((), {"p1", "p2"}), (("p2",), {"p1", "p3"})):
        assert {change.said for change in left_unsaid(case, heard_of(case, (), said, ()), PETITIONER)} == offered


def test_another_answer_keeps_nothing_that_followed_from_the_one_given() -> None:
    """A follow-up is asked because of an answer; with another answer nobody asked it."""
    later = small.question("q2")
    asked = small.question("q1", small.answer("q1.a", follow_ups=(later,)), small.answer("q1.b"))
    case = small.case(
        small.point("p1", PETITIONER, "pa", questions=(asked,)),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
    )
    heard = heard_of(case, (), ("p1",), ("q1.a", "q2.a"))
    then = {change.instead: change.heard.answers for change in left_unsaid(case, heard, PETITIONER)}
    assert then == {"q1.b": {"q1.b"}, "q2.b": {"q1.a", "q2.b"}}


@pytest.mark.parametrize("id", ["sacramento-v-lewis", "first-argument"])
def test_what_has_been_heard_is_a_function_of_what_was_said(id: str) -> None:
    """Taking something back computes concessions and retractions again; play adds them one by one."""
    case = moot.load_case(id)
    for position in moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line).positions:
        heard = position.heard
        assert heard == heard_of(case, heard.half, heard.full, heard.answers)


@pytest.fixture(scope="module", params=["sacramento-v-lewis", "first-argument"])
def ruling(request):
    case = moot.load_case(request.param)
    return confer(
        case,
        moot.load_bench(case.bench),
        moot.Round.from_line(case, moot.load_bench(case.bench), case.historical.line).position.heard,
    )


def test_every_effect_is_what_the_judge_would_have_done(ruling) -> None:
    for judge in ruling.bench.judges:
        reasoning = ruling.reasonings[judge.id]
        told = turning(reasoning)
        assert told.side is side_of(reasoning)
        on = {hinge.issue for hinge in told.hinges}
        for effect in (*told.turned, *told.unsaid):
            then = reason(judge, ruling.case, Heard(*effect.change.heard))
            assert then.vote is effect.vote
            assert effect.flips is (side_of(then) is not told.side)
            assert effect.flips or effect.changed
            for issue, before, after in effect.changed:
                assert (reasoning.findings[issue], then.findings[issue]) == (before, after)
                assert effect.flips or issue in on
        assert all(effect.change.side is not told.side for effect in told.unsaid)
        for effects in (told.turned, told.unsaid):
            assert all(one.flips >= other.flips for one, other in pairwise(effects))


def test_no_walk_to_the_other_side_is_cheaper_than_the_distance_told(ruling) -> None:
    """Every walk of the tree, worked out the plain way."""
    case = ruling.case

    def walks(node, steps=()):
        if node.disposition is not None:
            yield node.disposition, steps
            return
        for position, child in node.then:
            yield from walks(case.tree.node(child), (*steps, (node.issue, position)))

    def backed(reasoning, issue, position):
        support = reasoning.support[issue, position]
        return bool(support.best) or support.prior > 0

    for judge in ruling.bench.judges:
        reasoning = ruling.reasonings[judge.id]
        other = side_of(reasoning).other
        costs = [
            sum(
                max(1, reasoning.totals[issue, reasoning.findings[issue]] - reasoning.totals[issue, position])
                for issue, position in steps
                if position != reasoning.findings[issue]
            )
            for disposition, steps in walks(case.tree.node(case.tree.root))
            if side_of(reasoning, disposition) is other
            and all(
                position == reasoning.findings[issue] or backed(reasoning, issue, position) for issue, position in steps
            )
        ]
        away, hinges = distance(reasoning, other)
        assert away == min(costs) == sum(hinge.margin for hinge in hinges)
        assert distance(reasoning, other.other) == (0, ())


def test_a_point_conceded_away_before_it_was_argued_is_nothing_left_unsaid() -> None:
    case = conceded_case()
    heard = heard_of(case, (), ("p2", "r1"), ("q1.a",))
    assert "p1" in heard.withdrawn
    assert "p1" not in heard.full
    assert [change.said for change in left_unsaid(case, heard, PETITIONER) if change.kind is ChangeKind.SAID] == []
    assert {change.said for change in left_unsaid(case, heard, RESPONDENT)} == {"r2"}
