"""The rules of play, as transitions between control states.

A :class:`~moot.round.control_state.ControlState` is everything a later rule can read except the clock.
:meth:`Rules.transitions` lists the moves from a state, what each costs, and the two states it can lead to: ``next`` while
time remains, ``on_expiry`` where the move has used it up. The round adds the clock; the proof explores every clock. There
is no second copy of the rules. When a clock expires is one function too (:func:`~moot.round.clock.expiry_limit`).

Under a head the rules read only part of the state, :class:`~moot.round.control_state.LocalState`. :meth:`Rules.local_moves`
computes the moves from that part, and :meth:`Rules.transitions` completes them with the outer state. Whatever no later rule
reads is dropped from a state: a head's points when it is left, a question with its point, and each flag after its last
reader (:mod:`moot.round.liveness`).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from moot.case import Case, Question, Side
from moot.case.formats import Segment, heads_for, replies_for
from moot.case.per_case import per_case
from moot.round import moves
from moot.round.clock import answer_cost, ask_cost, point_cost, roadmap_cost, spend
from moot.round.control_state import ControlState, LocalMove, LocalState, OuterState, Transition, join
from moot.round.formats import TICKS_A_MINUTE, Format, format_of
from moot.round.liveness import Liveness, StateFlag, reply_section
from moot.round.machine import compiled
from moot.round.phases import LecternTurn, Phase, Trigger, course_of
from moot.round.reserve import keep, kept, kept_from
from moot.round.stretches import breaks, cut_up

__all__ = ["ControlState", "Rules", "StateFlag", "Transition", "rules_for"]


class Rules:
    """The rules for one case in one format. Transitions are computed once per state and cached."""

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
        self._replies = {turn.submission: replies_for(case, turn.segment) for turn in self.course.turns}
        self._section = {
            phase: reply_section(turn.segment.side) for phase, turn in self._turn_of.items() if turn.segment.replies
        }
        self._transitions: dict[ControlState, tuple[Transition, ...]] = {}
        self._local_moves: dict[LocalState, tuple[LocalMove, ...]] = {}
        self._later_roots = _later_roots(case)
        # Values that many transitions share.
        self._breaks = {point.id: breaks(point) for point in case.points}
        self._stretches = {
            point.id: cut_up(point_cost(point, case, form), 1 + len(self._breaks[point.id])) for point in case.points
        }
        self._plead = {point.id: moves.Plead(point.id) for point in case.points}
        self._turn_to = {head.id: LocalMove(moves.Turn(head.id), 0, None) for head in case.heads}
        self._ask = {id: moves.Ask(id) for id in case.questions}
        self._ask_cost = {id: ask_cost(question, case, form) for id, question in case.questions.items()}
        self._answer = {id: moves.Answer(id) for id in case.answers}
        self._answer_cost = {id: answer_cost(answer, case, form) for id, answer in case.answers.items()}
        self._turn_ends: dict[tuple[Phase, Trigger, int, frozenset[int]], ControlState] = {}

    @property
    def flags(self) -> tuple[StateFlag, ...]:
        """Everything said that a later rule reads."""
        return self.liveness.flags

    def stretches(self, point: str) -> tuple[int, ...]:
        """The ticks of each stretch of a point; the bench may break in after each but the last."""
        return self._stretches[point]

    @property
    def max_cost(self) -> int:
        """The ticks of the move that costs most, roadmaps apart."""
        stretches = (cost for costs in self._stretches.values() for cost in costs)
        return max(0, *stretches, *self._ask_cost.values(), *self._answer_cost.values())

    @property
    def start(self) -> ControlState:
        """The state when the case has been called."""
        return ControlState(self._pass_over(self._table[Phase.CALLED, Trigger.CALL], 0))

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
        local, outer = self.split(state)
        return tuple(each.move for each in self._moves_under(local, outer))

    def transition(self, state: ControlState, move: moves.Move) -> Transition | None:
        """The transition of this move, or None where the move is legal for no bench."""
        if state.phase not in self._head_phases:
            return next((transition for transition in self.transitions(state) if transition.move == move), None)
        local, outer = self.split(state)
        for each in self._moves_under(local, outer):
            if each.move == move:
                return self._embed(each, local, outer)
        return None

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

    def submission(self, phase: Phase) -> Phase:
        """The phase in which counsel speaks in this turn."""
        return self._turn_of[phase].submission

    def section(self, phase: Phase, head: str) -> str:
        """The head that is argued, or the reply of a side (:func:`~moot.round.liveness.section_of`)."""
        return head or self._section.get(phase, "")

    def live_later(self, phase: Phase, reserve: int, left: frozenset[str]) -> frozenset[int]:
        """The flags that something after the current head reads."""
        return self.liveness.live_later(self._turn_of[phase].number, reserve, left)

    def local_moves(self, local: LocalState) -> tuple[LocalMove, ...]:
        """The moves under a head, for any outer state. Turning to another head is one move here, to no head in particular."""
        found = self._local_moves.get(local)
        if found is None:
            found = self._local_moves[local] = tuple(self._compute_local_moves(local))
        return found

    def _compute_local_moves(self, local: LocalState) -> Iterable[LocalMove]:
        if local.pending:
            return self._answers(local)
        return self._bench(local) if local.bench else self._counsel(local)

    def _compute_transitions(self, state: ControlState) -> Iterable[Transition]:
        if state.phase is Phase.DECIDED:
            return
        if state.phase in self._roadmap_phases:
            yield from self._roadmaps(state)
            return
        local, outer = self.split(state)
        for each in self._moves_under(local, outer):
            yield self._embed(each, local, outer)

    def _moves_under(self, local: LocalState, outer: OuterState) -> Iterable[LocalMove]:
        """The moves under a head, with one turn to each head left."""
        for each in self.local_moves(local):
            if each.move is _TURN_AWAY:
                yield from (turn for head, turn in self._turn_to.items() if head in outer.left)
            else:
                yield each

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
                phase = self._table[phase, Trigger.NO_REBUTTAL]
            elif turn.roadmap is not None and not self._heads[turn.number]:
                phase = self._table[phase, Trigger.NO_HEADS]
            else:
                break
        return phase

    # -- the rules -----------------------------------------------------------------------------------------------

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

    def _counsel(self, local: LocalState) -> Iterable[LocalMove]:
        phase, _, head, said, _, cut, _, _, _, flags = local
        after = self._table[phase, Trigger.PLEAD]
        turn = self._turn_of[phase]
        live = self.liveness
        for each in self._replies[turn.submission] if turn.segment.replies else self.case.points_under[head]:
            id = each.id
            if id in said or not live.guards_hold(each.when, flags) or not live.reply_open(each, flags):
                continue
            if live.withdrawn(id, flags):
                continue
            sets = live.set_by(id)
            menu = self._menu(self._breaks[id][0], flags | sets)
            begun = self._local(after, True, head, said | {id}, id, False, 1, menu, "", flags | sets)
            yield LocalMove(self._plead[id], self._stretches[id][0], begun, sets, True, half=id, full_on_expiry=id)
        if cut:
            yield self._go_on(_RESUME, self._table[phase, Trigger.RESUME], local)
        if not turn.segment.replies:
            yield LocalMove(_TURN_AWAY, 0, None)
        yield LocalMove(_SIT, 0, None)

    def _bench(self, local: LocalState) -> Iterable[LocalMove]:
        phase, _, head, said, point, cut, part, menu, _, flags = local
        if menu:
            after = self._table[phase, Trigger.ASK]
            for id in menu:
                asked = LocalState(after, False, head, said, point, True, part, (), id, flags)
                yield LocalMove(self._ask[id], self._ask_cost[id], asked)
        after = self._table[phase, Trigger.PASS]
        if cut:
            # A point that counsel's answers have taken out of the case is not resumed.
            lost = self.liveness.withdrawn(point, flags)
            left = ("", False, 0) if lost else (point, True, part)
            yield LocalMove(_PASS, 0, self._local(after, False, head, said, *left, (), "", flags))
        else:
            # The pass itself costs nothing. The cost is the next stretch of the point, which the bench has let run.
            yield self._go_on(_PASS, after, local)

    def _go_on(self, move: moves.Move, after: Phase, local: LocalState) -> LocalMove:
        """Counsel says the next stretch of the point: to the next place where the bench may break in, or to the end."""
        point, part, flags = local.point, local.part, local.flags
        cost = self._stretches[point][part]
        if part == len(self._breaks[point]):
            done = self._local(after, False, local.head, local.said, "", False, 0, (), "", flags)
            return LocalMove(move, cost, done, ends_turn=True, full=point)
        menu = self._menu(self._breaks[point][part], flags)
        heard = self._local(after, True, local.head, local.said, point, False, part + 1, menu, "", flags)
        return LocalMove(move, cost, heard, ends_turn=True, full_on_expiry=point)

    def _answers(self, local: LocalState) -> Iterable[LocalMove]:
        phase, _, head, said, point, cut, part, _, pending, flags = local
        after = self._table[phase, Trigger.ANSWER]
        later = self._later_roots[pending]
        for answer in self.case.questions[pending].answers:
            if not self.liveness.guards_hold(answer.when, flags):
                continue
            id = answer.id
            sets = self.liveness.set_by(id)
            menu = self._menu((*answer.follow_ups, *later), flags | sets)
            answered = self._local(after, True, head, said, point, cut, part, menu, "", flags | sets)
            yield LocalMove(self._answer[id], self._answer_cost[id], answered, sets, True)

    # -- helpers -------------------------------------------------------------------------------------------------

    def _local(
        self,
        phase: Phase,
        bench: bool,
        head: str,
        said: frozenset[str],
        point: str,
        cut: bool,
        part: int,
        menu: tuple[str, ...],
        pending: str,
        flags: frozenset[int],
    ) -> LocalState:
        """A local state, with only those flags that may still be read under its head."""
        if flags:
            active = self._active(bench, point, part, pending)
            flags &= self.liveness.live_here(self.section(phase, head), said, active)
        return LocalState(phase, bench, head, said, point, cut, part, menu, pending, flags)

    def _active(self, bench: bool, point: str, part: int, pending: str) -> str:
        """The point that the bench may yet ask about: now, or at a later place to break in."""
        return point if point and (bench or pending or part < len(self._breaks[point])) else ""

    def _menu(self, questions: Iterable[Question], flags: frozenset[int]) -> tuple[str, ...]:
        """Those of these questions that the bench may ask."""
        return tuple(question.id for question in questions if self.liveness.guards_hold(question.when, flags))


_NOTHING: frozenset[str] = frozenset()
_NONE: frozenset[int] = frozenset()
_RESUME, _SIT, _PASS = moves.Resume(), moves.Sit(), moves.Pass()
_TURN_AWAY = moves.Turn("")
"""Turning to another head, no matter which. Only :meth:`Rules.local_moves` lists it."""


def _later_roots(case: Case) -> dict[str, tuple[Question, ...]]:
    """For every question, those listed after the root of its chain that may be asked at the same place."""
    later: dict[str, tuple[Question, ...]] = {}
    for point in case.points:
        for roots in breaks(point):
            for number, root in enumerate(roots):
                for question in root.walk():
                    later[question.id] = roots[number + 1 :]
    return later


@per_case
def _rules(case: Case, form: Format) -> Rules:
    return Rules(case, form)


def rules_for(case: Case, form: str | Format | None = None) -> Rules:
    """The rules of a case in a format (by default the case's own), made once and shared."""
    return _rules(case, format_of(case, form))
