"""Classes of moves, and accuracy. The bounds are chess.com's for expected points; the formula of accuracy is Lichess's.

A move's accuracy is 103.1668 * exp(-0.04354 * d) - 3.1669, within 0 and 100, where d is what it lost: hundredths of the bench or
points of the ballot, whichever is more. A sitting's is the mean of two: the harmonic mean of its moves', and their mean weighted by how
much was at stake around each (the standard deviation of the value of the position over a window of a tenth of the moves, 2 to 8, in
hundredths, within 0.5 and 12).
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from moot.study.review.values import Figure, MoveClass

__all__ = ["BOUNDS", "accuracy", "classify", "move_accuracy"]

BOUNDS = (
    (0.02, MoveClass.EXCELLENT),
    (0.05, MoveClass.GOOD),
    (0.10, MoveClass.INACCURACY),
    (0.20, MoveClass.MISTAKE),
)
"""The most a move of each class costs, in the expected share of the bench."""

_NOTHING = 1e-9


def classify(regret: Figure) -> MoveClass:
    """The class of a move that costs so much.

    Of an estimate the lower end counts: a move is called no worse than has been shown.
    """
    if regret.mean <= _NOTHING:
        return MoveClass.BEST
    return next((cls for bound, cls in BOUNDS if regret.shown <= bound + _NOTHING), MoveClass.BLUNDER)


def move_accuracy(lost: float) -> float:
    """The accuracy of a move that lost this much (1 is the whole bench, or the whole ballot), 0 to 100.

    >>> move_accuracy(0.0), round(move_accuracy(0.1), 1), move_accuracy(1.0)
    (100.0, 63.6, 0.0)
    """
    if lost <= 0:
        return 100.0  # the constants of the formula leave a ten-thousandth
    return max(0.0, min(100.0, 103.1668 * math.exp(-0.04354 * 100 * lost) - 3.1669))


def accuracy(moves: Sequence[float], values: Sequence[float]) -> float | None:
    """The accuracy of a sitting from those of its moves and the value of the position before each, 0 to 1. None without a move."""
    if not moves:
        return None
    window = max(2, min(8, len(moves) // 10))
    hundredths = [100 * value for value in values]
    weights = []
    for at in range(len(moves)):
        start = max(0, min(at - window // 2, len(moves) - window))
        around = hundredths[start : start + window]
        weights.append(max(0.5, min(12.0, statistics.pstdev(around) if len(around) > 1 else 0.5)))
    weighted = sum(one * weight for one, weight in zip(moves, weights, strict=True)) / sum(weights)
    return (weighted + statistics.harmonic_mean([max(one, 1e-6) for one in moves])) / 2
