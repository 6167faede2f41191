"""Every state of a model (a control state with a clock), and how long its lines are.

The control states are taken once each, in topological order; all clocks of one are worked on together, as the slots of one
integer (:mod:`moot.proof.fast.bitpacked`).
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.proof.fast.bitpacked import PackedLengths
from moot.proof.reference.compile import Model, TooLarge
from moot.proof.reference.forward import ForwardPass

__all__ = ["Exploration", "explore", "upper_bounds"]


@dataclass(frozen=True)
class Exploration:
    """What can be reached.

    ``clocks`` has, for each control state, one bit for every clock that occurs with it (:meth:`ticks` reads them); zero: it
    is not reached. ``slots`` is one more than the longest clock.

    ``moves`` counts the legal moves of all states. ``shortest`` and ``longest`` are the lengths of lines that end where
    there is no move; ``lengths`` gives them for each such control state.
    """

    clocks: tuple[int, ...]
    slots: int
    states: int
    moves: int
    lengths: dict[int, tuple[int, int]]
    stride: int = 1

    def ticks(self, state: int) -> list[int]:
        """The clocks, in ticks, with which this control state is reached."""
        bits = bin(self.clocks[state])[:1:-1]
        return [index // self.stride for index, bit in enumerate(bits) if bit == "1"]

    def lowest(self, state: int) -> int:
        """The lowest clock with which this control state is reached; it must be reached."""
        clocks = self.clocks[state]
        return ((clocks & -clocks).bit_length() - 1) // self.stride

    @property
    def shortest(self) -> int:
        """The length of the shortest complete line, in moves."""
        return min((least for least, _ in self.lengths.values()), default=0)

    @property
    def longest(self) -> int:
        """The length of the longest complete line, in moves."""
        return max((most for _, most in self.lengths.values()), default=0)


def upper_bounds(model: Model) -> tuple[int, int]:
    """Bounds that ignore the clock: on the number of lines, and on the length of the longest.

    Every line of play is a walk through the control states, and different lines are different walks (or the same with
    another end on expiry, which is counted twice); so neither bound can be too small.
    """
    lines = [0] * len(model.states)
    length = [0] * len(model.states)
    for n in range(len(model.states) - 1, -1, -1):
        edges = model.edges[n]
        if not edges:
            lines[n] = 1
            continue
        count = most = 0
        for following, _, on_expiry, _, _, timed in edges:
            count += lines[following]
            most = max(most, length[following])
            if timed:
                count += lines[on_expiry]
                most = max(most, length[on_expiry])
        lines[n], length[n] = count, most + 1
    return lines[0], length[0]


def explore(model: Model, longest: int, limit: int | None = None) -> Exploration:
    """Carry every clock through the model. ``longest`` is a bound on the length of a line.

    Raises :class:`~moot.proof.reference.compile.TooLarge` past ``limit`` states.
    """
    slots = model.slots
    packing = PackedLengths(slots, longest)
    first = (1 << packing.width) - 1
    flow = ForwardPass(model, packing.width, packing.initial(model.opening), packing.larger, packing.fold, slots)
    reach: list[int] = []
    states = moves = 0
    lengths: dict[int, tuple[int, int]] = {}
    for n, edges in enumerate(model.edges):
        packed = flow.take(n)
        clocks = packing.clocks(packed)
        reach.append(clocks)
        count = clocks.bit_count()
        states += count
        moves += count * len(edges)
        if limit is not None and states > limit:
            raise TooLarge(f"more than {limit:,} states")
        if not packed:
            continue
        if edges:
            flow.send(edges, packing.one_move_on(packed, clocks))
        else:
            lengths[n] = packing.read(packing.fold(packed) & first)
    return Exploration(tuple(reach), slots, states, moves, lengths, packing.width)
