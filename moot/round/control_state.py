"""Where play stands, without the clock: a place, what it is made of, and the steps from it.

A place has two parts. :class:`Here` is what the rules of one head read: what has been said under it, and what may be
asked or answered now. :class:`Beyond` is what waits until the head is left: the heads announced, the reserve, and
what was said that only a later head or turn asks about. The steps under a head are worked out from *here* alone, so
they are the same whatever lies *beyond*; the proof rests on that, and so does the round.
"""

from __future__ import annotations

from typing import NamedTuple

from moot.round import moves
from moot.round.phases import Phase

__all__ = ["Beyond", "Here", "Place", "Step", "Within", "join"]


class Place(NamedTuple):
    """A control state without its clock.

    ``bench`` is true when the bench is to move. ``reserve`` is in ticks. ``left`` holds the heads announced and not yet
    opened, ``head`` the current one (for rebuttal, empty), ``said`` the points of it already begun. ``point`` is the point
    under question or broken into, ``cut`` whether its other half may still be said. ``menu`` is what the bench may ask,
    ``pending`` the question to be answered. ``flags`` are the few things said that a later rule reads.
    """

    phase: Phase
    bench: bool = False
    reserve: int = 0
    left: frozenset[str] = frozenset()
    head: str = ""
    said: frozenset[str] = frozenset()
    point: str = ""
    cut: bool = False
    menu: tuple[str, ...] = ()
    pending: str = ""
    flags: frozenset[int] = frozenset()


class Here(NamedTuple):
    """What the rules read while counsel stays under one head; of the flags, those that may still be asked about here."""

    phase: Phase
    bench: bool
    head: str
    said: frozenset[str]
    point: str
    cut: bool
    menu: tuple[str, ...]
    pending: str
    flags: frozenset[int]


class Beyond(NamedTuple):
    """What no rule reads until the head is left; of the flags, those that something after it asks about."""

    reserve: int
    left: frozenset[str]
    flags: frozenset[int]

    def raised(self, flags: frozenset[int], wanted: frozenset[int]) -> Beyond:
        """The same with these flags too, so far as anything after this head wants them."""
        more = flags & wanted
        return self if more <= self.flags else Beyond(self.reserve, self.left, self.flags | more)


def join(here: Here, beyond: Beyond) -> Place:
    """The place made of the two."""
    phase, bench, head, said, point, cut, menu, pending, flags = here
    reserve, left, others = beyond
    flags = flags | others if others else flags
    return Place(phase, bench, reserve, left, head, said, point, cut, menu, pending, flags)


class Step(NamedTuple):
    """One move from a place: its cost in ticks, where it leads with time left, and where when time is gone.

    ``keeps`` is what a roadmap sets aside for rebuttal, in ticks. ``half`` and ``full`` name the point of which the
    half or the whole has now been heard; a point begun when the red light comes is heard whole (``full_if_red``).
    """

    move: moves.Move
    cost: int
    then: Place
    red: Place
    keeps: int = 0
    half: str = ""
    full: str = ""
    full_if_red: str = ""


class Within(NamedTuple):
    """One move under a head. ``then`` is where it leads; None when it leaves the head (sitting down, turning to another).

    ``raises`` are flags for what was said. ``ends`` is whether the red light, if the move brings it, ends the turn; if
    not, counsel goes on at nought. The rest is as in :class:`Step`.
    """

    move: moves.Move
    cost: int
    then: Here | None
    raises: frozenset[int] = frozenset()
    ends: bool = False
    half: str = ""
    full: str = ""
    full_if_red: str = ""
