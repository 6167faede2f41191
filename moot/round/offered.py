"""What is offered at a place. Where a move leads is worked out when it is made: a round at play goes one way of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from moot.round.control_state import Beyond, Here, Step, Within
from moot.round.moves import Move

__all__ = ["Fixed", "Offered", "Spot"]


class Offered(NamedTuple):
    """The moves that may be made at one place under a head, by any bench, and the way of each.

    Nothing is kept of it: what is kept of every place ever visited is gone through again whenever Python looks for garbage,
    which took longer than working it out.
    """

    spot: Spot
    beyond: Beyond
    moves: tuple[Move, ...]
    ways: tuple[Within, ...]

    def find(self, move: Move) -> Within | None:
        """The way of a move, or None if it is not offered."""
        # Most moves were listed from here, so they are known by sight; comparing them by value takes ten times as long.
        for number, known in enumerate(self.moves):
            if known is move:
                return self.ways[number]
        return next((way for known, way in zip(self.moves, self.ways, strict=True) if known == move), None)


class Spot:
    """What may be done under a head, whatever lies beyond: the moves but for turning away, and their ways.

    ``turning`` is where among them turning to another head is listed, None if it may not be done. ``ahead`` holds the
    spots that the ways lead to, as they become known: a round goes from spot to spot without looking each up.
    """

    __slots__ = ("_listed", "ahead", "here", "moves", "turning", "ways")

    def __init__(self, here: Here, ways: Sequence[Within], turning: int | None) -> None:
        self.here, self.ways, self.turning = here, tuple(ways), turning
        self.moves = tuple(way.move for way in ways)
        self.ahead: dict[int, Spot] = {}
        self._listed: dict[frozenset[str], tuple[tuple[Move, ...], tuple[Within, ...]]] = {}

    def offered(self, beyond: Beyond, turnings: Mapping[str, Within]) -> Offered:
        """What is offered here with this beyond; ``turnings`` are the ways of turning to each head of the case."""
        at, left = self.turning, beyond.left
        if at is None or not left:
            return Offered(self, beyond, self.moves, self.ways)
        found = self._listed.get(left)
        if found is None:
            ways = (*self.ways[:at], *[way for head, way in turnings.items() if head in left], *self.ways[at:])
            found = self._listed[left] = tuple(way.move for way in ways), ways
        return Offered(self, beyond, *found)


class Fixed:
    """The moves of a roadmap, or of a case decided: few such places, so their steps are kept."""

    __slots__ = ("_steps", "moves")

    def __init__(self, steps: Sequence[Step]) -> None:
        self.moves = tuple(step.move for step in steps)
        self._steps = {step.move: step for step in steps}

    def step(self, move: Move) -> Step | None:
        """The step that a move makes, or None if it is not offered."""
        return self._steps.get(move)
