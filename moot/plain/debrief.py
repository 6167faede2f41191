"""The debrief as paragraphs: first what a coach would say in a minute, then the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moot.plain.page import BLANK, Para
from moot.plain.speech import plural
from moot.report.debrief import CourtInLines, CourtSentence, Debrief, IssueLine, Mistake, Prompt
from moot.report.debrief.told import issue_told, mistakes_told, points_told, unchanged_told
from moot.report.values import LineEntry
from moot.round.clock import clock_face

__all__ = ["court_lines", "debrief_lines", "move_lines", "prompt_lines"]


def prompt_lines(prompt: Prompt) -> Iterator[Para]:
    """The question before the reveal, with its numbered answers."""
    yield BLANK
    yield Para(f"Before the debrief, one question. {prompt.question} (A number, or nothing to skip it.)")
    for number, option in enumerate(prompt.options, 1):
        yield Para(f"{number}) {option}", indent=2, hang=3)


def debrief_lines(told: Debrief, *, court: bool = True) -> Iterator[Para]:
    """The debrief of a side up to the issues; marks, ballot and moves follow it. What the court decided need be told only once."""
    yield from _first(told)
    if court:
        yield from court_lines(told.court)
    yield from _mistakes(told)
    yield from _bench(told)
    yield from _issues(told.issues)


def _first(told: Debrief) -> Iterator[Para]:
    yield BLANK
    yield Para(f"DEBRIEF, for {told.counsel}, counsel for {told.called}")
    yield BLANK
    yield Para(told.result)
    yield BLANK
    if told.well is not None:
        yield Para("ONE THING YOU DID WELL")
        if told.well.question:
            yield Para(f"{told.well.judge} asked: {told.well.question}", 2, 2)
        yield Para(f"{told.well.lead}: {told.well.said}", 2, 2)
        yield Para(told.well.why, 2, 2)
        yield from _sentence(told.well.court)
        yield BLANK
    if (change := told.change) is not None:
        yield Para("ONE ANSWER TO CHANGE")
        yield Para(f"{change.judge} asked: {change.question}", 2, 2)
        yield Para(f"You said: {change.said}", 2, 2)
        yield Para(f"Say: {change.better}", 2, 2)
    else:
        yield Para(unchanged_told(told.answers))
    yield BLANK
    if told.next is not None:
        yield Para("ONE QUESTION TO EXPECT NEXT TIME")
        yield Para(f"{told.next.judge}: {told.next.question}", 2, 2)
        yield Para(told.next.reason, 2, 2)


def court_lines(court: CourtInLines) -> Iterator[Para]:
    """What the court decided, each line with its page."""
    if not court.lines:
        return
    yield BLANK
    yield Para(f"WHAT THE COURT DECIDED{f', {court.citation}' if court.citation else ''}")
    for line in court.lines:
        yield Para(line.told, 2, 2)


def _mistakes(told: Debrief) -> Iterator[Para]:
    yield BLANK
    yield Para(mistakes_told(len(told.mistakes), told.answers))
    for number, mistake in enumerate(told.mistakes, 1):
        yield BLANK
        yield from _mistake(number, mistake)


def _mistake(number: int, mistake: Mistake) -> Iterator[Para]:
    yield Para(f"{number}. Move {mistake.ply}: {points_told(mistake.points)}, {mistake.ballot}")
    yield Para(f"{mistake.judge} asked: {mistake.question}", 2, 2)
    yield Para(f"You said: {mistake.said}", 2, 2)
    yield Para(f"Why it hurts: {mistake.law}", 2, 2)
    yield Para(f"Better: {mistake.better}", 2, 2)
    yield Para(f"Why it helps: {mistake.better_law}", 2, 2)
    for also in mistake.also:
        yield Para(f"Also right: {also}", 2, 2)
    yield from _sentence(mistake.court)
    yield Para(mistake.votes, 2, 2)


def _sentence(court: CourtSentence | None) -> Iterator[Para]:
    if court is not None:
        yield Para(f"{court.lead}: {court.words} ({court.pin})", 2, 2)


def _bench(told: Debrief) -> Iterator[Para]:
    won, lost = told.votes
    yield BLANK
    yield Para(f"WHOM YOU WON AND LOST, AND WHERE: {won} won, {lost} lost")
    for line in told.bench:
        yield Para(line.told, 2, 2)
        if line.instead:
            yield Para(line.instead, 4, 2)


def _issues(lines: Sequence[IssueLine]) -> Iterator[Para]:
    yield BLANK
    yield Para("YOUR LINE BESIDE THE COURT'S, question by question")
    for line in lines:
        yield BLANK
        yield Para(line.question, 2, 2)
        for part in issue_told(line):
            yield Para(part, 4, 2)


def move_lines(line: Sequence[LineEntry]) -> Iterator[Para]:
    """Every move, with the clock when it was begun."""
    yield BLANK
    yield Para(f"EVERY MOVE: {plural(len(line), 'move')}")
    for entry in line:
        yield Para(f"{entry.ply}. {clock_face(entry.clock)} {entry.name}: {entry.words}", 2, 2)
