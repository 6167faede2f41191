"""What is offered at a place. Where a move leads is worked out when it is made: a round at play goes one way of many."""

from __future__ import annotations

from collections.abc import Sequence

from moot.round.moves import Move
from moot.round.place import Beyond, Here, Step, Within

__all__ = ["Fixed", "Offered", "Spot"]


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
        self._listed: dict[frozenset[str], tuple[Move, ...]] = {}

    def listed(self, left: frozenset[str], turnings: Sequence[Within]) -> tuple[Move, ...]:
        """The moves with turning to each head left."""
        at = self.turning
        if at is None or not turnings:
            return self.moves
        found = self._listed.get(left)
        if found is None:
            found = self._listed[left] = (*self.moves[:at], *(turn.move for turn in turnings), *self.moves[at:])
        return found


class Offered:
    """The moves that may be made at one place under a head, by any bench.

    Nothing is kept of it: what is kept of every place ever visited is gone through again whenever Python looks for garbage,
    which took longer than working it out.
    """

    __slots__ = ("_turnings", "beyond", "moves", "spot")

    def __init__(self, spot: Spot, beyond: Beyond, turnings: Sequence[Within]) -> None:
        self.moves = spot.listed(beyond.left, turnings)
        self.spot, self.beyond, self._turnings = spot, beyond, turnings

    def find(self, move: Move) -> Within | None:
        """The way of a move, or None if it is not offered."""
        # Most moves were listed from here, so they are known by sight; comparing them by value takes ten times as long.
        for number, known in enumerate(self.moves):
            if known is move:
                return self._way(number)
        return next((self._way(number) for number, known in enumerate(self.moves) if known == move), None)

    def _way(self, number: int) -> Within:
        """The way of the move listed in this place."""
        at, turnings = self.spot.turning, self._turnings
        if at is None or number < at:
            return self.spot.ways[number]
        return turnings[number - at] if number < at + len(turnings) else self.spot.ways[number - len(turnings)]


class Fixed:
    """The moves of a roadmap, or of a case decided: few such places, so their steps are kept."""

    __slots__ = ("_steps", "moves")

    def __init__(self, steps: Sequence[Step]) -> None:
        self.moves = tuple(step.move for step in steps)
        self._steps = {step.move: step for step in steps}

    def step(self, move: Move) -> Step | None:
        """The step that a move makes, or None if it is not offered."""
        return self._steps.get(move)
