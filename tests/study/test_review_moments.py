"""Missed chances, the turning point, and what holds of the review of any sitting."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.case import Argument, Attack, Attacking, Manner, Modality, Side
from moot.round import moves
from moot.study.review import Effort, MoveClass, review
from moot.study.review.classes import classify
from moot.study.review.missed import missed_chances
from moot.study.review.turning import turning_point
from moot.testing import benches, cases, segmented
from tests.support import PETITIONER, RESPONDENT, answer, bench, case, judge, point, question, ref


def _faulty(**more: object) -> moot.Case:
    """Respondent may answer with a fault; petitioner has one reply that meets the point, and one that meets nothing."""
    argument = Argument("r1-q.b", RESPONDENT, Modality.DOCTRINAL, (ref("merits.no"),), 2)
    asked = question("r1-q", answer("r1-q.a"), answer("r1-q.b", Manner.DIRECT, argument=argument, **more))
    return case(
        point("p1", PETITIONER, "pa"),
        point("r1", RESPONDENT, "ra", "merits.no", questions=(asked,)),
        point("r2", RESPONDENT, "rb", "merits.no"),
        point("b1", PETITIONER, attacks=(Attack(Attacking.UNDERMINE, "r1"),), replies_to=("r1",)),
        point("b2", PETITIONER, replies_to=("r2",)),
    )


JUDGES = bench(judge("one", chief=True), judge("two", 2), judge("three", 3))


def _argued(case: moot.Case, given: str, *reply: str) -> moot.Round:
    """The sitting in which respondent gives this answer and petitioner replies with these points."""
    round = moot.Round(case, JUDGES, format="quick")
    wanted = {"p1", "r1", "r2", *reply}
    while round.turn is not None:
        legal = list(round.legal)
        asks = [move for move in legal if isinstance(move, moves.Ask)]
        points = [move for move in legal if isinstance(move, moves.Plead) and move.point in wanted]
        maps = [move for move in legal if isinstance(move, moves.Roadmap)]
        answers = [move for move in legal if str(move) == f"answer {given}"]
        resume = [move for move in legal if isinstance(move, moves.Resume)]
        turns = [move for move in legal if isinstance(move, moves.Turn)]
        round.push(next(iter([*asks, *answers, *maps[-1:], *resume, *points, *turns, legal[-1]])))
    return round


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"outside": ("gossip",)}, "outside the record"),
        ({"overclaims": True}, "more than the source gives"),
        ({"contradicts": ("r1",)}, "contradicted"),
    ],
)
def test_a_fault_of_the_other_side_that_was_left_alone_is_a_missed_chance(fault, says) -> None:
    case = _faulty(**fault)
    (found,) = missed_chances(_argued(case, "r1-q.b", "b2"), PETITIONER)
    assert (found.said, found.reply) == ("r1-q.b", "b1")
    assert says in found.fault
    # Met, it is no chance missed; without the fault there was none; and it is not respondent's.
    assert missed_chances(_argued(case, "r1-q.b", "b1"), PETITIONER) == ()
    assert missed_chances(_argued(case, "r1-q.a", "b2"), PETITIONER) == ()
    assert missed_chances(_argued(case, "r1-q.b", "b2"), RESPONDENT) == ()


def test_a_fault_that_nothing_could_have_met_is_no_missed_chance() -> None:
    whole = _faulty(outside=("gossip",))
    round = _argued(whole, "r1-q.b")
    assert missed_chances(round, PETITIONER)
    while round.line[-1] != moves.GiveAnswer("r1-q.b"):
        round.pop()
    assert missed_chances(round, PETITIONER) == ()


def test_the_turning_point_is_the_last_change_of_the_majority() -> None:
    round = _argued(_faulty(), "r1-q.a", "b1")
    plies = len(round.line)

    def told(*at: tuple[int, int]) -> tuple[int, int, int] | None:
        leanings = [0] * (plies + 1)
        for start, votes in at:
            leanings[start:] = [votes] * (plies + 1 - start)
        found = turning_point(round, leanings, 3)
        return (found.ply, found.before, found.after) if found is not None else None

    assert told((2, 2), (4, 1), (6, 3)) == (6, 1, 3)
    assert told((2, 2), (4, 3)) == (2, 0, 2)
    assert told((3, 1)) is None
    assert told() is None


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_sitting_of_any_case_in_any_format_can_be_reviewed(data) -> None:
    case = data.draw(cases(heads=2, points=2, questions=2, replies=1))
    bench = data.draw(benches(3))
    form = data.draw(segmented(10))
    round = moot.Round(case, bench, seed=data.draw(st.integers(0, 9)), format=form)
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    side = data.draw(st.sampled_from(list(Side)))
    before = round.line
    found = review(round, side, opponent="novice", opponent_seed=2, effort=Effort(futures=2, more=1, budget=60))
    assert round.line == before
    for each in found.moves:
        assert each.best.regret.mean == 0
        assert classify(each.best.regret) is MoveClass.BEST
        assert each.regret.mean >= 0
        assert each.best.right
    if found.best_line:
        again = moot.Round.from_line(case, bench, found.best_line, seed=round.seed, format=form)
        assert again.position.decided
