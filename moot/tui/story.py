"""The events of a sitting in the portions in which a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moot.case import Side
from moot.sitting.events import (
    Asked,
    Begun,
    Closed,
    Decided,
    Event,
    GaveUp,
    Hint,
    Light,
    Opened,
    Reacted,
    Resumed,
    WorkedOut,
)
from moot.sitting.retelling import retell

__all__ = ["Beat", "beats", "retell"]


@dataclass(frozen=True, slots=True)
class Beat:
    """What is shown at one time: something said, with the looks and lights that go with it.

    ``waits`` is true when the reader is given time for it before anything more is shown.
    """

    events: tuple[Event, ...]
    waits: bool


def beats(events: Sequence[Event], human: Side | None) -> list[Beat]:
    """Cut events into beats. ``human`` is the side a person argues; None, both.

    A person's own choice and the question that follows come without a stop, for they have been or are about to be
    read; a speech that has not been read yet waits, and so do a look before another question and every word of an
    opponent.
    """
    groups: list[list[Event]] = []
    for event in events:
        if groups and isinstance(event, Reacted | WorkedOut | GaveUp | Light | Closed):
            groups[-1].append(event)
        else:
            groups.append([event])
    made: list[Beat] = []
    theirs = False
    for index, group in enumerate(groups):
        first = group[0]
        side = getattr(first, "side", None)
        if side is not None:
            theirs = human is not None and side is not human
        then = groups[index + 1][0] if index + 1 < len(groups) else None
        if isinstance(first, Opened):
            # A name called: it is shown with what comes after it.
            waits = False
        elif any(isinstance(event, Closed) for event in group):
            waits = not isinstance(then, Decided)
        else:
            # A look at an answer is not to be pushed off the screen by the next question.
            looked = isinstance(group[-1], Reacted | WorkedOut | GaveUp) and isinstance(then, Asked)
            waits = theirs or looked or isinstance(first, Begun | Resumed | Decided | Hint)
        made.append(Beat(tuple(group), waits))
    return made
