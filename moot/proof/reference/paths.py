"""How many lines there are, exactly, and how long they are on average.

Counts pass 64 bits by far. They are kept as slots of big integers: a slot wide enough for a bound on all lines never
runs over into the next, so one addition adds the counts of every clock of a place at once, and the result is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from moot.proof.fast.bitpacked import repeat, slots_sum
from moot.proof.reference.compile import SAME_TURN, Model

__all__ = ["Lines", "count_lines"]


_NONE: dict[int, int] = {}


@dataclass(frozen=True)
class Lines:
    """The complete lines: how many, and the sum of their lengths in moves; ``ends`` is how many end at each last place."""

    count: int
    total: int
    ends: dict[int, int]

    @property
    def mean(self) -> Fraction:
        """The mean length of a line, in moves; every line counts once."""
        return Fraction(self.total, self.count) if self.count else Fraction(0)


def count_lines(model: Model, clocks: int, bound: int, longest: int) -> Lines:
    """Count every line. ``clocks`` is one more than the longest clock; ``bound`` and ``longest`` are bounds.

    Each slot has two parts: the number of lines that come to this state, and above it the sum of their lengths. A move
    carries both over, the sum raised by the number.
    """
    part = bound.bit_length() + 1
    width = part + (bound * (longest + 1)).bit_length() + 1
    counts = repeat((1 << part) - 1, width, clocks)
    low = (1 << part) - 1
    masks = [(1 << (n + 1) * width) - 1 for n in range(clocks)]
    flow = [0] * len(model.places)
    into: list[dict[int, int] | None] = [None] * len(model.places)
    flow[0] = 1 << model.opening * width
    count = total = 0
    ends: dict[int, int] = {}
    for n, edges in enumerate(model.edges):
        packed = flow[n]
        for slot, pool in (into[n] or _NONE).items():
            packed += slots_sum(pool, width) << slot * width
        if not packed:
            continue
        flow[n] = 0
        into[n] = None
        if not edges:
            whole = slots_sum(packed, width)
            ends[n] = whole & low
            count += whole & low
            total += whole >> part
            continue
        packed += (packed & counts) << part
        spent = -1
        kept = below = 0
        for then, then_opens, red, red_opens, spends, timed in edges:
            if timed:
                if spends != spent:
                    # Exactly the ticks that remain is enough to bring the red light, so slot `spends` falls too.
                    spent = spends
                    kept = packed >> (spends + 1) * width << width
                    below = packed & masks[spends] if spends < clocks else packed
                above = kept
                if below:
                    pools = into[red]
                    if pools is None:
                        pools = into[red] = {}
                    slot = 0 if red_opens == SAME_TURN else red_opens
                    pools[slot] = pools.get(slot, 0) + below
            else:
                above = packed
            if above:
                if then_opens == SAME_TURN:
                    flow[then] += above
                else:
                    pools = into[then]
                    if pools is None:
                        pools = into[then] = {}
                    pools[then_opens] = pools.get(then_opens, 0) + above
    return Lines(count, total, ends)
