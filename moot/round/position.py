"""The position of play: one frozen, hashable value. No other state exists in a round."""

from __future__ import annotations

from typing import NamedTuple, Self

from moot.case import BENCH, NOTHING_HEARD, Answer, Case, Heard
from moot.case.heard import withdrawn_by
from moot.case.words import ToMove
from moot.round import moves
from moot.round.control_state import ControlState, Transition
from moot.round.rules import Rules
from moot.round.turns.phases import Phase

__all__ = ["PositionOfPlay", "advance", "heard_after", "initial", "whose", "with_answer"]


class PositionOfPlay(NamedTuple):
    """Where play stands: the control state, the ticks left to whoever speaks, and what has been heard.

    ``str`` writes it as one line of text, and :meth:`parse` reads that line back.
    """

    state: ControlState
    clock: int
    heard: Heard = NOTHING_HEARD

    @property
    def phase(self) -> Phase:
        """The phase of the argument."""
        return self.state.phase

    @property
    def decided(self) -> bool:
        """Whether the case has been decided and no move is left."""
        return self.state.phase is Phase.DECIDED

    @classmethod
    def parse(cls, text: str) -> Self:
        """The position that this text is of. Raises :class:`~moot.errors.InvalidPosition`."""
        from moot.round.text.position import read_position

        return cls(*read_position(text))

    def __str__(self) -> str:
        from moot.round.text.position import write_position

        return write_position(*self)

    def __repr__(self) -> str:
        return f"PositionOfPlay.parse({str(self)!r})"


def initial(rules: Rules) -> PositionOfPlay:
    """The position when the case has been called."""
    return PositionOfPlay(rules.start, rules.opening_clock(rules.start))


def whose(rules: Rules, position: PositionOfPlay) -> ToMove | None:
    """Whose ply it is: a side, the bench, or None when decided."""
    if position.decided:
        return None
    return BENCH if position.state.bench else rules.side(position.state)


def advance(rules: Rules, position: PositionOfPlay, transition: Transition, ticks: int | None = None) -> PositionOfPlay:
    """The position after one transition of the rules."""
    state, clock, expired = rules.after(position.state, position.clock, transition, ticks)
    return PositionOfPlay(state, clock, heard_after(rules.case, position.heard, transition, expired))


def heard_after(case: Case, heard: Heard, transition: Transition, expired: bool) -> Heard:
    """What has been heard after a transition; ``expired`` when it has used up the time."""
    full = transition.full_on_expiry if expired and transition.full_on_expiry else transition.full
    if full:
        return heard.with_full(full)
    if transition.half:
        return heard.with_half(transition.half)
    if isinstance(transition.move, moves.GiveAnswer):
        return with_answer(heard, case.answers[transition.move.answer], case)
    return heard


def with_answer(heard: Heard, answer: Answer, case: Case) -> Heard:
    """What has been heard once this answer is given; what is withdrawn by it is told by :func:`moot.case.heard.withdrawn_by`."""
    answers = heard.answers | {answer.id}
    if not answer.concedes and not answer.retracts:
        return Heard(heard.half, heard.full, answers, heard.conceded, heard.retracted)
    conceded, retracted = withdrawn_by(case, answers)
    return Heard(heard.half, heard.full, answers, conceded, retracted)
