"""The attacks of a case as a graph, with arguments as bits, cut into the parts that have to do with each other.

Arguments go by number, in the order of the case, and a set of them is one integer: argument n is the bit ``1 << n``. What an argument
counts depends on those that attack it, on those that attack these, and so on. So arguments that no attack connects are settled apart,
and a move that adds one argument changes nothing outside the *connected component* it falls into. Of the arguments before the court
most stand alone or in twos and threes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from moot.case import Attacking, Case
from moot.case.per_case import per_case

__all__ = ["AttackGraph", "Component", "attack_graph", "attacks_of", "bits_of", "members"]

_KEPT = 1 << 12
"""How many sets of arguments a graph keeps cut into components; past that it starts afresh."""


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


def members(bits: int) -> Iterator[int]:
    """The single bits of a set, lowest first."""
    while bits:
        bit = bits & -bits
        yield bit
        bits ^= bit


class Component(NamedTuple):
    """Arguments that attacks connect, directly or through one another; ``mask`` is their bits together.

    ``numbers`` are theirs in the order of the case, with ``bits`` beside them. ``attacks`` has for every member the places of those it
    rebuts or undermines; ``undercuts`` are pairs of places.
    """

    mask: int
    numbers: tuple[int, ...]
    bits: tuple[int, ...]
    attacks: tuple[tuple[int, ...], ...]
    undercuts: tuple[tuple[int, int], ...]


class AttackGraph:
    """The attacks of one case."""

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
        self._cut: dict[int, tuple[Component, ...]] = {}
        self._made: dict[int, Component] = {}

    def components(self, arguments: int) -> tuple[Component, ...]:
        """The connected components of these arguments, those with the lowest argument first."""
        found = self._cut.get(arguments)
        if found is None:
            if len(self._cut) >= _KEPT:
                self._cut.clear()
                self._made.clear()
            found = self._cut[arguments] = tuple(self._components(arguments))
        return found

    def _components(self, left: int) -> Iterator[Component]:
        touching = self._touching
        while left:
            mask, edge = 0, left & -left
            while edge:
                mask |= edge
                near = 0
                for bit in members(edge):
                    near |= touching[bit]
                edge = near & left & ~mask
            left ^= mask
            made = self._made.get(mask)
            if made is None:
                made = self._made[mask] = self._component(mask)
            yield made

    def _component(self, mask: int) -> Component:
        bits = tuple(members(mask))
        place = {bit: number for number, bit in enumerate(bits)}
        return Component(
            mask,
            tuple(bit.bit_length() - 1 for bit in bits),
            bits,
            tuple(tuple(place[other] for other in self._weakens[bit] if other & mask) for bit in bits),
            tuple((place[bit], place[other]) for bit in bits for other in self._undercuts[bit] if other & mask),
        )


@per_case
def attack_graph(case: Case) -> AttackGraph:
    """The graph of this case's attacks."""
    return AttackGraph(case)
