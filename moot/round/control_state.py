"""Control states: where play stands, without the clock; their two parts; and the transitions between them.

A control state has two parts. :class:`LocalState` is what the rules of one head read: what has been said under it, and
what may be asked or answered now. :class:`OuterState` is what no rule reads until the head is left: the heads announced,
the reserve, and the flags that only a later head or turn reads. The moves under a head are computed from the local state
alone, so they are the same for every outer state. Both the round and the proof rely on that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from moot.round import moves
from moot.round.turns.phases import Phase

__all__ = ["ControlState", "LocalMove", "LocalMoves", "LocalState", "OuterState", "Transition", "join"]


class ControlState(NamedTuple):
    """Everything a later rule can read, except the clock.

    ``bench`` is true when the bench is to move. ``reserve`` is in ticks. ``left`` holds the heads announced and not yet
    opened, ``head`` the current one (for rebuttal, empty), ``said`` the points of it already begun. ``point`` is the point
    under question or interrupted, ``cut`` whether the bench has broken in on it here and the rest may still be said, and
    ``part`` how many stretches of it have been said (:mod:`moot.round.heads.stretches`; 0 without a point). ``menu`` is what the
    bench may ask, ``pending`` the question to be answered. ``flags`` are the things said that a later rule reads, by number.
    """

    phase: Phase
    bench: bool = False
    reserve: int = 0
    left: frozenset[str] = frozenset()
    head: str = ""
    said: frozenset[str] = frozenset()
    point: str = ""
    cut: bool = False
    part: int = 0
    menu: tuple[str, ...] = ()
    pending: str = ""
    flags: frozenset[int] = frozenset()


class LocalState(NamedTuple):
    """What the rules read while counsel stays under one head. ``flags`` are those that may still be read under it."""

    phase: Phase
    bench: bool
    head: str
    said: frozenset[str]
    point: str
    cut: bool
    part: int
    menu: tuple[str, ...]
    pending: str
    flags: frozenset[int]


class OuterState(NamedTuple):
    """What no rule reads until the head is left. ``flags`` are those that something after this head reads."""

    reserve: int
    left: frozenset[str]
    flags: frozenset[int]

    def with_flags(self, flags: frozenset[int], live: frozenset[int]) -> OuterState:
        """This state with those of ``flags`` added that are ``live`` after this head."""
        more = flags & live
        return self if more <= self.flags else OuterState(self.reserve, self.left, self.flags | more)


def join(local: LocalState, outer: OuterState) -> ControlState:
    """The control state made of the two parts."""
    phase, bench, head, said, point, cut, part, menu, pending, flags = local
    reserve, left, others = outer
    flags = flags | others if others else flags
    return ControlState(phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags)


class Transition(NamedTuple):
    """One move from a control state. ``cost`` is in ticks.

    ``next`` is the state it leads to while time remains, ``on_expiry`` the one where it has used up the time. ``reserves``
    is what a roadmap sets aside for rebuttal, in ticks. ``half`` and ``full`` name the point of which half or all has now
    been heard. A point begun as time expires is heard whole (``full_on_expiry``).
    """

    move: moves.Move
    cost: int
    next: ControlState
    on_expiry: ControlState
    reserves: int = 0
    half: str = ""
    full: str = ""
    full_on_expiry: str = ""

    def may_take(self, ticks: int | None) -> bool:
        """Whether the move may be measured at these ticks: a clock on the screen never makes it shorter than its own cost."""
        return ticks is None or (isinstance(ticks, int) and ticks >= self.cost)


class LocalMove(NamedTuple):
    """One move under a head. ``next`` is None for a move that leaves the head (sitting down, turning to another head).

    ``sets`` are the flags that the move sets. ``ends_turn`` says whether the turn ends where the move uses up the time; if
    not, counsel goes on with a clock of zero. The rest is as in :class:`Transition`.
    """

    move: moves.Move
    cost: int
    next: LocalState | None
    sets: frozenset[int] = frozenset()
    ends_turn: bool = False
    half: str = ""
    full: str = ""
    full_on_expiry: str = ""


class LocalMoves(NamedTuple):
    """What may be done under a head: the moves alone, and in the same order each with what it does."""

    moves: tuple[moves.Move, ...]
    entries: tuple[LocalMove, ...]

    @classmethod
    def of(cls, entries: Iterable[LocalMove]) -> LocalMoves:
        """These moves."""
        found = tuple(entries)
        return cls(tuple([each.move for each in found]), found)
