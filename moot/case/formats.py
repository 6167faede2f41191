"""Formats of argument as values: the segments of an argument, in order. Everything else about the order of play is derived.

A segment is one turn of one speaker at the lectern. Either it opens with a roadmap and argues heads, or it only replies to
what the other side said. A format is a list of segments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from moot.case.per_case import per_case
from moot.case.words import Side

if TYPE_CHECKING:
    from moot.case.argument import Point
    from moot.case.case import Case, Head

__all__ = [
    "MOST_SPEAKERS",
    "MOST_TICKS",
    "TICKS_A_MINUTE",
    "TICK_SECONDS",
    "Format",
    "Segment",
    "format_problems",
    "heads_for",
    "replies_for",
    "segment_number",
    "speaker_of",
]

TICK_SECONDS = 15
TICKS_A_MINUTE = 60 // TICK_SECONDS

MOST_SPEAKERS = 2
"""How many may speak for a side."""

MOST_TICKS = 60 * TICKS_A_MINUTE
"""The most time a segment may have: an hour."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One turn at the lectern.

    ``speaker`` says which of the side's counsel speaks, 1 or 2. ``ticks`` is the segment's own time, in ticks of 15 seconds.
    A segment that ``replies`` has no roadmap: it may only answer what the other side said. ``reserves`` are the minutes, any
    of which the speaker may set aside out of this segment's time for the reply of the side; the reply then has that time
    besides its own. For its first ``protected`` ticks the bench does not ask (the draw keeps to that; the proof covers more).
    """

    id: str
    side: Side
    ticks: int
    speaker: int = 1
    replies: bool = False
    reserves: tuple[int, ...] = ()
    protected: int = 0

    @property
    def name(self) -> str:
        """The segment's name for people: its id in words."""
        return self.id.replace("-", " ")


