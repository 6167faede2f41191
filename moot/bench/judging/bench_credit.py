"""Credit with several judges at once: what counsel's answers are worth to each of them.

What an answer is worth to a judge does not depend on the other answers, unless it contradicts something. So each answer has one row of marks,
a column for each judge, and the marks of a side are the sums of the columns. :func:`~moot.bench.judging.credit.ledger` is the same, entry by entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from operator import neg, sub
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.judging.credit import clashes, conduct_of, refused_theories
from moot.bench.persona import Judge
from moot.bench.weighing import recent_under_rules
from moot.case import NOTHING_HEARD, Answer, Case, Heard, Side
from moot.case.per_case import BoundedCache

__all__ = ["BOUND", "MARKS_A_CREDIT", "SHRINK", "SPAN", "BenchCredit", "Credits", "credit_of", "credits", "half"]

BOUND = 6
"""Credit never counts for more or less than this."""

SPAN, SHRINK = 8, 4
"""Credit is :data:`SPAN` times the mean mark per answer, taken over :data:`SHRINK` answers more than were given, so that few say little."""

MARKS_A_CREDIT = 4
"""This many marks of conduct make one of credit (the fraction is dropped, toward zero)."""

_KEPT = 1 << 7
"""How many sums of answers, and how many credits, a bench keeps."""

Marks = tuple[int, ...]
"""Marks with each judge in turn."""


class _Sums(NamedTuple):
    """The marks of both sides for some answers if none contradicts anything, how many are the petitioner's, and which may contradict something."""

    petitioner: Marks
    respondent: Marks
    by_petitioner: int
    clashing: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Credits:
    """Credit with each judge in turn, for the petitioner and for the respondent.

    ``by_side`` is indexed by the number of a side: zeros for 0 (neither side), then these two. Equal credit is the same object while it is
    kept, so that a cache can use it as a key by identity.
    """

    petitioner: tuple[int, ...]
    respondent: tuple[int, ...]
    by_side: tuple[tuple[int, ...], ...]
    _between: dict[tuple[int, int], tuple[int, ...]] = field(default_factory=dict, init=False, repr=False)

    def between(self, one: int, other: int) -> tuple[int, ...]:
        """How far the credit of one side is above that of another, the sides by number."""
        found = self._between.get((one, other))
        if found is None:
            found = self._between[one, other] = tuple(map(sub, self.by_side[one], self.by_side[other]))
        return found


