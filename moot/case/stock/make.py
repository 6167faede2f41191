"""Make the stock questions of a case and list them under its points, after the questions the author wrote.

They are questions like any other: the rules, the proof, records and the SPIN model see them. Their ids say the kind and
the point, ``stock-authority.p-riot``; an authored id has no dot, so none can clash. Which kinds a point gets follows
from the case alone. They are few, because each one adds to the states of the round.
"""

from __future__ import annotations

from dataclasses import replace

from moot.case.argument import Point, Question
from moot.case.case import Case
from moot.case.stock.kinds import KINDS
from moot.case.stock.returning import returning
from moot.case.stock.threads import with_threads
from moot.case.words import Side

__all__ = ["with_stock"]

MOST = 4
"""A point is given stock questions up to so many in all, at least one and at most three of them."""


def with_stock(case: Case) -> Case:
    """The same case with stock questions under its points."""
    used = {side: dict.fromkeys((kind for kind, _ in KINDS), 0) for side in Side}
    points = tuple(
        replace(point, questions=(*point.questions, *_for_point(case, point, number, used[point.side])))
        for number, point in enumerate(case.points)
    )
    rooted = replace(case, points=points)
    return replace(rooted, points=tuple(with_threads(rooted, point) for point in points))


def _for_point(case: Case, point: Point, number: int, used: dict[str, int]) -> list[Question]:
    """The stock questions of one point. ``used`` counts each kind on its side: the least used comes next."""
    wanted = max(1, min(3, MOST - len(point.questions)))
    back = returning(case, point, number)
    found = [back] if back is not None and (wanted > 1 or number % 2) else []
    for kind, make in sorted(KINDS, key=lambda each: used[each[0]]):
        made = make(case, point, f"stock-{kind}.{point.id}") if len(found) < wanted else None
        if made is not None:
            used[kind] += 1
            found.append(made)
    return found
