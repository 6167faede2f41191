"""Every event of a sitting in words. This is the one place that says them; the plain form, the screens, the web page and reports lay them out."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case import Side
from moot.round.clock import clock_face
from moot.round.round import Round
from moot.sitting.events import (
    Answered,
    Asked,
    Begun,
    Closed,
    Decided,
    Event,
    GaveUp,
    Hint,
    Light,
    LightColor,
    Mapped,
    Opened,
    Reacted,
    Resumed,
    TurnedTo,
    WorkedOut,
)
from moot.sitting.words.scenes import given_up, scene_text, worked_out
from moot.sitting.words.speaking import said
from moot.sitting.words.spoken import (
    asked_text,
    plural,
    roadmap_text,
    said_text,
    segment_name,
    speaker_of,
    time_is_up,
    turn_text,
    white_light_time,
)

__all__ = ["EventText", "event_text"]


@dataclass(frozen=True, slots=True)
class EventText:
    """One event in words.

    ``counsel`` is the side whose counsel says them and ``judge`` the judge who does; where nobody does, they tell what is seen. ``aside``
    is what is supposed in a question. ``clock`` is how the clock stands when counsel begins a point or a turn opens, and ``title`` the name
    of a turn that opens.
    """

    text: str
    counsel: Side | None = None
    judge: str = ""
    aside: str = ""
    clock: str = ""
    title: str = ""


def event_text(event: Event, following: Event | None, round: Round) -> EventText | None:
    """One event in words; None for one that is not told. ``following`` is what is said next (a question may break into a speech)."""
    case = round.case
    match event:
        case Opened(segment=segment, side=side, ticks=ticks):
            party = case.party(side)
            text = f"{party.speaker(segment.speaker)}, for {party.called}"
            return EventText(text, title=segment_name(round, segment), clock=clock_face(ticks))
        case Mapped(side=side, heads=heads, reserve=reserve):
            return EventText(roadmap_text(round, heads, reserve), counsel=side)
        case Begun(side=side) | Resumed(side=side):
            clock = clock_face(round.positions[event.ply - 1].clock)
            return EventText(said(round, event, following), counsel=side, clock=clock)
        case TurnedTo(side=side):
            return EventText(turn_text(round, event), counsel=side)
        case Answered(side=side, answer=answer):
            text, named = said_text(case, case.answers[answer])
            return EventText(f"{text} [{named}]".strip() if named else text, counsel=side)
        case Asked(judge=judge, question=question):
            return EventText(asked_text(round, event), judge=judge, aside=scene_text(case, case.questions[question]))
        case Reacted(judge=judge, text=text):
            return EventText(text, judge=judge)
        case _:
            return _seen(event, round)


def _seen(event: Event, round: Round) -> EventText | None:
    """What is seen, and not said by counsel or in the course of the argument."""
    match event:
        case WorkedOut(answer=answer):
            found = round.case.answers[answer].consequence
            return EventText(worked_out(round.case, found)) if found is not None else None
        case GaveUp(answer=answer, lost=lost):
            return EventText(given_up(round.case, answer, lost))
        case Hint(text=text):
            return EventText(f"Hint: {text}")
        case Light(color=LightColor.WHITE):
            return EventText(f"White light: {white_light_time()} left.")
        case Light():
            return EventText("Red light: the time is up.")
        case Closed(in_silence=True):
            judge, text = time_is_up(round)
            return EventText(text, judge=judge)
        case Closed(by_red_light=False):
            left = round.positions[event.ply - 1].clock
            unused = f" with {clock_face(left)} unused" if left else ""
            return EventText(f"{speaker_of(round, event.ply)} sits down{unused}.")
        case Decided():
            return EventText(f"The case is submitted after {plural(event.ply, 'move')}.")
        case _:
            return None
