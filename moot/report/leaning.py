"""How each judge leaned over the argument, and who spoke when, as values for a chart and its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from moot.bench.explaining.turning import distance, side_of
from moot.bench.judging.reasoning import reason
from moot.case import BENCH, Side
from moot.round import moves
from moot.round.round import Round
from moot.sitting.words.spoken import judge_title, last_name, segment_name

__all__ = ["Lean", "Leaning", "Speaker", "SpokenTurn", "leanings", "speakers", "turns"]

_MOST = 60
"""A lean of this many points is as firm as any: beyond it the number says nothing more."""


@dataclass(frozen=True, slots=True)
class Lean:
    """How a judge leaned after so many moves: to which side, and by how much the other side would have had to make up."""

    ply: int
    side: Side
    margin: int


@dataclass(frozen=True, slots=True)
class Leaning:
    """One judge over the argument: the lean at the call of the case, and after every move that changed it."""

    judge: str
    title: str
    leans: tuple[Lean, ...]

    def at(self, ply: int) -> Lean:
        """The lean after so many moves."""
        return next(lean for lean in reversed(self.leans) if lean.ply <= ply)

    @property
    def changes(self) -> tuple[Lean, ...]:
        """The moves at which the judge went over to the other side."""
        pairs = zip(self.leans, self.leans[1:], strict=False)
        return tuple(after for before, after in pairs if before.side is not after.side)


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn at the lectern: what it is called, whose, and the moves in it, from the first to the last."""

    name: str
    side: Side
    counsel: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who spoke: how often, for how many ticks, and each time when (ticks since the call) and for how long."""

    name: str
    side: Side | None
    times: int
    ticks: int
    spells: tuple[tuple[int, int], ...]


def leanings(round: Round) -> tuple[Leaning, ...]:
    """Every judge of the bench, senior first."""
    found = []
    for judge in round.bench.judges:
        leans: list[Lean] = []
        heard = None
        for ply, position in enumerate(round.positions):
            if position.heard == heard:
                continue
            heard = position.heard
            reasoning = reason(judge, round.case, heard)
            side = side_of(reasoning)
            lean = Lean(ply, side, min(distance(reasoning, side.other)[0], _MOST))
            if not leans or (leans[-1].side, leans[-1].margin) != (lean.side, lean.margin):
                leans.append(lean)
        found.append(Leaning(judge.id, judge.title, tuple(leans)))
    return tuple(found)


def turns(round: Round) -> tuple[SpokenTurn, ...]:
    """The turns at the lectern that were taken, in order."""
    found: list[SpokenTurn] = []
    for ply, position in enumerate(round.positions[:-1], start=1):
        segment = round.rules.segment(position.state)
        if segment is None:
            continue
        name, counsel = segment_name(round, segment), last_name(round.case.party(segment.side).speaker(segment.speaker))
        if found and found[-1].name == name:
            found[-1] = SpokenTurn(name, segment.side, counsel, found[-1].first, ply)
        else:
            found.append(SpokenTurn(name, segment.side, counsel, ply, ply))
    return tuple(found)


def speakers(round: Round) -> tuple[Speaker, ...]:
    """Counsel for either side, then the judges who spoke, in the order of the bench."""
    spells: dict[str, list[tuple[int, int]]] = {}
    times: Counter[str] = Counter()
    for who, start, ticks in _spoken(round):
        times[who] += 1
        spells.setdefault(who, []).append((start, ticks))
    order = [*(side.value for side in Side), *(judge.id for judge in round.bench.judges)]
    return tuple(_speaker(round, id, times[id], spells.get(id, [])) for id in order if id in times or id in tuple(Side))


def _speaker(round: Round, id: str, times: int, spells: list[tuple[int, int]]) -> Speaker:
    side = Side(id) if id in tuple(Side) else None
    name = round.case.party(side).counsel if side else judge_title(round.bench, id)
    return Speaker(name, side, times, sum(ticks for _, ticks in spells), tuple(spells))


def _spoken(round: Round) -> Iterator[tuple[str, int, int]]:
    """Who spoke at each move that takes time, when, and for how long."""
    at = 0
    for move, before in zip(round.line, round.positions, strict=False):
        transition = round.rules.transition(before.state, move.unmeasured)
        assert transition is not None
        measured = move.ticks if move.ticks is not None and transition.cost else transition.cost
        ticks = min(measured, before.clock)
        side = round.rules.side(before.state)
        if isinstance(move, moves.Ask):
            who = move.by or round.askers(move.question)[0]
        else:
            who = side.value if side is not None else BENCH
        # While the bench lets a point run, it is counsel who speaks.
        if ticks:
            yield who, at, ticks
        at += ticks
