"""The review of a sitting: regret of every move, the turning point, missed chances, the best line and par.

:func:`review` is all of it in one call. docs/review.md says what the figures mean.
"""

from moot.study.review.measuring import Effort
from moot.study.review.values import (
    AlternativeReview,
    Figure,
    MissedChance,
    MoveClass,
    MoveReview,
    Par,
    Review,
    TurningPoint,
)
from moot.study.review.whole import ReviewRun, review

__all__ = [
    "AlternativeReview",
    "Effort",
    "Figure",
    "MissedChance",
    "MoveClass",
    "MoveReview",
    "Par",
    "Review",
    "ReviewRun",
    "TurningPoint",
    "review",
]
