"""Credit with several judges at once: what counsel's answers are worth to each of them.

What an answer is worth to a judge does not depend on the other answers, unless it contradicts something. So each answer has one row of marks,
a column for each judge, and the marks of a side are the sums of the columns. :func:`~moot.bench.judging.credit.ledger` is the same, entry by entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.judging.credit import clashes, conduct_of, refused_theories
from moot.bench.persona import Judge
from moot.bench.weighing import recent_under_rules
from moot.case import NOTHING_HEARD, Answer, Case, Heard, Side

__all__ = ["BOUND", "MARKS_A_CREDIT", "SHRINK", "SPAN", "Credits", "credit_of", "credits", "credits_of", "half"]

BOUND = 6
"""Credit never counts for more or less than this."""

SPAN, SHRINK = 8, 4
"""Credit is :data:`SPAN` times the mean mark per answer, taken over :data:`SHRINK` answers more than were given, so that few say little."""

MARKS_A_CREDIT = 4
"""This many marks of conduct make one of credit (the fraction is dropped, toward zero)."""

Marks = tuple[int, ...]
"""Marks with each judge in turn."""


class _Table(NamedTuple):
    """The marks of every answer, by the side that gives it, and what is added where it contradicts something said."""

    petitioner: Mapping[str, Marks]
    respondent: Mapping[str, Marks]
    clashing: Mapping[str, Marks]


class _Sums(NamedTuple):
    """The marks of both sides for some answers if none contradicts anything, how many are the petitioner's, and which may contradict something."""

    petitioner: Marks
    respondent: Marks
    by_petitioner: int
    clashing: tuple[str, ...]


@recent_under_rules(256)
def _table(case: Case, judges: tuple[Judge, ...]) -> _Table:
    def marks(answer: Answer, heard: Heard) -> Marks:
        question = case.question_of[answer.id]
        return tuple(
            sum(entry.marks for entry in conduct_of(question, answer, heard, judge.prices)) for judge in judges
        )

    by_side: dict[Side, dict[str, Marks]] = {Side.PETITIONER: {}, Side.RESPONDENT: {}}
    clashing: dict[str, Marks] = {}
    for id, answer in case.answers.items():
        plain = by_side[case.speaker_of[id]][id] = marks(answer, NOTHING_HEARD)
        against = marks(answer, Heard(answers=frozenset(answer.contradicts)))
        if against != plain:
            clashing[id] = tuple(one - other for one, other in zip(against, plain, strict=True))
    return _Table(by_side[Side.PETITIONER], by_side[Side.RESPONDENT], clashing)


@recent_under_rules(1024)
def _sums(case: Case, judges: tuple[Judge, ...], answers: frozenset[str]) -> _Sums:
    """Kept, because most moves add no answer."""
    table = _table(case, judges)
    ours = [table.petitioner[id] for id in answers if id in table.petitioner]
    theirs = [table.respondent[id] for id in answers if id in table.respondent]
    none = (0,) * len(judges)
    return _Sums(
        tuple(map(sum, zip(*ours, strict=True))) or none,
        tuple(map(sum, zip(*theirs, strict=True))) or none,
        len(ours),
        tuple([id for id in answers if id in table.clashing]),
    )


class Credits(NamedTuple):
    """Credit with each judge in turn, for the petitioner and for the respondent."""

    petitioner: tuple[int, ...]
    respondent: tuple[int, ...]


def credits_of(case: Case, judges: tuple[Judge, ...], heard: Heard, refused: Sequence[Sequence[str]]) -> Credits:
    """What every judge credits each side with. ``refused`` is what each weighed and did not accept."""
    petitioner, respondent, by_petitioner, clashing = _sums(case, judges, heard.answers)
    for id in clashing:
        if clashes(case.answers[id], heard):
            more = _table(case, judges).clashing[id]
            if case.speaker_of[id] is Side.PETITIONER:
                petitioner = tuple(map(int.__add__, petitioner, more))
            else:
                respondent = tuple(map(int.__add__, respondent, more))
    by_respondent = len(heard.answers) - by_petitioner
    if any(refused):
        lost = [_repeated(judge, case, heard, again) for judge, again in zip(judges, refused, strict=True)]
        petitioner = tuple([marks - less for marks, (less, _) in zip(petitioner, lost, strict=True)])
        respondent = tuple([marks - less for marks, (_, less) in zip(respondent, lost, strict=True)])
    if not weighing.SHIPPED.rate:
        return Credits(tuple(map(_bounded, petitioner)), tuple(map(_bounded, respondent)))
    # Half to one and half against the other: positions for neither side gain nothing when both argue well.
    edges = [
        half(credit_of(ours, by_petitioner) - credit_of(theirs, by_respondent))
        for ours, theirs in zip(petitioner, respondent, strict=True)
    ]
    return Credits(tuple(edges), tuple([-edge for edge in edges]))


def _repeated(judge: Judge, case: Case, heard: Heard, refused: Sequence[str]) -> tuple[int, int]:
    """What saying refused theories again costs the petitioner and the respondent."""
    lost = [0, 0]
    if not refused or not judge.prices.repetition:
        return 0, 0
    for (side, _, _), said in refused_theories(case, heard, refused).items():
        lost[side is Side.RESPONDENT] += judge.prices.repetition * (len(said) - 1)
    return lost[0], lost[1]


def credits(judge: Judge, case: Case, heard: Heard, refused: Sequence[str] = ()) -> dict[Side, int]:
    """The judge's credit for each side: :data:`SPAN` times the shrunk mean of the marks of :func:`~moot.bench.judging.credit.ledger`, half of it to each."""
    found = credits_of(case, (judge,), heard, (refused,))
    return {Side.PETITIONER: found.petitioner[0], Side.RESPONDENT: found.respondent[0]}


def credit_of(marks: int, answers: int) -> int:
    """Credit for this many marks over this many answers, toward zero."""
    whole = SPAN * abs(marks) // (answers + SHRINK)
    return whole if marks >= 0 else -whole


def half(number: int) -> int:
    """Half of a number, toward zero."""
    return number // 2 if number >= 0 else -(-number // 2)


def _bounded(marks: int) -> int:
    return min(BOUND, marks // MARKS_A_CREDIT) if marks >= 0 else -_bounded(-marks)
