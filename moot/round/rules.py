"""The rules of play, on control states without their clock.

A :class:`~moot.round.control_state.Place` is everything a later rule can read except the time left. :meth:`Rules.steps` lists
what may be done at a place, what each costs, and the two places it can lead to: ``then`` while time remains, ``red``
when the move has used it up. The round adds the clock to this; the proof explores it for every clock. There is no
second copy of the rules.

Under a head the rules read only a part of the place, :class:`~moot.round.control_state.Here`; :meth:`Rules.within` lists the
moves from that part, and :meth:`Rules.steps` sets them in the rest. Whatever no later rule reads is dropped from a place: a
head's points when it is left, a question with its point, and each flag after its last reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import permutations

from moot.case import Case, Point, Question, Side
from moot.round import moves
from moot.round.clock import answer_cost, ask_cost, first_half, point_cost, roadmap_cost
from moot.round.control_state import Beyond, Here, Place, Step, Within, join
from moot.round.formats import TICKS_A_MINUTE, Format, get_format
from moot.round.liveness import Flag, Flags
from moot.round.machine import compiled
from moot.round.phases import TURNS, Phase, Trigger

__all__ = ["Flag", "Place", "Rules", "Step", "rules_for"]


class Rules:
    """The rules for one case in one format. Steps are worked out once a place and kept."""

    def __init__(self, case: Case, form: Format) -> None:
        self.case = case
        self.format = form
        self.memory = Flags(case)
        self._table = compiled()
        self._turn_of = {
            phase: turn for turn in TURNS for phase in (turn.roadmap, turn.submission, turn.question) if phase
        }
        self._number = {phase: TURNS.index(turn) for phase, turn in self._turn_of.items()}
        self._roadmap_phases = {turn.roadmap for turn in TURNS}
        # Phases in which a place is made of what is read under a head and what is not.
        self._head_phases = frozenset(each for turn in TURNS for each in (turn.submission, turn.question))
        self._steps: dict[Place, tuple[Step, ...]] = {}
        self._within: dict[Here, tuple[Within, ...]] = {}
        self._reserves = tuple(minutes * TICKS_A_MINUTE for minutes in form.reserves)
        self._later_roots = _later_roots(case)
        # One value each of what many steps have in common: they are made once and compare by identity.
        self._halves = {point.id: self._cut(point) for point in case.points}
        self._plead = {point.id: moves.Plead(point.id) for point in case.points}
        self._turning = {head.id: Within(moves.Turn(head.id), 0, None) for head in case.heads}
        self._ask = {id: moves.Ask(id) for id in case.questions}
        self._ask_cost = {id: ask_cost(question, case, form) for id, question in case.questions.items()}
        self._answer = {id: moves.Answer(id) for id in case.answers}
        self._answer_cost = {id: answer_cost(answer, case, form) for id, answer in case.answers.items()}
        self._ends: dict[tuple[Phase, Trigger, int, frozenset[int]], Place] = {}

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Everything said that a later rule reads."""
        return self.memory.all

    def _cut(self, point: Point) -> tuple[int, int]:
        """The ticks of the two halves of a point."""
        cost = point_cost(point, self.case, self.format)
        return first_half(cost), cost - first_half(cost)

    @property
    def dearest(self) -> int:
        """The ticks of the move that costs most, roadmaps apart."""
        halves = (half for pair in self._halves.values() for half in pair)
        return max(0, *halves, *self._ask_cost.values(), *self._answer_cost.values())

    @property
    def start(self) -> Place:
        """The place when the case has been called."""
        return Place(self._table[Phase.CALLED, Trigger.CALL])

    def opening_clock(self, place: Place) -> int:
        """The ticks on the clock when a turn opens at this place."""
        if place.phase is Phase.REBUTTAL_SUBMISSION:
            return place.reserve
        return self.format.ticks if place.phase is not Phase.DECIDED else 0

    def after(self, place: Place, clock: int, step: Step, ticks: int | None = None) -> tuple[Place, int, bool]:
        """The place and the clock after ``step``, and whether it used up the time.

        ``ticks`` replaces the step's own cost where a screen measured it. A move that costs more than remains is
        heard whole and sets the clock to nought; a turn that opens has its own clock.
        """
        left, red = _spend(clock - step.keeps, step.cost, ticks)
        there = step.red if red else step.then
        if there.phase is not place.phase and self._number.get(there.phase) != self._number.get(place.phase):
            return there, self.opening_clock(there), red
        return there, left, red

    def turn(self, place: Place) -> str:
        """The name of the turn at the lectern: petitioner, respondent, rebuttal; empty when decided."""
        turn = self._turn_of.get(place.phase)
        return turn.name if turn else ""

    def later(self, one: Place, other: Place) -> bool:
        """Whether the first is in a later turn than the second, or decided."""
        return one.phase is Phase.DECIDED or self._number[one.phase] > self._number[other.phase]

    def side(self, place: Place) -> Side | None:
        """Whose turn at the lectern it is; None when the case is decided."""
        turn = self._turn_of.get(place.phase)
        return turn.side if turn else None

    def steps(self, place: Place) -> tuple[Step, ...]:
        """Everything that may be done at this place, by any bench."""
        found = self._steps.get(place)
        if found is None:
            found = self._steps[place] = tuple(self._work_out(place))
        return found

    def moves_at(self, place: Place) -> tuple[moves.Move, ...]:
        """The moves of :meth:`steps`, without working out where they lead."""
        if place.phase not in self._head_phases:
            return tuple(step.move for step in self.steps(place))
        here, beyond = self.split(place)
        return tuple(way.move for way in self._ways(here, beyond))

    def step(self, place: Place, move: moves.Move) -> Step | None:
        """The step that this move makes here, or None where no bench at all would have it legal."""
        if place.phase not in self._head_phases:
            return next((step for step in self.steps(place) if step.move == move), None)
        here, beyond = self.split(place)
        for way in self._ways(here, beyond):
            if way.move == move:
                return self._set(way, here, beyond)
        return None

    # -- a place and its two parts -------------------------------------------------------------------------------

    def split(self, place: Place) -> tuple[Here, Beyond]:
        """The part of a place that the rules read now, and the rest; not for a roadmap, nor when the case is decided."""
        phase, bench, reserve, left, head, said, point, cut, menu, pending, flags = place
        if not flags:
            return Here(phase, bench, head, said, point, cut, menu, pending, _NONE), Beyond(reserve, left, _NONE)
        near = flags & self.memory.near(head, said, point if bench or pending else "")
        here = Here(phase, bench, head, said, point, cut, menu, pending, near)
        return here, Beyond(reserve, left, flags & self.wanted(phase, reserve, left))

    def submission(self, phase: Phase) -> Phase:
        """The phase in which counsel speaks in this turn."""
        return self._turn_of[phase].submission

    def wanted(self, phase: Phase, reserve: int, left: frozenset[str]) -> frozenset[int]:
        """The flags that something after the present head asks about."""
        return self.memory.wanted(self._number[phase], reserve > 0, left)

    def within(self, here: Here) -> tuple[Within, ...]:
        """Everything that may be done under a head, whatever lies beyond. Turning away is one move, to no head yet."""
        found = self._within.get(here)
        if found is None:
            found = self._within[here] = tuple(self._moves_within(here))
        return found

    def _moves_within(self, here: Here) -> Iterable[Within]:
        if here.pending:
            return self._answers(here)
        return self._bench(here) if here.bench else self._counsel(here)

    def _work_out(self, place: Place) -> Iterable[Step]:
        if place.phase is Phase.DECIDED:
            return
        if place.phase in self._roadmap_phases:
            yield from self._roadmaps(place)
            return
        here, beyond = self.split(place)
        for way in self._ways(here, beyond):
            yield self._set(way, here, beyond)

    def _ways(self, here: Here, beyond: Beyond) -> Iterable[Within]:
        """The moves under a head, with one turning away for each head left."""
        for way in self.within(here):
            if way.move is _AWAY:
                yield from (turning for head, turning in self._turning.items() if head in beyond.left)
            else:
                yield way

    def _set(self, within: Within, here: Here, beyond: Beyond) -> Step:
        """A move under a head, set in the rest of a place."""
        move, cost, ahead, raises, ends, half, full, full_if_red = within
        if ahead is None:
            if isinstance(move, moves.Turn):
                there = self.open(here.phase, beyond, move.head)
            else:
                there = self.end(here.phase, Trigger.SIT, beyond)
            return Step(move, cost, there, there)
        if raises:
            beyond = beyond.raised(raises, self.wanted(here.phase, beyond.reserve, beyond.left))
        then = join(ahead, beyond)
        red = self.end(ahead.phase, Trigger.RED_LIGHT, beyond) if ends else then
        return Step(move, cost, then, red, 0, half, full, full_if_red)

    def open(self, phase: Phase, beyond: Beyond, head: str) -> Place:
        """The place at the opening of a head."""
        rest = beyond.left - {head}
        flags = beyond.flags
        if flags:
            flags &= self.memory.near(head, _NOTHING, "") | self.wanted(phase, beyond.reserve, rest)
        return Place(phase, False, beyond.reserve, rest, head, flags=flags)

    def end(self, phase: Phase, trigger: Trigger, beyond: Beyond) -> Place:
        """The place after this turn, by sitting down or the red light."""
        key = phase, trigger, beyond.reserve, beyond.flags
        found = self._ends.get(key)
        if found is None:
            found = self._ends[key] = self._after_turn(phase, trigger, beyond.reserve, beyond.flags)
        return found

    def _after_turn(self, phase: Phase, trigger: Trigger, reserve: int, flags: frozenset[int]) -> Place:
        phase = self._table[phase, trigger]
        if phase is Phase.REBUTTAL_SUBMISSION and not reserve:
            phase = self._table[phase, Trigger.NO_REBUTTAL]
        if phase is Phase.SUBMITTED:
            phase = self._table[self._table[phase, Trigger.CONFER], Trigger.DECIDE]
        if phase is Phase.DECIDED:
            return Place(phase)
        return Place(phase, reserve=reserve, flags=flags & self.memory.carried(self._number[phase], reserve > 0))

    # -- the rules -----------------------------------------------------------------------------------------------

    def _roadmaps(self, place: Place) -> Iterable[Step]:
        turn = self._turn_of[place.phase]
        cost = roadmap_cost(self.case, self.format)
        petitioner = turn.side is Side.PETITIONER
        reserves = self._reserves if petitioner else (place.reserve,)
        heads = [head.id for head in self.case.heads_of[turn.side]]
        sizes = (2, 3) if len(heads) > 1 else (1,)
        phase = self._table[place.phase, Trigger.ROADMAP]
        for size in sizes:
            for order in permutations(heads, size):
                for reserve in reserves:
                    beyond = Beyond(reserve, frozenset(order), place.flags)
                    then = self.open(phase, beyond, order[0])
                    minutes, keeps = (reserve // TICKS_A_MINUTE, reserve) if petitioner else (0, 0)
                    red = self.end(phase, Trigger.RED_LIGHT, beyond)
                    yield Step(moves.Roadmap(order, minutes), cost, then, red, keeps)

    def _counsel(self, here: Here) -> Iterable[Within]:
        phase, _, head, said, point, cut, _, _, flags = here
        there = self._table[phase, Trigger.PLEAD]
        rebuttal = phase is Phase.REBUTTAL_SUBMISSION
        for each in self.case.rebuttals if rebuttal else self.case.points_under[head]:
            id = each.id
            if id in said or not self.memory.allowed(each.when, flags) or not self.memory.open(each, flags):
                continue
            if self.memory.withdrawn(id, flags):
                continue
            begun = said | {id}
            raises = self.memory.raised(id)
            menu = self._menu(each.questions, flags | raises)
            then = self._here(there, True, head, begun, id, False, menu, "", flags | raises)
            yield Within(self._plead[id], self._halves[id][0], then, raises, True, half=id, full_if_red=id)
        if cut:
            then = self._here(self._table[phase, Trigger.RESUME], False, head, said, "", False, (), "", flags)
            yield Within(_RESUME, self._halves[point][1], then, ends=True, full=point)
        if not rebuttal:
            yield Within(_AWAY, 0, None)
        yield Within(_SIT, 0, None)

    def _bench(self, here: Here) -> Iterable[Within]:
        phase, _, head, said, point, cut, menu, _, flags = here
        if menu:
            there = self._table[phase, Trigger.ASK]
            for id in menu:
                then = Here(there, False, head, said, point, True, (), id, flags)
                yield Within(self._ask[id], self._ask_cost[id], then)
        there = self._table[phase, Trigger.PASS]
        if cut:
            # A point that counsel's answers have taken out of the case is not resumed.
            lost = self.memory.withdrawn(point, flags)
            yield Within(_PASS, 0, self._here(there, False, head, said, "" if lost else point, not lost, (), "", flags))
        else:
            # The pass costs nothing: what is spent is the other half of the point, which the bench has let run.
            then = self._here(there, False, head, said, "", False, (), "", flags)
            yield Within(_PASS, self._halves[point][1], then, ends=True, full=point)

    def _answers(self, here: Here) -> Iterable[Within]:
        phase, _, head, said, point, cut, _, pending, flags = here
        there = self._table[phase, Trigger.ANSWER]
        later = self._later_roots[pending]
        for answer in self.case.questions[pending].answers:
            if not self.memory.allowed(answer.when, flags):
                continue
            id = answer.id
            raises = self.memory.raised(id)
            menu = self._menu((*answer.follow_ups, *later), flags | raises)
            then = self._here(there, True, head, said, point, cut, menu, "", flags | raises)
            yield Within(self._answer[id], self._answer_cost[id], then, raises, True)

    # -- parts of them -------------------------------------------------------------------------------------------

    def _here(
        self,
        phase: Phase,
        bench: bool,
        head: str,
        said: frozenset[str],
        point: str,
        cut: bool,
        menu: tuple[str, ...],
        pending: str,
        flags: frozenset[int],
    ) -> Here:
        """The part of a place that the rules read, with those flags only that may still be asked about under this head."""
        if flags:
            flags &= self.memory.near(head, said, point if bench or pending else "")
        return Here(phase, bench, head, said, point, cut, menu, pending, flags)

    def _menu(self, questions: Iterable[Question], flags: frozenset[int]) -> tuple[str, ...]:
        """What the bench may ask of these."""
        return tuple(question.id for question in questions if self.memory.allowed(question.when, flags))


def _spend(clock: int, cost: int, ticks: int | None) -> tuple[int, bool]:
    """The clock after a move at this cost, or at the ticks measured instead, and whether that used it up."""
    if ticks is not None and cost:
        cost = ticks
    left = clock - cost
    return (left, False) if left > 0 else (0, cost > 0)


_NOTHING: frozenset[str] = frozenset()
_NONE: frozenset[int] = frozenset()
_RESUME, _SIT, _PASS = moves.Resume(), moves.Sit(), moves.Pass()
_AWAY = moves.Turn("")
"""Turning to another head, whichever; only :meth:`Rules.within` has it."""


def _later_roots(case: Case) -> dict[str, tuple[Question, ...]]:
    """For every question, the questions listed under the point after the root of its chain."""
    later: dict[str, tuple[Question, ...]] = {}
    for point in case.points:
        for number, root in enumerate(point.questions):
            for question in root.walk():
                later[question.id] = point.questions[number + 1 :]
    return later


@lru_cache(maxsize=64)
def _rules(case: Case, form: Format) -> Rules:
    return Rules(case, form)


def rules_for(case: Case, form: str | Format | None = None) -> Rules:
    """The rules of a case in a format (by default the case's own), made once and shared."""
    return _rules(case, get_format(form or case.argument))
