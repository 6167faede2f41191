"""Packed arrays: many small numbers in one big integer, a fixed number of bits each.

A Python integer is exact and of any length, and shifting or adding a long one costs little more than a short one. So an
array indexed by clock is one integer, and one operation works on every clock at once (SIMD within a register). Slot ``c``
holds the value for ``c`` ticks left. Spending ``k`` ticks is a shift down by ``k`` slots; the lowest slots expire.

For example, with 8 bits a slot, 3 lines with 2 ticks left and 5 lines with 1 tick left are ``3 << 16 | 5 << 8``. A move of
one tick leaves 3 lines with 1 tick left, and the 5 expire:

>>> packed = 3 << 16 | 5 << 8
>>> running, expired = packed >> 16 << 8, packed & 0xFFFF
>>> running == 3 << 8, slots_sum(expired, 8)
(True, 5)
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PackedLengths", "pack", "repeat", "slots_sum", "unpack"]


def repeat(value: int, width: int, count: int) -> int:
    """``count`` copies of ``value``, each in ``width`` bits. By doubling: dividing such long integers takes seconds.

    >>> hex(repeat(0x1, 8, 3))
    '0x10101'
    """
    found = have = 0
    copies, span = value, 1
    while count:
        if count & 1:
            found |= copies << have * width
            have += span
        count >>= 1
        if count:
            copies |= copies << span * width
            span *= 2
    return found


def slots_sum(packed: int, width: int) -> int:
    """The sum of all slots; it must fit a slot.

    A packed integer is a number in base 2**width, whose digits are the slots. Modulo the base less one it is congruent to
    the sum of its digits.
    """
    return packed % ((1 << width) - 1) if packed else 0


def pack(parts: Mapping[int, int], length: int, count: int) -> int:
    """One integer of ``count`` parts, ``length`` bytes each; missing parts are zero."""
    room = bytearray(length * count)
    for index, part in parts.items():
        room[index * length : (index + 1) * length] = part.to_bytes(length, "little")
    return int.from_bytes(room, "little")


def unpack(packed: int, length: int, count: int) -> list[int]:
    """The parts of an integer, ``length`` bytes each."""
    room = packed.to_bytes(length * count, "little")
    return [int.from_bytes(room[index : index + length], "little") for index in range(0, len(room), length)]


class PackedLengths:
    """The length of the longest and of the shortest line in each slot, compared slot by slot without unpacking.

    A slot has two fields: the longest length plus one, and above it ``top`` less the shortest. Zero in both means that the
    clock does not occur. In both fields the larger value wins, so one operation merges every slot. The top bit of each
    field is a guard bit, which takes the borrow of the subtraction that compares two fields.
    """

    def __init__(self, slots: int, top: int) -> None:
        self.top = top + 2
        self.field = self.top.bit_length() + 1
        self.width = 2 * self.field
        self.slots = slots
        fields = 2 * slots
        self._guards = repeat(1 << (self.field - 1), self.field, fields)
        self._full = repeat((1 << (self.field - 1)) - 1, self.field, fields)
        self._first = repeat(1, self.width, slots)
        self._shift = self.field - 1

    def initial(self, clock: int) -> int:
        """The start: this clock, no move made."""
        return (1 | self.top << self.field) << clock * self.width

    def larger(self, one: int, two: int) -> int:
        """The larger of each field."""
        if not one:
            return two
        if not two:
            return one
        wins = ((one | self._guards) - two) & self._guards
        mask = wins - (wins >> self._shift)
        return two ^ ((one ^ two) & mask)

    def clocks(self, packed: int) -> int:
        """The clocks that occur, as the lowest bit of each slot."""
        return ((packed + self._full) & self._guards) >> self._shift & self._first

    def one_move_on(self, packed: int, clocks: int) -> int:
        """Every length one greater."""
        return packed + clocks - (clocks << self.field)

    def fold(self, packed: int) -> int:
        """The larger of all slots, in slot 0."""
        slots = 1 << (self.slots - 1).bit_length()
        while slots > 1:
            slots //= 2
            cut = slots * self.width
            packed = self.larger(packed & ((1 << cut) - 1), packed >> cut)
        return packed

    def read(self, slot: int) -> tuple[int, int]:
        """The shortest and the longest line in a slot."""
        return self.top - (slot >> self.field), (slot & ((1 << self.field) - 1)) - 1
