"""How ready each judge is to put the next question: their talk, their mood in this sitting, how they lean, what they have asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from moot.bench.persona import Bench
from moot.case import Case, Heard, Side
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


class Stock(NamedTuple):
    """What the judges make of what was ``heard`` when counsel for this side opened a head.

    ``pressed`` is how ready each judge in turn is to ask, ``whole`` how ready they all are if nobody leans, and ``leaning`` how hard they
    press together, in thousandths.
    """

    heard: Heard
    speaker: Side | None
    leanings: Leanings
    pressed: tuple[int, ...]
    whole: int
    leaning: int


def _stock(round: Round, heard: Heard) -> Stock:
    """Kept with the round until counsel opens another head."""
    found, speaker = round._stock, round.speaker
    if found is None or found.heard is not heard or found.speaker is not speaker:
        leanings = leanings_of(round.case, round.bench, heard)
        usual, whole = _usual(round.case, round.bench, round.seed)
        presses = leanings.pressing(speaker)
        pressed = tuple([much * press // EVEN for much, press in zip(usual, presses, strict=True)])
        leaning = EVEN * sum(pressed) // whole if whole else EVEN
        found = round._stock = Stock(heard, speaker, leanings, pressed, whole, leaning)
    return found


class Readiness:
    """The judges of a round at one move of the bench.

    ``due`` is how many questions the whole bench would have asked by now in this turn if nobody leaned, in hundredths.
    """

    def __init__(self, round: Round, asked: AskedSoFar, due: int) -> None:
        self.round, self.asked, self.due = round, asked, due
        bench = round.bench
        self.names, self.places, opens = _seats(round.case, bench)
        self.opening = not asked.turn and not replying(round)
        stock = _stock(round, asked.heard)
        #: How hard the bench together presses whoever is at the lectern, in thousandths.
        self.leaning = stock.leaning
        #: How ready all the judges together are to open.
        self.openers = sum(opens)
        #: How ready each judge is. The first question of a side goes by ``opens``; who has asked less than their part is readier.
        self.ready: Sequence[int] = opens if self.opening else self._ready(stock)

    def _ready(self, stock: Stock) -> Sequence[int]:
        pressed, whole = stock.pressed, stock.whole
        issue = self.round.case.point[self.round.position.state.point].argument.urges[0].issue
        due, asked = self.due, self.asked.by
        # How far each is behind their part, or ahead of it, counts within bounds: at least 30 in a hundred, and at most 300.
        owed = [
            (due * much // whole - 100 * asked.get(name, 0)) * _OWED // 100 if much else 0
            for name, much in zip(self.names, pressed, strict=True)
        ]
        return [
            much * (30 if behind < -70 else 300 if behind > 200 else 100 + behind) * (8 + unsure)
            for much, behind, unsure in zip(pressed, owed, stock.leanings.unsure(issue), strict=True)
        ]


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
