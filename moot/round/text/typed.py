"""A move as it is typed: whole, or by any part of it that fits just one legal move."""

from __future__ import annotations

from collections.abc import Iterable

from moot.errors import AmbiguousMove, InvalidMove
from moot.round.moves import Move, parse_move

__all__ = ["typed_move"]


def typed_move(text: str, legal: Iterable[Move]) -> Move:
    """The move that is meant. Raises :class:`~moot.errors.InvalidMove`, or ``AmbiguousMove`` where it fits several legal moves."""
    words = " ".join(text.lower().split())
    try:
        return parse_move(words)
    except InvalidMove as invalid:
        listed = list(legal)
        fits = [move for move in listed if move.words.endswith(f".{words}")] or [
            move for move in listed if words and words in move.words
        ]
        if not fits:
            raise InvalidMove(str(invalid)) from None
        if len(fits) > 1:
            raise AmbiguousMove(
                f"{text!r} fits {len(fits)} moves: " + "; ".join(str(move) for move in fits[:4])
            ) from None
        return fits[0]
