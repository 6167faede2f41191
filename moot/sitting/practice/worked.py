"""A worked example: a line that was really argued, cut into episodes, with a stop before each answer.

:func:`worked_example` gives the steps in order. A face tells :class:`ToldEvents` as it tells any events, and at a :class:`QuestionStop` asks what the reader would say,
before it goes on to what was really said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.case import Case, Side, Treatment
from moot.round import moves
from moot.round.round import Round
from moot.score.marks import Marked, marks
from moot.sitting.events import Answered, Begun, Event, Opened
from moot.sitting.practice.engine import Task
from moot.sitting.retelling import retell

__all__ = ["Comment", "Episode", "ExampleStep", "QuestionStop", "ToldEvents", "worked_example"]


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode begins: whose it is, its head (empty in a reply), and what has to be won in it: a question and the answer wanted."""

    number: int
    of: int
    side: Side
    head: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ToldEvents:
    """Events to tell."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class QuestionStop:
    """A question has been put: what would you say here? ``task.given`` is what was really said."""

    task: Task


@dataclass(frozen=True, slots=True)
class Comment:
    """What to know of the answer that was really given, or at the end of an episode of the points argued in it.

    ``said`` is the answer, empty at the end of an episode; ``why`` is the law of the answer; ``marks`` are what the real opinions made of it, those that speak.
    """

    said: str
    why: str
    marks: tuple[Marked, ...]


ExampleStep = Episode | ToldEvents | QuestionStop | Comment


def worked_example(round: Round) -> Iterator[ExampleStep]:
    """The steps of a round that was argued, from the call of the case to the end of the argument."""
    case = round.case
    events = retell(round)
    of = len(_heads(case, events))
    spoken = [mark for mark in marks(round) if mark.treatment is not Treatment.NOT_REACHED and mark.quote]
    number, head = 0, ""
    waiting: list[Event] = []
    argued: list[str] = []
    for at, event in enumerate(events):
        if isinstance(event, Begun) and (found := _head_of(case, event)) != head:
            yield from _flushed(waiting)
            yield from _closing(argued, spoken)
            number, head, argued = number + 1, found, []
            issue = case.issue[case.point[event.point].argument.urges[0].issue]
            position = issue.position(case.point[event.point].argument.urges[0].position)
            yield Episode(number, of, event.side, case.point[event.point].head or "", issue.question, position.text)
        if isinstance(event, Begun):
            argued.append(event.point)
        if isinstance(event, Opened) and at:
            yield from _flushed(waiting)
        if isinstance(event, Answered):
            yield from _flushed(waiting)
            task = Task(_until(round, event.ply - 1), given=event.answer)
            if len(task.alternatives) > 1:
                yield QuestionStop(task)
            yield ToldEvents((event,))
            yield Comment(event.answer, case.answers[event.answer].why, _of(spoken, event.answer))
            continue
        waiting.append(event)
    yield from _flushed(waiting)
    yield from _closing(argued, spoken)


def _flushed(waiting: list[Event]) -> Iterator[ToldEvents]:
    if waiting:
        told = tuple(waiting)
        waiting.clear()
        yield ToldEvents(told)


def _closing(argued: Sequence[str], spoken: Sequence[Marked]) -> Iterator[Comment]:
    """At the end of an episode: what the opinions made of its points."""
    found = tuple(mark for point in argued for mark in _of(spoken, point))
    if found:
        yield Comment("", "", found)


def _of(spoken: Sequence[Marked], said: str) -> tuple[Marked, ...]:
    """The first opinion that speaks of a thing said."""
    return tuple(mark for mark in spoken if mark.said == said)[:1]


def _heads(case: Case, events: Sequence[Event]) -> list[str]:
    found: list[str] = []
    for event in events:
        if isinstance(event, Begun) and (not found or found[-1] != _head_of(case, event)):
            found.append(_head_of(case, event))
    return found


def _head_of(case: Case, event: Begun) -> str:
    return case.point[event.point].head or f"reply of the {event.side}"


def _until(round: Round, ply: int) -> Round:
    line: tuple[moves.Move, ...] = round.line[:ply]
    return Round.from_line(round.case, round.bench, line, seed=round.seed, format=round.format, heat=round.heat)
