"""The round: a stack of positions with the line that led here."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self

from moot.bench.persona import Bench
from moot.case import BENCH, Case, Side
from moot.case.fingerprint import same_case
from moot.case.words import ToMove
from moot.errors import IllegalMove, InvalidMove
from moot.round import moves
from moot.round.asking.asked import AskedSoFar
from moot.round.asking.eligible import may_ask
from moot.round.control_state import Transition
from moot.round.draw import Drawn, heat_of
from moot.round.formats import Format
from moot.round.legal import Legal
from moot.round.moves import Move
from moot.round.players import Choose, Player, chooser
from moot.round.position import PositionOfPlay, advance, initial
from moot.round.rules import rules_for
from moot.round.view import RoundView

if TYPE_CHECKING:
    from moot.round.asking.habits import Habits
    from moot.round.asking.readiness import Stock
    from moot.round.outcome import Outcome
    from moot.round.rules import Rules

__all__ = ["Legal", "Player", "Round"]


class Round(RoundView):
    """One argument of one case before one bench.

    ``seed`` governs only the bench's own choices; together with the line it decides them. ``format`` is a name or a
    :class:`~moot.round.formats.Format`; left out, the case's own. ``heat`` is how hard the bench presses:
    cold, normal, hot or historical. Raises :class:`~moot.errors.UnknownName` for an unknown format or heat, and
    ``TypeError`` for a seed that is not a whole number.

    Two rounds are equal when bench, seed, format, heat and line are, and the cases in all but the number of their version.
    """

    def __init__(
        self,
        case: Case,
        bench: Bench,
        *,
        seed: int = 0,
        format: str | Format | None = None,
        heat: str = "normal",
    ) -> None:
        self.case = case
        self.bench = bench
        self.seed = operator.index(seed)
        heat_of(heat)
        self.heat = heat
        self.rules: Rules = rules_for(case, format)
        self._eligible = may_ask(case, bench)
        self._all_may_ask = all(self._eligible.values())
        self._stack: list[PositionOfPlay] = [initial(self.rules)]
        self._line: list[Move] = []
        # What the draw of the bench's moves reads of the line, by the number of moves made when it looked, in order.
        self._asked: dict[int, AskedSoFar] = {}
        # What the judges made of what was heard when counsel opened the present head.
        self._stock: Stock | None = None
        # How the bench asks in this round, whatever is said; None until it draws.
        self._habits: Habits | None = None
        self._notation: list[str] = []
        # The conference is held once; until a move is taken back nothing changes what it heard.
        self._outcome: Outcome | None = None
        # The legal moves of the position now; None until somebody looks.
        self._legal: tuple[Move, ...] | None = None

    @classmethod
    def from_line(
        cls,
        case: Case,
        bench: Bench,
        line: Iterable[Move | str],
        *,
        seed: int = 0,
        format: str | Format | None = None,
        heat: str = "normal",
    ) -> Self:
        """The round to which these moves lead. Raises what :meth:`push` raises."""
        round = cls(case, bench, seed=seed, format=format, heat=heat)
        for move in line:
            round.push(move)
        return round

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Round):
            return NotImplemented
        return (
            (self._line, self.seed, self.format, self.heat) == (other._line, other.seed, other.format, other.heat)
            and same_case(self.case, other.case)
            and self.bench == other.bench
        )

    __hash__ = None  # type: ignore[assignment]  # a round changes

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # Cases, benches, positions and moves never change, so copies may share them.
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.case, self.bench, self.line, self.seed, self.format, self.heat)

    def __repr__(self) -> str:
        return f"<Round {self.case.id} before {self.bench.id}, {len(self._line)} moves, {self.position.phase}>"

    def _repr_markdown_(self) -> str:
        """The round in a notebook: where it stands, and what may be done."""
        from moot.round.text.notebook import round_markdown

        return round_markdown(self)

    # -- looking -------------------------------------------------------------------------------------------------

    @property
    def legal(self) -> Legal:
        """The legal moves now, as a live view."""
        return Legal(self)

    def outcome(self) -> Outcome | None:
        """The outcome, or None until the case is decided."""
        if not self.position.decided:
            return None
        if self._outcome is None:
            from moot.bench.conference import confer
            from moot.round.outcome import Outcome

            self._outcome = Outcome(confer(self.case, self.bench, self.position.heard))
        return self._outcome

    def problems(self) -> list[str]:
        """What is wrong with the round's own state; always empty unless the engine is broken."""
        from moot.round.checking import problems_of

        return problems_of(self)

    # -- moving --------------------------------------------------------------------------------------------------

    def push(self, move: Move | str) -> None:
        """Make a move. Raises :class:`~moot.errors.InvalidMove`, ``AmbiguousMove`` or ``IllegalMove``."""
        if isinstance(move, str):
            move = self.parse(move)
        elif not isinstance(move, Move):
            raise InvalidMove(f"{move!r} is not a move; give a move or its notation")
        transition = self._transition(move)
        if transition is None:
            raise self._refusal(move)
        if isinstance(move, moves.Ask) and move.by is not None:
            judge = self.bench.judge.get(move.by)
            if judge is None or judge.id not in self._eligible[move.question]:
                raise IllegalMove(f"{move}: {move.by} does not sit, or may not ask that")
        if not transition.may_take(move.ticks):
            raise IllegalMove(f"{move}: a measured move takes at least its own cost in ticks, {transition.cost}")
        self._stack.append(advance(self.rules, self._stack[-1], transition, move.ticks))
        self._line.append(move)
        self._legal = None

    def pop(self) -> Move:
        """Take back the last move. Raises ``IndexError`` at the call of the case."""
        if not self._line:
            raise IndexError("no move has been made")
        self._stack.pop()
        self._asked.pop(len(self._line), None)
        del self._notation[len(self._line) - 1 :]
        self._outcome = None
        self._legal = None
        return self._line.pop()

    def peek(self) -> Move:
        """The last move. Raises ``IndexError`` at the call of the case."""
        if not self._line:
            raise IndexError("no move has been made")
        return self._line[-1]

    def parse(self, text: str) -> Move:
        """Read a move, in full notation or by any part of it that fits just one legal move (``riot``, ``b``)."""
        from moot.round.text.typed import typed_move

        return typed_move(text, self.legal)

    def copy(self) -> Self:
        """Another round at the same position with the same line."""
        other = type(self)(self.case, self.bench, seed=self.seed, format=self.format, heat=self.heat)
        other._stack = list(self._stack)
        other._line = list(self._line)
        other._asked = dict(self._asked)
        return other

    def play_out(
        self, petitioner: Player | Choose, respondent: Player | Choose, bench: Player | Choose | None = None
    ) -> Outcome:
        """Let players finish the round; the bench draws its own moves unless a player is given for it.

        A player is an object with ``choose(round)``, or a plain function of the round. Raises ``TypeError`` at once for
        anything else, and what :meth:`push` raises for a move that is not legal.
        """
        players: dict[ToMove, Choose] = {
            Side.PETITIONER: chooser(petitioner, "petitioner"),
            Side.RESPONDENT: chooser(respondent, "respondent"),
            BENCH: chooser(Drawn() if bench is None else bench, "the bench"),
        }
        while (turn := self.turn) is not None:
            self.push(players[turn](self))
        outcome = self.outcome()
        assert outcome is not None
        return outcome

    # -- transitions ---------------------------------------------------------------------------------------------------

    def askers(self, question: str) -> tuple[str, ...]:
        """The sitting judges who may ask this question, senior first."""
        return self._eligible[question]

    def cost(self, move: Move) -> int:
        """Ticks the move takes; for a point, the whole of it. Raises ``IllegalMove``."""
        transition = self._transition(move)
        if transition is None:
            raise self._refusal(move)
        if isinstance(move, moves.Plead):
            from moot.round.clock import point_cost

            return point_cost(self.case.point[move.point], self.case, self.format)
        return transition.cost

    def _refusal(self, move: Move) -> IllegalMove:
        from moot.round.text.refusals import reason_against

        return IllegalMove(f"{move}: {reason_against(self, move)}")

    def _moves(self) -> tuple[Move, ...]:
        if self._legal is None:
            state = self._stack[-1].state
            self._legal = self.rules.moves_at(state)
            if state.bench and not self._all_may_ask:
                self._legal = tuple(
                    move for move in self._legal if not isinstance(move, moves.Ask) or self._eligible[move.question]
                )
        return self._legal

    def _find(self, position: PositionOfPlay, move: Move) -> Transition | None:
        transition = self.rules.transition(position.state, move if move.ticks is None else move.unmeasured)
        if transition is not None and isinstance(move, moves.Ask) and not self._eligible[move.question]:
            return None
        return transition

    def _transition(self, move: Move) -> Transition | None:
        return self._find(self._stack[-1], move)

    def _may(self, move: Move) -> bool:
        """Whether :meth:`push` would take this move; a judge who is named must be one who may ask the question."""
        transition = self._transition(move)
        if transition is None or not transition.may_take(move.ticks):
            return False
        return not isinstance(move, moves.Ask) or move.by is None or move.by in self._eligible[move.question]


def _again(
    kind: type[Round], case: Case, bench: Bench, line: Sequence[Move], seed: int, form: Format, heat: str
) -> Round:
    """A round out of a pickle: its moves are made again, and so are its rules."""
    return kind.from_line(case, bench, line, seed=seed, format=form, heat=heat)