class BenchCredit:
    """The marks of every answer with these judges, by the rules in force when it was made, and what is added where it contradicts something said."""

    def __init__(self, case: Case, judges: tuple[Judge, ...]) -> None:
        self._case, self._judges = case, judges
        self._none = (0,) * len(judges)
        self._by_petitioner = frozenset(id for id in case.answers if case.speaker_of[id] is Side.PETITIONER)
        self._marks: dict[str, Marks] = {}
        self._clashing: dict[str, Marks] = {}
        for id, answer in case.answers.items():
            plain = self._marks[id] = self._conduct(answer, NOTHING_HEARD)
            against = self._conduct(answer, Heard(answers=frozenset(answer.contradicts)))
            if against != plain:
                self._clashing[id] = tuple(one - other for one, other in zip(against, plain, strict=True))
        # Kept, because most moves add no answer.
        self._sums = BoundedCache[frozenset[str], _Sums](_KEPT)
        self._rated = BoundedCache[tuple[Marks, Marks, int, int], Credits](_KEPT)
        self._known = BoundedCache[tuple[Marks, Marks], Credits](_KEPT)
        #: Credit with nobody.
        self.nothing = self._made(self._none, self._none)

    def _conduct(self, answer: Answer, heard: Heard) -> Marks:
        question = self._case.question_of[answer.id]
        return tuple(
            sum(entry.marks for entry in conduct_of(question, answer, heard, judge.prices)) for judge in self._judges
        )

    def _summed(self, answers: frozenset[str]) -> _Sums:
        found = self._sums.get(answers)
        if found is None:
            marks, ours = self._marks, answers & self._by_petitioner
            found = self._sums[answers] = _Sums(
                tuple(map(sum, zip(*[marks[id] for id in ours], strict=True))) or self._none,
                tuple(map(sum, zip(*[marks[id] for id in answers - ours], strict=True))) or self._none,
                len(ours),
                tuple(answers & self._clashing.keys()),
            )
        return found

    def credits(self, heard: Heard, refused: Sequence[Sequence[str]]) -> Credits:
        """What every judge credits each side with. ``refused`` is what each weighed and did not accept, or empty."""
        case = self._case
        petitioner, respondent, by_petitioner, clashing = self._summed(heard.answers)
        for id in clashing:
            if clashes(case.answers[id], heard):
                more = self._clashing[id]
                if id in self._by_petitioner:
                    petitioner = tuple(map(int.__add__, petitioner, more))
                else:
                    respondent = tuple(map(int.__add__, respondent, more))
        if any(refused):
            # Judges mostly refuse the same.
            again = {refusal: _repeated(case, heard, refusal) for refusal in {*map(tuple, refused)} if refusal}
            again[()] = 0, 0
            lost = [
                [judge.prices.repetition * times for times in again[tuple(refusal)]]
                for judge, refusal in zip(self._judges, refused, strict=True)
            ]
            petitioner = tuple([marks - less for marks, (less, _) in zip(petitioner, lost, strict=True)])
            respondent = tuple([marks - less for marks, (_, less) in zip(respondent, lost, strict=True)])
        if not weighing.SHIPPED.rate:
            return self._made(tuple(map(_bounded, petitioner)), tuple(map(_bounded, respondent)))
        by_respondent = len(heard.answers) - by_petitioner
        found = self._rated.get((petitioner, respondent, by_petitioner, by_respondent))
        if found is None:
            # Half to one and half against the other: positions for neither side gain nothing when both argue well.
            ours = map(credit_of, petitioner, repeat(by_petitioner))
            theirs = map(credit_of, respondent, repeat(by_respondent))
            edges = tuple(map(half, map(sub, ours, theirs)))
            found = self._made(edges, tuple(map(neg, edges)))
            self._rated[petitioner, respondent, by_petitioner, by_respondent] = found
        return found

    def _made(self, petitioner: tuple[int, ...], respondent: tuple[int, ...]) -> Credits:
        found = self._known.get((petitioner, respondent))
        if found is None:
            found = Credits(petitioner, respondent, (self._none, petitioner, respondent))
            self._known[petitioner, respondent] = found
        return found


@recent_under_rules(256)
def _bench_credit(case: Case, judges: tuple[Judge, ...]) -> BenchCredit:
    return BenchCredit(case, judges)


def _repeated(case: Case, heard: Heard, refused: Sequence[str]) -> tuple[int, int]:
    """How often the petitioner and the respondent said a refused theory again."""
    found = [0, 0]
    for (side, _, _), said in refused_theories(case, heard, refused).items():
        found[side is Side.RESPONDENT] += len(said) - 1
    return found[0], found[1]


def credits(judge: Judge, case: Case, heard: Heard, refused: Sequence[str] = ()) -> dict[Side, int]:
    """The judge's credit for each side: :data:`SPAN` times the shrunk mean of the marks of :func:`~moot.bench.judging.credit.ledger`, half of it to each."""
    found = _bench_credit(case, (judge,)).credits(heard, (refused,))
    return {Side.PETITIONER: found.petitioner[0], Side.RESPONDENT: found.respondent[0]}


@lru_cache(maxsize=4096)
def credit_of(marks: int, answers: int) -> int:
    """Credit for this many marks over this many answers, toward zero."""
    whole = SPAN * abs(marks) // (answers + SHRINK)
    return whole if marks >= 0 else -whole


@lru_cache(maxsize=1024)
def half(number: int) -> int:
    """Half of a number, toward zero."""
    return number // 2 if number >= 0 else -(-number // 2)


def _bounded(marks: int) -> int:
    return min(BOUND, marks // MARKS_A_CREDIT) if marks >= 0 else -_bounded(-marks)
