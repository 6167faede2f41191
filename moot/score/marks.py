"""Marks: how each real opinion treats each thing counsel said."""

from __future__ import annotations

from typing import Any, NamedTuple

from moot.case import Case, Mark, Side, Treatment
from moot.case.per_case import per_case
from moot.round import moves
from moot.round.round import Round

__all__ = ["Marked", "marks"]


class Marked(NamedTuple):
    """One thing said and how one real opinion treats it. ``pin``, ``quote`` and ``holding`` (its id) are empty where it was not reached."""

    ply: int
    said: str
    side: Side
    opinion: str
    author: str
    treatment: Treatment
    pin: str
    quote: str
    reason: str
    holding: str = ""


def marks(round: Round) -> tuple[Marked, ...]:
    """Every mark earned so far, in the order of the line."""
    found: list[Marked] = []
    for ply, move in enumerate(round.line, start=1):
        if isinstance(move, moves.Plead):
            found += [Marked(ply, *rest) for rest in _treated(round.case, move.point)]
        elif isinstance(move, moves.GiveAnswer):
            found += [Marked(ply, *rest) for rest in _treated(round.case, move.answer)]
    return tuple(found)


@per_case
def _treated(case: Case, said: str) -> tuple[tuple[Any, ...], ...]:
    """The marks of a point or an answer, without the ply at which it was said."""
    point = case.point.get(said)
    return tuple(_marked(case, said, mark) for mark in (point or case.answers[said]).marks)


def _marked(case: Case, said: str, mark: Mark) -> tuple[Any, ...]:
    side, opinion = case.side_of(said), case.opinion[mark.opinion]
    who = said, side, opinion.id, opinion.author, mark.treatment
    if mark.holding is None:
        return (*who, "", "", mark.reason)
    holding = opinion.holding(mark.holding)
    return (*who, holding.pin, holding.quote, holding.gist, holding.id)
