"""One thing said otherwise: the single changes to what was heard that a judge's vote is tried on.

A change is one of four: a point or an answer taken back, a point that was cut short said in full, a point left unsaid said, and
another answer given to a question that was asked. Everything else stays as it was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from moot.case import Case, Guard, Heard, Point, Question, Side
from moot.case.heard import heard_of
from moot.case.per_case import recent_per_case

__all__ = ["Change", "ChangeKind", "left_unsaid", "taken_back"]


class ChangeKind(StrEnum):
    """What is done otherwise."""

    TAKEN_BACK = "taken back"
    FINISHED = "said in full"
    SAID = "said"
    ANSWERED = "answered otherwise"


class Change(NamedTuple):
    """One change, by one side: what was (or was not) said, for another answer the answer that replaces it, and what is then heard."""

    kind: ChangeKind
    side: Side
    said: str
    instead: str
    heard: Heard


@recent_per_case(16)
def taken_back(case: Case, heard: Heard) -> tuple[Change, ...]:
    """Every single thing that was said, taken back, in the order of the case file. What an answer conceded is restored with it."""
    said = [id for id in (*case.point, *case.answers) if id in heard.half or id in heard.full or id in heard.answers]
    return tuple(
        Change(
            ChangeKind.TAKEN_BACK,
            case.side_of(id),
            id,
            "",
            heard_of(case, heard.half - {id}, heard.full - {id}, heard.answers - {id}),
        )
        for id in said
    )


@recent_per_case(32)
def left_unsaid(case: Case, heard: Heard, side: Side) -> tuple[Change, ...]:
    """Everything that this side could have said besides or otherwise, in the order of the case file: points, then answers.

    Only what its guards allow beside the rest, and nothing that had been withdrawn. Whether there was time for it is not asked.
    """
    return (*_points(case, heard, side), *_answers(case, heard, side))


def _points(case: Case, heard: Heard, side: Side) -> Iterator[Change]:
    for point in case.points:
        id = point.id
        if point.side is not side or id in heard.full or id in heard.withdrawn:
            continue
        cut = id in heard.half
        if cut or (_may(heard, point.when) and _replies(case, heard, point)):
            then = heard_of(case, heard.half - {id}, heard.full | {id}, heard.answers)
            yield Change(ChangeKind.FINISHED if cut else ChangeKind.SAID, side, id, "", then)


def _answers(case: Case, heard: Heard, side: Side) -> Iterator[Change]:
    for id in case.answers:
        if id not in heard.answers or case.side_of(id) is not side:
            continue
        question = case.question_of[id]
        # What was asked only because of the answer given would not have been asked.
        left = heard.answers - {id} - _under(case, id)
        for other in question.answers:
            if other.id != id and _may(heard._replace(answers=left), other.when):
                then = heard_of(case, heard.half, heard.full, left | {other.id})
                yield Change(ChangeKind.ANSWERED, side, id, other.id, then)


def _under(case: Case, answer: str) -> frozenset[str]:
    """The answers to the questions that follow this one up."""
    asked: list[Question] = [each for one in case.answers[answer].follow_ups for each in one.walk()]
    return frozenset(given.id for question in asked for given in question.answers)


def _may(heard: Heard, guards: tuple[Guard, ...]) -> bool:
    """Whether all the guards hold."""
    return all(
        (guard.said in heard.full or guard.said in heard.half or guard.said in heard.answers) is guard.wanted
        for guard in guards
    )


def _replies(case: Case, heard: Heard, point: Point) -> bool:
    """Whether a reply has something to reply to; true of every other point."""
    if not point.replies:
        return True
    said = heard.full | heard.half | heard.answers
    return any(
        id in said or any(under.id in said for under in case.points_under.get(id, ())) for id in point.replies_to
    )
