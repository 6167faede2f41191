"""The rules of play, as transitions between control states.

A :class:`~moot.round.control_state.ControlState` is everything a later rule can read except the clock.
:meth:`Rules.transitions` lists the moves from a state, what each costs, and the two states it can lead to: ``next`` while
time remains, ``on_expiry`` where the move has used it up. The round adds the clock; the proof explores every clock. There
is no second copy of the rules. When a clock expires is one function too (:func:`~moot.round.clock.expiry_limit`).

Under a head the rules read only part of the state, :class:`~moot.round.control_state.LocalState`. :meth:`Rules.local_moves`
computes the moves from that part, and :meth:`Rules.transitions` completes them with the outer state. Whatever no later rule
reads is dropped from a state: a head's points when it is left, a question with its point, and each flag after its last
reader (:mod:`moot.round.heads.liveness`).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from moot.case import Case
from moot.case.per_case import per_case
from moot.round import moves
from moot.round.clock import roadmap_cost
from moot.round.control_state import ControlState, LocalMove, LocalMoves, LocalState, OuterState, Transition, join
from moot.round.formats import TICKS_A_MINUTE, Format, format_of
from moot.round.heads.liveness import StateFlag
from moot.round.heads.rules import TURN_AWAY, HeadRules
from moot.round.turns.phases import Phase, Trigger
from moot.round.turns.reserve import keep

__all__ = ["ControlState", "Rules", "StateFlag", "Transition", "rules_for"]


class Rules(HeadRules):
    """The rules for one case in one format. Transitions are computed once per state and cached.

    Turns and their clocks are :class:`~moot.round.turns.rules.TurnRules`, the moves under a head
    :class:`~moot.round.heads.rules.HeadRules`; here they become transitions of whole states, and roadmaps are added.
    """

    def __init__(self, case: Case, form: Format) -> None:
        super().__init__(case, form)
        self._transitions: dict[ControlState, tuple[Transition, ...]] = {}
        # Who looks at the moves of a state mostly makes one of them next.
        self._last: tuple[ControlState, LocalState, OuterState, LocalMoves] | None = None
        # Turning to one of the heads left, by these heads.
        self._turns: dict[frozenset[str], LocalMoves] = {}

    @property
    def flags(self) -> tuple[StateFlag, ...]:
        """Everything said that a later rule reads."""
        return self.liveness.flags

    @property
    def start(self) -> ControlState:
        """The state when the case has been called."""
        return ControlState(self._pass_over(self._table[Phase.CALLED, Trigger.CALL], 0))

    def every_roadmap(self) -> tuple[moves.Roadmap, ...]:
        """Every roadmap that can be given, segment by segment."""
        return tuple(
            each.move
            for turn in self.course.turns
            if turn.roadmap is not None
            for each in self._roadmaps(ControlState(turn.roadmap))
            if isinstance(each.move, moves.Roadmap)
        )

    def transitions(self, state: ControlState) -> tuple[Transition, ...]:
        """Every move from this state, whichever bench sits."""
        found = self._transitions.get(state)
        if found is None:
            found = self._transitions[state] = tuple(self._compute_transitions(state))
        return found

    def moves_at(self, state: ControlState) -> tuple[moves.Move, ...]:
        """The moves of :meth:`transitions`, without computing where they lead."""
        if state.phase not in self._head_phases:
            return tuple(transition.move for transition in self.transitions(state))
        return self._listed(state)[3].moves

    def transition(self, state: ControlState, move: moves.Move) -> Transition | None:
        """The transition of this move, or None where the move is legal for no bench."""
        if state.phase not in self._head_phases:
            return next((transition for transition in self.transitions(state) if transition.move == move), None)
        _, local, outer, (listed, entries) = self._listed(state)
        for at, each in enumerate(listed):
            if each is move:
                return self._embed(entries[at], local, outer)
        # A move that was read, or that names who asks, is another object than the one listed.
        for at, each in enumerate(listed):
            if each == move:
                return self._embed(entries[at], local, outer)
        return None

    def _listed(self, state: ControlState) -> tuple[ControlState, LocalState, OuterState, LocalMoves]:
        """A state under a head, its two parts, and the moves from it."""
        last = self._last
        if last is None or last[0] is not state:
            local, outer = self.split(state)
            last = self._last = state, local, outer, self._moves_under(local, outer)
        return last

    # -- the two parts of a state --------------------------------------------------------------------------------

    def split(self, state: ControlState) -> tuple[LocalState, OuterState]:
        """The local and the outer part of a state under a head; a roadmap and a decided case have none."""
        phase, bench, reserve, left, head, said, point, cut, part, menu, pending, flags = state
        if not flags:
            local = LocalState(phase, bench, head, said, point, cut, part, menu, pending, _NONE)
            return local, OuterState(reserve, left, _NONE)
        here = flags & self.liveness.live_here(
            self.section(phase, head), said, self._active(bench, point, part, pending)
        )
        local = LocalState(phase, bench, head, said, point, cut, part, menu, pending, here)
        return local, OuterState(reserve, left, flags & self.live_later(phase, reserve, left))

    def _compute_transitions(self, state: ControlState) -> Iterable[Transition]:
        if state.phase is Phase.DECIDED:
            return
        if state.phase in self._roadmap_phases:
            yield from self._roadmaps(state)
            return
        local, outer = self.split(state)
        for each in self._moves_under(local, outer).entries:
            yield self._embed(each, local, outer)

    def _moves_under(self, local: LocalState, outer: OuterState) -> LocalMoves:
        """The moves under a head, with one turn to each head left."""
        offered = self._offered(local)
        listed, entries = offered
        if len(listed) < 2 or listed[-2] is not TURN_AWAY:
            return offered
        turns = self._turns.get(outer.left)
        if turns is None:
            turns = LocalMoves.of(turn for head, turn in self._turn_to.items() if head in outer.left)
            self._turns[outer.left] = turns
        return LocalMoves((*listed[:-2], *turns.moves, listed[-1]), (*entries[:-2], *turns.entries, entries[-1]))

    def _embed(self, local_move: LocalMove, local: LocalState, outer: OuterState) -> Transition:
        """The transition that a local move makes with this outer state."""
        move, cost, following, sets, ends_turn, half, full, full_on_expiry = local_move
        if following is None:
            if isinstance(move, moves.Turn):
                left = self.open_head(local.phase, outer, move.head)
            else:
                left = self.end_turn(local.phase, Trigger.SIT, outer)
            return Transition(move, cost, left, left)
        if sets:
            outer = outer.with_flags(sets, self.live_later(local.phase, outer.reserve, outer.left))
        target = join(following, outer)
        on_expiry = self.end_turn(following.phase, Trigger.RED_LIGHT, outer) if ends_turn else target
        return Transition(move, cost, target, on_expiry, 0, half, full, full_on_expiry)

    def _roadmaps(self, state: ControlState) -> Iterable[Transition]:
        turn = self._turn_of[state.phase]
        cost = roadmap_cost(self.case, self.format)
        minutes = turn.segment.reserves if turn.keeps is not None else (0,)
        heads = self._heads[turn.number]
        sizes = (2, 3) if len(heads) > 1 else (1,)
        phase = self._table[state.phase, Trigger.ROADMAP]
        for size in sizes:
            for order in permutations(heads, size):
                for kept_minutes in minutes:
                    reserved = kept_minutes * TICKS_A_MINUTE
                    reserve = state.reserve if turn.keeps is None else keep(state.reserve, turn.keeps, reserved)
                    outer = OuterState(reserve, frozenset(order), state.flags)
                    opened = self.open_head(phase, outer, order[0])
                    on_expiry = self.end_turn(phase, Trigger.RED_LIGHT, outer)
                    yield Transition(moves.Roadmap(order, kept_minutes), cost, opened, on_expiry, reserved)


_NONE: frozenset[int] = frozenset()


@per_case
def _rules(case: Case, form: Format) -> Rules:
    return Rules(case, form)


def rules_for(case: Case, form: str | Format | None = None) -> Rules:
    """The rules of a case in a format (by default the case's own), made once and shared."""
    return _rules(case, format_of(case, form))
