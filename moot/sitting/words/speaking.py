"""What counsel gets to say of a point between two interruptions: the words of its stretches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from moot.case.language.speech import sentence_breaks, units
from moot.round.round import Round
from moot.sitting.events import Asked, Begun, Event, Resumed

__all__ = ["broken_off", "said", "taken_up"]

_SOME = 3
"""A bench that breaks in does so in mid-sentence: so many words at least after its beginning and before its end."""


def said(round: Round, event: Begun | Resumed, following: Event | None) -> str:
    """The words counsel says from this event on, until the bench breaks in (``following``) or the point is done."""
    speech = round.case.point[event.point].speech
    ticks = round.rules.stretches(event.point)
    start = round.positions[event.ply - 1].state.part if isinstance(event, Resumed) else 0
    stop = len(ticks)
    if isinstance(following, Asked) and following.broke_in:
        stop = round.positions[following.ply - 1].state.part
    begun = taken_up(speech, ticks, start)
    return begun if stop == len(ticks) else broken_off(speech, ticks, stop)[len(speech) - len(begun) :]


def broken_off(speech: str, ticks: Sequence[int], stretches: int) -> str:
    """A speech up to the end of so many of its stretches, broken off in mid-sentence with a dash."""
    begun = speech[: _cut(speech, ticks, stretches)]
    return (begun.rstrip(" ,;:.?!-\u2013\u2014。！？｡，") or begun) + " \u2013"


def taken_up(speech: str, ticks: Sequence[int], stretches: int) -> str:
    """The rest of a speech after so many of its stretches: from the beginning of the sentence that was broken off."""
    if not stretches:
        return speech
    cut = _cut(speech, ticks, stretches)
    return speech[max(start for start in _starts(speech) if start < cut) :]


def _cut(speech: str, ticks: Sequence[int], stretches: int) -> int:
    """Where in a speech its first stretches end: in the middle of a sentence, if any sentence near there has a middle.

    A single word is begun, and then said whole.
    """
    ends = _ends(speech)
    wanted = max(1, len(ends) * list(accumulate(ticks))[stretches - 1] // sum(ticks))
    starts = _starts(speech)
    inside = [
        number
        for number in range(1, len(ends))
        if all(abs(number - _count(ends, start)) >= _SOME for start in (*starts[1:], len(speech)))
    ]
    number = min(inside, key=lambda each: (abs(each - wanted), each), default=min(wanted, max(1, len(ends) - 1)))
    return ends[number - 1]


def _count(ends: Sequence[int], at: int) -> int:
    """How many words end at or before this place."""
    return sum(end <= at for end in ends)


def _ends(speech: str) -> list[int]:
    """Where each word ends."""
    found, at = [], 0
    for part in units(speech):
        at = speech.index(part, at) + len(part)
        found.append(at)
    return found or [len(speech)]


def _starts(speech: str) -> list[int]:
    """Where each sentence begins."""
    return [0, *(start for _, start in sentence_breaks(speech))]
