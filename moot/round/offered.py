"""What is offered at a place. Where a move leads is worked out when it is made: a round at play goes one way of many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from moot.round.moves import Move
from moot.round.place import Step

__all__ = ["Offered"]

Way = TypeVar("Way")


class Offered(Generic[Way]):
    """The moves that may be made at one place, by any bench; ``lead`` makes a step of the way each goes.

    Nothing is kept of it: what is kept of every place ever visited is gone through again whenever Python looks for garbage,
    which took longer than working it out.
    """

    __slots__ = ("_lead", "_ways", "moves")

    def __init__(self, moves: tuple[Move, ...], ways: tuple[Way, ...], lead: Callable[[Way], Step]) -> None:
        self.moves, self._ways, self._lead = moves, ways, lead

    def step(self, move: Move) -> Step | None:
        """The step that a move makes, or None if it is not offered."""
        # Most moves were listed from here, so they are known by sight; comparing them by value takes ten times as long.
        for number, known in enumerate(self.moves):
            if known is move:
                return self._lead(self._ways[number])
        for number, known in enumerate(self.moves):
            if known == move:
                return self._lead(self._ways[number])
        return None