@dataclass(frozen=True)
class Format:
    """A format of argument. ``pace`` divides every cost. ``source`` says where its times come from."""

    id: str
    title: str
    segments: tuple[Segment, ...]
    pace: int = 1
    source: str = ""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.id, self.title, self.segments, self.pace, self.source))

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each segment, by id."""
        return {segment.id: number for number, segment in enumerate(self.segments)}

    @cached_property
    def longest(self) -> int:
        """The ticks of the longest segment."""
        return max(segment.ticks for segment in self.segments)

    @cached_property
    def reserved_for(self) -> dict[int, int]:
        """The number of each reply that may be given time out of another segment, with the number of that segment."""
        found: dict[int, int] = {}
        for number, segment in enumerate(self.segments):
            reply = self.reply_of(segment.side)
            if segment.reserves and reply is not None:
                found[reply] = number
        return found

    def speakers(self, side: Side) -> int:
        """How many speak for a side, replies apart."""
        return max((each.speaker for each in self.segments if each.side is side and not each.replies), default=0)

    def reply_of(self, side: Side) -> int | None:
        """The number of the segment in which a side replies; None where it has none."""
        return next((n for n, each in enumerate(self.segments) if each.side is side and each.replies), None)

    def ticks_of(self, side: Side) -> int:
        """All the time that a side has."""
        return sum(each.ticks for each in self.segments if each.side is side)


def format_problems(form: Format) -> Iterator[tuple[int | None, str, str]]:
    """What keeps a format from being played: the number of the segment (None for the whole), the fault, and how to mend it."""
    seen: dict[str, int] = {}
    for number, segment in enumerate(form.segments):
        if segment.id in seen:
            yield number, f"two segments are called `{segment.id}`", "give each segment its own id"
        seen[segment.id] = number
        if not 0 <= segment.ticks <= MOST_TICKS or (not segment.replies and not segment.ticks):
            yield (
                number,
                f"`{segment.id}` has no time, or more than an hour",
                "give it from a quarter minute to 60 minutes",
            )
        if segment.protected > segment.ticks:
            yield number, f"`{segment.id}` is protected for longer than it lasts", "protect its first minute or two"
        if segment.replies and segment.reserves:
            yield (
                number,
                f"`{segment.id}` replies, and sets time aside",
                "put `reserves` in a segment that opens with a roadmap",
            )
        if segment.reserves and max(segment.reserves) * TICKS_A_MINUTE > segment.ticks:
            yield number, f"`{segment.id}` may set aside more time than it has", "name fewer minutes"
    for side in Side:
        yield from _of_a_side(form, side)


def _of_a_side(form: Format, side: Side) -> Iterator[tuple[int | None, str, str]]:
    mine = [(number, each) for number, each in enumerate(form.segments) if each.side is side]
    opening = [(number, each) for number, each in mine if not each.replies]
    replies = [(number, each) for number, each in mine if each.replies]
    if not opening:
        yield None, f"{side} never opens", f"add a segment of {side} that does not reply"
    speakers = [each.speaker for _, each in opening]
    if speakers != list(range(1, len(speakers) + 1)):
        at = opening[0][0] if opening else None
        yield (
            at,
            f"the speakers of {side} are not 1, 2 in that order",
            "give each speaker one segment, the first speaker first",
        )
    if len(replies) > 1:
        yield replies[1][0], f"{side} replies twice", "nearest to it: one reply of each side"
    for number, each in replies:
        if not 1 <= each.speaker <= max(1, len(opening)):
            yield number, f"`{each.id}` is given to a speaker who does not open", "name one of the speakers"
        if any(number < later for later, other in enumerate(form.segments) if not other.replies):
            yield number, f"`{each.id}` replies before everyone has opened", "put replies last"
        if not each.ticks and not any(other.reserves for _, other in opening):
            yield (
                number,
                f"`{each.id}` has no time",
                "give it minutes, or let an opening segment set time aside (`reserves`)",
            )
    keepers = [(number, each) for number, each in opening if each.reserves]
    if len(keepers) > 1:
        yield keepers[1][0], f"two segments of {side} set time aside", "let one of them do so"
    if keepers and not replies and any(keepers[0][1].reserves):
        yield keepers[0][0], f"{side} sets time aside and has no reply", "add a segment that replies"


# -- what a segment of a case may argue ----------------------------------------------------------------------------------


def heads_for(case: Case, form: Format, segment: Segment) -> tuple[Head, ...]:
    """The heads that may be argued in a segment: those the case gives to its speaker.

    Where one speaks for the side, all of them. Heads that the case gives to nobody are divided in the order of the file, the
    first half (rounded up) to the first speaker.
    """
    if segment.replies:
        return ()
    heads = case.heads_of[segment.side]
    speakers = form.speakers(segment.side)
    if speakers < MOST_SPEAKERS:
        return heads
    speaks = speaker_of([head.speaker for head in heads], speakers)
    return tuple(head for head, speaker in zip(heads, speaks, strict=True) if speaker == segment.speaker)


def speaker_of(given: Sequence[int], speakers: int) -> list[int]:
    """Who argues each head of a side, 1 or 2. ``given`` is what the file says of each: 0 where it says nothing."""
    free = [index for index, speaker in enumerate(given) if not speaker]
    first = set(free[: -(-len(free) // speakers)])
    return [speaker or (1 if index in first else 2) for index, speaker in enumerate(given)]


def replies_for(case: Case, segment: Segment) -> tuple[Point, ...]:
    """The points that may be made in a segment that replies."""
    return case.replies_of[segment.side] if segment.replies else ()


@per_case
def _numbers(case: Case, form: Format) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, segment in enumerate(form.segments):
        for head in heads_for(case, form, segment):
            found[head.id] = number
        for point in replies_for(case, segment):
            found[point.id] = number
    return found


def segment_number(case: Case, form: Format, point: Point) -> int | None:
    """The number of the one segment in which a point may be made; None where the format has none for it."""
    return _numbers(case, form).get(point.head or point.id)
