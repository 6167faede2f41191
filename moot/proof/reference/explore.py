"""Every control state of a model, and how long its lines are.

A control state is a place with a clock. The places are taken once each, in forward order; all clocks of a place are
worked on together, as the slots of one integer (:mod:`moot.proof.fast.bitpacked`).
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.proof.fast.bitpacked import Lanes
from moot.proof.reference.compile import SAME_TURN, Model, TooLarge

__all__ = ["Reach", "explore", "roughly"]


_NONE: dict[int, int] = {}


@dataclass(frozen=True)
class Reach:
    """What can come up.

    ``clocks`` has, for each place, one bit for every clock that comes up with it (:meth:`ticks` reads them); nought: the
    place never does. ``slots`` is one more than the longest clock.

    ``moves`` counts the legal moves of all states. ``shortest`` and ``longest`` are the lengths of lines that end where
    no move leads on; ``lengths`` gives them for each such place.
    """

    clocks: tuple[int, ...]
    slots: int
    states: int
    moves: int
    lengths: dict[int, tuple[int, int]]
    stride: int = 1

    def ticks(self, place: int) -> list[int]:
        """The clocks, in ticks, with which this place comes up."""
        bits = bin(self.clocks[place])[:1:-1]
        return [at // self.stride for at, bit in enumerate(bits) if bit == "1"]

    def lowest(self, place: int) -> int:
        """The least clock with which this place comes up; it must come up."""
        clocks = self.clocks[place]
        return ((clocks & -clocks).bit_length() - 1) // self.stride

    @property
    def shortest(self) -> int:
        """The length of the shortest complete line, in moves."""
        return min((least for least, _ in self.lengths.values()), default=0)

    @property
    def longest(self) -> int:
        """The length of the longest complete line, in moves."""
        return max((most for _, most in self.lengths.values()), default=0)


def roughly(model: Model) -> tuple[int, int]:
    """Bounds that pay no heed to the clock: on the number of lines, and on the length of the longest.

    Every line of play is a walk through the places, and different lines are different walks (or the same with another
    end at the red light, which is counted twice); so neither bound can be too small.
    """
    lines = [0] * len(model.places)
    length = [0] * len(model.places)
    for n in range(len(model.places) - 1, -1, -1):
        edges = model.edges[n]
        if not edges:
            lines[n] = 1
            continue
        ways = most = 0
        for then, _, red, _, _, timed in edges:
            ways += lines[then]
            most = max(most, length[then])
            if timed:
                ways += lines[red]
                most = max(most, length[red])
        lines[n], length[n] = ways, most + 1
    return lines[0], length[0]


def explore(model: Model, longest: int, limit: int | None = None) -> Reach:
    """Push every clock through the model. ``longest`` is a bound on the length of a line.

    Raises :class:`~moot.proof.reference.compile.TooLarge` past ``limit`` states.
    """
    slots = model.slots
    lanes = Lanes(slots, longest)
    width, larger, clocks_of, first = lanes.width, lanes.larger, lanes.clocks, (1 << lanes.width) - 1
    flow = [0] * len(model.places)
    # What falls into one slot of a place, by red light or because a turn opens there: settled when the place is reached.
    into: list[dict[int, int] | None] = [None] * len(model.places)
    flow[0] = lanes.initial(model.opening)
    reach: list[int] = []
    states = moves = 0
    lengths: dict[int, tuple[int, int]] = {}
    masks = [(1 << (n + 1) * width) - 1 for n in range(slots + 1)]
    for n, edges in enumerate(model.edges):
        packed = flow[n]
        for slot, pool in (into[n] or _NONE).items():
            packed = larger(packed, lanes.fold(pool) << slot * width)
        flow[n] = 0
        clocks = clocks_of(packed)
        reach.append(clocks)
        count = clocks.bit_count()
        states += count
        moves += count * len(edges)
        if limit is not None and states > limit:
            raise TooLarge(f"more than {limit:,} control states")
        if not edges:
            if packed:
                lengths[n] = lanes.read(lanes.fold(packed) & first)
            continue
        if not packed:
            continue
        packed = lanes.one_move_on(packed, clocks)
        spent = -1
        kept = below = 0
        for then, then_opens, red, red_opens, spends, timed in edges:
            if timed:
                if spends != spent:
                    # Exactly the ticks that remain is enough to bring the red light, so slot `spends` falls too.
                    spent = spends
                    kept = packed >> (spends + 1) * width << width
                    below = packed & masks[spends] if spends < slots else packed
                above = kept
                if below:
                    pools = into[red]
                    if pools is None:
                        pools = into[red] = {}
                    slot = 0 if red_opens == SAME_TURN else red_opens
                    pools[slot] = larger(pools.get(slot, 0), below)
            else:
                above = packed
            if above:
                if then_opens == SAME_TURN:
                    flow[then] = larger(flow[then], above)
                else:
                    pools = into[then]
                    if pools is None:
                        pools = into[then] = {}
                    pools[then_opens] = larger(pools.get(then_opens, 0), above)
        into[n] = None
    return Reach(tuple(reach), slots, states, moves, lengths, width)
