"""What the tests of the proof share."""

from __future__ import annotations

from collections import Counter

from moot.bench.persona import Bench
from moot.case import PRINCIPLES
from moot.case.case import Case
from moot.round.formats import Format
from moot.round.round import Round
from tests import support

ANYONE = support.bench(support.judge("anyone", held=dict.fromkeys(PRINCIPLES, 1)))
"""One judge who may ask every question."""


class TooMany(Exception):
    """More lines than a test has time for."""


class Walked:
    """Every line of a round, walked one by one on the real Round."""

    def __init__(self, case: Case, bench: Bench, form: Format | str, most: int) -> None:
        self.states: set[tuple] = set()
        self.moves = 0
        self.lengths: Counter[int] = Counter()
        self._most = most
        self._steps = 0
        round = Round(case, bench, format=form)
        self._walk(round)

    def _walk(self, round: Round) -> None:
        self._steps += 1
        if self._steps > self._most:
            raise TooMany
        state = round.position.state, round.position.clock
        legal = list(round.legal)
        assert len(set(legal)) == len(legal)
        if state not in self.states:
            self.states.add(state)
            self.moves += len(legal)
        if not legal:
            assert round.outcome() is not None
            self.lengths[round.ply] += 1
        for move in legal:
            round.push(move)
            self._walk(round)
            round.pop()
