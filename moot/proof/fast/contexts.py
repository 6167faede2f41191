"""One head graph evaluated for a batch of contexts in parallel.

The contexts of a batch lie side by side in one packed integer, each in a lane of the same number of slots, so one operation on
the integer carries a move through all of them. Contexts with equally many heads left form a batch, because none of them can
lead to another. For example, with lanes of 8 slots and two contexts, reaching slot 3 in the first and slot 0 in the second is
the bit set ``1 << 3 | 1 << 8``; spending one tick in both is one shift, and :func:`any_context` folds the lanes into one:

>>> reached = 1 << 3 | 1 << 8
>>> any_context(reached << 1, 8, 2) == 1 << 4 | 1 << 1
True
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from moot.proof.fast.bitpacked import repeat
from moot.proof.fast.head_graphs import Context, ExitLabel, HeadGraph
from moot.proof.fast.semirings import SlotOps

__all__ = ["Accumulator", "Batch", "LineBound", "any_context"]

K = TypeVar("K")


class Accumulator(Generic[K]):
    """Semiring sums by key: of what still has time (``running``), and of what has a clock of zero (``expired``)."""

    def __init__(self, ops: SlotOps) -> None:
        self.running: dict[K, int] = {}
        self.expired: dict[K, int] = {}
        self._plus = ops.plus

    def add(self, key: K, running: int, expired: int) -> None:
        if running:
            self.running[key] = self._plus(self.running.get(key, 0), running)
        if expired:
            self.expired[key] = self._plus(self.expired.get(key, 0), expired)


@dataclass
class LineBound:
    """Upper bounds: lines that still have time, lines with a clock of zero, and the length of the longest."""

    running: int = 0
    expired: int = 0
    longest: int = 0

    def add(self, running: int, expired: int, length: int) -> None:
        self.running += running
        self.expired += expired
        self.longest = max(self.longest, length)


@dataclass(eq=False)
class Batch:
    """One head graph in all the contexts that have as many heads left. A context's number is its lane."""

    graph: HeadGraph
    contexts: dict[Context, int] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    # What arrives from earlier heads, by the node entered and the lane.
    arriving: Accumulator[tuple[int, int]] | None = None
    # Where the turn begins: node, lane, ticks spent, moves made.
    sources: list[tuple[int, int, int, int]] = field(default_factory=list)
    # Where turning to another head leads, by exit label and lane: batch, node and lane there.
    targets: dict[tuple[ExitLabel, int], list[tuple[Batch, int, int]]] = field(default_factory=dict)

    _masks: dict[int, int] = field(default_factory=dict)

    def mask(self, part: int, width: int) -> int:
        """The same bits in every lane. Call it once all contexts are known."""
        if part not in self._masks:
            self._masks[part] = repeat(part, width, len(self.contexts))
        return self._masks[part]

    def lane(self, context: Context) -> int:
        return self.contexts.setdefault(context, len(self.contexts))


def any_context(packed: int, depth: int, lanes: int) -> int:
    """The bits set in any lane, in one lane of ``depth`` bits."""
    while lanes > 1:
        lanes = (lanes + 1) // 2
        packed = (packed | packed >> lanes * depth) & (1 << lanes * depth) - 1
    return packed
