"""Make the stock questions of a case and list them under its points, after the questions the author wrote.

They are questions like any other: the rules, the proof, records and the SPIN model see them. Their ids say the kind and
the point, ``stock-authority.p-riot``; an authored id has no dot, so none can clash. Which kinds a point gets follows
from the case alone.
"""

from __future__ import annotations

from dataclasses import replace

from moot.case.argument import Point, Question
from moot.case.case import Case
from moot.case.stock.kinds import KINDS
from moot.case.stock.returning import returning

__all__ = ["with_stock"]

_FULL = 4
"""A point with so many questions of its own gets one stock question, one with fewer gets two."""


def with_stock(case: Case) -> Case:
    """The same case with stock questions under its points."""
    points = tuple(
        replace(point, questions=(*point.questions, *_for_point(case, point, number)))
        for number, point in enumerate(case.points)
    )
    return replace(case, points=points)


def _for_point(case: Case, point: Point, number: int) -> list[Question]:
    wanted = 1 if len(point.questions) >= _FULL else 2
    found: list[Question] = []
    # Each point begins with another kind, so that every kind comes up somewhere on each side.
    for turn in range(len(KINDS)):
        kind, make = KINDS[(number + turn) % len(KINDS)]
        made = make(case, point, f"stock-{kind}.{point.id}")
        if made is not None and len(found) < wanted:
            found.append(made)
    back = returning(case, point, number)
    return [*found, back] if back is not None else found
