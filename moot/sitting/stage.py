"""The state of a sitting, which the machine of phases moves: entering and leaving a state is what the faces are told.

The rules decide what a move leads to; the machine is fired with the triggers of that move, and calls :meth:`Stage.left` and
:meth:`Stage.entered` for every state on the way. Those calls make the events of the argument as a whole: a turn at the
lectern opens or closes, a light comes on, the case is decided. Where machine and rules disagree the sitting stops.
"""

from __future__ import annotations

from moot.errors import PhaseError
from moot.round.formats import WHITE_LIGHT, Segment
from moot.round.moves import Move, Sit
from moot.round.position import PositionOfPlay
from moot.round.round import Round
from moot.round.turns.machine import fire, triggers
from moot.round.turns.phases import Phase, Trigger
from moot.sitting.events import Closed, Decided, Event, Light, LightColor, Opened

__all__ = ["Stage"]


class Stage:
    """The model that the machine moves for one round, from the call of the case or from where it is resumed. ``state`` is the value of a phase, as `transitions` keeps it."""

    def __init__(self, round: Round) -> None:
        self.round = round
        self.state: str = round.position.phase.value if round.ply else Phase.CALLED.value
        self._before = round.position
        self._in_silence = False
        self._events: list[Event] = []

    def reset(self) -> None:
        """Go to where the round stands, without an event: after moves are taken back."""
        self.state = self.round.position.phase.value

    def call(self) -> list[Event]:
        """Call the case: the first turn opens."""
        self.state, self._before = Phase.CALLED.value, self.round.position
        return self._fire((Trigger.CALL,))

    def follow(self, move: Move, before: PositionOfPlay) -> list[Event]:
        """Fire what a move just made brings with it; ``before`` is the position it was made in.

        Raises :class:`~moot.errors.PhaseError` where the machine is not, or does not come, where the rules are.
        """
        if self.state != before.phase.value:
            raise PhaseError(f"the machine is in phase {self.state!r} and the rules in {before.phase.value!r}")
        self._before = before
        self._in_silence = isinstance(move, Sit) and move.ticks is not None and move.ticks >= before.clock
        return self._fire(triggers(before.phase, move.trigger, self.round.position.phase, self.round.format))

    def decided(self) -> Decided:
        """The decision, once the case is decided."""
        outcome = self.round.outcome()
        assert outcome is not None
        return Decided(self.round.ply, outcome.ruling)

    def _fire(self, all_of: tuple[Trigger, ...]) -> list[Event]:
        self._events = []
        for trigger in all_of:
            fire(self, trigger, self.round.format)
        there = self.round.position.phase.value
        if self.state != there:
            raise PhaseError(f"the machine comes to phase {self.state!r} and the rules to {there!r}")
        return self._events

    # -- what the machine calls ----------------------------------------------------------------------------------

    def left(self, phase: Phase, trigger: Trigger) -> None:
        """A state is left. Sitting down and the red light close a turn."""
        segment = self._segment(phase)
        if segment is None or trigger not in (Trigger.SIT, Trigger.RED_LIGHT):
            return
        by_red_light = trigger is Trigger.RED_LIGHT or self._in_silence
        if by_red_light and self._before.clock > 0:
            self._tell(Light(self.round.ply, LightColor.RED))
        self._tell(Closed(self.round.ply, segment, segment.side, by_red_light, self._in_silence))

    def entered(self, phase: Phase, trigger: Trigger) -> None:
        """A state is entered. One that is only passed through, such as a reply without time, tells nothing."""
        after = self.round.position
        if phase is not after.phase:
            return
        segment = self._segment(phase)
        if segment is None:
            self._tell(self.decided())
        elif trigger is Trigger.CALL or phase.segment != self._before.phase.segment:
            self._tell(Opened(self.round.ply, segment, segment.side, after.clock))
        elif self._before.clock > 0 == after.clock:
            self._tell(Light(self.round.ply, LightColor.RED))
        elif self._before.clock > WHITE_LIGHT >= after.clock:
            self._tell(Light(self.round.ply, LightColor.WHITE))

    def _segment(self, phase: Phase) -> Segment | None:
        turn = self.round.rules.course.turn_of.get(phase)
        return turn.segment if turn else None

    def _tell(self, event: Event) -> None:
        self._events.append(event)
