"""The search of scripts/calibrate.py: persona weights that fit real line-ups, inside the ranges the sources support.

A *setting* is one value for every weight that has a range, judge by judge. It is scored on a set of cases, each on its historical line:
one point a judge for the vote, one for the decisive ground where the vote is right too, one for the role (author, joined, concurring
and so on).
"""

from __future__ import annotations

import itertools
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

import moot
from moot.bench.conference import decide
from moot.bench.judging.reach import court_of
from moot.bench.judging.reasoning import Reasoning, reason
from moot.bench.persona import Bench, Judge
from moot.case import Case, Heard, Modality
from moot.study.sway import last_ground

RESTARTS, SWEEPS = 3, 5
"""Starts of a search, and times each start goes over all the weights."""

AGAINST = {"dissenting", "concurring in part and dissenting in part"}

Weight = tuple[str, str]
"""A judge and what is set: ``principle:NAME`` or ``receptivity:MODALITY``."""

Setting = dict[Weight, int]


class Score(NamedTuple):
    """How many judges came out right, in votes, decisive grounds and roles."""

    votes: int = 0
    grounds: int = 0
    roles: int = 0

    def __add__(self, other: object) -> Score:  # type: ignore[override]
        assert isinstance(other, Score)
        return Score(self.votes + other.votes, self.grounds + other.grounds, self.roles + other.roles)

    @property
    def all(self) -> int:
        return self.votes + self.grounds + self.roles


@dataclass(frozen=True)
class Target:
    """Where one judge really stood: the vote, the holdings written or joined, and the role."""

    disturbs: bool
    grounds: frozenset[tuple[str, str]]
    role: str


@dataclass(frozen=True, eq=False)
class OnTheLine:
    """A case, what was heard on its historical line, and where each judge really stood."""

    case: Case
    heard: Heard
    targets: dict[str, Target]

    def score(self, votes: dict[str, bool], grounds: dict[str, object], roles: dict[str, str]) -> Score:
        real = self.targets.items()
        return Score(
            sum(votes[judge] is target.disturbs for judge, target in real),
            sum(votes[judge] is target.disturbs and grounds[judge] in target.grounds for judge, target in real),
            sum(roles[judge] == target.role for judge, target in real),
        )


def read(id: str) -> OnTheLine:
    """A case on its historical line."""
    case = moot.load_case(id)
    assert case.historical is not None
    round = moot.Round(case, moot.load_bench(case.bench))
    for move in case.historical.line:
        round.push(move)
    disturbed = case.historical.disposition.disturbs
    targets = {}
    for vote in case.historical.votes:
        mine = [opinion for opinion in case.opinions if vote.judge in (opinion.author, *opinion.joined)]
        held = {(each.issue, each.position) for opinion in mine for each in opinion.holdings if each.position}
        targets[vote.judge] = Target(disturbed is not (vote.role in AGAINST), frozenset(held), vote.role)
    return OnTheLine(case, round.position.heard, targets)


def shuffled(heard: OnTheLine, chance: random.Random) -> OnTheLine:
    """The same case with its real line-up dealt out among the judges by chance."""
    targets = list(heard.targets.values())
    chance.shuffle(targets)
    return replace(heard, targets=dict(zip(heard.targets, targets, strict=True)))


def ranges(bench: Bench) -> dict[Weight, tuple[int, int]]:
    """Every weight that may move, with its lowest and highest value."""
    found: dict[Weight, tuple[int, int]] = {}
    for judge in bench.judges:
        for held in judge.holds:
            if held.range and held.range[0] < held.range[1]:
                found[judge.id, f"principle:{held.principle}"] = (held.range[0], held.range[1])
        for modality, ranged in judge.ranges.items():
            if ranged.range[0] < ranged.range[1]:
                found[judge.id, f"receptivity:{modality.value}"] = (ranged.range[0], ranged.range[1])
    return found


def size(space: dict[Weight, tuple[int, int]]) -> float:
    """How many settings there are, as a power of ten."""
    return sum(math.log10(high - low + 1) for low, high in space.values())


def shipped(bench: Bench) -> Setting:
    """The setting in the judge files."""
    found: Setting = {}
    for judge in bench.judges:
        found |= {(judge.id, f"principle:{held.principle}"): held.weight for held in judge.holds}
        found |= {(judge.id, f"receptivity:{each.value}"): much for each, much in judge.receptivity.items()}
    return {weight: found[weight] for weight in ranges(bench)}


