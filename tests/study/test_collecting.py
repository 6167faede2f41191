"""While sittings are held garbage is collected seldom, and as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import moot
from moot.study.collecting import fewer_collections

LEWIS = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench(LEWIS.bench)


@pytest.fixture(autouse=True)
def threshold() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)


def test_simulation_lets_the_collector_wait_and_puts_its_setting_back(threshold) -> None:
    """A collection went through all that is kept about the case more than once a sitting."""
    seen = []

    def first(round: moot.Round) -> moot.Move:
        seen.append(gc.get_threshold()[0])
        return next(iter(round.legal))

    moot.simulate(LEWIS, NINE, 2, petitioner=first)
    assert min(seen) >= 50_000 > threshold[0]
    assert gc.get_threshold() == threshold


def test_the_setting_is_put_back_when_counsel_fail(threshold) -> None:
    def fails(round: moot.Round) -> moot.Move:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        moot.simulate(LEWIS, NINE, 2, petitioner=fails)
    assert gc.get_threshold() == threshold


def test_of_two_at_once_the_last_to_leave_puts_the_setting_back(threshold) -> None:
    """Threads of an executor overlap in any order."""
    one, other = fewer_collections(), fewer_collections()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold() != threshold
    other.__exit__(None, None, None)
    assert gc.get_threshold() == threshold


def test_a_collector_that_is_off_stays_off() -> None:
    gc.set_threshold(0)
    with fewer_collections():
        assert gc.get_threshold()[0] == 0
    assert gc.get_threshold()[0] == 0
