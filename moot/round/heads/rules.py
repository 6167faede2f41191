"""The rules under a head, and in a reply: what counsel may say, what the bench may ask, and what may be answered."""

from __future__ import annotations

from collections.abc import Iterable

from moot.case import Case, Question
from moot.case.formats import replies_for
from moot.round import moves
from moot.round.clock import answer_cost, ask_cost, point_cost
from moot.round.control_state import LocalMove, LocalMoves, LocalState
from moot.round.formats import Format
from moot.round.heads.stretches import breaks, cut_up
from moot.round.turns.phases import Phase, Trigger
from moot.round.turns.rules import TurnRules

__all__ = ["TURN_AWAY", "HeadRules"]

TURN_AWAY = moves.Turn("")
"""Turning to another head, no matter which. Only :meth:`HeadRules.local_moves` lists it."""


class HeadRules(TurnRules):
    """The moves that a local state has, for any outer state."""

    def __init__(self, case: Case, form: Format) -> None:
        super().__init__(case, form)
        self._replies = {turn.submission: replies_for(case, turn.segment) for turn in self.course.turns}
        self._local_moves: dict[LocalState, LocalMoves] = {}
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
        self._answer = {id: moves.GiveAnswer(id) for id in case.answers}
        self._answer_cost = {id: answer_cost(answer, case, form) for id, answer in case.answers.items()}

    def stretches(self, point: str) -> tuple[int, ...]:
        """The ticks of each stretch of a point; the bench may break in after each but the last."""
        return self._stretches[point]

    @property
    def max_cost(self) -> int:
        """The ticks of the move that costs most, roadmaps apart."""
        stretches = (cost for costs in self._stretches.values() for cost in costs)
        return max(0, *stretches, *self._ask_cost.values(), *self._answer_cost.values())

    def local_moves(self, local: LocalState) -> tuple[LocalMove, ...]:
        """The moves under a head, for any outer state. Turning to another head is one move here, to no head in particular."""
        return self._offered(local).entries

    def _offered(self, local: LocalState) -> LocalMoves:
        found = self._local_moves.get(local)
        if found is None:
            found = self._local_moves[local] = LocalMoves.of(self._compute_local_moves(local))
        return found

    def _compute_local_moves(self, local: LocalState) -> Iterable[LocalMove]:
        if local.pending:
            return self._answers(local)
        return self._bench(local) if local.bench else self._counsel(local)

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
            yield self._go_on(moves.RESUME, self._table[phase, Trigger.RESUME], local)
        if not turn.segment.replies:
            yield LocalMove(TURN_AWAY, 0, None)
        yield LocalMove(moves.SIT, 0, None)

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
            yield LocalMove(moves.PASS, 0, self._local(after, False, head, said, *left, (), "", flags))
        else:
            # The pass itself costs nothing. The cost is the next stretch of the point, which the bench has let run.
            yield self._go_on(moves.PASS, after, local)

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


def _later_roots(case: Case) -> dict[str, tuple[Question, ...]]:
    """For every question, those listed after the root of its chain that may be asked at the same place."""
    later: dict[str, tuple[Question, ...]] = {}
    for point in case.points:
        for roots in breaks(point):
            for number, root in enumerate(roots):
                for question in root.walk():
                    later[question.id] = roots[number + 1 :]
    return later
