"""What a review plays: the case, the bench, the side, and the other side's player. It can be sent to workers."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from moot.bench.persona import Bench
from moot.case import Case, Side
from moot.counsel.opponents import make
from moot.counsel.tails import Choosers, Redrawn, Script
from moot.round.formats import Format
from moot.round.moves import Move, parse_move
from moot.round.players import chooser
from moot.round.round import Round
from moot.study.policies import LinePlan, PlannedCounsel

__all__ = ["Setting", "line_text"]


@dataclass(frozen=True, eq=False)
class Setting:
    """The sitting under review without its moves, and how each side goes on.

    ``opponent`` is the name of the other side's player; ``plan`` is how the side reviewed goes on. ``pool`` has the lines of sittings of the
    pool that were played before, so that a worker need not play them again. A setting that was sent to a worker
    once is the same when it comes again (``token`` names it), so that what was worked out about the case is kept.
    """

    case: Case
    bench: Bench
    format: Format
    heat: str
    seed: int
    side: Side
    opponent: str
    opponent_seed: int
    plan: LinePlan
    pool: tuple[str, ...] = ()
    token: str = field(default_factory=lambda: uuid.uuid4().hex, repr=False)
    # Kept with the setting and freed with it; left out of pickles.
    _sittings: dict[tuple[int, int], Round] = field(default_factory=dict, init=False, repr=False)
    _scripts: dict[tuple[int, int], Script] = field(default_factory=dict, init=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return _received, tuple(getattr(self, each.name) for each in fields(self) if each.init)

    def round(self, line: Sequence[Move] = ()) -> Round:
        """The round to which these moves lead."""
        return Round.from_line(self.case, self.bench, line, seed=self.seed, format=self.format, heat=self.heat)

    def choosers(self, key: object) -> Choosers:
        """Who chooses; ``key`` is that of the bench's dice."""
        other = chooser(make(self.opponent, self.opponent_seed), "the other side")
        own = chooser(PlannedCounsel(self.plan), "the side reviewed")
        return Choosers(self.side, own, other, Redrawn(key).choose)

    def played(self, key: object) -> Round:
        """A sitting played from the call of the case by the plan and the other side's player, the bench drawn by this key."""
        round = self.round()
        self.play_out(round, key)
        return round

    def sitting(self, key: int, number: int) -> Round:
        """One sitting of the pool, played once: what the bench asks on each point, and how the other side argues."""
        found = self._sittings.get((key, number))
        if found is None:
            if number < len(self.pool):
                found = self.round([parse_move(move) for move in self.pool[number].split(_BETWEEN)])
            else:
                found = self.played(("pool", key, number))
            self._sittings[key, number] = found
        return found

    def script(self, key: int, number: int) -> Script:
        """The script of that sitting."""
        found = self._scripts.get((key, number))
        if found is None:
            found = self._scripts[key, number] = Script(self.sitting(key, number), 0)
        return found

    def play_out(self, round: Round, key: object) -> None:
        """Play a round to its end, the bench drawn again by this key."""
        who = self.choosers(key)
        while not (position := round.position).decided:
            round.push(who.bench(round) if position.state.bench else who.counsel(round))


_BETWEEN = "; "


def line_text(round: Round) -> str:
    """The line of a round as the pool keeps it."""
    return _BETWEEN.join(map(str, round.line))


_SETTINGS: dict[str, Setting] = {}
_KEPT = 4


def _received(*values: Any) -> Setting:
    """The setting with these values, as it came before if it did."""
    token = values[-1]
    if token not in _SETTINGS:
        while len(_SETTINGS) >= _KEPT:
            _SETTINGS.pop(next(iter(_SETTINGS)), None)
        _SETTINGS[token] = Setting(*values)
    return _SETTINGS[token]
