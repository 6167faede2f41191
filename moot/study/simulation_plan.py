"""What a simulation plays, and the playing of it: here, or on the workers of an executor."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, fields
from functools import partial
from typing import Any, NamedTuple

from moot.bench.persona import Bench
from moot.bench.ruling import JudgmentBy
from moot.case import Case, Disposition, Side
from moot.counsel.opponents import make
from moot.round.draw import heat_of
from moot.round.formats import Format
from moot.round.players import Choose, Player, chooser
from moot.round.round import Round
from moot.score import score
from moot.study.collecting import fewer_collections

__all__ = ["Counsel", "HeldSitting", "SimulationPlan", "count", "held", "rounds"]

Counsel = str | type[Any] | Player | Choose
"""The name of an opponent; a class whose players take the seed of the sitting; a player; or a function of the round."""


class HeldSitting(NamedTuple):
    """What is counted of one sitting; ``behind`` are the judges who voted for the petitioner. It can be pickled."""

    disposition: Disposition
    judgment_by: JudgmentBy
    petitioner_won: bool
    behind: tuple[str, ...]
    ballots: Mapping[Side, float]
    moves: int


@dataclass(frozen=True, eq=False)
class SimulationPlan:
    """What is played: a case before a bench by two counsel; ``seed`` is that of the first sitting.

    A plan that was sent to a worker once is the same plan when it comes again (``token`` names it), so that what the worker
    has worked out about the case is kept from one batch of sittings to the next.
    """

    case: Case
    bench: Bench
    petitioner: Counsel
    respondent: Counsel
    format: Format
    heat: str = "normal"
    seed: int = 0
    token: str = field(default_factory=lambda: uuid.uuid4().hex, repr=False)

    def __post_init__(self) -> None:
        heat_of(self.heat)
        for side in Side:
            self.player(side, self.seed)

    def __reduce__(self) -> tuple[Any, ...]:
        return _received, tuple(getattr(self, each.name) for each in fields(self))

    def player(self, side: Side, seed: int) -> Choose:
        """Who argues for this side in the sitting of this seed."""
        counsel = self.petitioner if side is Side.PETITIONER else self.respondent
        if isinstance(counsel, str):
            return chooser(make(counsel, seed), str(side))
        return chooser(counsel(seed) if isinstance(counsel, type) else counsel, str(side))

    def counsel_name(self, side: Side) -> str:
        """What counsel for this side is called."""
        counsel = self.petitioner if side is Side.PETITIONER else self.respondent
        if isinstance(counsel, str):
            return counsel
        return str(getattr(counsel, "__name__", type(counsel).__name__))


_PLANS: dict[str, SimulationPlan] = {}
_KEPT = 8
"""So many plans a worker keeps."""


def _received(*values: Any) -> SimulationPlan:
    """The plan with these values, as it came before if it did."""
    token = values[-1]
    if token not in _PLANS:
        while len(_PLANS) >= _KEPT:
            _PLANS.pop(next(iter(_PLANS)), None)
        _PLANS[token] = SimulationPlan(*values)
    return _PLANS[token]


def rounds(plan: SimulationPlan, number: int, first: int = 0) -> Iterator[Round]:
    """The rounds of ``number`` sittings from the sitting ``first``, each argued to its end, one after another."""
    for seed in range(plan.seed + first, plan.seed + first + number):
        round = Round(plan.case, plan.bench, seed=seed, format=plan.format, heat=plan.heat)
        round.play_out(plan.player(Side.PETITIONER, seed), plan.player(Side.RESPONDENT, seed))
        yield round


def count(round: Round) -> HeldSitting:
    """What is counted of a round. Raises ``ValueError`` if it is not decided."""
    outcome = round.outcome()
    if outcome is None:
        raise ValueError("a sitting counts when it is decided")
    ruling, below, card = outcome.ruling, round.case.below, score(round)
    disturbs = below.won is not Side.PETITIONER
    behind = [judge for judge, standing in ruling.standings.items() if standing.vote.disturbs is disturbs]
    ballots = {side: float(ballot.total) for side, ballot in card.ballots.items()}
    won = ruling.disposition.disturbs is disturbs
    return HeldSitting(ruling.disposition, ruling.judgment_by, won, tuple(behind), ballots, round.ply)


def held(plan: SimulationPlan, number: int, executor: Executor | None = None) -> Iterator[HeldSitting]:
    """What is counted of ``number`` sittings, in the order of their seeds, as they are decided.

    Raises ``TypeError`` for an executor that has no ``submit``.
    """
    if executor is None:
        return _here(plan, number)
    submit = getattr(executor, "submit", None)
    if not callable(submit):
        raise TypeError(
            f"executor must have submit(function, ...), as those of concurrent.futures do; got {executor!r}"
        )
    return _sent(partial(submit, _batch, plan), number)


def _here(plan: SimulationPlan, number: int) -> Iterator[HeldSitting]:
    with fewer_collections():
        for round in rounds(plan, number):
            yield count(round)


def _batch(plan: SimulationPlan, first: int, number: int) -> list[HeldSitting]:
    """One piece of work for a worker."""
    with fewer_collections():
        return [count(round) for round in rounds(plan, number, first)]


def _sent(submit: Callable[[int, int], Any], number: int) -> Iterator[HeldSitting]:
    size = _size(number)
    waiting = deque(submit(first, min(size, number - first)) for first in range(0, number, size))
    try:
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _size(number: int) -> int:
    """How many sittings go to a worker at a time: few, so that none is idle at the end; of very many, a thousandth."""
    return max(-(-number // 1000), min(25, -(-number // 16)))
