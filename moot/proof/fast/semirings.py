"""What is carried through the argument: whether a clock comes up, how long its lines are, how many there are.

Each is a number of so many bits for every clock, packed into one integer (:mod:`moot.proof.fast.bitpacked`). What they have in
common is how they meet (:meth:`Sized.plus`) and what one more move does to them (:meth:`Sized.moved`); so one walk serves
all three, and they cannot walk differently.
"""

from __future__ import annotations

import operator
from typing import Protocol

from moot.proof.fast.bitpacked import Lanes, repeat, slots_sum

__all__ = ["Algebra", "Clocks", "Counts", "Lengths", "Sized", "window"]


class Sized(Protocol):
    """The operations on so many slots."""

    def plus(self, one: int, two: int, /) -> int:
        """Where two ways meet."""
        ...

    def moved(self, packed: int, /) -> int:
        """One more move made."""
        ...

    def times(self, packed: int, ways: int, /) -> int:
        """By so many moves that come to the same."""
        ...


class Algebra(Protocol):
    """One thing carried: ``width`` bits a slot."""

    width: int

    def over(self, slots: int, /) -> Sized:
        """Its operations on integers of at most so many slots."""
        ...

    def line(self, length: int, /) -> int:
        """One line of so many moves, in one slot."""
        ...

    def total(self, packed: int, slots: int, /) -> int:
        """All slots together, in one slot."""
        ...


def window(sized: Sized, packed: int, spends: int, width: int) -> int:
    """Where spending ``spends`` ticks uses up the time: from slot *k* to the openings *k* + 1 ... *k* + ``spends``.

    By doubling, each opening once.
    """
    found, reach, doubled, span = 0, 1, packed, 1
    while spends:
        if spends & 1:
            found = sized.plus(found, doubled << reach * width)
            reach += span
        spends >>= 1
        if spends:
            doubled = sized.plus(doubled, doubled << span * width)
            span *= 2
    return found


class Clocks:
    """Whether a clock comes up: one bit."""

    width = 1

    def over(self, _slots: int, /) -> Clocks:
        return self

    def line(self, _length: int, /) -> int:
        return 1

    plus = staticmethod(operator.or_)

    @staticmethod
    def moved(packed: int, /) -> int:
        return packed

    @staticmethod
    def times(packed: int, _ways: int, /) -> int:
        return packed

    def total(self, packed: int, _slots: int, /) -> int:
        return int(packed != 0)


class _Lengths(Lanes):
    def plus(self, one: int, two: int, /) -> int:
        return self.larger(one, two)

    def moved(self, packed: int, /) -> int:
        return self.one_move_on(packed, self.clocks(packed))

    @staticmethod
    def times(packed: int, _ways: int, /) -> int:
        return packed


class Lengths:
    """The longest and the shortest line; ``top`` is a bound on the longest."""

    def __init__(self, top: int) -> None:
        self.top = top
        self._sized: dict[int, _Lengths] = {}
        self.width = self.over(1).width

    def over(self, slots: int) -> _Lengths:
        if slots not in self._sized:
            self._sized[slots] = _Lengths(slots, self.top)
        return self._sized[slots]

    def line(self, length: int) -> int:
        one = self.over(1)
        packed = one.initial(0)
        for _ in range(length):
            packed = one.moved(packed)
        return packed

    def total(self, packed: int, slots: int) -> int:
        return self.over(slots).fold(packed)

    def read(self, slot: int) -> tuple[int, int]:
        """The shortest and the longest in a slot that has a line."""
        return self.over(1).read(slot)


class Counts:
    """How many lines, and above it the sum of their lengths; a slot has room for ``bound`` lines of ``longest`` moves.

    So no slot runs over into the next, and the counts are exact.
    """

    def __init__(self, bound: int, longest: int) -> None:
        self.part = bound.bit_length() + 1
        self.width = self.part + (bound * (longest + 1)).bit_length() + 1
        self._sized: dict[int, _Counts] = {}

    def over(self, slots: int) -> _Counts:
        if slots not in self._sized:
            self._sized[slots] = _Counts(repeat((1 << self.part) - 1, self.width, slots), self.part)
        return self._sized[slots]

    def line(self, length: int) -> int:
        return 1 | length << self.part

    def total(self, packed: int, _slots: int, /) -> int:
        return slots_sum(packed, self.width)

    def read(self, slot: int) -> tuple[int, int]:
        """The lines and the sum of their lengths in a slot."""
        return slot & (1 << self.part) - 1, slot >> self.part


class _Counts:
    def __init__(self, counts: int, part: int) -> None:
        self._counts, self._part = counts, part

    plus = staticmethod(operator.add)

    def moved(self, packed: int, /) -> int:
        return packed + ((packed & self._counts) << self._part)

    @staticmethod
    def times(packed: int, ways: int, /) -> int:
        return packed * ways
