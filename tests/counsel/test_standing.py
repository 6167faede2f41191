"""Where a side stands with the bench, worked out issue by issue for all judges, is what each judge's reasoning says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.bench import weighing
from moot.bench.judging.reasoning import reason
from moot.bench.weighing import Weighing
from moot.case import Side
from moot.counsel.standing import LEAD, VOTE, standing_of
from moot.round import moves
from moot.round.draw import draw
from moot.testing import benches
from tests.properties.test_plainly import hearings

NINE = moot.load_bench("lewis-1998")


def plainly(case, bench, heard, side):
    """A vote is worth VOTE, a lead on an issue its margin, at most LEAD."""
    total = 0
    for judge in bench.judges:
        reasoning = reason(judge, case, heard)
        total += VOTE * (reasoning.vote.disturbs is (side is not case.below.won))
        for issue in case.issues:
            favors = issue.position(reasoning.findings[issue.id]).favors
            lead = min(LEAD, reasoning.margin(issue.id))
            total += lead if favors is side else -lead if favors is not None else 0
    return total


@settings(max_examples=30, deadline=None)
@given(hearings(), st.just(NINE) | benches(largest=9), st.sampled_from(Side))
def test_where_a_side_stands_is_what_every_judge_reasons(hearing, bench, side) -> None:
    case, heard = hearing
    assert standing_of(case, bench, heard, side) == plainly(case, bench, heard, side)
    # Once more, from what was kept.
    assert standing_of(case, bench, heard, side) == plainly(case, bench, heard, side)


def test_where_a_side_stands_follows_the_rules_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    """The standing was kept by what was heard alone, whichever rules of weighing were in force."""
    case = moot.load_case("sacramento-v-lewis")
    round = moot.Round(case, NINE, seed=3)
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    heard = round.position.heard
    before = standing_of(case, NINE, heard, Side.PETITIONER)
    monkeypatch.setattr(weighing, "SHIPPED", Weighing(presumption=False, graded=False, rate=False))
    other = plainly(case, NINE, heard, Side.PETITIONER)
    assert other != before
    assert standing_of(case, NINE, heard, Side.PETITIONER) == other


def test_what_greedy_looks_at_is_what_making_the_move_would_bring() -> None:
    """An answer was made and taken back to see what would have been heard; its standing is worked out without that."""
    case = moot.load_case("sacramento-v-lewis")
    round, greedy, novice = moot.Round(case, NINE, seed=2), moot.counsel.Greedy(), moot.counsel.Novice(2)
    tried = 0
    while (turn := round.turn) is not None:
        if turn == "bench":
            round.push(draw(round))
            continue
        for move in round.legal:
            if isinstance(move, moves.GiveAnswer):
                worth, _ = greedy._worth(round, move, round.speaker)
                made = round.copy()
                made.push(move)
                assert worth == standing_of(case, NINE, made.position.heard, round.speaker)
                tried += 1
        round.push(novice.choose(round))
    assert tried > 10
