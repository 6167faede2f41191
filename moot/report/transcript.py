"""The transcript as values: who said what, for a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moot.case import Side
from moot.round.clock import clock_face
from moot.round.round import Round
from moot.sitting.events import (
    Answered,
    Asked,
    Begun,
    Closed,
    Light,
    LightColor,
    Mapped,
    Opened,
    Reacted,
    Resumed,
    TurnedTo,
    next_said,
)
from moot.sitting.retelling import retell
from moot.sitting.scenes import scene_text
from moot.sitting.speaking import said
from moot.sitting.spoken import (
    asked_text,
    judge_title,
    roadmap_text,
    said_text,
    segment_name,
    speaker_of,
    time_is_up,
    turn_text,
    white_light_time,
)

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
    return tuple(_told(round))


def _told(round: Round) -> Iterator[SpokenLine]:
    case, events = round.case, retell(round)
    for index, event in enumerate(events):
        ply = event.ply
        match event:
            case Opened(segment=segment, side=side, ticks=ticks):
                name = segment_name(round, segment)
                yield SpokenLine(
                    ply, "", f"{name[:1].upper()}{name[1:]}: {clock_face(ticks)} on the clock", side, heading=True
                )
            case Mapped(side=side, heads=heads, reserve=reserve):
                yield SpokenLine(ply, speaker_of(round, ply), roadmap_text(round, heads, reserve), side)
            case Begun(side=side) | Resumed(side=side):
                yield SpokenLine(ply, speaker_of(round, ply), said(round, event, next_said(events, index)), side)
            case TurnedTo(side=side, head=head):
                yield SpokenLine(ply, speaker_of(round, ply), turn_text(case, head), side)
            case Asked(judge=judge, question=question):
                yield SpokenLine(ply, judge_title(round.bench, judge), asked_text(round, event))
                if supposed := scene_text(case, case.questions[question]):
                    yield SpokenLine(ply, "", supposed)
            case Answered(side=side, answer=answer):
                text, named = said_text(case, case.answers[answer])
                yield SpokenLine(ply, speaker_of(round, ply), f"{text} [{named}]".strip() if named else text, side)
            case Reacted(judge=judge, text=text):
                yield SpokenLine(ply, judge_title(round.bench, judge), text)
            case Light(color=LightColor.WHITE):
                yield SpokenLine(ply, "", f"White light: {white_light_time()} left.")
            case Light():
                yield SpokenLine(ply, "", "Red light: the time is up.")
            case Closed(in_silence=True):
                judge, text = time_is_up(round)
                yield SpokenLine(ply, judge_title(round.bench, judge), text)
            case Closed(side=side, by_red_light=False):
                yield SpokenLine(ply, "", f"{speaker_of(round, ply)} sits down.")
