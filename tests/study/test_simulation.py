"""Many sittings: each is the round of its seed, and the tally is what counting them one by one gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

import moot
from moot.case import Side
from moot.counsel.opponents import make
from moot.round.formats import get_format
from moot.score import score
from moot.study.simulation import Tally
from moot.study.simulation_plan import SimulationPlan, count, rounds

CASE = moot.load_case("washington-v-glucksberg")
BENCH = moot.load_bench(CASE.bench)


def plan(petitioner="novice", respondent="novice", case=CASE, seed=0, format=None, heat="normal") -> SimulationPlan:
    return SimulationPlan(case, BENCH, petitioner, respondent, get_format(format or case.argument), heat, seed)


def held(number: int, **more) -> list[moot.Round]:
    return list(rounds(plan(**more), number))


def test_each_sitting_is_the_round_of_its_seed() -> None:
    rounds = held(6, seed=40)
    assert [round.seed for round in rounds] == [40, 41, 42, 43, 44, 45]
    again = moot.Round(CASE, BENCH, seed=43)
    again.play_out(make("novice", 43), make("novice", 43))
    assert rounds[3].line == again.line
    assert [round.line for round in held(2, seed=43)] == [rounds[3].line, rounds[4].line]
    assert len({round.line for round in rounds}) == 6


def test_the_tally_is_what_counting_one_by_one_gives() -> None:
    rounds = held(24, respondent="greedy", format="quick")
    tally = Tally(plan(respondent="greedy", format="quick"))
    for round in rounds:
        tally.add(count(round))
    found = tally.so_far()
    rulings = [round.outcome().ruling for round in rounds]
    assert found.sittings == len(tally) == 24
    # Below, the respondents won: the petitioners win where that judgment does not stand.
    disturbed = sum(ruling.disposition != "affirmed" for ruling in rulings)
    assert found.wins[Side.PETITIONER].count == disturbed
    assert found.wins[Side.RESPONDENT].count == 24 - disturbed
    assert 0 < disturbed < 24, "both sides must win some for this test to notice a mistake"
    counted = Counter(ruling.disposition for ruling in rulings)
    assert {end: each.count for end, each in found.dispositions.items() if each.count} == counted
    carried = Counter(ruling.judgment_by for ruling in rulings)
    assert {by: each.count for by, each in found.judgments.items() if each.count} == carried
    splits = Counter(sum(s.vote != "affirmed" for s in ruling.standings.values()) for ruling in rulings)
    assert {votes: each.count for votes, each in found.votes.items() if each.count} == splits
    for judge in BENCH.judges:
        voted = sum(ruling.standings[judge.id].vote != "affirmed" for ruling in rulings)
        assert found.judges[judge.id].count == voted
    for side in Side:
        totals = [float(score(round).ballots[side].total) for round in rounds]
        assert found.ballots[side].mean == pytest.approx(sum(totals) / 24)
        assert (found.ballots[side].least, found.ballots[side].most) == (min(totals), max(totals))
    assert found.moves.most == max(round.ply for round in rounds)
    for shares in (found.wins, found.dispositions, found.judgments, found.votes):
        assert sum(each.count for each in shares.values()) == 24


def test_where_the_petitioner_won_below_an_affirmance_is_the_petitioners() -> None:
    case = replace(CASE, below=replace(CASE.below, won=Side.PETITIONER))
    (round,) = held(1, case=case)
    tally = Tally(plan(case=case))
    tally.add(count(round))
    affirmed = round.outcome().ruling.disposition == "affirmed"
    assert tally.so_far().wins[Side.PETITIONER].count == affirmed


def test_nothing_is_said_of_no_sitting_and_none_counts_before_it_is_decided() -> None:
    tally = Tally(plan())
    with pytest.raises(ValueError, match="no sitting"):
        tally.so_far()
    with pytest.raises(ValueError, match="decided"):
        count(moot.Round(CASE, BENCH))


def test_who_looks_a_move_ahead_wins_more_than_who_does_not() -> None:
    def wins(respondent: str) -> int:
        return sum(round.outcome().ruling.disposition == "affirmed" for round in held(40, respondent=respondent))

    assert wins("greedy") > wins("novice")
