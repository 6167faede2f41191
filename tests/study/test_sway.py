"""Sway: what is compared of two sittings, and plans that are fixed before the sitting."""

from __future__ import annotations

from fractions import Fraction

import pytest

import moot
from moot.case import Side
from moot.counsel import Novice, Scripted
from moot.round import moves
from moot.score.answering import answer_loss
from moot.score.ballot import ballot
from moot.study.policies import Answering, LinePlan, PlannedCounsel, Silent, climb
from moot.study.sway import differing, grounds, see, taken

CASE = moot.load_case("first-argument")
BENCH = moot.load_bench(CASE.bench)


def held(petitioner, respondent, seed: int = 3):
    round = moot.Round(CASE, BENCH, seed=seed)
    round.play_out(petitioner, respondent)
    return round


def test_a_sitting_is_compared_by_votes_and_by_the_findings_of_every_judge() -> None:
    round = held(Scripted(), Novice(1))
    seen, ruling = see(round), round.outcome().ruling
    assert seen.judges(Side.PETITIONER) + seen.judges(Side.RESPONDENT) == len(BENCH.judges)
    for row, judge in zip(seen.findings, BENCH.judges, strict=True):
        found = ruling.reasonings[judge.id].findings
        assert row == tuple(found[issue.id] for issue in grounds(CASE))
    assert 0 <= seen.held(Side.PETITIONER) <= 1
    assert seen.ballots == tuple(ballot(round, side).total for side in Side)


def test_findings_differ_cell_by_cell_and_what_is_taken_favors_the_side() -> None:
    one, silent = see(held(Scripted(), Scripted())), see(held(Silent(), Scripted()))
    cells = sum(len(row) for row in one.findings)
    other = [
        (mine, theirs, favor)
        for row, beside, sides in zip(one.findings, silent.findings, one.favoring, strict=True)
        for mine, theirs, favor in zip(row, beside, sides, strict=True)
    ]
    assert differing(one, one) == 0
    assert differing(one, silent) == sum(mine != theirs for mine, theirs, _ in other) / cells
    assert (
        taken(one, silent, Side.PETITIONER)
        == sum(mine != theirs and favor is Side.PETITIONER for mine, theirs, favor in other) / cells
    )


def test_the_silent_say_nothing_but_their_roadmap() -> None:
    round = held(Silent(), Silent())
    assert {type(move) for move in round.line} == {moves.Roadmap, moves.Sit}
    assert round.position.heard == round.positions[0].heard


def test_sound_and_poor_counsel_plead_alike_and_answer_at_the_two_ends_of_the_ballot() -> None:
    for best, better in ((True, min), (False, max)):
        round = held(Answering(3, best=best), Scripted())
        given = [move for move in round.line if isinstance(move, moves.GiveAnswer)]
        mine = [move for move in given if CASE.speaker_of[move.answer] is Side.PETITIONER]
        assert mine
        for move in mine:
            offered = CASE.question_of[move.answer].answers
            assert answer_loss(CASE, move.answer) == better(answer_loss(CASE, one.id) for one in offered)


def test_counsel_who_have_points_left_do_not_sit_down() -> None:
    for counsel in (Answering(3), PlannedCounsel(LinePlan(Side.PETITIONER))):
        round = moot.Round(CASE, BENCH, seed=5)
        while (turn := round.turn) is not None:
            move = (counsel if turn is Side.PETITIONER else Scripted()).choose(round) if turn in set(Side) else None
            if isinstance(move, moves.Sit) and turn is Side.PETITIONER:
                assert not [one for one in round.legal if isinstance(one, (moves.Plead, moves.Resume))]
            round.push(move if move is not None else moves.Pass())


def test_a_plan_is_followed_wherever_it_can_be() -> None:
    free = held(PlannedCounsel(LinePlan(Side.PETITIONER)), Scripted())
    asked = [move.question for move in free.line if isinstance(move, moves.Ask)]
    asked = [id for id in asked if CASE.point_of[id].side is Side.PETITIONER]
    last = CASE.questions[asked[0]].answers[-1].id
    round = held(PlannedCounsel(LinePlan(Side.PETITIONER, answers={asked[0]: last})), Scripted())
    assert moves.GiveAnswer(last) in round.line


def test_a_climb_never_ends_below_its_start_and_is_the_same_every_time() -> None:
    def value(plan: LinePlan, met: set[str]) -> tuple[Fraction, ...]:
        seen = see(held(PlannedCounsel(plan, met), Scripted()))
        return (Fraction(seen.judges(Side.PETITIONER)), Fraction(seen.held(Side.PETITIONER)))

    roadmaps = tuple(moot.Round(CASE, BENCH).legal)
    start = LinePlan(Side.PETITIONER)
    found, worth = climb(CASE, start, value, roadmaps, steps=12)
    assert worth >= value(start, set())
    assert (found, worth) == climb(CASE, start, value, roadmaps, steps=12)


@pytest.mark.parametrize("id", ["sacramento-v-lewis", "washington-v-glucksberg"])
def test_a_petitioner_who_gives_a_roadmap_and_sits_down_does_not_win(id: str) -> None:
    """It won nine to none."""
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    for seed in (1, 2):
        round = moot.Round(case, bench, seed=seed)
        ruling = round.play_out(Silent(), Scripted()).ruling
        assert not ruling.disposition.disturbs
        for reasoning in ruling.reasonings.values():
            for issue in grounds(case):
                position = issue.position(reasoning.findings[issue.id])
                if position.favors is Side.PETITIONER:
                    assert any(reasoning.judge.held.get(name, 0) == 5 for name, _ in position.embodies) or any(
                        case.arguments[one.id].briefed and one.counts == one.weight
                        for one in reasoning.weighed.values()
                        if (issue.id, position.id) in case.arguments[one.id].urges
                    )


def test_the_same_points_with_other_answers_move_findings() -> None:
    """No vote and hardly a finding moved with what counsel answered."""
    case = moot.load_case("washington-v-glucksberg")
    bench = moot.load_bench(case.bench)
    moved = []
    for seed in (1, 2, 3):
        seen = []
        for best in (True, False):
            round = moot.Round(case, bench, seed=seed)
            round.play_out(Answering(seed, best=best), Scripted())
            seen.append(see(round))
        moved.append(differing(*seen))
    assert sum(moved) / len(moved) >= 0.15
