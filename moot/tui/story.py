"""The events of a sitting in the portions in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from moot.case import Side
from moot.round.draw import draw
from moot.round.moves import Move
from moot.round.round import Round
from moot.session import (
    Asked,
    Begun,
    Closed,
    Decided,
    Event,
    Light,
    Opened,
    Reacted,
    Resumed,
    Session,
)

__all__ = ["Beat", "beats", "retell"]


@dataclass(frozen=True, slots=True)
class Beat:
    """What is shown at one stroke: something said, with the looks and lights that go with it.

    ``waits`` is true when the reader is given time for it before anything more is shown.
    """

    events: tuple[Event, ...]
    waits: bool


def beats(events: Sequence[Event], human: Side | None) -> list[Beat]:
    """Cut events into beats. ``human`` is the side a person argues; None, both.

    A person's own choice and the question that follows come without a stop, for they have been or are about to be
    read; a speech that has not been read yet waits, and so does every word of an opponent.
    """
    groups: list[list[Event]] = []
    for event in events:
        if groups and isinstance(event, Reacted | Light | Closed):
            groups[-1].append(event)
        else:
            groups.append([event])
    made: list[Beat] = []
    theirs = False
    for group in groups:
        first = group[0]
        side = getattr(first, "side", None)
        if side is not None:
            theirs = human is not None and side is not human
        speech = isinstance(first, Begun | Resumed)
        waits = (
            speech
            or theirs
            or (isinstance(first, Opened) and first.ply > 0)
            or any(isinstance(event, Closed) for event in group)
        )
        if isinstance(first, Decided):
            waits = True
        made.append(Beat(tuple(group), waits))
    return made


class _Again:
    """A bench and counsel that play a line again, and at its end go on as the bench would have."""

    def __init__(self, line: tuple[Move, ...]) -> None:
        self.line = line

    def choose(self, round: Round) -> Move:
        return self.line[round.ply] if round.ply < len(self.line) else draw(round)


def retell(round: Round) -> list[Event]:
    """Every event of the line so far, for a sitting that is taken up again."""
    line = round.line
    again = Session(
        round.case,
        round.bench,
        human=None,
        seed=round.seed,
        format=round.format,
        heat=round.heat,
        judges=_Again(line),
    )
    events: list[Event] = list(again.open())
    while again.round.ply < len(line):
        events += again.play(line[again.round.ply])
    return _until(events, len(line))


def _until(events: Iterable[Event], ply: int) -> list[Event]:
    return [event for event in events if event.ply <= ply]


def pending(events: Sequence[Event]) -> Asked | None:
    """The last question put, if nothing has been said since."""
    for event in reversed(events):
        if isinstance(event, Asked):
            return event
        if not isinstance(event, Reacted | Light):
            return None
    return None
