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
