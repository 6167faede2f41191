"""The bench's own choice: whether to ask, what, and who asks. Seeded dice live here and nowhere else in the round."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from moot.bench.persona import Bench, Judge
from moot.bench.reach import Court, court_of
from moot.bench.reasoning import reason
from moot.case import Case, Heard, Purpose
from moot.round import moves
from moot.round.eligible import fits, may_ask
from moot.round.heats import HEATS, heat_of
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["HEATS", "Dice", "Drawn", "doubt", "draw", "heat_of", "odds"]

T = TypeVar("T")

_FINE = 4
"""Quarters: how finely rarity is reckoned."""

_HISTORICAL = "historical"

_NARROW, _CLOSE = 6, 18
"""Margins at or under which a judge is in great doubt, and in some."""


class Dice:
    """Dice whose every throw is a function of the key: the same key, the same throws, on every machine."""

    def __init__(self, *key: object) -> None:
        text = "\x1f".join(str(part) for part in key)
        self._pool = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=32).digest(), "big")
        self._key = text
        self._deals = 0

    def below(self, count: int) -> int:
        """A number from 0 to ``count`` less one."""
        if self._pool < count << 64:
            self._deals += 1
            again = hashlib.blake2b(f"{self._key}\x1e{self._deals}".encode(), digest_size=32).digest()
            self._pool = int.from_bytes(again, "big")
        self._pool, thrown = divmod(self._pool, count)
        return thrown

    def pick(self, items: Sequence[T], weights: Sequence[int]) -> T:
        """One of the items, each as likely as its weight."""
        throw = self.below(sum(weights))
        for item, weight in zip(items, weights, strict=True):
            throw -= weight
            if throw < 0:
                return item
        raise AssertionError("weights must not be negative")


_MOST_DOUBT = 3


@lru_cache(maxsize=4096)
def doubt(judge: Judge, case: Case, heard: Heard, issue: str) -> int:
    """1 to 3: a judge asks most where the margin on the issue is thin."""
    margin = reason(judge, case, heard, _court(case, heard)).margin(issue)
    return _MOST_DOUBT if margin <= _NARROW else 2 if margin <= _CLOSE else 1


@lru_cache(maxsize=16)
def _court(case: Case, heard: Heard) -> Court:
    """What is before the court, for the judges who are looked at one after another on the same words."""
    return court_of(case, heard)


@lru_cache(maxsize=256)
def _rarity(judge: Judge, case: Case) -> dict[Purpose, int]:
    """How much rarer each purpose is, among the questions of the case this judge might put, than the commonest.

    A case holds many questions of one kind and few of another. Weighed by this, what is asked follows the mix that the
    persona declares and not the mix that the case happens to hold.
    """
    counts = Counter(question.purpose for question in case.questions.values() if fits(judge, question))
    most = max(counts.values(), default=1)
    return {purpose: max(1, _nearest(_FINE * most, count)) for purpose, count in counts.items()}


def _nearest(one: int, other: int) -> int:
    """The quotient to the nearest whole number."""
    return (2 * one + other) // (2 * other)


@lru_cache(maxsize=64)
def _readiness(case: Case, bench: Bench, historical: bool) -> dict[str, tuple[tuple[str, int], ...]]:
    """For every question the judges who may put it and how readily each would, whatever was heard; who would not is left out.

    Where the heat is historical: only what was really asked, by those who really asked it, while it lasts.
    """
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for id, judges in may_ask(case, bench).items():
        question = case.questions[id]
        ready = []
        for judge in (bench.judge[name] for name in judges):
            weight = judge.purposes.get(question.purpose, 0) * judge.talk
            if historical:
                weight = 10 * (1 + weight) if judge.id in question.asked_by else 0
            elif weight:
                weight *= _rarity(judge, case)[question.purpose]
            if weight:
                ready.append((judge.id, weight))
        found[id] = tuple(ready)
    return found


_Choice = tuple[moves.Ask, str, int]
"""A question with the judge who would put it, and how readily."""


def _choices(round: Round) -> list[_Choice]:
    """What may be asked here, once for each judge who would ask it."""
    ready = _readiness(round.case, round.bench, round.heat == _HISTORICAL)
    return [
        (ask, judge, weight)
        for ask in round.legal
        if isinstance(ask, moves.Ask)
        for judge, weight in ready[ask.question]
    ]


def _doubt(round: Round, ask: moves.Ask, judge: str) -> int:
    """How much the doubt of a judge about the point counts: 1 to 3, and the same for every question at the historical heat."""
    if round.heat == _HISTORICAL:
        return _MOST_DOUBT
    issue = round.case.point_of[ask.question].argument.urges[0].issue
    return doubt(round.bench.judge[judge], round.case, round.position.heard, issue)


def odds(round: Round) -> list[tuple[Move, Fraction]]:
    """What the bench may do here and how likely each is, pass first; the chances add up to one.

    Each question stands once for each judge who may put it. Where nobody on the bench would, the pass is certain.
    """
    weighed = [
        (moves.Ask(ask.question, judge), weight * _doubt(round, ask, judge)) for ask, judge, weight in _choices(round)
    ]
    if not weighed:
        return [(moves.Pass(), Fraction(1))]
    heat = heat_of(round.heat)
    total = sum(weight for _, weight in weighed)
    return [
        (moves.Pass(), Fraction(100 - heat, 100)),
        *((ask, Fraction(heat * weight, 100 * total)) for ask, weight in weighed),
    ]


def draw(round: Round) -> Move:
    """The bench's move here: a pure function of the round's seed, heat and line, with the chances that :func:`odds` gives.

    First whether the bench asks at all. Then a question by readiness, kept as often as the judge's doubt is of the greatest, or else
    thrown again (rejection sampling): so only the judges whose question is thrown are made to weigh what they have heard.
    """
    choices = _choices(round)
    if not choices:
        return moves.Pass()
    dice = Dice("bench", round.seed, round.heat, *(move.words.partition(" by ")[0] for move in round.line))
    if dice.below(100) >= heat_of(round.heat):
        return moves.Pass()
    weights = [weight for _, _, weight in choices]
    while True:
        ask, judge, _ = dice.pick(choices, weights)
        throw = dice.below(_MOST_DOUBT)
        # Every doubt counts for one at least, so a throw of 0 needs no weighing.
        if throw == 0 or throw < _doubt(round, ask, judge):
            return moves.Ask(ask.question, judge)


class Drawn:
    """The bench as a player that draws its moves."""

    def choose(self, round: Round) -> Move:
        """Ask or pass, by the dice."""
        return draw(round)
