"""The bench's own choice: whether to ask, what, and who asks. Seeded dice live here and nowhere else in the round."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from moot.bench.persona import Judge
from moot.bench.reasoning import reason
from moot.case import Case, Heard, Purpose, Question
from moot.round import moves
from moot.round.eligible import fits
from moot.round.heats import HEATS, heat_of
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["HEATS", "Dice", "Drawn", "doubt", "draw", "heat_of", "odds"]

Item = TypeVar("Item")

_FINE = 4
"""Quarters: how finely rarity is reckoned."""

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

    def pick(self, items: Sequence[Item], weights: Sequence[int]) -> Item:
        """One of the items, each as likely as its weight."""
        throw = self.below(sum(weights))
        for item, weight in zip(items, weights, strict=True):
            throw -= weight
            if throw < 0:
                return item
        raise AssertionError("weights must not be negative")


@lru_cache(maxsize=4096)
def doubt(judge: Judge, case: Case, heard: Heard, issue: str) -> int:
    """1 to 3: a judge asks most where the margin on the issue is thin."""
    margin = reason(judge, case, heard).margin(issue)
    return 3 if margin <= _NARROW else 2 if margin <= _CLOSE else 1


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


def _weight(round: Round, judge: Judge, question: Question) -> int:
    point = round.case.point_of[question.id]
    weight = judge.purposes.get(question.purpose, 0) * judge.talk
    if round.heat == "historical":
        # Only what was really asked, by those who really asked it, while it lasts.
        return 10 * (1 + weight) if judge.id in question.asked_by else 0
    if weight == 0:
        return 0
    weight *= _rarity(judge, round.case)[question.purpose]
    return weight * doubt(judge, round.case, round.position.heard, point.argument.urges[0].issue)


def odds(round: Round) -> list[tuple[Move, Fraction]]:
    """What the bench may do here and how likely each is, pass first; the chances add up to one.

    Each question stands once for each judge who may put it. Where nobody on the bench would, the pass is certain.
    """
    choices: list[tuple[Move, int]] = []
    for ask in round.legal:
        if not isinstance(ask, moves.Ask):
            continue
        question = round.case.questions[ask.question]
        for id in round.askers(ask.question):
            weight = _weight(round, round.bench.judge[id], question)
            if weight:
                choices.append((moves.Ask(ask.question, id), weight))
    if not choices:
        return [(moves.Pass(), Fraction(1))]
    heat = heat_of(round.heat)
    total = sum(weight for _, weight in choices)
    return [
        (moves.Pass(), Fraction(100 - heat, 100)),
        *((ask, Fraction(heat * weight, 100 * total)) for ask, weight in choices),
    ]


def draw(round: Round) -> Move:
    """The bench's move here: a pure function of the round's seed, heat and line."""
    chances = odds(round)
    if len(chances) == 1:
        return chances[0][0]
    dice = Dice("bench", round.seed, round.heat, *(move.words.partition(" by ")[0] for move in round.line))
    whole = math.lcm(*(chance.denominator for _, chance in chances))
    return dice.pick([move for move, _ in chances], [int(chance * whole) for _, chance in chances])


class Drawn:
    """The bench as a player that draws its moves."""

    def choose(self, round: Round) -> Move:
        """Ask or pass, by the dice."""
        return draw(round)
