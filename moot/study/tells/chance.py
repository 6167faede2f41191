"""How likely it is that random labels would show as much: an exact permutation test.

The null hypothesis is that within each question the best (or worst) answers are drawn at random from those offered. With ``k``
answers of which ``b`` are best, and ``m`` that share a feature, the number that are both is hypergeometric; over all questions
the counts add up, so their distribution is the convolution.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import comb
from typing import NamedTuple

__all__ = ["Draw", "Odds", "expected", "odds", "tail"]


class Draw(NamedTuple):
    """One question: how many answers are offered, how many of them are best, and how many share the feature."""

    offered: int
    best: int
    marked: int


class Odds(NamedTuple):
    """What chance alone gives: the expected share of the marked answers that are best, 0 to 1, and the p-value of what was seen."""

    share: float
    p: float


def expected(draws: Iterable[Draw]) -> float:
    """How many marked answers are best, on average, under the null hypothesis."""
    return sum(draw.marked * draw.best / draw.offered for draw in draws)


def tail(draws: Iterable[Draw], hits: int) -> float:
    """The probability of ``hits`` or more under the null hypothesis (one-sided, exact)."""
    return sum(_distribution(tuple(sorted(Counter(draws).items())))[hits:])


def odds(draws: Iterable[Draw], hits: int) -> Odds:
    """The expected share and the p-value of ``hits``. There must be at least one marked answer."""
    every = tuple(draws)
    return Odds(expected(every) / sum(draw.marked for draw in every), tail(every, hits))


@lru_cache(maxsize=4096)
def _distribution(counted: tuple[tuple[Draw, int], ...]) -> tuple[float, ...]:
    """The probability of 0, 1, 2 ... hits over all these questions."""
    found = [1.0]
    for draw, times in counted:
        one = _hypergeometric(draw)
        for _ in range(times):
            found = _convolved(found, one)
    return tuple(found)


@lru_cache(maxsize=256)
def _hypergeometric(draw: Draw) -> tuple[float, ...]:
    offered, best, marked = draw
    ways = comb(offered, marked)
    most = min(best, marked)
    return tuple(comb(best, hits) * comb(offered - best, marked - hits) / ways for hits in range(most + 1))


def _convolved(one: list[float], other: tuple[float, ...]) -> list[float]:
    found = [0.0] * (len(one) + len(other) - 1)
    for at, share in enumerate(one):
        for more, also in enumerate(other):
            found[at + more] += share * also
    return found
