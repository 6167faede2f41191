"""The rules of turns: who is at the lectern, with how much time, and what follows when a turn ends."""

from __future__ import annotations

from moot.case import Case, Side
from moot.case.formats import Segment, heads_for
from moot.round.clock import spend
from moot.round.control_state import ControlState, OuterState, Transition
from moot.round.formats import Format
from moot.round.heads.liveness import Liveness, reply_section
from moot.round.turns.machine import compiled
from moot.round.turns.phases import LecternTurn, Phase, Trigger, course_of
from moot.round.turns.reserve import kept, kept_from

__all__ = ["TurnRules"]

_NOTHING: frozenset[str] = frozenset()


class TurnRules:
    """What depends on the course of turns alone, not on what is argued in them."""

    def __init__(self, case: Case, form: Format) -> None:
        self.case = case
        self.format = form
        self.course = course_of(form)
        self.liveness = Liveness(case, self.course)
        self._table = compiled(form)
        self._turn_of = self.course.turn_of
        self._roadmap_phases = {turn.roadmap for turn in self.course.turns}
        # The phases in which a state has a local and an outer part.
        self._head_phases = frozenset(each for turn in self.course.turns for each in (turn.submission, turn.question))
        self._heads = tuple(
            tuple(head.id for head in heads_for(case, form, turn.segment)) for turn in self.course.turns
        )
        self._section = {
            phase: reply_section(turn.segment.side) for phase, turn in self._turn_of.items() if turn.segment.replies
        }
        self._turn_ends: dict[tuple[Phase, Trigger, int, frozenset[int]], ControlState] = {}

    def opening_clock(self, state: ControlState) -> int:
        """The ticks on the clock when a turn opens at this state."""
        turn = self._turn_of.get(state.phase)
        return self._opening(turn, state.reserve) if turn else 0

    @staticmethod
    def _opening(turn: LecternTurn, reserve: int) -> int:
        return turn.segment.ticks + (0 if turn.slot is None else kept(reserve, turn.slot))

    def allowed_ticks(self, state: ControlState) -> int:
        """The ticks that the turn at the lectern has in all, less what its speaker has set aside."""
        turn = self._turn_of.get(state.phase)
        if turn is None:
            return 0
        return self._opening(turn, state.reserve) - (0 if turn.keeps is None else kept(state.reserve, turn.keeps))

    def kept_for_reply(self, state: ControlState) -> int:
        """The ticks that the side at the lectern has kept for a reply still to come."""
        turn = self._turn_of.get(state.phase)
        if turn is None:
            return 0
        return sum(
            kept(state.reserve, later.slot)
            for later in self.course.turns[turn.number + 1 :]
            if later.slot is not None and later.segment.side is turn.segment.side
        )

    def after(
        self, state: ControlState, clock: int, transition: Transition, ticks: int | None = None
    ) -> tuple[ControlState, int, bool]:
        """The state and the clock after a transition, and whether it used up the time.

        ``ticks`` replaces the transition's own cost where a screen measured it. A move that costs more than remains is
        heard whole and sets the clock to zero. A turn that opens has its own clock.
        """
        cost = ticks if ticks is not None and transition.cost else transition.cost
        left, expired = spend(clock, cost + transition.reserves, timed=cost > 0)
        target = transition.on_expiry if expired else transition.next
        if target.phase.segment != state.phase.segment:
            return target, self.opening_clock(target), expired
        return target, left, expired

    def turn(self, state: ControlState) -> str:
        """The id of the segment at the lectern (petitioner, respondent, rebuttal ...); empty when decided."""
        return state.phase.segment

    def segment(self, state: ControlState) -> Segment | None:
        """The segment at the lectern; None when the case is decided."""
        turn = self._turn_of.get(state.phase)
        return turn.segment if turn else None

    def later(self, one: ControlState, other: ControlState) -> bool:
        """Whether the first is in a later turn than the second, or decided."""
        return one.phase is Phase.DECIDED or self._turn_of[one.phase].number > self._turn_of[other.phase].number

    def side(self, state: ControlState) -> Side | None:
        """Whose turn at the lectern it is; None when the case is decided."""
        turn = self._turn_of.get(state.phase)
        return turn.segment.side if turn else None

    def roadmap_due(self, state: ControlState) -> bool:
        """Whether the turn has just opened and begins with a roadmap."""
        return state.phase in self._roadmap_phases

    def submission(self, phase: Phase) -> Phase:
        """The phase in which counsel speaks in this turn."""
        return self._turn_of[phase].submission

    def section(self, phase: Phase, head: str) -> str:
        """The head that is argued, or the reply of a side (:func:`~moot.round.heads.liveness.section_of`)."""
        return head or self._section.get(phase, "")

    def live_later(self, phase: Phase, reserve: int, left: frozenset[str]) -> frozenset[int]:
        """The flags that something after the current head reads."""
        return self.liveness.live_later(self._turn_of[phase].number, reserve, left)

    def open_head(self, phase: Phase, outer: OuterState, head: str) -> ControlState:
        """The state in which a head opens."""
        rest = outer.left - {head}
        flags = outer.flags
        if flags:
            flags &= self.liveness.live_here(head, _NOTHING, "") | self.live_later(phase, outer.reserve, rest)
        return ControlState(phase, False, outer.reserve, rest, head, flags=flags)

    def end_turn(self, phase: Phase, trigger: Trigger, outer: OuterState) -> ControlState:
        """The state after this turn, ended by sitting down or by the red light."""
        key = phase, trigger, outer.reserve, outer.flags
        found = self._turn_ends.get(key)
        if found is None:
            found = self._turn_ends[key] = self._after_turn(phase, trigger, outer.reserve, outer.flags)
        return found

    def _after_turn(self, phase: Phase, trigger: Trigger, reserve: int, flags: frozenset[int]) -> ControlState:
        phase = self._pass_over(self._table[phase, trigger], reserve)
        if phase is Phase.SUBMITTED:
            phase = self._table[self._table[phase, Trigger.CONFER], Trigger.DECIDE]
        if phase is Phase.DECIDED:
            return ControlState(phase)
        number = self._turn_of[phase].number
        # What was kept for a reply that is over, or was passed over, is forgotten.
        slot = next((turn.slot for turn in self.course.turns[number:] if turn.slot is not None), None)
        reserve = kept_from(reserve, slot) if slot is not None else 0
        return ControlState(phase, reserve=reserve, flags=flags & self.liveness.live_from_turn(number, reserve))

    def _pass_over(self, phase: Phase, reserve: int) -> Phase:
        """The phase after the turns that do not take place: a reply without time, a speaker to whom no head is left."""
        while (turn := self._turn_of.get(phase)) is not None:
            if not self._opening(turn, reserve):
                phase = self._table[phase, Trigger.NO_REPLY]
            elif turn.roadmap is not None and not self._heads[turn.number]:
                phase = self._table[phase, Trigger.NO_HEADS]
            else:
                break
        return phase
