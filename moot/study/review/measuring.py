"""The moves of one position measured: exactly where the tree is small, otherwise on sittings played on from there.

Every move is tried on the same sittings (:mod:`moot.counsel.tails`), so that what is compared is the moves and not the luck. The dice
of a sitting are a function of its number: the same record gives the same review on every machine.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from moot.counsel.tails import follow
from moot.round import moves
from moot.round.moves import Move
from moot.round.round import Round
from moot.study.review.classes import BOUNDS
from moot.study.review.exhaustive import end_value, exact_values
from moot.study.review.planning import interval
from moot.study.review.setting import Setting
from moot.study.review.values import AlternativeReview, Figure

__all__ = ["FUTURES", "Effort", "Measured", "measure", "measure_all", "tried_moves"]

FUTURES = 16
"""Sittings on which every move is tried first."""

MORE = 24
"""Further sittings for the moves that may be the best, and the one played."""

CLOSE = 0.015
"""Where what a move has been shown to cost is so near the bound of a fault's class, as many sittings again are played, twice at most."""

_RIGHT = 0.035
_ROADMAPS = 8
"""So many roadmaps are tried besides the one given."""

_Sample = dict[Move, list[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is played: the first and the further sittings, the positions an exhaustive search may look at, and the key of the dice."""

    futures: int = FUTURES
    more: int = MORE
    budget: int = 1200
    key: int = 0


class Measured(NamedTuple):
    """What one position's moves are worth, best first, and on how many sittings; 0 for an exhaustive search."""

    ply: int
    alternatives: tuple[AlternativeReview, ...]
    only: bool
    futures: int


def measure(setting: Setting, line: Sequence[Move], played: Move, effort: Effort, *, search: bool) -> Measured:
    """Measure the moves at the end of a line. ``search`` is whether to try an exhaustive search first."""
    round = setting.round(line)
    if search:
        exact = exact_values(round, setting.side, setting.choosers("exact").other, effort.budget)
        if exact is not None:
            sample: _Sample = {move: [(float(one), float(other))] for move, (one, other) in exact.items()}
            return _told(len(line) + 1, sample, played, seats=len(setting.bench.judges), exact=True)
    tried = tried_moves(round, played, setting)
    sample = {move: [] for move in tried}
    _add(setting, round, sample, range(effort.futures), effort.key)
    if effort.more:
        contenders = _contenders(sample, played)
        more = {move: sample[move] for move in contenders}
        done = effort.futures
        for _ in range(3):
            if not more:
                break
            _add(setting, round, more, range(done, done + effort.more), effort.key)
            done += effort.more
            if not _near_a_bound(more, played, 1 / len(setting.bench.judges)):
                break
    return _told(len(line) + 1, sample, played, seats=len(setting.bench.judges), exact=False)


def measure_all(setting: Setting, places: Sequence[tuple[Sequence[Move], Move]], effort: Effort) -> list[Measured]:
    """Several positions, each a line and the move made after it; one piece of work for a worker."""
    return [measure(setting, line, played, effort, search=False) for line, played in places]


def tried_moves(round: Round, played: Move, setting: Setting) -> list[Move]:
    """The moves to try: every legal one, but of the roadmaps only those that are likely to be good."""
    legal = list(round.legal)
    if not isinstance(played, moves.Roadmap):
        return [played, *(move for move in legal if move != played.unmeasured)]
    wanted = setting.plan.roadmap
    rank = {id: index for index, id in enumerate(wanted.heads)} if wanted else {}
    maps = [move for move in legal if isinstance(move, moves.Roadmap) and move != played]

    def near(move: moves.Roadmap) -> tuple[int, int, int, str]:
        # Those that differ in one thing from the roadmap given or from the plan's come first.
        same = min(_apart(move, played), _apart(move, wanted) if wanted else 9)
        return same, sum(rank.get(id, 9) for id in move.heads), -len(move.heads), move.words

    return [played, *sorted(maps, key=near)[:_ROADMAPS]]


def _apart(one: moves.Roadmap, other: moves.Roadmap) -> int:
    return (one.reserve != other.reserve) + (set(one.heads) != set(other.heads)) + (one.heads[0] != other.heads[0])


def _add(setting: Setting, round: Round, sample: _Sample, numbers: Iterable[int], key: int) -> None:
    """Play each move of the sample on each of these sittings."""
    for number in numbers:
        script, who = setting.script(key, number), setting.choosers((key, number))
        for move, found in sample.items():
            other = round.copy()
            other.push(move)
            follow(other, script, who)
            share, points = end_value(other, setting.side)
            found.append((float(share), float(points)))


def _contenders(sample: _Sample, played: Move) -> list[Move]:
    """The move played and those that may be the best by votes, at most three besides; none where the one played is as good as any."""
    means = {move: statistics.fmean(share for share, _ in found) for move, found in sample.items()}
    top = max(means, key=lambda move: (means[move], move == played))
    if means[top] <= means[played]:
        return []
    kept = [played]
    for move in sorted(means, key=lambda move: -means[move]):
        behind = [one - other for (one, _), (other, _) in zip(sample[top], sample[move], strict=True)]
        if move != played and interval(behind, 0.0, -1.0, 1.0).low <= 0:
            kept.append(move)
    return kept[:4]


def _near_a_bound(sample: _Sample, played: Move, grain: float) -> bool:
    """Whether a little more or less would put the move played in another class of fault."""
    top = _top(sample, 0, played)
    shown = _behind(sample[top], sample[played], 0, grain, exact=False).shown
    return any(abs(shown - bound) < CLOSE for bound, _ in BOUNDS[1:])


def _told(ply: int, sample: _Sample, played: Move, *, seats: int, exact: bool) -> Measured:
    """The sample as figures. Moves with fewer sittings than the best are compared on the sittings they share."""
    fullest = max(len(found) for found in sample.values())
    full = {move: found for move, found in sample.items() if len(found) == fullest}
    top = _top(full, 0, played)
    top_ballot = _top(full, 1, played)
    grain = 0.0 if exact else 1 / seats
    told = []
    for move, found in sample.items():
        regret = _behind(sample[top], found, 0, grain, exact=exact)
        points = _behind(sample[top_ballot], found, 1, 0.0 if exact else 0.1, exact=exact)
        right = (regret.mean if exact else regret.low) <= _RIGHT and regret.mean <= _RIGHT + (0 if exact else 0.02)
        told.append(
            AlternativeReview(
                str(move),
                _level([share for share, _ in found], grain, 1.0, exact=exact),
                _level([much for _, much in found], 1.0, 100.0, exact=exact),
                regret,
                points,
                right,
            )
        )
    told.sort(key=lambda each: (each.regret.mean, each.ballot_regret.mean, each.move != str(played), each.move))
    rest = [each.regret.mean if exact else each.regret.low for each in told[1:]]
    only = bool(rest) and min(rest) > 0.05
    return Measured(ply, tuple(told), only, 0 if exact else fullest)


def _top(full: _Sample, at: int, played: Move) -> Move:
    """The best of those tried on every sitting; of equals the one played, then by notation."""
    return min(full, key=lambda move: (-statistics.fmean(each[at] for each in full[move]), move != played, str(move)))


def _behind(
    best: list[tuple[float, float]], found: list[tuple[float, float]], at: int, grain: float, *, exact: bool
) -> Figure:
    apart = [one[at] - other[at] for one, other in zip(best, found, strict=False)]
    if exact or best is found or not any(apart):
        mean = statistics.fmean(apart)
        if exact or best is found:
            return Figure.of(max(0.0, mean)) if exact else Figure(0.0, 0.0, 0.0, exact=False)
    told = interval(apart, grain, 0.0, 100.0)
    return Figure(max(0.0, told.mean), told.low, told.high, exact=False)


def _level(values: list[float], grain: float, most: float, *, exact: bool) -> Figure:
    return Figure.of(values[0]) if exact else interval(values, grain, 0.0, most)
