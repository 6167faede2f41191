"""What must hold of a search for its certificate to stand: checked afterward, state by state, never assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moot.proof.fast.survey import Survey
from moot.proof.fast.turns import TurnGraph, Witness
from moot.proof.reference.compile import Model
from moot.proof.reference.explore import Exploration
from moot.round import moves
from moot.round.clock import spend
from moot.round.control_state import ControlState, Transition
from moot.round.moves import Move
from moot.round.rules import Rules
from moot.round.turns.phases import Phase

__all__ = ["Failure", "audit_model", "audit_survey"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something wrong at a state: the code, in words, and the control state (by number) with a clock."""

    code: str
    message: str
    state: int
    clock: int


def audit_model(model: Model, reach: Exploration) -> list[Failure]:
    """Check every control state that is reached.

    Three things together make every line finite and end in a ruling: each move leads forward in one fixed order; a state
    without a move is a decided one; a decided one has no move. The clock is tried on the rules themselves, at the lowest
    clock of each control state, where it would go below zero first.
    """
    found: list[Failure] = []
    tried: set[tuple[int, int, int, int, bool]] = set()
    for n, edges in enumerate(model.edges):
        if not reach.clocks[n]:
            continue
        lowest = reach.lowest(n)
        decided = model.states[n].phase is Phase.DECIDED
        if not edges and not decided:
            found.append(Failure("M502", "a state without a legal move, and the case is not decided", n, lowest))
        if edges and decided:
            found.append(Failure("M503", "the case is decided, and a move is still legal", n, lowest))
        for number, edge in enumerate(edges):
            if edge.next <= n or (edge.timed and edge.on_expiry <= n):
                found.append(Failure("M501", "a move leads back to where the line has been", n, lowest))
            key = lowest, edge.spends, edge.next_opens, edge.expiry_opens, edge.timed
            if key not in tried:
                tried.add(key)
                if not _same_clock(model, n, number, lowest):
                    found.append(Failure("M504", "a move leaves a clock that is not what it should be", n, lowest))
    return found


def _same_clock(model: Model, n: int, number: int, clock: int) -> bool:
    """Whether rules and model agree on the state and the clock after a move, and the clock is not below zero."""
    edge = model.edges[n][number]
    transition = model.successors(model.states[n])[number]
    state, left, expired = model.rules.after(model.states[n], clock, transition)
    if left < 0 or transition.cost < 0 or transition.reserves < 0:
        return False
    target, expected = edge.after(clock)
    return state == model.states[target] and left == expected and expired is edge.expires(clock)


def audit_survey(found: Survey, rules: Rules, barred: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The same for a survey: each failure as code and words. If there is one, the reference explorer takes the case over.

    Everything reached under a head is checked in the state with the lowest clock of all, where the clock would go below zero
    first. The transitions are those that the round itself offers in that control state.
    """
    if rules.transitions(ControlState(Phase.DECIDED)):
        yield "M503", "the case is decided, and a move is still legal"
    for state in found.openings:
        if rules.opening_clock(state) and rules.submission(state.phase) is not state.phase:
            yield from _clock_failures(rules, state, rules.opening_clock(state), rules.transitions(state))
    for turn, reserve in {id(turn): (turn, reserve) for turn, reserve in found.turns}.values():
        ranks: dict[int, dict[int, int]] = {}
        for witness in turn.witnesses.values():
            graph = witness.graph
            rank = ranks.get(id(graph))
            if rank is None:
                rank = ranks[id(graph)] = {node: index for index, node in enumerate(graph.order)}
            state = turn.control_state(witness, reserve)
            transitions = rules.transitions(state)
            if barred and state.menu:
                transitions = tuple(each for each in transitions if not _asks(each.move, barred))
            yield from _clock_failures(rules, state, witness.clock, transitions)
            yield from _graph_failures(turn, witness, state, transitions, rank)


def _asks(move: Move, barred: frozenset[str]) -> bool:
    return getattr(move, "question", None) in barred


def _clock_failures(
    rules: Rules, state: ControlState, clock: int, transitions: tuple[Transition, ...]
) -> Iterator[tuple[str, str]]:
    """Whether the clock is what it should be after each move."""
    if not transitions:
        yield "M502", "a state without a legal move, and the case is not decided"
    turn = rules.turn(state)
    for each in transitions:
        target, left, expired = rules.after(state, clock, each)
        ticks, expires = spend(clock, each.cost + each.reserves, timed=each.cost > 0)
        should = each.on_expiry if expires else each.next
        if rules.turn(should) != turn:
            ticks = rules.opening_clock(should)
        negative = left < 0 or each.cost < 0 or each.reserves < 0
        if negative or expired is not expires or left != ticks or target != should:
            yield "M504", "a move leaves a clock that is not what it should be"


def _graph_failures(
    turn: TurnGraph,
    witness: Witness,
    state: ControlState,
    transitions: tuple[Transition, ...],
    rank: dict[int, int],
) -> Iterator[tuple[str, str]]:
    """Whether the transitions of a state are those of its node in the graph, and each leads forward.

    Under the head: to a later node of the graph in the same context. Turning: to a head with fewer left. Otherwise: to a
    later turn.
    """
    graph, context, rules = witness.graph, witness.context, turn.graphs.rules
    node_moves = graph.moves[witness.node]
    within: list[tuple[int, int]] = []
    this_turn = rules.turn(state)
    for each in transitions:
        if isinstance(each.move, moves.Turn):
            if len(each.next.left) >= len(state.left) or each.next is not each.on_expiry:
                yield "M501", "turning to another head leads back"
            continue
        if rules.turn(each.next) != this_turn:
            if rules.later(each.next, state) and each.next is each.on_expiry and not each.cost:
                continue
            yield "M501", "a turn leads back to where the line has been"
            continue
        there, node, other = turn.graphs.locate(each.next)
        number = graph.number(node) if there is graph and other == context else None
        if number is None or rank[number] <= rank[witness.node]:
            yield "M501", "a move leads back to where the line has been"
            continue
        within.append((number, each.cost))
        if each.cost and each.on_expiry != each.next and not rules.later(each.on_expiry, state):
            yield "M504", "the red light ends no turn"
    expected = [(target, 0) for target, number in node_moves.free for _ in range(number)]
    timed = (*node_moves.timed, *node_moves.continuing)
    expected += [(target, cost) for target, cost, number in timed for _ in range(number)]
    if sorted(within) != sorted(expected):
        yield "M501", "the moves of a state are not those of its head graph"
