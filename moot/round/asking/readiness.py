"""How ready each judge is to put the next question: their talk, their mood in this sitting, how they lean, what they have asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from moot.bench.persona import Bench
from moot.case import Case
from moot.case.per_case import recent_per_case
from moot.round.asking.asked import AskedSoFar
from moot.round.asking.leaning import EVEN, Leanings, leanings_of
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["Readiness", "between", "places_of", "replying"]

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
        bench = round.bench
        self.names, self.places, opens = _seats(round.case, bench)
        self.opening = not asked.turn and not replying(round)
        leanings = leanings_of(round.case, bench, asked.heard)
        usual, whole = _usual(round.case, bench, round.seed)
        presses = leanings.pressing(round.speaker)
        pressed = [much * press // EVEN for much, press in zip(usual, presses, strict=True)]
        #: How hard the bench together presses whoever is at the lectern, in thousandths.
        self.leaning = EVEN * sum(pressed) // whole if whole else EVEN
        #: How ready all the judges together are to open.
        self.openers = sum(opens)
        #: How ready each judge is. The first question of a side goes by ``opens``; who has asked less than their part is readier.
        self.ready: Sequence[int] = opens if self.opening else self._ready(leanings, pressed, whole)

    def _ready(self, leanings: Leanings, pressed: Sequence[int], whole: int) -> Sequence[int]:
        issue = self.round.case.point[self.round.position.state.point].argument.urges[0].issue
        asked = self.asked.by
        found = []
        for name, much, unsure in zip(self.names, pressed, leanings.unsure(issue), strict=True):
            if much:
                owed = self.due * much // whole - 100 * asked.get(name, 0)
                readier = 100 + owed * _OWED // 100
                found.append(much * (30 if readier < 30 else min(300, readier)) * (8 + unsure))
            else:
                found.append(0)
        return found


@recent_per_case(8)
def _seats(_case: Case, bench: Bench) -> tuple[tuple[str, ...], dict[str, int], tuple[int, ...]]:
    """The judges in turn, the place of each, and how ready each is to open."""
    names = tuple(judge.id for judge in bench.judges)
    opens = tuple(judge.talk if judge.opens is None else judge.opens for judge in bench.judges)
    return names, places_of(bench), opens


def places_of(bench: Bench) -> dict[str, int]:
    """The place of every judge on the bench."""
    return {judge.id: place for place, judge in enumerate(bench.judges)}


@recent_per_case(64)
def _usual(_case: Case, bench: Bench, seed: int) -> tuple[tuple[int, ...], int]:
    """How ready each judge in turn is to ask in this sitting if nobody leaned, and all of them together."""
    each = tuple(judge.talk * _mood(seed, judge.id) for judge in bench.judges)
    return each, sum(each)


def _mood(seed: int, judge: str) -> int:
    return MOODS[Dice("mood", seed, judge).below(len(MOODS))]
