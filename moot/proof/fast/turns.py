"""One turn at the lectern, by dynamic programming, for every clock it may open with at once.

A turn goes from head to head. Each head is a graph (:mod:`moot.proof.fast.head_graphs`), evaluated for a batch of contexts in
parallel (:mod:`moot.proof.fast.contexts`). A slot of a lane is the number of ticks *spent* since the turn opened, not of those
left: the clock shows the opening less that. So one pass serves every opening clock, and these differ only in where time
expires. For that there is a second integer, whose slot *c* holds what has expired if the turn opened with *c* ticks. A move
of *k* ticks shifts the first integer up by *k*, and adds to the second a sliding-window sum of the first
(:func:`~moot.proof.fast.semirings.window`).

For example, a turn may open with 2 or 4 ticks, and one line has spent 1. A move of 2 ticks follows:

=============  ============================  ======================================
slot           running, by ticks spent       expired, by opening clock
=============  ============================  ======================================
before         1 line in slot 1              none
after          1 line in slot 3              1 line in slots 2 and 3 (1 + 1 ... 1 + 2)
=============  ============================  ======================================

Opened with 2 ticks the line has expired: slot 2 of the second integer has it, and slot 3 of the first is masked out, since no
more can be spent than the turn opened with. Opened with 4 ticks it goes on with 4 - 3 = 1 left, and slot 4 of the second
integer is empty. Slot 3 of the second is masked out too, since no turn opens with 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from moot.proof.fast.bitpacked import pack, repeat, unpack
from moot.proof.fast.contexts import Accumulator, Batch, LineBound, any_context
from moot.proof.fast.head_graphs import EXPIRED, SITS_OR_TURNS, Context, ExitLabel, HeadGraph, HeadGraphs
from moot.proof.fast.semirings import Reachability, Semiring, window
from moot.proof.reference.compile import TooLarge
from moot.round.clock import expiry_limit
from moot.round.control_state import ControlState, join
from moot.round.turns.phases import Phase, Trigger

__all__ = ["StateCounts", "TurnExit", "TurnGraph", "TurnSource", "Witness"]

TurnExit = tuple[Phase, Trigger, frozenset[int]]
"""How a turn ends: the phase left, by sitting down or the red light, and the flags that are live after it."""

TurnSource = tuple[ControlState, int, int, int]
"""Where a turn begins: a control state, the ticks spent, the moves made so far (a roadmap, or none), and the multiplicity (the
later heads of a roadmap give one state in whatever order they were announced)."""


def _in_order(source: TurnSource) -> tuple[object, ...]:
    """The sort key of a turn's sources. The proof counts its work as it goes, so the order has to be the same on every machine."""
    state, *made = source
    return state.head, sorted(state.left), sorted(state.flags), state.point, made


_BITS_PER_UNIT = 20_000
"""How many bits of a long integer are carried through one move in a unit of work."""

_Visit = Callable[[Batch, int, int, int], None]


@dataclass
class StateCounts:
    """What is reached in a turn that opens with one clock."""

    control_states: int = 0
    states: int = 0
    moves: int = 0


@dataclass(frozen=True)
class Witness:
    """A node that is reached, the lowest clock with which it is, in ticks, and a context in which that happens."""

    graph: HeadGraph
    node: int
    context: Context
    clock: int