def middle(space: dict[Weight, tuple[int, int]]) -> Setting:
    """The middle of every range; of two middles, the lower."""
    return {weight: (low + high) // 2 for weight, (low, high) in space.items()}


def drawn(space: dict[Weight, tuple[int, int]], chance: random.Random) -> Setting:
    """A value by chance for every weight."""
    return {weight: chance.randint(low, high) for weight, (low, high) in space.items()}


def judge_with(judge: Judge, setting: Setting) -> Judge:
    """The judge with the weights of a setting."""
    return replace(
        judge,
        holds=tuple(
            replace(held, weight=setting.get((judge.id, f"principle:{held.principle}"), held.weight))
            for held in judge.holds
        ),
        receptivity={
            each: setting.get((judge.id, f"receptivity:{each.value}"), judge.receptivity[each]) for each in Modality
        },
    )


class Trial:
    """Scores settings on a set of cases. Reasoning is kept, since a step of the search changes one judge only."""

    def __init__(self, bench: Bench, cases: Sequence[OnTheLine]) -> None:
        self.bench, self.cases = bench, cases
        self.kept: dict[tuple[object, ...], tuple[Judge, list[Reasoning]]] = {}
        self.tried = 0
        self.mine = {judge.id: [weight for weight in ranges(bench) if weight[0] == judge.id] for judge in bench.judges}
        self.courts = [court_of(each.case, each.heard) for each in cases]

    def _minds(self, judge: Judge, setting: Setting) -> tuple[Judge, list[Reasoning]]:
        key = judge.id, tuple(setting[weight] for weight in self.mine[judge.id])
        if key not in self.kept:
            if len(self.kept) > 1000:
                self.kept.clear()
            new = judge_with(judge, setting)
            pairs = zip(self.cases, self.courts, strict=True)
            self.kept[key] = new, [reason(new, each.case, each.heard, court) for each, court in pairs]
        return self.kept[key]

    def scores(self, setting: Setting) -> list[Score]:
        """The score of a setting on every case."""
        self.tried += 1
        found = [self._minds(judge, setting) for judge in self.bench.judges]
        bench = Bench(self.bench.id, self.bench.title, tuple(judge for judge, _ in found))
        scores = []
        for number, each in enumerate(self.cases):
            reasonings = {judge.id: reasonings[number] for judge, reasonings in found}
            standings = decide(each.case, bench, reasonings).standings
            scores.append(
                each.score(
                    {id: reasoning.vote.disturbs for id, reasoning in reasonings.items()},
                    {id: last_ground(each.case, reasoning.walk) for id, reasoning in reasonings.items()},
                    {id: standing.role.value for id, standing in standings.items()},
                )
            )
        return scores

    def total(self, setting: Setting) -> int:
        """Votes, grounds and roles right over all the cases."""
        return sum(score.all for score in self.scores(setting))

    @property
    def most(self) -> int:
        return 3 * sum(len(each.targets) for each in self.cases)


def fit(trial: Trial, starts: Iterator[Setting], chance: random.Random, *, restarts: int = RESTARTS) -> Setting:
    """The best setting found by coordinate ascent from each start.

    A sweep goes over the weights in an order drawn by chance, tries every value of each, and keeps the best; of equals it keeps one
    by chance in the first sweeps, so that the search crosses level ground, and the value in force in the last. It stops when
    everything is right, or when the budget (restarts times sweeps) is spent. At the end every weight that can go back to the middle of its
    range without loss goes back, so that only weights the cases speak to are moved.
    """
    space = ranges(trial.bench)
    best, most = None, -1
    for start in itertools.islice(starts, restarts):
        setting, now = dict(start), trial.total(start)
        for sweep in range(SWEEPS):
            for weight in chance.sample(sorted(space), len(space)):
                low, high = space[weight]
                found = {setting[weight]: now}
                for value in range(low, high + 1):
                    if value not in found:
                        found[value] = trial.total(setting | {weight: value})
                top = max(found.values())
                equals = [value for value, score in found.items() if score == top]
                if now < top or sweep < SWEEPS - 1:
                    setting[weight] = chance.choice(equals)
                now = top
                if now == trial.most:
                    return put_back(trial, setting, middle(space), chance)
        if now > most:
            best, most = setting, now
    assert best is not None
    return put_back(trial, best, middle(space), chance)


def put_back(trial: Trial, setting: Setting, start: Setting, chance: random.Random) -> Setting:
    """The setting with every weight put back to where it stood at the start that can be, in an order by chance, without loss."""
    setting, now = dict(setting), trial.total(setting)
    for weight in chance.sample(sorted(setting), len(setting)):
        if setting[weight] != start[weight] and trial.total(setting | {weight: start[weight]}) >= now:
            setting[weight] = start[weight]
    return setting


def nearest(trial: Trial, start: Setting, chance: random.Random, tries: int = 4) -> Setting:
    """A setting as good as the search can find that moves as few weights from the start as it can.

    Each try climbs from the start by strict improvement, over single weights and then pairs of one judge's weights, and then puts
    back every weight that can go back without loss.
    """
    space = ranges(trial.bench)
    best, key = start, (-trial.total(start), 0)
    for _ in range(tries):
        setting, now = dict(start), trial.total(start)
        moved = True
        while moved and now < trial.most:
            moved = False
            for step in _steps(space, setting, chance):
                score = trial.total(setting | step)
                if score > now:
                    setting, now, moved = setting | step, score, True
                    break
        setting = put_back(trial, setting, start, chance)
        mine = -now, sum(setting[weight] != start[weight] for weight in space)
        if mine < key:
            best, key = setting, mine
    return best


def _steps(space: dict[Weight, tuple[int, int]], setting: Setting, chance: random.Random) -> Iterator[Setting]:
    ones = [
        {weight: value}
        for weight, (low, high) in space.items()
        for value in range(low, high + 1)
        if value != setting[weight]
    ]
    chance.shuffle(ones)
    yield from ones
    pairs = [
        one | other
        for one, other in itertools.combinations(ones, 2)
        if next(iter(one))[0] == next(iter(other))[0] and one.keys() != other.keys()
    ]
    chance.shuffle(pairs)
    yield from pairs
