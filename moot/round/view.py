"""What a round shows of where it stands: read off its positions and its line, and changing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.case import Case, Head, Question, Side
from moot.case.words import ToMove
from moot.round.formats import Format
from moot.round.moves import Move
from moot.round.position import PositionOfPlay, whose

if TYPE_CHECKING:
    from moot.round.rules import Rules

__all__ = ["RoundView"]


class RoundView:
    """The part of a :class:`~moot.round.round.Round` that only looks. It has the stack of positions and the line that led here."""

    case: Case
    rules: Rules
    _stack: list[PositionOfPlay]
    _line: list[Move]
    _notation: list[str]

    @property
    def format(self) -> Format:
        """The format in use."""
        return self.rules.format

    @property
    def position(self) -> PositionOfPlay:
        """The position of play now."""
        return self._stack[-1]

    @property
    def line(self) -> tuple[Move, ...]:
        """The moves made so far."""
        return tuple(self._line)

    @property
    def notation(self) -> tuple[str, ...]:
        """The moves made so far, in notation."""
        known = self._notation
        known += [str(move) for move in self._line[len(known) :]]
        return tuple(known)

    @property
    def positions(self) -> tuple[PositionOfPlay, ...]:
        """Every position from the call of the case to now: one more than the moves."""
        return tuple(self._stack)

    @property
    def ply(self) -> int:
        """How many moves have been made."""
        return len(self._line)

    @property
    def turn(self) -> ToMove | None:
        """Who is to move: a side, ``BENCH``, or None when the case is decided."""
        return whose(self.rules, self.position)

    @property
    def speaker(self) -> Side | None:
        """Whose turn at the lectern it is, also while the bench is asking."""
        return self.rules.side(self.position.state)

    @property
    def clock(self) -> int:
        """The ticks of 15 seconds left to whoever is at the lectern."""
        return self.position.clock

    @property
    def pending(self) -> Question | None:
        """The question that counsel has to answer now; None where there is none."""
        return self.case.questions.get(self.position.state.pending)

    @property
    def head(self) -> Head | None:
        """The head under which counsel is arguing; None before a roadmap, in rebuttal and when the case is decided."""
        return self.case.head.get(self.position.state.head)

    @property
    def heads_left(self) -> tuple[Head, ...]:
        """The heads that counsel has announced and not yet opened, in the order of the case."""
        left = self.position.state.left
        return tuple(head for head in self.case.heads if head.id in left)
