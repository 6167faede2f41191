"""The rules of play, on control states without their clock.

A :class:`Place` is everything a later rule can read except the time left. :meth:`Rules.steps` lists what may be done at
a place, what each costs, and the two places it can lead to: ``then`` while time remains, ``red`` when the move has
used it up. The round adds the clock to this; the proof explores it for every clock. There is no second copy of the rules.

Whatever no later rule reads is dropped from a place: a head's points when it is left, a question with its point, and
each flag after its last reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from moot.case import Case, Guard, Point, Question, Side
from moot.round import moves
from moot.round.clock import answer_cost, ask_cost, first_half, point_cost, roadmap_cost
from moot.round.formats import TICKS_A_MINUTE, Format, get_format
from moot.round.machine import compiled
from moot.round.phases import TURNS, Phase, Trigger, Turn

__all__ = ["Flag", "Place", "Rules", "Step", "rules_for"]


class Place(NamedTuple):
    """A control state without its clock.

    ``bench`` is true when the bench is to move. ``reserve`` is in ticks. ``left`` holds the heads announced and not yet
    opened, ``head`` the current one (for rebuttal, empty), ``said`` the points of it already begun. ``point`` is the point
    under question or broken into, ``cut`` whether its other half may still be said. ``menu`` is what the bench may ask,
    ``pending`` the question to be answered. ``flags`` are the few things said that a later rule reads.
    """

    phase: Phase
    bench: bool = False
    reserve: int = 0
    left: frozenset[str] = frozenset()
    head: str = ""
    said: frozenset[str] = frozenset()
    point: str = ""
    cut: bool = False
    menu: tuple[str, ...] = ()
    pending: str = ""
    flags: frozenset[int] = frozenset()


class Step(NamedTuple):
    """One move from a place: its cost in ticks, where it leads with time left, and where when time is gone.

    ``keeps`` is what a roadmap sets aside for rebuttal, in ticks. ``half`` and ``full`` name the point of which the
    half or the whole has now been heard; a point begun when the red light comes is heard whole (``full_if_red``).
    """

    move: moves.Move
    cost: int
    then: Place
    red: Place
    keeps: int = 0
    half: str = ""
    full: str = ""
    full_if_red: str = ""


class Flag(NamedTuple):
    """Something said that a later rule reads: set when any of ``said`` is said; ``readers`` are points or questions."""

    said: frozenset[str]
    readers: tuple[str, ...]


class Rules:
    """The rules for one case in one format. Steps are worked out once a place and kept."""

    def __init__(self, case: Case, form: Format) -> None:
        self.case = case
        self.format = form
        self.flags = _flags(case)
        self._table = compiled()
        self._turn_of = {
            phase: turn for turn in TURNS for phase in (turn.roadmap, turn.submission, turn.question) if phase
        }
        self._steps: dict[Place, tuple[Step, ...]] = {}
        self._by_move: dict[Place, dict[moves.Move, Step]] = {}
        self._reserves = tuple(minutes * TICKS_A_MINUTE for minutes in form.reserves)
        self._later_roots = _later_roots(case)
        self._sets = {
            said: frozenset(number for number, flag in enumerate(self.flags) if said in flag.said)
            for flag_ in self.flags
            for said in flag_.said
        }
        self._kept = {
            (turn.name, reserved): self._kept_through(turn, reserved) for turn in TURNS for reserved in (False, True)
        }
        # One value each of what many places and steps have in common: they are made once and compare by identity.
        self._halves = {point.id: self._cut(point) for point in case.points}
        self._plead = {point.id: moves.Plead(point.id) for point in case.points}
        self._turns = {head.id: moves.Turn(head.id) for head in case.heads}
        self._ask = {id: moves.Ask(id) for id in case.questions}
        self._ask_cost = {id: ask_cost(question, case, form) for id, question in case.questions.items()}
        self._answer = {id: moves.Answer(id) for id in case.answers}
        self._answer_cost = {id: answer_cost(answer, case, form) for id, answer in case.answers.items()}
        self._begun: dict[tuple[frozenset[str], str], frozenset[str]] = {}
        self._sets_of: dict[frozenset[str], frozenset[str]] = {}
        self._same_flags: dict[frozenset[int], frozenset[int]] = {}
        self._menus: dict[tuple[str, frozenset[int]], tuple[str, ...]] = {}
        self._ends: dict[tuple[Phase, Trigger, int, frozenset[int]], Place] = {}

    def _cut(self, point: Point) -> tuple[int, int]:
        """The ticks of the two halves of a point."""
        cost = point_cost(point, self.case, self.format)
        return first_half(cost), cost - first_half(cost)

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
        cost = ticks if ticks is not None and step.cost else step.cost
        left = clock - cost - step.keeps
        red = cost > 0 and left <= 0
        there = step.red if red else step.then
        if self.turn(there) != self.turn(place):
            return there, self.opening_clock(there), red
        return there, max(left, 0), red

    def turn(self, place: Place) -> str:
        """The name of the turn at the lectern: petitioner, respondent, rebuttal; empty when decided."""
        turn = self._turn_of.get(place.phase)
        return turn.name if turn else ""

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

    def step(self, place: Place, move: moves.Move) -> Step | None:
        """The step that this move makes here, or None where no bench at all would have it legal."""
        found = self._by_move.get(place)
        if found is None:
            found = self._by_move[place] = {step.move: step for step in self.steps(place)}
        return found.get(move)

    # -- the rules -----------------------------------------------------------------------------------------------

    def _work_out(self, place: Place) -> Iterable[Step]:
        if place.phase is Phase.DECIDED:
            return ()
        turn = self._turn_of[place.phase]
        if place.phase is turn.roadmap:
            return self._roadmaps(place)
        if place.pending:
            return self._answers(place)
        if place.bench:
            return self._bench(place)
        return self._counsel(place)

    def _roadmaps(self, place: Place) -> Iterable[Step]:
        turn = self._turn_of[place.phase]
        cost = roadmap_cost(self.case, self.format)
        reserves = self._reserves if turn.side is Side.PETITIONER else (place.reserve,)
        heads = [head.id for head in self.case.heads_of[turn.side]]
        sizes = (2, 3) if len(heads) > 1 else (1,)
        phase = self._table[place.phase, Trigger.ROADMAP]
        for size in sizes:
            for order in permutations(heads, size):
                for reserve in reserves:
                    left = frozenset(order[1:])
                    flags = self._live(place.flags, phase, reserve, left, order[0], _NOTHING, "")
                    then = Place(phase, False, reserve, left, order[0], flags=flags)
                    minutes = reserve // TICKS_A_MINUTE if turn.side is Side.PETITIONER else 0
                    keeps = reserve if turn.side is Side.PETITIONER else 0
                    yield Step(moves.Roadmap(order, minutes), cost, then, self._end(then, Trigger.RED_LIGHT), keeps)

    def _counsel(self, place: Place) -> Iterable[Step]:
        phase, _, reserve, left, head, said, _, cut, _, _, flags = place
        there = self._table[phase, Trigger.PLEAD]
        points = self.case.rebuttals if phase is Phase.REBUTTAL_SUBMISSION else self.case.points_under[head]
        for point in points:
            id = point.id
            if id in said or not self._allowed(point.when, flags) or not self._open(point, flags):
                continue
            begun = self._with(said, id)
            heard = self._live(self._flagged(flags, id), there, reserve, left, head, begun, id)
            menu = self._menu(id, (), point.questions, self._flagged(flags, id))
            then = Place(there, True, reserve, left, head, begun, id, False, menu, "", heard)
            red = self._end(then, Trigger.RED_LIGHT)
            yield Step(self._plead[id], self._halves[id][0], then, red, half=id, full_if_red=id)
        if cut:
            id = place.point
            there = self._table[phase, Trigger.RESUME]
            then = Place(
                there, False, reserve, left, head, said, flags=self._live(flags, there, reserve, left, head, said, "")
            )
            yield Step(_RESUME, self._halves[id][1], then, self._end(then, Trigger.RED_LIGHT), full=id)
        if left:
            there = self._table[phase, Trigger.TURN]
            for next in self._turns:
                if next in left:
                    rest = left - {next}
                    then = Place(
                        there,
                        False,
                        reserve,
                        rest,
                        next,
                        flags=self._live(flags, there, reserve, rest, next, _NOTHING, ""),
                    )
                    yield Step(self._turns[next], 0, then, then)
        gone = self._end(place, Trigger.SIT)
        yield Step(_SIT, 0, gone, gone)

    def _bench(self, place: Place) -> Iterable[Step]:
        phase, _, reserve, left, head, said, point, cut, menu, _, flags = place
        if menu:
            there = self._table[phase, Trigger.ASK]
            for id in menu:
                then = Place(there, False, reserve, left, head, said, point, True, (), id, flags)
                yield Step(self._ask[id], self._ask_cost[id], then, then)
        there = self._table[phase, Trigger.PASS]
        live = self._live(flags, there, reserve, left, head, said, "")
        if cut:
            then = Place(there, False, reserve, left, head, said, point, True, (), "", live)
            yield Step(_PASS, 0, then, then)
        else:
            # The pass costs nothing: what is spent is the other half of the point, which the bench has let run.
            then = Place(there, False, reserve, left, head, said, flags=live)
            yield Step(_PASS, self._halves[point][1], then, self._end(then, Trigger.RED_LIGHT), full=point)

    def _answers(self, place: Place) -> Iterable[Step]:
        phase, _, reserve, left, head, said, point, cut, _, pending, flags = place
        there = self._table[phase, Trigger.ANSWER]
        later = self._later_roots[pending]
        for answer in self.case.questions[pending].answers:
            if not self._allowed(answer.when, flags):
                continue
            id = answer.id
            heard = self._flagged(flags, id)
            menu = self._menu(id, answer.follow_ups, later, heard)
            live = self._live(heard, there, reserve, left, head, said, point)
            then = Place(there, True, reserve, left, head, said, point, cut, menu, "", live)
            yield Step(self._answer[id], self._answer_cost[id], then, self._end(then, Trigger.RED_LIGHT))

    # -- parts of them -------------------------------------------------------------------------------------------

    def _with(self, said: frozenset[str], id: str) -> frozenset[str]:
        """What has been said of the head, and this point. One value each, so that places share them."""
        key = said, id
        found = self._begun.get(key)
        if found is None:
            found = said | {id}
            found = self._begun[key] = self._sets_of.setdefault(found, found)
        return found

    def _flagged(self, flags: frozenset[int], said: str) -> frozenset[int]:
        raised = self._sets.get(said)
        return flags | raised if raised else flags

    def _menu(
        self, said: str, first: tuple[Question, ...], then: tuple[Question, ...], flags: frozenset[int]
    ) -> tuple[str, ...]:
        """What the bench may ask when this has been said."""
        key = said, flags
        found = self._menus.get(key)
        if found is None:
            found = tuple(question.id for question in (*first, *then) if self._allowed(question.when, flags))
            self._menus[key] = found
        return found

    def _end(self, place: Place, trigger: Trigger) -> Place:
        """The place after this turn, by sitting down or the red light."""
        key = place.phase, trigger, place.reserve, place.flags
        found = self._ends.get(key)
        if found is None:
            found = self._ends[key] = self._after_turn(place, trigger)
        return found

    def _after_turn(self, place: Place, trigger: Trigger) -> Place:
        phase = self._table[place.phase, trigger]
        if phase is Phase.REBUTTAL_SUBMISSION and not place.reserve:
            phase = self._table[phase, Trigger.NO_REBUTTAL]
        if phase is Phase.SUBMITTED:
            phase = self._table[self._table[phase, Trigger.CONFER], Trigger.DECIDE]
        if phase is Phase.DECIDED:
            return Place(phase)
        flags = self._live(place.flags, phase, place.reserve, _NOTHING, "", _NOTHING, "")
        return Place(phase, reserve=place.reserve, flags=flags)

    def _holds(self, said: str, flags: frozenset[int]) -> bool:
        return any(number in flags for number in self._sets[said] if self.flags[number].said == {said})

    def _allowed(self, guards: tuple[Guard, ...], flags: frozenset[int]) -> bool:
        if not guards:
            return True
        return all(self._holds(guard.said, flags) is guard.wanted for guard in guards)

    def _open(self, point: Point, flags: frozenset[int]) -> bool:
        """A rebuttal point is open only in reply to something respondent said."""
        if not point.rebuttal:
            return True
        said = _replied(self.case, point)
        return any(self.flags[number].said == said for number in flags)

    def _live(
        self,
        flags: frozenset[int],
        phase: Phase,
        reserve: int,
        left: frozenset[str],
        head: str,
        said: frozenset[str],
        active: str,
    ) -> frozenset[int]:
        """The flags that something later still reads. ``active`` is the point the bench may yet ask about."""
        if not flags:
            return flags
        turn = self._turn_of[phase]
        kept = self._kept[turn.name, reserve > 0]
        if flags <= kept:
            return flags
        live = frozenset(
            number
            for number in flags
            if number in kept
            or any(
                self._may_come(reader, turn, phase, left, head, said, active) for reader in self.flags[number].readers
            )
        )
        return flags if live == flags else self._same_flags.setdefault(live, live)

    def _may_come(
        self,
        reader: str,
        turn: Turn,
        phase: Phase,
        left: frozenset[str],
        head: str,
        said: frozenset[str],
        active: str,
    ) -> bool:
        """Whether the point, or the question's point, may still be under way in this turn."""
        point = self.case.point.get(reader) or self.case.point_of[reader]
        if _turn_for(point) != TURNS.index(turn):
            return False
        if phase is turn.roadmap or point.head in left:
            return True
        if point.rebuttal or point.head == head:
            return point.id not in said or point.id == active
        return False

    def _kept_through(self, turn: Turn, reserved: bool) -> frozenset[int]:
        """The flags that a later turn than this one reads: nothing said in it makes them idle."""
        now = TURNS.index(turn)
        later = {2} if reserved else set()
        later |= {1}
        return frozenset(
            number
            for number, flag in enumerate(self.flags)
            for reader in flag.readers
            if (then := _turn_for(self.case.point.get(reader) or self.case.point_of[reader])) > now and then in later
        )


_NOTHING: frozenset[str] = frozenset()
_RESUME, _SIT, _PASS = moves.Resume(), moves.Sit(), moves.Pass()


def _turn_for(point: Point) -> int:
    """The number of the turn in which a point may be made."""
    return 2 if point.rebuttal else (0 if point.side is Side.PETITIONER else 1)


def _replied(case: Case, point: Point) -> frozenset[str]:
    """What a rebuttal point replies to, as ids of things said: a head stands for its points."""
    said: set[str] = set()
    for id in point.replies_to:
        said.update(under.id for under in case.points_under[id]) if id in case.head else said.add(id)
    return frozenset(said)


def _flags(case: Case) -> tuple[Flag, ...]:
    readers: dict[frozenset[str], list[str]] = {}
    for point in case.points:
        if point.rebuttal:
            readers.setdefault(_replied(case, point), []).append(point.id)
        for guard in point.when:
            readers.setdefault(frozenset({guard.said}), []).append(point.id)
        for question in point.walk():
            for guard in (*question.when, *(guard for answer in question.answers for guard in answer.when)):
                readers.setdefault(frozenset({guard.said}), []).append(question.id)
    return tuple(Flag(said, tuple(dict.fromkeys(who))) for said, who in readers.items())


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
