"""The control model of a case: every place the rules lead to, as numbers.

The rules are the round's own (:mod:`moot.round.rules`); this only follows them. A place is followed both where its
moves lead while time remains and where they lead at the red light, whatever the clock, so the places are a superset
of what can come up; which of them do, and with which clocks, is for :mod:`moot.proof.reference.explore` to say.

The places are put in an order in which every move leads forward. If there is none, there is a loop, and the model says so.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from moot.bench.persona import Bench
from moot.case import Case
from moot.round import moves
from moot.round.eligible import may_ask
from moot.round.phases import Phase
from moot.round.rules import Place, Step

__all__ = [
    "SAME_TURN",
    "Edge",
    "Model",
    "Playable",
    "TooLarge",
    "Unsuited",
    "allowed_steps",
    "barred_questions",
    "compile_model",
    "uncollected",
]

SAME_TURN = -1
"""In an edge: the turn goes on, so no new clock is set."""

Steps = Callable[[Place], tuple[Step, ...]]


class Playable(Protocol):
    """What the proof needs of the rules. Tests hand in broken ones to see them caught."""

    @property
    def start(self) -> Place:
        """The place when the case has been called."""
        ...

    def steps(self, place: Place) -> tuple[Step, ...]:
        """Everything that may be done at a place."""
        ...

    def turn(self, place: Place) -> str:
        """The name of the turn at the lectern."""
        ...

    def opening_clock(self, place: Place) -> int:
        """The ticks on the clock when a turn opens at this place."""
        ...

    def after(self, place: Place, clock: int, step: Step, ticks: int | None = None) -> tuple[Place, int, bool]:
        """The place and the clock after a step, and whether it used up the time."""
        ...


class Edge(NamedTuple):
    """One move, by numbers of places. Times are in ticks.

    ``then`` is where it leads while time remains and ``red`` where it leads when it has used it up; ``then_opens`` and
    ``red_opens`` are the clock of the turn that opens there, or :data:`SAME_TURN`. ``spends`` is the cost with what a
    roadmap keeps; ``timed`` is false for a move that costs nothing, which never shows the red light.
    """

    then: int
    then_opens: int
    red: int
    red_opens: int
    spends: int
    timed: bool


class TooLarge(Exception):
    """More places than the limit allows."""


class Unsuited(Exception):
    """The rules have something that :mod:`moot.proof.fast.turns` cannot carry: they are gone through place by place."""


@dataclass(frozen=True)
class Model:
    """The places in forward order, the first of them the start, and the moves of each.

    ``loop`` is empty, or the places of one loop in order; then ``places`` are in no special order.
    """

    rules: Playable
    steps: Steps
    places: tuple[Place, ...]
    edges: tuple[tuple[Edge, ...], ...]
    opening: int
    loop: tuple[Place, ...] = ()

    @property
    def slots(self) -> int:
        """One more than the longest clock that any turn opens with."""
        opens = (max(edge.then_opens, edge.red_opens) for row in self.edges for edge in row)
        return max(self.opening, *opens, 0) + 1


def barred_questions(case: Case, bench: Bench | None) -> frozenset[str]:
    """The questions that no judge on the bench may ask; without a bench, none."""
    if bench is None:
        return frozenset()
    return frozenset(question for question, askers in may_ask(case, bench).items() if not askers)


def allowed_steps(rules: Playable, case: Case | None = None, bench: Bench | None = None) -> Steps:
    """The steps of the rules; given a bench, without the questions that no judge on it may ask."""
    barred = barred_questions(case, bench) if case is not None else frozenset()
    if not barred:
        return rules.steps

    def steps(place: Place) -> tuple[Step, ...]:
        found = rules.steps(place)
        if not place.menu:
            return found
        return tuple(step for step in found if not (isinstance(step.move, moves.Ask) and step.move.question in barred))

    return steps


def compile_model(rules: Playable, steps: Steps | None = None, limit: int = 2_000_000) -> Model:
    """Follow the rules from the start. Raises :class:`TooLarge` past ``limit`` places."""
    steps = steps or rules.steps
    with uncollected():
        order, loop = _forward(rules.start, steps, limit)
        return _numbered(rules, steps, order, loop)


@contextmanager
def uncollected() -> Iterator[None]:
    """While this lasts no garbage is looked for.

    Hundreds of thousands of small tuples are made and all are kept: looking for garbage among them doubles the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _numbered(rules: Playable, steps: Steps, order: list[Place], loop: tuple[Place, ...]) -> Model:
    """The moves by numbers of places."""
    number = {place: n for n, place in enumerate(order)}
    turns: dict[Phase, str] = {}
    for place in order:
        if place.phase not in turns:
            turns[place.phase] = rules.turn(place)
    edges: list[tuple[Edge, ...]] = []
    for place in order:
        here = turns[place.phase]
        row: list[Edge] = []
        for step in steps(place):
            _, cost, then, red, keeps = step[:5]
            there = number[then]
            opens = SAME_TURN if turns[then.phase] == here else rules.opening_clock(then)
            if red is then:
                row.append(Edge(there, opens, there, opens, cost + keeps, cost > 0))
                continue
            shut = SAME_TURN if turns[red.phase] == here else rules.opening_clock(red)
            row.append(Edge(there, opens, number[red], shut, cost + keeps, cost > 0))
        edges.append(tuple(row))
    return Model(rules, steps, tuple(order), tuple(edges), rules.opening_clock(rules.start), loop)


def _forward(start: Place, steps: Steps, limit: int) -> tuple[list[Place], tuple[Place, ...]]:
    """The places in an order in which every move leads forward (depth first, last finished first), and a loop if any."""
    under_way: dict[Place, bool] = {start: True}
    stack: list[tuple[Place, Iterator[Place]]] = [(start, _next(start, steps))]
    finished: list[Place] = []
    loop: tuple[Place, ...] = ()
    while stack:
        place, ahead = stack[-1]
        for there in ahead:
            known = under_way.get(there)
            if known is None:
                under_way[there] = True
                if len(under_way) > limit:
                    raise TooLarge(f"more than {limit:,} places")
                stack.append((there, _next(there, steps)))
                break
            if known and not loop:
                walk = [each for each, _ in stack]
                loop = tuple(walk[walk.index(there) :])
        else:
            under_way[place] = False
            finished.append(place)
            stack.pop()
    finished.reverse()
    return finished, loop


def _next(place: Place, steps: Steps) -> Iterator[Place]:
    for step in steps(place):
        yield step.then
        if step.red is not step.then:
            yield step.red
