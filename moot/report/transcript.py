"""The transcript as values: who said what, for a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moot.case import Side
from moot.round.round import Round
from moot.sitting.events import Decided, GaveUp, Hint, Opened, WorkedOut, next_said
from moot.sitting.retelling import retell
from moot.sitting.words.event_text import event_text
from moot.sitting.words.spoken import judge_title, speaker_of

__all__ = ["SpokenLine", "transcript"]


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """Something said, or noted in the margin (no speaker). ``ply`` is the move, from 1; ``heading`` opens a turn at the lectern."""

    ply: int
    speaker: str
    text: str
    side: Side | None = None
    heading: bool = False


def transcript(round: Round) -> tuple[SpokenLine, ...]:
    """The whole argument so far."""
    return tuple(_lines(round))


def _lines(round: Round) -> Iterator[SpokenLine]:
    events = retell(round)
    for index, event in enumerate(events):
        ply, words = event.ply, event_text(event, next_said(events, index), round)
        if words is None or isinstance(event, WorkedOut | GaveUp | Hint | Decided):
            continue
        if isinstance(event, Opened):
            title = f"{words.title[:1].upper()}{words.title[1:]}"
            yield SpokenLine(ply, "", f"{title}: {words.clock} on the clock", event.side, heading=True)
        elif words.counsel is not None:
            yield SpokenLine(ply, speaker_of(round, ply), words.text, words.counsel)
        else:
            yield SpokenLine(ply, judge_title(round.bench, words.judge) if words.judge else "", words.text)
            if words.aside:
                yield SpokenLine(ply, "", words.aside)
