"""How ready each judge is to put the next question: their talk, their mood in this sitting, how they lean, what they have asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from moot.bench.persona import Bench, Judge
from moot.case import Case
from moot.case.per_case import recent_per_case
from moot.round.asking.asked import AskedSoFar
from moot.round.asking.leaning import EVEN, leanings_of
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["Readiness", "between", "replying"]

MOODS = (60, 80, 100, 120, 140)
"""How ready one judge is to ask in one sitting, in a hundred of their usual; drawn from the seed."""

_OWED = 60
"""How much readier a judge gets for each question they are behind their part, in a hundred; and less ready for each ahead."""


def between(value: int, low: int, high: int) -> int:
    """The value, or the nearer of the two bounds."""
    return max(low, min(high, value))


def replying(round: Round) -> bool:
    """Whether the turn at the lectern only replies."""
    segment = round.rules.segment(round.position.state)
    return segment is not None and segment.replies


class Readiness:
    """The judges of a round at one move of the bench.

    ``due`` is how many questions the whole bench would have asked by now in this turn if nobody leaned, in hundredths.
    """

    def __init__(self, round: Round, asked: AskedSoFar, due: int) -> None:
        self.round, self.asked, self.due = round, asked, due
        self.leanings = leanings_of(round.case, round.bench, asked.heard)
        self.opening = not asked.turn and not replying(round)
        self._usual, self._all = _usual(round.case, round.bench, round.seed)
        presses = self.leanings.pressing(round.speaker)
        self._pressed = [usual * much // EVEN for usual, much in zip(self._usual, presses, strict=True)]

    @cached_property
    def leaning(self) -> int:
        """How hard the bench together presses whoever is at the lectern, in thousandths."""
        return EVEN * sum(self._pressed) // self._all if self._all else EVEN

    @cached_property
    def _issue(self) -> str:
        """The issue that the point under way argues first."""
        return self.round.case.point[self.round.position.state.point].argument.urges[0].issue

    def of(self, place: int, judge: Judge) -> int:
        """How ready the judge in this place on the bench is. The first question of a side goes by ``opens``; who has asked less than their part is readier."""
        if self.opening:
            return self._opens(judge)
        pressed = self._pressed[place]
        if not pressed:
            return 0
        owed = self.due * pressed // self._all - 100 * self.asked.by.get(judge.id, 0)
        unsure = self.leanings.doubt(judge, self._issue)
        return pressed * between(100 + owed * _OWED // 100, 30, 300) * (8 + unsure)

    def openers(self) -> int:
        """How ready all the judges together are to open."""
        return sum(self._opens(judge) for judge in self.round.bench.judges)

    @staticmethod
    def _opens(judge: Judge) -> int:
        return judge.talk if judge.opens is None else judge.opens


@recent_per_case(64)
def _usual(_case: Case, bench: Bench, seed: int) -> tuple[tuple[int, ...], int]:
    """How ready each judge in turn is to ask in this sitting if nobody leaned, and all of them together."""
    each = tuple(judge.talk * _mood(seed, judge.id) for judge in bench.judges)
    return each, sum(each)


def _mood(seed: int, judge: str) -> int:
    return MOODS[Dice("mood", seed, judge).below(len(MOODS))]