class TurnGraph:
    """A turn from its sources on, to be opened with any of ``openings`` ticks, none more than ``max_opening``.

    Of the ``reserve`` it only matters for which replies there is any. Each semiring goes through in its own pass, :meth:`evaluate`. The
    first pass, for reachability, finds which contexts there are and counts the states.
    """

    def __init__(
        self,
        graphs: HeadGraphs,
        sources: Iterable[TurnSource],
        reserve: int,
        openings: Iterable[int],
        max_opening: int,
    ) -> None:
        self.graphs, self.openings, self.max_opening = graphs, sorted(openings), max_opening
        # Spending more than there is comes to the same as spending all there is, so a lane needs only this much to spare.
        self._spare = min(graphs.max_cost, max_opening)
        self.depth = -(-(max_opening + 1 + self._spare) // 8) * 8
        self.counts = {opening: StateCounts() for opening in self.openings}
        self.witnesses: dict[tuple[int, int], Witness] = {}
        self._by_heads_left: dict[int, dict[int, Batch]] = {}
        self._size = 0
        self.reserve = reserve
        for state, spent, made, multiplicity in sorted(sources, key=_in_order):
            batch, node, lane = self._locate(state._replace(reserve=reserve))
            batch.sources += [(node, lane, spent, made)] * multiplicity
        self.exits = self.evaluate(Reachability(), self._count_states)

    def _locate(self, state: ControlState) -> tuple[Batch, int, int]:
        graph, node, context = self.graphs.locate(state)
        batch = self._by_heads_left.setdefault(len(state.left), {}).setdefault(id(graph), Batch(graph))
        return batch, graph.enter(node), batch.lane(context)

    def _batches(self) -> Iterable[Batch]:
        """Every batch after those that lead to it: a head is opened with fewer heads left than before."""
        for left in range(max(self._by_heads_left, default=0), -1, -1):
            yield from self._by_heads_left.get(left, {}).values()

    # -- the dynamic program -------------------------------------------------------------------------------------------

    def evaluate(self, semiring: Semiring, visit: _Visit | None = None) -> dict[TurnExit, dict[int, int]]:
        """Carry one semiring from the sources to the exits. Gives one slot for each exit and opening that is reached.

        ``visit`` is called for every node with what is running there and what has expired.
        Raises ``TooLarge`` past the limit of control states.
        """
        exits: Accumulator[TurnExit] = Accumulator(semiring.for_slots(self.depth))
        for batch in self._batches():
            if visit is not None:
                batch.order = batch.graph.order
                self._size += len(batch.order) * len(batch.contexts)
                if self._size > self.graphs.limit:
                    raise TooLarge(f"more than {self.graphs.limit:,} control states")
            bits = len(batch.contexts) * self.depth * semiring.width
            self.graphs.work.spend(batch.graph.edges * (1 + bits // _BITS_PER_UNIT))
            self._distribute(batch, semiring, self._through(batch, semiring, visit), exits)
        return self._read(semiring, exits)

    def _through(self, batch: Batch, semiring: Semiring, visit: _Visit | None) -> Accumulator[ExitLabel]:
        """Carry it through one graph in all contexts at once, and say what leaves by which exit."""
        width, lanes, spare, moves_of = semiring.width, len(batch.contexts), self._spare, batch.graph.moves
        ops = semiring.for_slots(lanes * self.depth)
        plus, moved, times = ops.plus, ops.moved, ops.times
        before_end = repeat((1 << self.max_opening * width) - 1, self.depth * width, lanes)
        slots = sum(((1 << width) - 1) << opening * width for opening in self.openings)
        at_openings = repeat(slots, self.depth * width, lanes)
        run, out = self._arrivals(batch, semiring)
        leaving: Accumulator[ExitLabel] = Accumulator(ops)
        # Expiries that end the turn are summed first by exit and cost: a window takes many additions.
        expiring: dict[tuple[ExitLabel, int], int] = {}
        for node in batch.order:
            running, expired = run[node] & before_end, out[node] & at_openings
            run[node] = out[node] = 0
            if not running and not expired:
                continue
            if visit is not None:
                visit(batch, node, running, expired)
            running = moved(running)
            expired = moved(expired) if expired else 0
            free, timed, continuing, expiries, leave, _ = moves_of[node]
            for target, number in free:
                run[target] = plus(run[target], running if number == 1 else times(running, number))
                if expired:
                    out[target] = plus(out[target], times(expired, number))
            for target, spends, number in timed:
                ahead = running << min(spends, spare) * width
                run[target] = plus(run[target], ahead if number == 1 else times(ahead, number))
            for label, spends, number in expiries:
                key = label, spends
                expiring[key] = plus(expiring.get(key, 0), running if number == 1 else times(running, number))
                if expired:
                    leaving.add(label, 0, times(expired, number))
            for target, spends, number in continuing:
                ahead = running << min(spends, spare) * width
                late = window(ops, running, expiry_limit(min(spends, spare)), width)
                run[target] = plus(run[target], ahead if number == 1 else times(ahead, number))
                late = plus(late, expired) if expired else late
                out[target] = plus(out[target], late if number == 1 else times(late, number))
            if leave is not None:
                leaving.add(leave, running, expired)
        for (label, spends), running in expiring.items():
            leaving.add(label, 0, window(ops, running, expiry_limit(min(spends, spare)), width))
        return leaving

    def _arrivals(self, batch: Batch, semiring: Semiring) -> tuple[list[int], list[int]]:
        """What comes to each node of a graph, lane beside lane: running, and expired."""
        arriving = batch.arriving or Accumulator(semiring.for_slots(self.depth))
        batch.arriving = None
        for node, lane, ticks, made in batch.sources:
            arriving.add((node, lane), semiring.line(made) << ticks * semiring.width, 0)
        found = []
        for part in (arriving.running, arriving.expired):
            by_node: dict[int, dict[int, int]] = {}
            for (node, lane), packed in part.items():
                by_node.setdefault(node, {})[lane] = packed
            flow = [0] * len(batch.graph.nodes)
            for node, lanes in by_node.items():
                flow[node] = pack(lanes, self.depth * semiring.width // 8, len(batch.contexts))
            found.append(flow)
        return found[0], found[1]

    def _distribute(
        self, batch: Batch, semiring: Semiring, leaving: Accumulator[ExitLabel], exits: Accumulator[TurnExit]
    ) -> None:
        """Send what has left a graph to the next heads, or out of the turn."""
        ops, length, lanes = semiring.for_slots(self.depth), self.depth * semiring.width // 8, len(batch.contexts)
        for label in dict.fromkeys((*leaving.running, *leaving.expired)):
            phase, how, flags = label
            runs = unpack(leaving.running.get(label, 0), length, lanes)
            outs = unpack(leaving.expired.get(label, 0), length, lanes)
            for context, lane in batch.contexts.items():
                running, expired = runs[lane], outs[lane]
                if not running and not expired:
                    continue
                trigger = Trigger.RED_LIGHT if how == EXPIRED else Trigger.SIT
                exits.add((phase, trigger, context[1] | flags), running, expired)
                if how == SITS_OR_TURNS:
                    for there, node, other in self._next_heads(batch, label, context, lane):
                        if there.arriving is None:
                            there.arriving = Accumulator(ops)
                        there.arriving.add((node, other), running, expired)

    def _next_heads(self, batch: Batch, label: ExitLabel, context: Context, lane: int) -> list[tuple[Batch, int, int]]:
        """Where turning to each head left leads from a context: the batch, the node and the lane there."""
        found = batch.targets.get((label, lane))
        if found is None:
            outer = self.graphs.outer_state(self.reserve, context, label[2])
            opened = [self.graphs.rules.open_head(label[0], outer, head) for head in sorted(outer.left)]
            found = batch.targets[label, lane] = [self._locate(state) for state in opened]
        return found

    def _read(self, semiring: Semiring, exits: Accumulator[TurnExit]) -> dict[TurnExit, dict[int, int]]:
        """Each exit for each opening. Counsel who sits down has spent less than the turn opened with."""
        width, ops = semiring.width, semiring.for_slots(self.depth)
        found: dict[TurnExit, dict[int, int]] = {}
        for exit_ in dict.fromkeys((*exits.running, *exits.expired)):
            running, expired = exits.running.get(exit_, 0), exits.expired.get(exit_, 0)
            for opening in self.openings:
                sat = semiring.total(running & (1 << opening * width) - 1, self.depth)
                ended = expired >> opening * width & (1 << width) - 1
                if sat or ended:
                    found.setdefault(exit_, {})[opening] = ops.plus(sat, ended)
        return found

    # -- what is reached -----------------------------------------------------------------------------------------------

    def _count_states(self, batch: Batch, node: int, running: int, expired: int) -> None:
        """Count the states of a node in every context, for every opening; and keep one as a witness for the audit."""
        depth = self.depth
        moves = batch.graph.moves[node]
        legal = moves.total
        if moves.leave and moves.leave[1] == SITS_OR_TURNS:
            legal += len(next(iter(batch.contexts))[0])
        low, guards = batch.mask((1 << depth - 1) - 1, depth), batch.mask(1 << depth - 1, depth)
        key = id(batch.graph), node
        for opening in self.openings:
            clocks = running & batch.mask((1 << opening) - 1, depth)
            if expired:
                # A clock of zero takes the slot of the opening itself, which nothing that is running can be in.
                clocks |= expired & batch.mask(1 << opening, depth)
            if not clocks:
                continue
            states = clocks.bit_count()
            counts = self.counts[opening]
            counts.states += states
            counts.moves += states * legal
            counts.control_states += ((clocks + low) & guards).bit_count()
            most_spent = any_context(clocks, depth, len(batch.contexts)).bit_length() - 1
            known = self.witnesses.get(key)
            if known is None or opening - most_spent < known.clock:
                there = clocks >> most_spent & batch.mask(1, depth)
                lane = ((there & -there).bit_length() - 1) // depth
                context = next(context for context, number in batch.contexts.items() if number == lane)
                self.witnesses[key] = Witness(batch.graph, node, context, opening - most_spent)

    # -- bounds --------------------------------------------------------------------------------------------------------

    def upper_bounds(self) -> tuple[int, int]:
        """Bounds that ignore the clock: on the number of lines of the turn, and on the length of the longest.

        All contexts together: for each exit, no more can come to a node than have left by it.
        """
        arriving: dict[tuple[int, int], LineBound] = {}
        ended = LineBound()
        for batch in self._batches():
            flow = {node: arriving.get((id(batch), node), LineBound()) for node in batch.order}
            for node, _, _, made in batch.sources:
                flow[node].add(1, 0, made)
            away: dict[ExitLabel, LineBound] = {}
            for node in batch.order:
                running, expired, length = flow[node].running, flow[node].expired, flow[node].longest + 1
                if not running and not expired:
                    continue
                free, timed, continuing, expiries, leave, _ = batch.graph.moves[node]
                for target, number in free:
                    flow[target].add(running * number, expired * number, length)
                for target, _, number in timed:
                    flow[target].add(running * number, 0, length)
                for _, _, number in expiries:
                    ended.add(running * number, expired * number, length)
                for target, _, number in continuing:
                    flow[target].add(running * number, (running + expired) * number, length)
                if leave is not None:
                    ended.add(running, expired, length)
                    away.setdefault(leave, LineBound()).add(running, expired, length)
            for label, there, node in {
                (label, id(there), node) for (label, _), row in batch.targets.items() for there, node, _ in row
            }:
                left = away[label]
                arriving.setdefault((there, node), LineBound()).add(left.running, left.expired, left.longest)
        return ended.running + ended.expired, ended.longest

    def control_state(self, witness: Witness, reserve: int) -> ControlState:
        """The control state of a witness."""
        local, flags = witness.graph.nodes[witness.node]
        return join(local, self.graphs.outer_state(reserve, witness.context, flags))
