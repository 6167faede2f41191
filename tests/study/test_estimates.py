"""Shares and spreads with their intervals."""

from __future__ import annotations

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.study.estimates import CONFIDENCE, share, spread


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # Worked by hand from Wilson's formula with z = 1.959964.
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 100, 0.0018, 0.0545),
    ],
)
def test_a_share_has_wilsons_interval(count, of, low, high) -> None:
    found = share(count, of)
    assert (found.count, found.of, found.part) == (count, of, count / of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_solves_the_equation_it_comes_from(counted) -> None:
    """Its ends are the shares p for which the one seen lies z standard deviations, measured at p, away."""
    count, of = counted
    found = share(count, of)
    z = statistics.NormalDist().inv_cdf((1 + CONFIDENCE / 100) / 2)
    assert 0 <= found.low <= found.part <= found.high <= 1
    for end in (found.low, found.high):
        if 0 < end < 1:
            assert abs(found.part - end) == pytest.approx(z * math.sqrt(end * (1 - end) / of), abs=1e-9)
    turned = share(of - count, of)
    assert (turned.low, turned.high) == pytest.approx((1 - found.high, 1 - found.low))


def test_nineteen_in_twenty_intervals_hold_the_true_share() -> None:
    """Exactly, by the binomial law: for n = 200 and several true shares."""
    of = 200
    for tenths in range(1, 10):
        true = tenths / 10
        held = sum(
            math.comb(of, count) * true**count * (1 - true) ** (of - count)
            for count in range(of + 1)
            if share(count, of).low <= true <= share(count, of).high
        )
        assert 0.93 < held < 0.97


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60))
def test_a_spread_is_in_order(values) -> None:
    found = spread(values)
    assert found.least <= found.quartiles[0] <= found.quartiles[1] <= found.quartiles[2] <= found.most
    assert found.mean == pytest.approx(sum(values) / len(values))
    if len(values) == 1:
        assert found.low is None
        assert found.high is None
    else:
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.mean <= found.high


def test_one_value_does_not_say_how_far_the_mean_may_be_off() -> None:
    assert spread([70]) == spread([70.0])
    assert (spread([70]).low, spread([70]).quartiles) == (None, (70, 70, 70))
