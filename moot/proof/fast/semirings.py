"""What the dynamic program computes: three semirings over packed slots.

A value travels along every line of play. Where lines meet, values are added (:meth:`SlotOps.plus`); one more move multiplies
by the weight of a move (:meth:`SlotOps.moved`); parallel edges multiply by their number (:meth:`SlotOps.times`). The walk in
:mod:`moot.proof.fast.turns` is written once for any semiring, so the three results cannot come from different walks.

=================  ====================  ===============  ====================================
semiring           a value is            ``plus``         ``moved``
=================  ====================  ===============  ====================================
`Reachability`     one bit               or               unchanged
`LineLengths`      (shortest, longest)   (min, max)       both one longer
`LineCounts`       (count, total)        add both         the total grows by the count
=================  ====================  ===============  ====================================

Here 2 lines of one move meet 3 lines of two moves, and all are one move longer: 5 lines of 2 + 2 + 3 + 3 + 3 moves.

>>> counts = LineCounts(bound=10, longest=5)
>>> ops = counts.for_slots(1)
>>> met = ops.plus(ops.times(counts.line(1), 2), ops.times(counts.line(2), 3))
>>> counts.read(ops.moved(met))
(5, 13)
"""

from __future__ import annotations

import operator
from typing import Protocol

from moot.proof.fast.bitpacked import PackedLengths, repeat, slots_sum

__all__ = ["LineCounts", "LineLengths", "Reachability", "Semiring", "SlotOps", "window"]


class SlotOps(Protocol):
    """The operations of a semiring on integers of a fixed number of slots, all slots at once."""

    def plus(self, one: int, two: int, /) -> int:
        """Where two lines meet."""
        ...

    def moved(self, packed: int, /) -> int:
        """One more move made."""
        ...

    def times(self, packed: int, multiplicity: int, /) -> int:
        """Along this number of parallel edges."""
        ...


class Semiring(Protocol):
    """One quantity to compute: ``width`` bits a slot."""

    width: int

    def for_slots(self, slots: int, /) -> SlotOps:
        """Its operations on integers of at most this many slots."""
        ...

    def line(self, length: int, /) -> int:
        """One line of this length in moves, in one slot."""
        ...

    def total(self, packed: int, slots: int, /) -> int:
        """All slots added together, in one slot."""
        ...


def window(ops: SlotOps, packed: int, spends: int, width: int) -> int:
    """Sums over a sliding window: slot *j* of the result adds the slots *j* - ``spends`` ... *j* - 1.

    A slot of ``packed`` is a number of ticks spent, one of the result an opening clock: the result is what expires, for every
    opening clock at once, in a move of ``spends`` ticks. Windows are built from windows of 1, 2, 4 ... slots, so each slot is
    added once and it takes about 2 log2(``spends``) additions.

    >>> window(LineCounts(9, 0).for_slots(9), 1, 3, 8) == 1 << 8 | 1 << 16 | 1 << 24
    True
    """
    found, reach, doubled, span = 0, 1, packed, 1
    while spends:
        if spends & 1:
            found = ops.plus(found, doubled << reach * width)
            reach += span
        spends >>= 1
        if spends:
            doubled = ops.plus(doubled, doubled << span * width)
            span *= 2
    return found


class Reachability:
    """Whether a clock is reached: one bit. The Boolean semiring."""

    width = 1

    def for_slots(self, _slots: int, /) -> Reachability:
        return self

    def line(self, _length: int, /) -> int:
        return 1

    plus = staticmethod(operator.or_)

    @staticmethod
    def moved(packed: int, /) -> int:
        return packed

    @staticmethod
    def times(packed: int, _multiplicity: int, /) -> int:
        return packed

    def total(self, packed: int, _slots: int, /) -> int:
        return int(packed != 0)


class _LengthOps(PackedLengths):
    def plus(self, one: int, two: int, /) -> int:
        return self.larger(one, two)

    def moved(self, packed: int, /) -> int:
        return self.one_move_on(packed, self.clocks(packed))

    @staticmethod
    def times(packed: int, _multiplicity: int, /) -> int:
        return packed


class LineLengths:
    """The shortest and the longest line (min-plus and max-plus). ``top`` is a bound on the longest."""

    def __init__(self, top: int) -> None:
        self.top = top
        self._ops: dict[int, _LengthOps] = {}
        self.width = self.for_slots(1).width

    def for_slots(self, slots: int) -> _LengthOps:
        if slots not in self._ops:
            self._ops[slots] = _LengthOps(slots, self.top)
        return self._ops[slots]

    def line(self, length: int) -> int:
        ops = self.for_slots(1)
        packed = ops.initial(0)
        for _ in range(length):
            packed = ops.moved(packed)
        return packed

    def total(self, packed: int, slots: int) -> int:
        return self.for_slots(slots).fold(packed)

    def read(self, slot: int) -> tuple[int, int]:
        """The shortest and the longest in a slot that has a line."""
        return self.for_slots(1).read(slot)


class LineCounts:
    """The number of lines, and above it in the slot the sum of their lengths.

    A slot has room for ``bound`` lines of ``longest`` moves, so no slot overflows into the next and the counts are exact.
    """

    def __init__(self, bound: int, longest: int) -> None:
        self.field = bound.bit_length() + 1
        self.width = self.field + (bound * (longest + 1)).bit_length() + 1
        self._ops: dict[int, _CountOps] = {}

    def for_slots(self, slots: int) -> _CountOps:
        if slots not in self._ops:
            self._ops[slots] = _CountOps(repeat((1 << self.field) - 1, self.width, slots), self.field)
        return self._ops[slots]

    def line(self, length: int) -> int:
        return 1 | length << self.field

    def total(self, packed: int, _slots: int, /) -> int:
        return slots_sum(packed, self.width)

    def read(self, slot: int) -> tuple[int, int]:
        """The lines and the sum of their lengths in a slot."""
        return slot & (1 << self.field) - 1, slot >> self.field


class _CountOps:
    def __init__(self, counts: int, field: int) -> None:
        self._counts, self._field = counts, field

    plus = staticmethod(operator.add)

    def moved(self, packed: int, /) -> int:
        return packed + ((packed & self._counts) << self._field)

    @staticmethod
    def times(packed: int, multiplicity: int, /) -> int:
        return packed * multiplicity
