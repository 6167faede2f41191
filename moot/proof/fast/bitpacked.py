"""Many small numbers in one big integer: one slot a tick of the clock.

Python's integers are exact and of any length, and shifting or adding a long one costs hardly more than a short one. So
everything known of a place, for all its clocks at once, is one integer: slot ``c`` holds the value for ``c`` ticks left.
Spending ``k`` ticks is a shift down by ``k`` slots; the lowest slots fall to the red light.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Lanes", "apart", "repeat", "side_by_side", "slots_sum"]


def repeat(value: int, width: int, count: int) -> int:
    """``count`` copies of ``value``, each in ``width`` bits. By doubling: dividing such long integers takes seconds."""
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

    Casting out, as with nines: a slot's worth, 2**width, is 1 modulo 2**width - 1.
    """
    return packed % ((1 << width) - 1) if packed else 0


def side_by_side(parts: Mapping[int, int], length: int, count: int) -> int:
    """One integer of ``count`` parts, ``length`` bytes each; those not given are nought."""
    room = bytearray(length * count)
    for at, part in parts.items():
        room[at * length : (at + 1) * length] = part.to_bytes(length, "little")
    return int.from_bytes(room, "little")


def apart(packed: int, length: int, count: int) -> list[int]:
    """The parts of an integer, ``length`` bytes each."""
    room = packed.to_bytes(length * count, "little")
    return [int.from_bytes(room[at : at + length], "little") for at in range(0, len(room), length)]


class Lanes:
    """Two lengths a slot, the longest and the shortest line, compared slot by slot without unpacking.

    The first field of a slot is the longest length plus one, the second ``top`` less the shortest; nought in both means
    that the clock does not come up. So both are "the larger wins", and one operation settles every slot of a place.
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
        """The clocks that come up, as the lowest bit of each slot."""
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
