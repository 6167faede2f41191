"""What is offered at a place. Where a move leads is worked out when it is made: a round at play goes one way of many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moot.round.moves import Move
from moot.round.place import Beyond, Here, Place, Step, Within

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
    """The moves that may be made at one place, by any bench, and the steps they make.

    Nothing is kept of it: what is kept of every place ever visited is gone through again whenever Python looks for garbage,
    which took longer than working it out.
    """

    __slots__ = ("_made", "_set", "_spot", "_turnings", "beyond", "moves")

    def __init__(
        self,
        spot: Spot,
        beyond: Beyond,
        turnings: Sequence[Within],
        set_in: Callable[[Within, Here, Beyond], Step],
    ) -> None:
        self.moves = spot.listed(beyond.left, turnings)
        self._spot, self._turnings, self.beyond, self._set = spot, turnings, beyond, set_in
        self._made: Within | None = None

    def step(self, move: Move) -> Step | None:
        """The step that a move makes, or None if it is not offered."""
        # Most moves were listed from here, so they are known by sight; comparing them by value takes ten times as long.
        found = -1
        for number, known in enumerate(self.moves):
            if known is move:
                found = number
                break
        else:
            found = next((number for number, known in enumerate(self.moves) if known == move), -1)
        if found < 0:
            return None
        way = self._made = self._way(found)
        return self._set(way, self._spot.here, self.beyond)

    def _way(self, found: int) -> Within:
        """The way of the move listed at this place."""
        at, turnings = self._spot.turning, self._turnings
        if at is None or found < at:
            return self._spot.ways[found]
        return turnings[found - at] if found < at + len(turnings) else self._spot.ways[found - len(turnings)]

    def onward(self, there: Place, spot_at: Callable[[Here], Spot]) -> tuple[Spot, frozenset[int]] | None:
        """The spot that the step last asked for has led to, and the flags it raised; None if it has left the head."""
        way = self._made
        if way is None or way.then is None or there.phase is not way.then.phase:
            return None
        spot = self._spot.ahead.get(id(way))
        if spot is None:
            spot = self._spot.ahead[id(way)] = spot_at(way.then)
        return spot, way.raises


class Fixed:
    """The moves of a roadmap, or of a case decided: few such places, so their steps are kept."""

    __slots__ = ("_steps", "moves")

    def __init__(self, steps: Sequence[Step]) -> None:
        self.moves = tuple(step.move for step in steps)
        self._steps = {step.move: step for step in steps}

    def step(self, move: Move) -> Step | None:
        """The step that a move makes, or None if it is not offered."""
        return self._steps.get(move)
