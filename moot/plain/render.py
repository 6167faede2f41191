"""Events of a sitting as paragraphs of a transcript. The one place where the plain form words an argument."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.opinion.prose.grammar import joined
from moot.plain.page import BLANK, Para
from moot.plain.speech import counsel, judge_label, plural
from moot.round.clock import clock_face
from moot.round.round import Round
from moot.sitting.events import (
    Answered,
    Asked,
    Begun,
    Closed,
    Decided,
    Event,
    Hint,
    Light,
    LightColor,
    Mapped,
    Opened,
    Reacted,
    Resumed,
    TurnedTo,
    WorkedOut,
    next_said,
)
from moot.sitting.scenes import scene_text, worked_out
from moot.sitting.speaking import said
from moot.sitting.spoken import (
    asked_text,
    both,
    last_name,
    roadmap_text,
    said_text,
    segment_name,
    speaker_of,
    time_is_up,
    turn_text,
    white_light_time,
)

__all__ = ["event_lines", "opening", "transcript"]


def opening(round: Round) -> Iterator[Para]:
    """The head of a transcript: the case, the question, the bench, the counsel."""
    case = round.case
    yield Para(case.caption.upper().replace(" V. ", " v. "))
    where = [case.citation, f"No. {case.docket}" if case.docket else "", case.court]
    yield Para(", ".join(part for part in where if part))
    yield BLANK
    yield Para(f"Question: {case.question_presented}", hang=2)
    names = [last_name(judge.name) for judge in round.bench.judges]
    yield Para(f"Bench: {joined(names)}. The judges are simulated: styles of judging, not the persons.", hang=2)
    if round.bench.absent:
        yield Para(f"Taking no part: {joined([last_name(judge.name) for judge in round.bench.absent])}.", hang=2)
    for party in (case.petitioner, case.respondent):
        yield Para(f"For {party.called}: {both(party.speakers)}, for {party.name}.", hang=2)
    yield Para(f"Format: {round.format.title}.", hang=2)
    yield BLANK


def transcript(events: Sequence[Event], round: Round) -> Iterator[Para]:
    """The events, in order. The round is the one they came from, with their moves still on its line."""
    for index, event in enumerate(events):
        yield from event_lines(event, next_said(events, index), round)


def event_lines(event: Event, following: Event | None, round: Round) -> Iterator[Para]:
    """One event; ``following`` is what is said next (a question may break into a speech)."""
    case = round.case
    match event:
        case Opened(segment=segment, side=side, ticks=ticks):
            party = case.party(side)
            yield BLANK
            yield Para(segment_name(round, segment).upper())
            yield Para(f"{party.speaker(segment.speaker)}, for {party.called}. {clock_face(ticks)} on the clock.")
            yield BLANK
        case Mapped(heads=heads, reserve=reserve):
            yield _speech(counsel(round, event.ply), roadmap_text(round, heads, reserve))
        case Begun():
            yield BLANK
            yield _speech(f"{counsel(round, event.ply)} [{_clock(round, event.ply)}]", said(round, event, following))
        case Resumed():
            yield _speech(f"{counsel(round, event.ply)} [{_clock(round, event.ply)}]", said(round, event, following))
        case TurnedTo(head=head):
            yield BLANK
            yield _speech(counsel(round, event.ply), turn_text(case, head))
        case Asked(judge=judge, question=question):
            yield _speech(judge_label(round.bench, judge), asked_text(round, event))
            supposed = scene_text(case, case.questions[question])
            if supposed:
                yield Para(f"({supposed})", hang=1)
        case Answered(answer=answer):
            text, named = said_text(case, case.answers[answer])
            yield _speech(counsel(round, event.ply), f"{text} [{named}]".strip() if named else text)
        case Reacted(judge=judge, text=text):
            yield _speech(judge_label(round.bench, judge), text)
        case WorkedOut(answer=answer):
            found = case.answers[answer].consequence
            if found is not None:
                yield Para(f"({worked_out(case, found)})", hang=1)
        case Hint(text=text):
            yield Para(f"(Hint: {text})", hang=1)
        case Light(color=LightColor.WHITE):
            yield Para(f"(White light: {white_light_time()} left.)")
            yield BLANK
        case Light():
            yield Para("(Red light: the time is up.)")
            yield BLANK
        case Closed(by_red_light=by_red_light):
            if event.in_silence:
                judge, text = time_is_up(round)
                yield _speech(judge_label(round.bench, judge), text)
            elif not by_red_light:
                left = round.positions[event.ply - 1].clock
                unused = f" with {clock_face(left)} unused" if left else ""
                yield Para(f"({speaker_of(round, event.ply)} sits down{unused}.)")
        case Decided():
            yield BLANK
            yield Para(f"The case is submitted after {plural(event.ply, 'move')}.")
            yield BLANK


def _speech(who: str, text: str) -> Para:
    return Para(f"{who}: {text}", hang=2)


def _clock(round: Round, ply: int) -> str:
    """The clock when the move at this ply was begun."""
    return clock_face(round.positions[ply - 1].clock)
