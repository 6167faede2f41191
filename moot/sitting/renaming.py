"""Ids that a case has changed: a move recorded under the old id is made under the new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from moot.case import Case
from moot.round import moves
from moot.round.moves import Move

__all__ = ["as_named_now", "once_called", "with_ids"]


def once_called(case: Case, id: str) -> bool:
    """Whether this is the case's id, or one that it had before."""
    return case.id == id or (case.id, id) in case.renamed_from


def as_named_now(case: Case, move: Move) -> Move:
    """The move with the ids that its head, point, question or answer has now (``renamed_from`` in the case)."""
    return with_ids(move, {was: id for id, was in case.renamed_from})


def with_ids(move: Move, now: Mapping[str, str]) -> Move:
    """The move with other ids. ``now`` has by the id before the one that stands in its place."""
    if not now:
        return move
    if isinstance(move, moves.Roadmap):
        return replace(move, heads=tuple(now.get(head, head) for head in move.heads))
    if isinstance(move, moves.Turn):
        return replace(move, head=now.get(move.head, move.head))
    if isinstance(move, moves.Plead):
        return replace(move, point=now.get(move.point, move.point))
    if isinstance(move, moves.Ask):
        return replace(move, question=_question_now(now, move.question))
    if isinstance(move, moves.GiveAnswer):
        if move.answer in now:
            return replace(move, answer=now[move.answer])
        question, _, letter = move.answer.rpartition(".")
        answer = f"{_question_now(now, question)}.{letter}"
        return replace(move, answer=now.get(answer, answer))
    return move


def _question_now(now: Mapping[str, str], id: str) -> str:
    """The id that a question has now; one that the engine made is named after a point or a question: `stock-press.q-riot`."""
    if id in now:
        return now[id]
    kind, dot, about = id.partition(".")
    return f"{kind}.{now.get(about, about)}" if dot else id
