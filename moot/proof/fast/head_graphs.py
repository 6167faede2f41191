"""The graph of one head, built once for every context in which the head may be argued.

The rules under a head read only the local state (:class:`~moot.round.control_state.LocalState`). So a head's part of the
argument is the same directed acyclic graph whichever heads are left, whatever the reserve, and whatever was said that only a
later head or turn reads. A :class:`HeadGraph` is that graph. A :data:`Context` is one setting of the rest in which it is
evaluated. Where a state space is a product like this, storing the factors instead of the product saves most of the work.

For example, a head with two points and no questions has eight local states: nothing said; one point under question (2), done
(2); the second under question (2); both done. If the head may be opened with any subset of three other heads left, there are
8 contexts and up to 64 control states, but one graph of eight nodes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from moot.proof.reference.compile import TooLarge, UnsupportedRules
from moot.round import moves
from moot.round.control_state import ControlState, LocalMove, LocalState, OuterState
from moot.round.rules import Rules
from moot.round.turns.phases import Phase

__all__ = ["EXPIRED", "SITS_OR_TURNS", "Context", "ExitLabel", "GraphNode", "HeadGraph", "HeadGraphs", "NodeMoves"]

EXPIRED, SITS, SITS_OR_TURNS = range(3)
"""How a graph is left: time expires; counsel may sit down; counsel may sit down or turn to another head."""

ExitLabel = tuple[Phase, int, frozenset[int]]
"""A way out of a graph: the phase it leaves, how, and the flags that were set under this head and are live after it."""

Context = tuple[frozenset[str], frozenset[int]]
"""A setting in which a graph is evaluated: the heads left, and the live flags that nothing under this head can set."""

GraphNode = tuple[LocalState, frozenset[int]]
"""A local state, with the flags set under this head that are live after it."""


class NodeMoves(NamedTuple):
    """The moves of a node. Parallel edges are one entry, whose last number is their multiplicity.

    ``free`` cost nothing: the target node. ``timed`` cost time, and the turn ends on expiry: the target and the ticks.
    ``expiries`` are those same moves by exit label and ticks. ``continuing`` cost time, and on expiry counsel goes on with
    a clock of zero (a question, still to be answered). ``leave`` is the exit for counsel who may leave. ``total`` counts the
    moves, except for turning, which is one move for each head left.
    """

    free: tuple[tuple[int, int], ...]
    timed: tuple[tuple[int, int, int], ...]
    continuing: tuple[tuple[int, int, int], ...]
    expiries: tuple[tuple[ExitLabel, int, int], ...]
    leave: ExitLabel | None
    total: int


WORK = 4_000_000
"""How much work a proof may take before it stops and says BOUNDED: about six seconds, and a few hundred megabytes."""


class Work:
    """What a proof has cost so far. A unit is a microsecond or two."""

    def __init__(self, limit: int = WORK) -> None:
        self.limit, self.done = limit, 0

    def spend(self, units: int) -> None:
        """Count so much more work. Raises :class:`~moot.proof.reference.compile.TooLarge`."""
        self.done += units
        if self.done > self.limit:
            raise TooLarge(f"more than {self.limit:,} steps of work")


class HeadGraph:
    """The graph of one head. ``tracked`` are the flags that can be set under it and are live after it."""

    def __init__(
        self, rules: Rules, tracked: frozenset[int], barred: frozenset[str], max_cost: int, limit: int, work: Work
    ) -> None:
        self.rules, self.tracked, self.barred, self.max_cost, self.limit = rules, tracked, barred, max_cost, limit
        self.work, self.edges = work, 0
        self.nodes: list[GraphNode] = []
        self.moves: list[NodeMoves] = []
        self.order: tuple[int, ...] = ()
        self._number: dict[GraphNode, int] = {}

    def enter(self, node: GraphNode) -> int:
        """The number of a node. If it is new, it is expanded with everything it leads to.

        ``order`` stays topological: new nodes may lead to old ones, never the other way. Raises
        :class:`~moot.proof.reference.compile.UnsupportedRules` for a cycle.
        """
        if node in self._number:
            return self._number[node]
        finished: list[int] = []
        on_stack: set[int] = set()
        first = self._new(node)
        stack: list[tuple[int, Iterator[GraphNode]]] = [(first, iter(self._targets(node)))]
        on_stack.add(first)
        while stack:
            number, targets = stack[-1]
            for target in targets:
                known = self._number.get(target)
                if known is None:
                    known = self._new(target)
                    on_stack.add(known)
                    stack.append((known, iter(self._targets(target))))
                    break
                if known in on_stack:
                    raise UnsupportedRules("a line can come back to where it has been")
            else:
                on_stack.discard(number)
                finished.append(number)
                self.moves[number] = found = self._moves(self.nodes[number])
                self.edges += found.total
                self.work.spend(_UNITS_PER_MOVE * (1 + found.total))
                stack.pop()
        self.order = (*reversed(finished), *self.order)
        return first

    def number(self, node: GraphNode) -> int | None:
        """The number of a node; None if nothing led to it."""
        return self._number.get(node)

    def _local_moves(self, local: LocalState) -> tuple[LocalMove, ...]:
        """The moves of the rules, without the questions that may not be asked."""
        found = self.rules.local_moves(local)
        if not self.barred or not local.menu:
            return found
        return tuple(each for each in found if getattr(each.move, "question", None) not in self.barred)

    def _new(self, node: GraphNode) -> int:
        number = self._number[node] = len(self.nodes)
        if number > self.limit:
            raise TooLarge(f"more than {self.limit:,} control states")
        self.nodes.append(node)
        self.moves.append(_NO_MOVES)
        return number

    def _target(self, node: GraphNode, move: LocalMove) -> GraphNode:
        assert move.next is not None
        return move.next, node[1] | (move.sets & self.tracked) if move.sets else node[1]

    def _targets(self, node: GraphNode) -> list[GraphNode]:
        return [self._target(node, each) for each in self._local_moves(node[0]) if each.next is not None]

    def _moves(self, node: GraphNode) -> NodeMoves:
        local, flags = node
        free: Counter[int] = Counter()
        timed: Counter[tuple[int, int]] = Counter()
        continuing: Counter[tuple[int, int]] = Counter()
        expiries: Counter[tuple[ExitLabel, int]] = Counter()
        sits = turns = False
        count = 0
        for each in self._local_moves(local):
            if each.cost > self.max_cost or each.cost < 0:
                raise UnsupportedRules("a move costs what no move of the case does")
            if each.next is None:
                turning = isinstance(each.move, moves.Turn)
                if each.cost or (turns if turning else sits):
                    raise UnsupportedRules("leaving a head costs time, or there are two ways to do it")
                sits, turns = sits or not turning, turns or turning
                count += not turning
                continue
            count += 1
            target = self._target(node, each)
            number = self._number[target]
            if not each.cost:
                free[number] += 1
            elif each.ends_turn:
                timed[number, each.cost] += 1
                expiries[(each.next.phase, EXPIRED, target[1]), each.cost] += 1
            else:
                continuing[number, each.cost] += 1
        if turns and not sits:
            raise UnsupportedRules("counsel may turn to another head, and may not sit down")
        if not count:
            raise UnsupportedRules("a state without a move")
        return NodeMoves(
            tuple(free.items()),
            tuple((*key, multiplicity) for key, multiplicity in timed.items()),
            tuple((*key, multiplicity) for key, multiplicity in continuing.items()),
            tuple((*key, multiplicity) for key, multiplicity in expiries.items()),
            (local.phase, SITS_OR_TURNS if turns else SITS, flags) if sits else None,
            count,
        )


_UNITS_PER_MOVE = 10
"""Units of work to compute one move of a node."""

_NO_MOVES = NodeMoves((), (), (), (), None, 0)


class HeadGraphs:
    """The head graphs of a case, each made when first needed."""

    def __init__(self, rules: Rules, barred: frozenset[str], limit: int, work: Work | None = None) -> None:
        self.rules, self.barred, self.limit, self.work = rules, barred, limit, work or Work()
        self.max_cost = rules.max_cost
        self._graphs: dict[tuple[Phase, str, frozenset[int]], HeadGraph] = {}
        self._set_under: dict[str, frozenset[int]] = {}

    def locate(self, state: ControlState) -> tuple[HeadGraph, GraphNode, Context]:
        """The graph of a control state, its node there, and the context."""
        local, outer = self.rules.split(state)
        section = self.rules.section(local.phase, local.head)
        set_under = self._set_under.get(section)
        if set_under is None:
            set_under = self._set_under[section] = self.rules.liveness.set_under(section)
        tracked = self.rules.live_later(local.phase, outer.reserve, outer.left) & set_under
        # Both phases of a turn have one graph, keyed by the phase in which counsel speaks.
        key = self.rules.submission(local.phase), local.head, tracked
        graph = self._graphs.get(key)
        if graph is None:
            graph = HeadGraph(self.rules, tracked, self.barred, self.max_cost, self.limit, self.work)
            self._graphs[key] = graph
        return graph, (local, outer.flags & tracked), (outer.left, outer.flags - tracked)

    @staticmethod
    def outer_state(reserve: int, context: Context, flags: frozenset[int]) -> OuterState:
        """The outer state of a context, with the flags set under the head."""
        left, others = context
        return OuterState(reserve, left, others | flags if flags else others)
