"""Counsel who look ahead: each thing they might say is tried on several ways the rest of the sitting may go.

When a turn opens, a few sittings are played out from there: the bench asks by its odds, the other side goes on as scripted counsel, and
this side gives the fitting answers. What each answer and each point of this side did to the bench in them is its plan. With the plan the
sittings are played out again. A move is then worth what the bench thinks at the end of these sittings, where it is made and everybody goes on
as they did as far as they can (:mod:`moot.counsel.tails`). Every move is tried on the same sittings, so that what is compared is the moves and
not the luck.

The dice are keyed by the seed and the line: the same sitting is argued the same way twice. Only where the time or the lines run out before
everything has been tried is the best so far said.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations

from moot.bench.judging.credit import fit
from moot.case import Case, Heard, Side
from moot.case.heard import heard_of
from moot.counsel.greedy import Greedy, standing
from moot.counsel.scripted import Scripted
from moot.counsel.tails import Choosers, Redrawn, Script, follow
from moot.errors import StoppedThinking
from moot.round import moves
from moot.round.moves import Move
from moot.round.players import Choose, chooser
from moot.round.round import Round

__all__ = ["SECONDS", "SITTINGS", "Search"]

SITTINGS = 6
"""Sittings on which every move is tried. The moves that did best are tried on as many again."""

SECONDS = 8.0
"""The longest that one move is thought about."""

_BEST = 3
"""So many moves are tried on the further sittings."""

_ROADMAPS = 12
"""So many choices of heads are tried, and of the best of them as many orders."""


@dataclass(frozen=True)
class _Plan:
    """Which answer each question gets, and how much good each point does; what is missing is answered as fits."""

    answers: Mapping[str, str] = field(default_factory=dict)
    points: Mapping[str, float] = field(default_factory=dict)

    def choose(self, round: Round) -> Move:
        """The planned move: the best point that does no harm, then the next head, then sit."""
        legal = list(round.legal)
        question = round.pending
        if question is not None:
            planned = moves.GiveAnswer(self.answers.get(question.id, ""))
            return planned if planned in legal else _fitting(round, legal)
        if isinstance(legal[0], moves.Roadmap):
            return Greedy().choose(round)
        points = [move for move in legal if isinstance(move, moves.Plead) and self.points.get(move.point, 0.0) >= 0]
        if points:
            return max(points, key=lambda move: self.points.get(move.point, 0.0))
        for kind in (moves.Resume, moves.Turn, moves.Sit):
            for move in legal:
                if isinstance(move, kind):
                    return move
        return legal[0]


def _fitting(round: Round, legal: Iterable[Move]) -> Move:
    question = round.pending
    assert question is not None
    answers = [move for move in legal if isinstance(move, moves.GiveAnswer)]
    return max(answers, key=lambda move: fit(question, round.case.answers[move.answer]))


class Search:
    """Looks ahead to the end of the sitting, for at most ``seconds`` a move, and along at most ``lines`` of play (None: as many as it wants).

    A limit in lines is the same on every machine; the sittings that are played out when a turn opens do not count against it.

    Another thread may call :meth:`hurry` (the best so far is said at once) and :meth:`stop` (``choose`` raises
    :class:`~moot.errors.StoppedThinking`); both are for the move that is being thought about and for no other.
    """

    thinks = True

    def __init__(
        self, seed: int = 0, *, seconds: float = SECONDS, sittings: int = SITTINGS, lines: int | None = None
    ) -> None:
        self.seed, self.seconds, self.sittings, self.lines = seed, seconds, sittings, lines
        self._thought = _Thought(seconds, lines)
        self._pool: tuple[object, list[Script]] | None = None

    def hurry(self) -> None:
        """Say the best so far."""
        self._thought.hurried = True

    def stop(self) -> None:
        """Think no more, and say nothing."""
        self._thought.stopped = True

    def choose(self, round: Round) -> Move:
        """The move after which the bench stands best at the end of the sittings it is tried on; the first of equals.

        Raises :class:`~moot.errors.StoppedThinking` where :meth:`stop` was called. The round is left as it was.
        """
        self._thought = thought = _Thought(self.seconds, self.lines)
        legal = list(round.legal)
        if len(legal) == 1:
            return legal[0]
        side = round.speaker
        assert side is not None
        think = _Thinking(self, round.copy(), side, thought)
        try:
            think.work(legal)
        except _OutOfTime:
            if thought.stopped:
                raise StoppedThinking("the other side was stopped while it was thinking") from None
        return think.best or Greedy(self.seed).choose(think.round)

    def pool(self, round: Round, think: _Thinking) -> list[Script]:
        """The sittings on which moves are tried, played out from where the turn opened. They are kept for the turn."""
        start = _turn_began(round)
        line = round.line[:start]
        key = (round.case.id, round.bench.id, round.seed, round.format.id, round.heat, think.side, line)
        if self._pool is None or self._pool[0] != key:
            here = round.copy()
            while here.ply > start:
                here.pop()
            self._pool = key, think.played_out(here)
        return self._pool[1]


class _OutOfTime(Exception):
    """Enough has been thought about this move."""


class _Thought:
    """How long a move may be thought about. Other threads may set its flags."""

    def __init__(self, seconds: float, lines: int | None) -> None:
        self._until = time.monotonic() + seconds
        self._lines = math.inf if lines is None else lines
        self.hurried = self.stopped = False

    def take_a_line(self) -> None:
        """Count one more line that is looked along. Raise ``_OutOfTime`` where that is one too many."""
        self.look_at_the_time()
        if self._lines <= 0:
            raise _OutOfTime
        self._lines -= 1

    def look_at_the_time(self) -> None:
        """Raise ``_OutOfTime`` when there is no more."""
        if self.stopped or self.hurried or time.monotonic() > self._until:
            raise _OutOfTime


def _turn_began(round: Round) -> int:
    """The ply at which the turn at the lectern opened that is going on."""
    turn_of, positions = round.rules.turn, round.positions
    turn = turn_of(positions[-1].state)
    ply = len(positions) - 1
    while ply > 0 and turn_of(positions[ply - 1].state) == turn:
        ply -= 1
    return ply


class _Thinking:
    """The work of one thought."""

    def __init__(self, counsel: Search, round: Round, side: Side, thought: _Thought) -> None:
        self.counsel, self.round, self.side, self.thought = counsel, round, side, thought
        self.best: Move | None = None
        self._other: Choose = chooser(Scripted(), "the other side")

    def work(self, legal: Sequence[Move]) -> None:
        """Try the moves, and then the best of them again on further sittings; :attr:`best` is the best so far."""
        pool = self.counsel.pool(self.round, self)
        first, more = pool[: self.counsel.sittings], pool[self.counsel.sittings :]
        if isinstance(legal[0], moves.Roadmap):
            legal = self._roadmaps(legal, first[: max(1, len(first) // 2)])
        worth: dict[Move, list[float]] = {move: [] for move in legal}
        self._try(worth, first)
        again = dict(sorted(worth.items(), key=lambda each: -statistics.fmean(each[1]))[:_BEST])
        self._try(again, more)

    def _try(self, worth: dict[Move, list[float]], scripts: Sequence[Script]) -> None:
        """Try each of these moves on each of these sittings."""
        for number, script in enumerate(scripts):
            for move, found in worth.items():
                self.thought.take_a_line()
                found.append(self._end(move, script, number))
            self.best = max(worth, key=lambda move: statistics.fmean(worth[move]))

    def _end(self, move: Move, script: Script, number: int) -> float:
        """The standing at the end of this sitting where the move is made."""
        round = self.round.copy()
        round.push(move)
        follow(round, script, self._choosers(_Plan(), number))
        return standing(round, round.position.heard, self.side)

    def _choosers(self, own: _Plan, key: object) -> Choosers:
        return Choosers(self.side, own.choose, self._other, Redrawn((self.counsel.seed, key)).choose)

    # -- the sittings ----------------------------------------------------------------------------------------------

    def played_out(self, here: Round) -> list[Script]:
        """Sittings played out from here by a plan that was made from others."""
        sample = [self._played(here, _Plan(), ("sample", number)) for number in range(self.counsel.sittings)]
        plan = _plan_of(sample, self.side)
        return [Script(self._played(here, plan, number), here.ply) for number in range(2 * self.counsel.sittings)]

    def _played(self, here: Round, plan: _Plan, key: object) -> Round:
        round, who = here.copy(), self._choosers(plan, key)
        while not (position := round.position).decided:
            self.thought.look_at_the_time()
            round.push(who.bench(round) if position.state.bench else who.counsel(round))
        return round

    # -- the roadmap -----------------------------------------------------------------------------------------------

    def _roadmaps(self, legal: Sequence[Move], scripts: Sequence[Script]) -> Sequence[Move]:
        """The roadmaps to try: the orders and the reserves of the heads that do best."""
        maps = [move for move in legal if isinstance(move, moves.Roadmap)]
        most, kept = max(len(each.heads) for each in maps), max(each.reserve for each in maps)
        heads = list(dict.fromkeys(head for each in maps for head in each.heads))
        known = set(maps)
        sets: dict[Move, list[float]] = {}
        greedy = Greedy(self.counsel.seed).choose(self.round)
        for chosen in [greedy.heads if isinstance(greedy, moves.Roadmap) else (), *combinations(heads, most)]:
            move = moves.Roadmap(tuple(chosen), kept)
            if move in known and not any(
                set(move.heads) == set(each.heads) for each in sets if isinstance(each, moves.Roadmap)
            ):
                sets[move] = []
        sets = dict(list(sets.items())[:_ROADMAPS])
        self._try(sets, scripts)
        best = self.best
        assert isinstance(best, moves.Roadmap)
        reserves = sorted({each.reserve for each in maps}, reverse=True)
        found = [
            moves.Roadmap(order, reserve)
            for reserve in (reserves[0], reserves[-1])
            for order in permutations(best.heads)
        ]
        return [best, *(each for each in dict.fromkeys(found) if each in known and each != best)][:_ROADMAPS]


def _plan_of(sample: Sequence[Round], side: Side) -> _Plan:
    """What each answer and each point did to the bench in these sittings: what was heard, with that one thing exchanged."""
    answers: dict[str, dict[str, list[int]]] = {}
    points: dict[str, list[int]] = {}
    for round in sample:
        case, heard = round.case, round.position.heard
        whole = standing(round, heard, side)
        for move in round.line:
            if not isinstance(move, moves.GiveAnswer) or case.side_of(move.answer) is not side:
                continue
            question = case.question_of[move.answer]
            found = answers.setdefault(question.id, {})
            for other in question.answers:
                changed = _swapped(case, heard, move.answer, other.id)
                found.setdefault(other.id, []).append(standing(round, changed, side))
        for point in case.points:
            if point.side is not side:
                continue
            said = point.id in heard.full or point.id in heard.half
            other_way = _without(case, heard, point.id) if said else heard.with_full(point.id)
            change = standing(round, other_way, side) - whole
            points.setdefault(point.id, []).append(-change if said else change)
    return _Plan(
        {id: max(found, key=lambda each: statistics.fmean(found[each])) for id, found in answers.items()},
        {id: statistics.fmean(changes) for id, changes in points.items()},
    )


def _swapped(case: Case, heard: Heard, given: str, other: str) -> Heard:
    return heard_of(case, heard.half, heard.full, (heard.answers - {given}) | {other})


def _without(case: Case, heard: Heard, point: str) -> Heard:
    return heard_of(case, heard.half - {point}, heard.full - {point}, heard.answers)
