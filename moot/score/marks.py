"""Marks: how each real opinion treats each thing counsel said."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case import Case, Mark, Side, Treatment
from moot.round import moves
from moot.round.round import Round

__all__ = ["Marked", "marks"]


@dataclass(frozen=True, slots=True)
class Marked:
    """One thing said and how one real opinion treats it. ``pin`` and ``quote`` are empty where it was not reached."""

    ply: int
    said: str
    side: Side
    opinion: str
    author: str
    treatment: Treatment
    pin: str
    quote: str
    reason: str


def marks(round: Round) -> tuple[Marked, ...]:
    """Every mark earned so far, in the order of the line."""
    found: list[Marked] = []
    for ply, move in enumerate(round.line, start=1):
        if isinstance(move, moves.Plead):
            point = round.case.point[move.point]
            found.extend(_marked(round.case, ply, point.id, point.side, mark) for mark in point.marks)
        elif isinstance(move, moves.Answer):
            answer = round.case.answers[move.answer]
            side = round.case.side_of(answer.id)
            found.extend(_marked(round.case, ply, answer.id, side, mark) for mark in answer.marks)
    return tuple(found)


def _marked(case: Case, ply: int, said: str, side: Side, mark: Mark) -> Marked:
    opinion = case.opinion[mark.opinion]
    if mark.holding is None:
        return Marked(ply, said, side, opinion.id, opinion.author, mark.treatment, "", "", mark.reason)
    holding = opinion.holding(mark.holding)
    return Marked(ply, said, side, opinion.id, opinion.author, mark.treatment, holding.pin, holding.quote, holding.gist)
