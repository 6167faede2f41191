"""Estimates from a sample, each with its interval: shares of sittings or lines, and means of marks out of a hundred."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["CONFIDENCE", "Share", "Spread", "share", "spread"]

CONFIDENCE = 95
"""In a hundred samples, how many intervals hold the true value."""

_Z = statistics.NormalDist().inv_cdf(0.5 + CONFIDENCE / 200)


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``of`` sittings or lines, and between which shares the true one lies, 0 to 1, with :data:`CONFIDENCE`."""

    count: int
    of: int
    low: float
    high: float

    @property
    def part(self) -> float:
        """The share seen, 0 to 1; 0 for an empty sample."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How a number varies: its mean, the interval of the mean, and the least, the quartiles and the most.

    ``low`` and ``high`` are None where one value alone says nothing of how far the mean may be off.
    """

    mean: float
    low: float | None
    high: float | None
    least: float
    quartiles: tuple[float, float, float]
    most: float


def share(count: int, of: int) -> Share:
    """A share with Wilson's score interval (Wilson 1927), which stays within 0 and 1 and is fair for rare things too.

    An empty sample says nothing: its interval is 0 to 1.
    """
    if not of:
        return Share(count, of, 0.0, 1.0)
    part, weight = count / of, _Z * _Z / of
    center = (part + weight / 2) / (1 + weight)
    apart = _Z / (1 + weight) * math.sqrt(part * (1 - part) / of + weight / (4 * of))
    # At the ends the interval is closed exactly; floating point may miss by a hair.
    low = 0.0 if count == 0 else max(0.0, center - apart)
    return Share(count, of, low, 1.0 if count == of else min(1.0, center + apart))


def spread(values: Sequence[float]) -> Spread:
    """How these values, one or more, vary; the interval of the mean is the normal one."""
    mean = statistics.fmean(values)
    low = high = None
    first = second = third = mean
    if len(values) > 1:
        apart = _Z * statistics.stdev(values, mean) / math.sqrt(len(values))
        low, high = mean - apart, mean + apart
        first, second, third = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(mean, low, high, min(values), (first, second, third), max(values))
