"""What happens in a sitting, as values a screen can show. Each knows how many moves had been made when it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from moot.bench.ruling import Ruling
from moot.case import Reaction, Side
from moot.round.formats import Segment

__all__ = [
    "Answered",
    "Asked",
    "Begun",
    "Closed",
    "Decided",
    "Event",
    "GaveUp",
    "Hint",
    "Light",
    "LightColor",
    "Mapped",
    "Opened",
    "Reacted",
    "Resumed",
    "TurnedTo",
    "WorkedOut",
    "next_said",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; ``ply`` is the number of moves made when it did."""

    ply: int


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """A turn at the lectern opens, with so many ticks on the clock."""

    segment: Segment
    side: Side
    ticks: int


@dataclass(frozen=True, slots=True)
class Mapped(Event):
    """Counsel gave a roadmap."""

    side: Side
    heads: tuple[str, ...]
    reserve: int


@dataclass(frozen=True, slots=True)
class Begun(Event):
    """Counsel began a point."""

    side: Side
    point: str


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """A judge asked. ``broke_in`` is true when it cut a point in half."""

    judge: str
    question: str
    broke_in: bool


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """Counsel answered."""

    side: Side
    answer: str


@dataclass(frozen=True, slots=True)
class Reacted(Event):
    """A judge lets it be seen what they made of an answer."""

    judge: str
    kind: Reaction
    text: str


@dataclass(frozen=True, slots=True)
class WorkedOut(Event):
    """A hypothetical was answered, and the rule applied: in training the reader is told what came of it."""

    answer: str


@dataclass(frozen=True, slots=True)
class GaveUp(Event):
    """A concession took something out of the case: in training the reader is told what."""

    answer: str
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """Counsel said the other half of a point."""

    side: Side
    point: str


@dataclass(frozen=True, slots=True)
class TurnedTo(Event):
    """Counsel turned to another head."""

    side: Side
    head: str


class LightColor(StrEnum):
    """The two lights at the lectern."""

    WHITE = "white"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Light(Event):
    """A light came on at the lectern."""

    color: LightColor


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """A turn ended: counsel sat down, or the red light stopped them.

    ``in_silence``: a live clock ran out before counsel had begun to speak, and the presiding judge says so.
    """

    segment: Segment
    side: Side
    by_red_light: bool
    in_silence: bool = False


@dataclass(frozen=True, slots=True)
class Decided(Event):
    """The conference is over."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Hint(Event):
    """Advice the case gives a beginner at a moment (one of ``HINT_MOMENTS``), once in a sitting."""

    moment: str
    text: str


def next_said(events: Sequence[Event], index: int, following: Event | None = None) -> Event | None:
    """The event after this one that is more than a look or a light; ``following`` is what comes after them all."""
    for event in events[index + 1 :]:
        if not isinstance(event, Reacted | Light):
            return event
    return following
