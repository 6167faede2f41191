"""The attacks of a case as a graph, with arguments as bits, cut into the parts that have to do with each other.

Arguments go by number, in the order of the case, and a set of them is one integer: argument n is the bit ``1 << n``. What an argument
counts depends on those that attack it, on those that attack these, and so on. So arguments that no attack connects are settled apart,
and a move that adds one argument changes nothing outside the *connected component* it falls into. Of the arguments before the court
most stand alone or in twos and threes.
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.judging.acceptance import Attacks
from moot.case import Attacking, Case
from moot.case.per_case import BoundedCache, per_case

__all__ = ["HEARD_FULL", "HEARD_HALF", "AttackGraph", "Component", "attack_graph", "attacks_of", "bits_of", "members"]

HEARD_FULL = 2
HEARD_HALF = 1

_KEPT = 1 << 11
"""How many components a graph keeps."""


@per_case
def bits_of(case: Case) -> dict[str, int]:
    """Every argument as a bit, by its number in the order of the case."""
    return {id: 1 << number for number, id in enumerate(case.arguments)}


@per_case
def attacks_of(case: Case) -> tuple[tuple[str, str, Attacking], ...]:
    """Every attack of the case, rebuts in both directions, each once."""
    found: dict[tuple[str, str, Attacking], None] = {}
    for argument in case.arguments.values():
        for attack in argument.attacks:
            if attack.target not in case.arguments:
                continue
            found[argument.id, attack.target, attack.kind] = None
            if attack.kind is Attacking.REBUT:
                found[attack.target, argument.id, attack.kind] = None
    return tuple(found)


def members(bits: int) -> list[int]:
    """The single bits of a set, lowest first."""
    found = []
    while bits:
        bit = bits & -bits
        found.append(bit)
        bits ^= bit
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """Arguments that attacks connect, directly or through one another; ``full``, as bits, are those heard in full, the others were in half.

    ``numbers`` are the arguments in the order of the case, ``times`` how each was heard, 1 or 2. ``attacks`` has for each the places
    of those it rebuts or undermines; ``undercuts`` are pairs of places. ``arranged`` is both, arranged to be counted.
    """

    mask: int
    full: int
    numbers: tuple[int, ...]
    times: tuple[int, ...]
    attacks: tuple[tuple[int, ...], ...]
    undercuts: tuple[tuple[int, int], ...]
    arranged: Attacks


class AttackGraph:
    """The attacks of one case. The same component is one object, so that what becomes of it can be kept by it."""

    def __init__(self, case: Case) -> None:
        bit = bits_of(case)
        self._touching = dict.fromkeys(bit.values(), 0)
        self._weakens: dict[int, list[int]] = {each: [] for each in bit.values()}
        self._undercuts: dict[int, list[int]] = {each: [] for each in bit.values()}
        for attacker, attacked, kind in attacks_of(case):
            one, other = bit[attacker], bit[attacked]
            self._touching[one] |= other
            self._touching[other] |= one
            (self._undercuts if kind is Attacking.UNDERCUT else self._weakens)[one].append(other)
        # Arguments that attack something or are attacked.
        self._attacked = sum(each for each, others in self._touching.items() if others)
        self._made = BoundedCache[tuple[int, int], Component](_KEPT)
        # By its arguments, a component however they were heard: the attacks among them are the same.
        self._arranged = BoundedCache[int, Component](_KEPT)

    def components(self, half: int, full: int) -> tuple[int, tuple[Component, ...]]:
        """Of what was heard in half and in full: as bits what no attack connects to anything, and the components of the rest.

        The component with the lowest argument comes first.
        """
        heard, touching = half | full, self._touching
        left = heard & self._attacked
        alone, found = heard ^ left, []
        while left:
            mask = left & -left
            waiting = touching[mask] & left
            left ^= mask
            if not waiting:
                alone |= mask
                continue
            while waiting:
                bit = waiting & -waiting
                mask |= bit
                left ^= bit
                waiting = (waiting | touching[bit]) & left
            found.append(self._component(mask, full & mask))
        return alone, tuple(found)

    def _component(self, mask: int, full: int) -> Component:
        found = self._made.get((mask, full))
        if found is None:
            like = self._arranged.get(mask)
            if like is None:
                like = self._arranged[mask] = self._arrange(mask, full)
            times = tuple([HEARD_FULL if full >> number & 1 else HEARD_HALF for number in like.numbers])
            found = Component(mask, full, like.numbers, times, like.attacks, like.undercuts, like.arranged)
            self._made[mask, full] = found
        return found

    def _arrange(self, mask: int, full: int) -> Component:
        bits = members(mask)
        index = {bit: number for number, bit in enumerate(bits)}
        attacks = tuple([tuple([index[other] for other in self._weakens[bit] if other & mask]) for bit in bits])
        undercuts = tuple(
            [(index[bit], index[other]) for bit in bits for other in self._undercuts[bit] if other & mask]
        )
        numbers = tuple([bit.bit_length() - 1 for bit in bits])
        times = tuple([HEARD_FULL if bit & full else HEARD_HALF for bit in bits])
        return Component(mask, full, numbers, times, attacks, undercuts, Attacks(attacks, undercuts))


@per_case
def attack_graph(case: Case) -> AttackGraph:
    """The graph of this case's attacks."""
    return AttackGraph(case)
