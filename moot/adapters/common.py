"""What the adapters share: numbered actions, a numeric observation, and what a ruling is worth."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from moot.bench.conference import Ruling
from moot.case import Case, Side
from moot.case.per_case import per_case
from moot.round import moves
from moot.round.formats import Format, format_of
from moot.round.heads.stretches import breaks
from moot.round.moves import Move
from moot.round.position import PositionOfPlay
from moot.round.rules import rules_for
from moot.round.turns.reserve import kept

__all__ = ["SIDES", "Table", "table_for", "worth"]

SIDES = (Side.PETITIONER, Side.RESPONDENT)
"""Players 0 and 1."""

if TYPE_CHECKING:
    from numpy.typing import NDArray

    # Named in quotes so that the types also check where numpy is not installed.
    Vector: TypeAlias = "NDArray[np.float32]"


class Table:
    """Numbers for everything that can be done in a case under a format, the same in every round of it.

    ``counsel`` are the moves of either side, ``bench`` the pass and every question.
    """

    def __init__(self, case: Case, form: Format) -> None:
        self.case = case
        self.form = form
        rules = rules_for(case, form)
        self.course = rules.course
        self.counsel: tuple[Move, ...] = (
            *rules.every_roadmap(),
            moves.RESUME,
            moves.SIT,
            *(moves.Turn(head.id) for head in case.heads),
            *(moves.Plead(point.id) for point in case.points),
            *(moves.GiveAnswer(id) for id in case.answers),
        )
        self.bench: tuple[Move, ...] = (moves.PASS, *(moves.Ask(id) for id in case.questions))

    @cached_property
    def action(self) -> dict[Move, int]:
        """The number of each move, counsel's and the bench's numbered apart."""
        return {move: number for side in (self.counsel, self.bench) for number, move in enumerate(side)}

    @property
    def longest(self) -> int:
        """No line has more moves than this: everything is said at most once, with a pass and a resumption at each break."""
        turns = sum(2 if turn.roadmap else 1 for turn in self.course.turns)
        return turns + len(self.case.heads) + len(self.case.points) + 2 * (self._breaks + len(self.case.questions))

    @property
    def most_bench_moves(self) -> int:
        """No line has more moves of the bench than this."""
        return self._breaks + len(self.case.questions)

    @cached_property
    def _breaks(self) -> int:
        """The places where the bench may break in."""
        return sum(len(breaks(point)) for point in self.case.points)

    @cached_property
    def _slots(self) -> tuple[str, ...]:
        return (*self.case.point, *self.case.answers)

    @property
    def size(self) -> int:
        """How long an observation is."""
        return (
            len(self.course.phases)
            + 1
            + self.course.slots
            + len(self.case.heads) * 2
            + len(self._slots) * 2
            + len(self.case.questions)
        )

    def observe(self, position: PositionOfPlay) -> Vector:
        """The position as numbers from 0 to 1: phase, clock, reserve, heads, what was heard and withdrawn, the question."""
        state, heard = position.state, position.heard
        out: list[float] = [float(state.phase is phase) for phase in self.course.phases]
        out.append(position.clock / self.form.longest)
        out += [kept(state.reserve, slot) / self.form.longest for slot in range(self.course.slots)]
        out += [float(head.id == state.head) for head in self.case.heads]
        out += [float(head.id in state.left) for head in self.case.heads]
        said = heard.full | heard.answers
        out += [1.0 if id in said else 0.5 if id in heard.half else 0.0 for id in self._slots]
        out += [float(id in heard.withdrawn) for id in self._slots]
        out += [float(id == state.pending) for id in self.case.questions]
        return np.array(out, dtype=np.float32)


@per_case
def _table(case: Case, form: Format) -> Table:
    return Table(case, form)


def table_for(case: Case, form: str | Format) -> Table:
    """The table of a case under a format, made once and shared."""
    return _table(case, format_of(case, form))


def worth(ruling: Ruling) -> tuple[float, float]:
    """What a ruling is worth to petitioner and respondent: votes for less votes against, over the bench; zero-sum.

    A vote that disturbs the judgment below is a vote for the side that lost there.
    """
    votes = [reasoning.vote.disturbs for reasoning in ruling.reasonings.values()]
    balance = (2 * sum(votes) - len(votes)) / len(votes)
    mine = balance if ruling.case.below.won is Side.RESPONDENT else -balance
    return mine, -mine
