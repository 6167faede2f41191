"""Points in whole tenths, so that what is printed adds up: shares of a whole by the method of largest remainders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

__all__ = ["rounded", "shared_out", "split_loss"]


@lru_cache(maxsize=1024)
def shared_out(whole: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """``whole`` in parts proportional to the weights, in whole numbers that add up to it (Hamilton's method; ties to the first)."""
    total = sum(weights)
    if not total:
        return (0,) * len(weights)
    parts = [whole * weight // total for weight in weights]
    order = sorted(range(len(weights)), key=lambda n: -(whole * weights[n] % total))
    for n in order[: whole - sum(parts)]:
        parts[n] += 1
    return tuple(parts)


def rounded(share: int, of: int) -> int:
    """The quotient to the nearest whole number, halves up."""
    return (2 * share + of) // (2 * of)


def split_loss(lost: int, weights: Sequence[int]) -> tuple[int, ...]:
    """What was lost, over the things that lost it: at least one each while there are so many."""
    parts = list(shared_out(lost, tuple(weights)))
    while 0 in parts and max(parts) > 1:
        parts[parts.index(max(parts))] -= 1
        parts[parts.index(0)] += 1
    return tuple(parts)
