"""How many lines there are, exactly, and how long they are on average.

Counts exceed 64 bits by far. They are kept as slots of big integers: a slot wide enough for a bound on all lines never
overflows into the next, so one addition adds the counts of every clock of a control state at once, and the result is exact.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass

from moot.proof.fast.bitpacked import repeat, slots_sum
from moot.proof.reference.compile import Model
from moot.proof.reference.forward import ForwardPass

__all__ = ["LineCount", "count_lines"]


@dataclass(frozen=True)
class LineCount:
    """The complete lines: how many, and the sum of their lengths in moves; ``ends`` counts those that end at each state."""

    count: int
    total: int
    ends: dict[int, int]


def count_lines(model: Model, clocks: int, bound: int, longest: int) -> LineCount:
    """Count every line. ``clocks`` is one more than the longest clock; ``bound`` and ``longest`` are bounds.

    Each slot has two fields: the number of lines that come to this state, and above it the sum of their lengths. A move
    carries both over, the sum raised by the number.
    """
    field = bound.bit_length() + 1
    width = field + (bound * (longest + 1)).bit_length() + 1
    low = (1 << field) - 1
    counts = repeat(low, width, clocks)
    start = 1 << model.opening * width
    flow = ForwardPass(model, width, start, operator.add, lambda packed: slots_sum(packed, width), clocks)
    count = total = 0
    ends: dict[int, int] = {}
    for n, edges in enumerate(model.edges):
        packed = flow.take(n)
        if not packed:
            continue
        if edges:
            flow.send(edges, packed + ((packed & counts) << field))
            continue
        whole = slots_sum(packed, width)
        ends[n] = whole & low
        count += whole & low
        total += whole >> field
    return LineCount(count, total, ends)
