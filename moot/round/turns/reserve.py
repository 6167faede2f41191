"""The time kept for replies, as one number: the ticks kept for each reply, as digits to the base 256.

A control state holds one such number. Where only one reply can be given time, as in most formats, it is that time itself.

>>> both = keep(keep(0, 0, 8), 1, 12)
>>> kept(both, 0), kept(both, 1), kept_from(both, 1) == keep(0, 1, 12)
(8, 12, True)
"""

from __future__ import annotations

__all__ = ["MOST_KEPT", "all_kept", "keep", "kept", "kept_from"]

_BITS = 8
MOST_KEPT = (1 << _BITS) - 1
"""The most ticks that can be kept for one reply."""


def keep(reserve: int, slot: int, ticks: int) -> int:
    """The number once so many ticks are kept in this slot, which was empty."""
    return reserve | ticks << slot * _BITS


def kept(reserve: int, slot: int) -> int:
    """The ticks kept in this slot."""
    return reserve >> slot * _BITS & (1 << _BITS) - 1


def all_kept(reserve: int) -> tuple[int, ...]:
    """The ticks kept in each slot up to the last that holds any.

    >>> all_kept(keep(0, 1, 12))
    (0, 12)
    """
    found = []
    while reserve:
        found.append(reserve & (1 << _BITS) - 1)
        reserve >>= _BITS
    return tuple(found)


def kept_from(reserve: int, slot: int) -> int:
    """The number without what is kept in the slots before this one."""
    return reserve >> slot * _BITS << slot * _BITS
