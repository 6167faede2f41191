"""The time kept for replies is one number: each reply has eight bits of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moot.round.turns.reserve import MOST_KEPT, all_kept, keep, kept, kept_from

slots = st.lists(st.integers(0, MOST_KEPT), max_size=4)


def test_one_reply_keeps_its_own_ticks() -> None:
    assert MOST_KEPT == 255
    assert keep(0, 0, 8) == 8
    assert keep(8, 1, 12) == 8 + 12 * 256
    assert (kept(3080, 0), kept(3080, 1), kept(3080, 2)) == (8, 12, 0)
    assert (kept_from(3080, 0), kept_from(3080, 1), kept_from(3080, 2)) == (3080, 3072, 0)
    assert (all_kept(0), all_kept(8), all_kept(3080), all_kept(3072)) == ((), (8,), (8, 12), (0, 12))


@given(slots)
def test_what_is_kept_in_every_slot_is_read_back(ticks: list[int]) -> None:
    reserve = 0
    for slot, kept_ticks in enumerate(ticks):
        reserve = keep(reserve, slot, kept_ticks)
    assert [kept(reserve, slot) for slot in range(len(ticks))] == ticks
    told = list(all_kept(reserve))
    assert told == ticks[: len(told)]
    assert not any(ticks[len(told) :])
    for slot in range(len(ticks)):
        assert all_kept(kept_from(reserve, slot))[slot:] == all_kept(reserve)[slot:]
