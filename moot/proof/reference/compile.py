"""The control graph of a case: every control state the rules lead to, numbered, with its edges.

The rules are the round's own (:mod:`moot.round.rules`); this only follows them. A state is followed both to where its moves
lead while time remains and to where they lead on expiry, whatever the clock. So the states are a superset of what can be
reached; which of them are, and with which clocks, is for :mod:`moot.proof.reference.explore` to say.

The states are in topological order. If there is none, there is a cycle, and the model names it.
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
from moot.round.asking.eligible import may_ask
from moot.round.clock import spend
from moot.round.control_state import ControlState, Transition
from moot.round.turns.phases import Phase

__all__ = [
    "SAME_TURN",
    "Edge",
    "Model",
    "Playable",
    "Successors",
    "TooLarge",
    "UnsupportedRules",
    "allowed_transitions",
    "barred_questions",
    "compile_model",
    "gc_paused",
]

SAME_TURN = -1
"""In an edge: the turn goes on, so no new clock is set."""

Successors = Callable[[ControlState], tuple[Transition, ...]]
"""The successor function of a search."""


class Playable(Protocol):
    """What the proof needs of the rules. Tests pass broken ones to see the faults caught."""

    @property
    def start(self) -> ControlState:
        """The state when the case has been called."""
        ...

    def transitions(self, state: ControlState) -> tuple[Transition, ...]:
        """Every move from a state."""
        ...

    def turn(self, state: ControlState) -> str:
        """The name of the turn at the lectern."""
        ...

    def opening_clock(self, state: ControlState) -> int:
        """The ticks on the clock when a turn opens at this state."""
        ...

    def after(
        self, state: ControlState, clock: int, transition: Transition, ticks: int | None = None
    ) -> tuple[ControlState, int, bool]:
        """The state and the clock after a transition, and whether it used up the time."""
        ...


class Edge(NamedTuple):
    """One move, by numbers of states. Times are in ticks.

    ``next`` is where it leads while time remains and ``on_expiry`` where it leads when it has used up the time;
    ``next_opens`` and ``expiry_opens`` are the clock of the turn that opens there, or :data:`SAME_TURN`. ``spends`` is the
    cost with what a roadmap reserves; ``timed`` is false for a move that costs nothing and so never expires.
    """

    next: int
    next_opens: int
    on_expiry: int
    expiry_opens: int
    spends: int
    timed: bool

    def expires(self, clock: int) -> bool:
        """Whether the move uses up this clock."""
        return spend(clock, self.spends, timed=self.timed)[1]

    def after(self, clock: int) -> tuple[int, int]:
        """The state it leads to with this clock, and the clock there."""
        left, expired = spend(clock, self.spends if self.timed else 0, timed=self.timed)
        target, opens = (self.on_expiry, self.expiry_opens) if expired else (self.next, self.next_opens)
        return target, left if opens == SAME_TURN else opens


class TooLarge(Exception):
    """More states, or more work, than the limit allows."""


class UnsupportedRules(Exception):
    """The rules have something that :mod:`moot.proof.fast` cannot represent; the reference explorer takes them."""


@dataclass(frozen=True)
class Model:
    """The control states in topological order, the first of them the start, and the edges of each.

    ``cycle`` is empty, or the states of one cycle in order; then ``states`` are in no special order.
    """

    rules: Playable
    successors: Successors
    states: tuple[ControlState, ...]
    edges: tuple[tuple[Edge, ...], ...]
    opening: int
    cycle: tuple[ControlState, ...] = ()

    @property
    def slots(self) -> int:
        """One more than the longest clock that any turn opens with."""
        opens = (max(edge.next_opens, edge.expiry_opens) for row in self.edges for edge in row)
        return max(self.opening, *opens, 0) + 1


def barred_questions(case: Case, bench: Bench | None) -> frozenset[str]:
    """The questions that no judge on the bench may ask; without a bench, none."""
    if bench is None:
        return frozenset()
    return frozenset(question for question, askers in may_ask(case, bench).items() if not askers)


def allowed_transitions(rules: Playable, case: Case | None = None, bench: Bench | None = None) -> Successors:
    """The transitions of the rules; given a bench, without the questions that no judge on it may ask."""
    barred = barred_questions(case, bench) if case is not None else frozenset()
    if not barred:
        return rules.transitions

    def successors(state: ControlState) -> tuple[Transition, ...]:
        found = rules.transitions(state)
        if not state.menu:
            return found
        return tuple(each for each in found if not (isinstance(each.move, moves.Ask) and each.move.question in barred))

    return successors


def compile_model(rules: Playable, successors: Successors | None = None, limit: int = 2_000_000) -> Model:
    """Follow the rules from the start. Raises :class:`TooLarge` past ``limit`` states."""
    successors = successors or rules.transitions
    with gc_paused():
        order, cycle = _topological_order(rules.start, successors, limit)
        return _numbered(rules, successors, order, cycle)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pauses the garbage collector.

    A search makes hundreds of thousands of small tuples and keeps them all: scanning them again and again doubles its time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _numbered(
    rules: Playable, successors: Successors, order: list[ControlState], cycle: tuple[ControlState, ...]
) -> Model:
    """The model of these states: transitions as edges between their numbers."""
    number = {state: n for n, state in enumerate(order)}
    turns: dict[Phase, str] = {}
    for state in order:
        if state.phase not in turns:
            turns[state.phase] = rules.turn(state)
    edges: list[tuple[Edge, ...]] = []
    for state in order:
        turn = turns[state.phase]
        row: list[Edge] = []
        for _, cost, following, on_expiry, reserves, *_ in successors(state):
            target = number[following]
            opens = SAME_TURN if turns[following.phase] == turn else rules.opening_clock(following)
            if on_expiry is following:
                row.append(Edge(target, opens, target, opens, cost + reserves, cost > 0))
                continue
            expiry_opens = SAME_TURN if turns[on_expiry.phase] == turn else rules.opening_clock(on_expiry)
            row.append(Edge(target, opens, number[on_expiry], expiry_opens, cost + reserves, cost > 0))
        edges.append(tuple(row))
    return Model(rules, successors, tuple(order), tuple(edges), rules.opening_clock(rules.start), cycle)


def _topological_order(
    start: ControlState, successors: Successors, limit: int
) -> tuple[list[ControlState], tuple[ControlState, ...]]:
    """The states in reverse postorder of a depth-first search, and a cycle if there is one."""
    on_stack: dict[ControlState, bool] = {start: True}
    stack: list[tuple[ControlState, Iterator[ControlState]]] = [(start, _targets(start, successors))]
    finished: list[ControlState] = []
    cycle: tuple[ControlState, ...] = ()
    while stack:
        state, targets = stack[-1]
        for target in targets:
            known = on_stack.get(target)
            if known is None:
                on_stack[target] = True
                if len(on_stack) > limit:
                    raise TooLarge(f"more than {limit:,} control states")
                stack.append((target, _targets(target, successors)))
                break
            if known and not cycle:
                walk = [each for each, _ in stack]
                cycle = tuple(walk[walk.index(target) :])
        else:
            on_stack[state] = False
            finished.append(state)
            stack.pop()
    finished.reverse()
    return finished, cycle


def _targets(state: ControlState, successors: Successors) -> Iterator[ControlState]:
    for each in successors(state):
        yield each.next
        if each.on_expiry is not each.next:
            yield each.on_expiry
