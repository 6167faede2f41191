"""Events of a sitting as paragraphs of a transcript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.opinion.prose.grammar import joined
from moot.plain.page import BLANK, Para
from moot.plain.speech import counsel, judge_label
from moot.round.round import Round
from moot.sitting.events import Begun, Decided, Event, Light, Opened, TurnedTo, next_said
from moot.sitting.words.event_text import event_text
from moot.sitting.words.spoken import both, last_name

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
    words = event_text(event, following, round)
    if words is None:
        return
    if isinstance(event, Opened):
        yield from (BLANK, Para(words.title.upper()), Para(f"{words.text}. {words.clock} on the clock."), BLANK)
    elif words.counsel is not None:
        if isinstance(event, Begun | TurnedTo):
            yield BLANK
        yield _speech(counsel(round, event.ply) + (f" [{words.clock}]" if words.clock else ""), words.text)
    elif words.judge:
        yield _speech(judge_label(round.bench, words.judge), words.text)
        if words.aside:
            yield Para(f"({words.aside})", hang=1)
    elif isinstance(event, Decided):
        yield from (BLANK, Para(words.text), BLANK)
    else:
        yield Para(f"({words.text})", hang=1)
        if isinstance(event, Light):
            yield BLANK


def _speech(who: str, text: str) -> Para:
    return Para(f"{who}: {text}", hang=2)
