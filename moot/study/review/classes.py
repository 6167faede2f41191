"""Classes of moves, and accuracy. The bounds are chess.com's for expected points; the formula of a move's accuracy is Lichess's.

A move's accuracy is 103.1668 * exp(-0.04354 * d) - 3.1669, within 0 and 100, where d is what it lost: hundredths of the bench or
points of the ballot, whichever is more. A sitting's is the mean of two means of its moves', the arithmetic and the harmonic one, both
weighted by what was at stake: what a move other than the best usually loses there (the median), within 0.5 and 12.
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
_HARDLY = 0.005


def classify(regret: Figure) -> MoveClass:
    """The class of a move that costs so much.

    Of an estimate the lower end counts: a move is called no worse than has been shown, and best where nothing has been shown against it.
    """
    if regret.shown <= (_NOTHING if regret.exact else _HARDLY):
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


def accuracy(moves: Sequence[float], stakes: Sequence[float]) -> float | None:
    """The accuracy of a sitting from those of its moves and what was at stake at each, in hundredths. None without a move.

    >>> round(accuracy([100.0, 20.0], [12.0, 0.5]), 1)
    91.5
    """
    if not moves:
        return None
    weights = [max(0.5, min(12.0, stake)) for stake in stakes]
    plain = sum(one * weight for one, weight in zip(moves, weights, strict=True)) / sum(weights)
    harmonic = statistics.harmonic_mean([max(one, 1e-6) for one in moves], weights)
    return (plain + harmonic) / 2
