"""The legal moves of a round, as a live view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, overload

from moot.errors import MoveError
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["Legal"]

_SHOWN = 8
"""How many moves the repr names; a roadmap of a real case has eighty."""


class Legal(Sequence[Move]):
    """A live view of the legal moves: true when there are any, iterable, countable, and asked with ``in``.

    ``in`` takes a move or its notation, and says whether :meth:`Round.push` would take it.
    """

    __slots__ = ("_round",)

    def __init__(self, round: Round) -> None:
        self._round = round

    def __iter__(self) -> Iterator[Move]:
        return iter(self._round._moves())

    def __len__(self) -> int:
        return len(self._round._moves())

    def __bool__(self) -> bool:
        return bool(self._round._moves())

    @overload
    def __getitem__(self, index: int) -> Move: ...
    @overload
    def __getitem__(self, index: slice) -> list[Move]: ...
    def __getitem__(self, index: int | slice) -> Move | list[Move]:
        return list(self._round._moves())[index]

    def __contains__(self, move: object) -> bool:
        """Whether :meth:`Round.push` would take this: a move, or text for one."""
        if isinstance(move, str):
            try:
                move = self._round.parse(move)
            except MoveError:
                return False
        return isinstance(move, Move) and self._round._may(move)

    def __repr__(self) -> str:
        shown = [str(move) for move in islice(self, _SHOWN)]
        if len(self) > _SHOWN:
            shown.append(f"and {len(self) - _SHOWN} more")
        return f"<Legal {', '.join(shown)}>"
