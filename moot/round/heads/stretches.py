"""How a point is cut into stretches, with a place after each but the last where the bench may break in.

A point with fewer than two questions is said in two stretches, with one place to break in between them. Any other is said in
three: the first half of its questions (rounded up) may be asked at the first place, the rest and the stock questions
at the second. So every question belongs to one place, and what was asked at the first need not be remembered at the second.
"""

from __future__ import annotations

from moot.case import Point, Question

__all__ = ["breaks", "cut_up"]


def breaks(point: Point) -> tuple[tuple[Question, ...], ...]:
    """The questions, follow-ups apart, of each place where the bench may break in: one or two places."""
    roots = point.questions
    if len(roots) < 2:
        return (roots,)
    own = sum(1 for question in roots if not question.stock) or len(roots)
    first = -(-own // 2)
    return roots[:first], roots[first:]


def cut_up(cost: int, stretches: int) -> tuple[int, ...]:
    """The ticks of each stretch. In two: halves, the first rounded up. In three: a third, rounded down, and the rest in halves.

    ``cost`` is at least one tick a stretch.
    """
    if stretches == 2:
        return -(-cost // 2), cost // 2
    first = cost // 3
    return first, (cost - first) // 2, -(-(cost - first) // 2)
