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
from moot.round.phases import TURNS, Phase, Trigger

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
            return
        turn = self._turn_of[place.phase]
        if place.phase is turn.roadmap:
            yield from self._roadmaps(place)
        elif place.pending:
            yield from self._answers(place)
        elif place.bench:
            yield from self._bench(place)
        else:
            yield from self._counsel(place)

    def _roadmaps(self, place: Place) -> Iterable[Step]:
        turn = self._turn_of[place.phase]
        cost = roadmap_cost(self.case, self.format)
        reserves = self._reserves if turn.side is Side.PETITIONER else (place.reserve,)
        heads = [head.id for head in self.case.heads_of[turn.side]]
        sizes = (2, 3) if len(heads) > 1 else (1,)
        for size in sizes:
            for order in permutations(heads, size):
                for reserve in reserves:
                    then = self._live(
                        place._replace(
                            phase=self._table[place.phase, Trigger.ROADMAP],
                            reserve=reserve,
                            head=order[0],
                            left=frozenset(order[1:]),
                        )
                    )
                    minutes = reserve // TICKS_A_MINUTE if turn.side is Side.PETITIONER else 0
                    keeps = reserve if turn.side is Side.PETITIONER else 0
                    yield Step(moves.Roadmap(order, minutes), cost, then, self._end(then, Trigger.RED_LIGHT), keeps)

    def _counsel(self, place: Place) -> Iterable[Step]:
        for point in self._points(place):
            if point.id in place.said or not self._allowed(point.when, place) or not self._open(point, place):
                continue
            cost = first_half(point_cost(point, self.case, self.format))
            then = self._live(
                place._replace(
                    phase=self._table[place.phase, Trigger.PLEAD],
                    bench=True,
                    said=place.said | {point.id},
                    point=point.id,
                    cut=False,
                    menu=self._menu((), point.questions, place, point.id),
                    flags=place.flags | self._sets.get(point.id, frozenset()),
                )
            )
            yield Step(
                moves.Plead(point.id),
                cost,
                then,
                self._end(then, Trigger.RED_LIGHT),
                half=point.id,
                full_if_red=point.id,
            )
        if place.cut:
            point = self.case.point[place.point]
            then = self._live(place._replace(phase=self._table[place.phase, Trigger.RESUME], point="", cut=False))
            cost = self._second_half(point)
            yield Step(moves.Resume(), cost, then, self._end(then, Trigger.RED_LIGHT), full=point.id)
        for head in sorted(place.left, key=self._head_order):
            then = self._live(
                place._replace(
                    phase=self._table[place.phase, Trigger.TURN],
                    left=place.left - {head},
                    head=head,
                    said=frozenset(),
                    point="",
                    cut=False,
                )
            )
            yield Step(moves.Turn(head), 0, then, then)
        gone = self._end(place, Trigger.SIT)
        yield Step(moves.Sit(), 0, gone, gone)

    def _bench(self, place: Place) -> Iterable[Step]:
        for id in place.menu:
            question = self.case.questions[id]
            then = place._replace(
                phase=self._table[place.phase, Trigger.ASK],
                bench=False,
                cut=True,
                menu=(),
                pending=id,
            )
            yield Step(moves.Ask(id), ask_cost(question, self.case, self.format), then, then)
        phase = self._table[place.phase, Trigger.PASS]
        if place.cut:
            then = self._live(place._replace(phase=phase, bench=False, menu=()))
            yield Step(moves.Pass(), 0, then, then)
        else:
            # The pass costs nothing: what is spent is the other half of the point, which the bench has let run.
            then = self._live(place._replace(phase=phase, bench=False, menu=(), point=""))
            cost = self._second_half(self.case.point[place.point])
            yield Step(moves.Pass(), cost, then, self._end(then, Trigger.RED_LIGHT), full=place.point)

    def _answers(self, place: Place) -> Iterable[Step]:
        question = self.case.questions[place.pending]
        for answer in question.answers:
            if not self._allowed(answer.when, place):
                continue
            flags = place.flags | self._sets.get(answer.id, frozenset())
            later = self._later_roots[question.id]
            then = self._live(
                place._replace(
                    phase=self._table[place.phase, Trigger.ANSWER],
                    bench=True,
                    pending="",
                    menu=self._menu(answer.follow_ups, later, place._replace(flags=flags), answer.id),
                    flags=flags,
                )
            )
            cost = answer_cost(answer, self.case, self.format)
            yield Step(moves.Answer(answer.id), cost, then, self._end(then, Trigger.RED_LIGHT))

    # -- parts of them -------------------------------------------------------------------------------------------

    def _second_half(self, point: Point) -> int:
        cost = point_cost(point, self.case, self.format)
        return cost - first_half(cost)

    def _points(self, place: Place) -> tuple[Point, ...]:
        if place.phase is Phase.REBUTTAL_SUBMISSION:
            return self.case.rebuttals
        return self.case.points_under[place.head]

    def _menu(
        self, first: tuple[Question, ...], then: tuple[Question, ...], place: Place, said: str
    ) -> tuple[str, ...]:
        flags = place.flags | self._sets.get(said, frozenset())
        there = place._replace(flags=flags)
        return tuple(question.id for question in (*first, *then) if self._allowed(question.when, there))

    def _end(self, place: Place, trigger: Trigger) -> Place:
        """The place after this turn, by sitting down or the red light."""
        phase = self._table[place.phase, trigger]
        if phase is Phase.REBUTTAL_SUBMISSION and not place.reserve:
            phase = self._table[phase, Trigger.NO_REBUTTAL]
        if phase is Phase.SUBMITTED:
            phase = self._table[self._table[phase, Trigger.CONFER], Trigger.DECIDE]
        if phase is Phase.DECIDED:
            return Place(phase)
        return self._live(Place(phase, reserve=place.reserve, flags=place.flags))

    def _head_order(self, head: str) -> int:
        return [other.id for other in self.case.heads].index(head)

    def _holds(self, said: str, place: Place) -> bool:
        return any(number in place.flags for number in self._sets[said] if self.flags[number].said == {said})

    def _allowed(self, guards: tuple[Guard, ...], place: Place) -> bool:
        return all(self._holds(guard.said, place) is guard.wanted for guard in guards)

    def _open(self, point: Point, place: Place) -> bool:
        """A rebuttal point is open only in reply to something respondent said."""
        if not point.rebuttal:
            return True
        said = _replied(self.case, point)
        return any(self.flags[number].said == said for number in place.flags)

    def _live(self, place: Place) -> Place:
        """The same place without the flags nothing later reads."""
        if not place.flags:
            return place
        live = frozenset(number for number in place.flags if self._read_later(self.flags[number], place))
        return place if live == place.flags else place._replace(flags=live)

    def _read_later(self, flag: Flag, place: Place) -> bool:
        return any(self._may_come(reader, place) for reader in flag.readers)

    def _may_come(self, reader: str, place: Place) -> bool:
        """Whether the point, or the question's point, may still be under way after this place."""
        point = self.case.point.get(reader) or self.case.point_of[reader]
        if place.phase is Phase.DECIDED:
            return False
        turn = self._turn_of[place.phase]
        now = TURNS.index(turn)
        then = 2 if point.rebuttal else (0 if point.side is Side.PETITIONER else 1)
        if then == 2 and now < 2:
            return place.reserve > 0 or place.phase is Phase.PETITIONER_ROADMAP
        if then != now:
            return then > now
        if place.phase is turn.roadmap:
            return True
        if point.head in place.left:
            return True
        if point.rebuttal or point.head == place.head:
            return point.id not in place.said or (point.id == place.point and (place.bench or bool(place.pending)))
        return False


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
