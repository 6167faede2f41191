"""Acceptance: what is left of each argument once it has been attacked.

Two steps. *Undercuts* meet the inference, so they are all or nothing: the grounded extension (Dung 1995) of the undercuts says what
is struck. What is left is *graded*: rebuts and undermines weaken their target by what they count themselves (the weighted
h-categorizer: Besnard and Hunter 2001; Amgoud, Ben-Naim, Doder and Vesic 2017),

    count(a) = weight(a) x BITE / (BITE + sum of count(b) over the attackers b of a),

which has exactly one solution, whatever the cycles. It is found by iteration in sixteenths, and rounded to whole numbers. Where the
sixteenths come to alternate between two values, the higher one stands.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from operator import add, floordiv
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)

__all__ = ["BITE", "GRAIN", "ROUNDS", "Attacks", "counts", "grounded"]

BITE = 48
"""An attacker that counts this much halves its target."""

GRAIN = 16
"""Counts are computed in sixteenths."""

ROUNDS = 64
"""Iterations at most. Each brings the count between closer bounds; a handful is usual."""


def counts(
    weights: Sequence[int], attacks: Sequence[Sequence[int]], undercuts: Sequence[tuple[int, int]] = ()
) -> list[int]:
    """What each argument counts, by number; 0 for what is struck by an undercut.

    ``attacks`` has for every argument the numbers of those it rebuts or undermines; ``undercuts`` are pairs of attacker and
    attacked. What weighs nothing attacks nothing.
    """
    return [row[0] for row in Attacks(attacks, undercuts).rows([(much,) for much in weights])]


class Attacks:
    """The attacks among some arguments, arranged once, to be counted for several judges; the parameters are those of :func:`counts`.

    A *row* is a number for each judge in turn. ``attackers`` has for each argument the numbers of those that rebut or undermine it.
    """

    __slots__ = ("_attacked", "_chained", "_undercuts", "attackers")

    def __init__(self, attacks: Sequence[Sequence[int]], undercuts: Sequence[tuple[int, int]]) -> None:
        self._undercuts = undercuts
        # Where nothing that undercuts is itself undercut, every undercut strikes.
        self._chained = not {one for one, _ in undercuts}.isdisjoint(other for _, other in undercuts)
        against: list[list[int]] = [[] for _ in attacks]
        for one, others in enumerate(attacks):
            for other in others:
                against[other].append(one)
        self.attackers = tuple([tuple(attackers) for attackers in against])
        self._attacked = tuple([(number, attackers) for number, attackers in enumerate(self.attackers) if attackers])

    def rows(self, weights: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
        """What each argument counts with every judge; ``weights`` has for each a row of what it weighs before it is attacked."""
        live = self._left(weights) if self._undercuts else weights
        bite = BITE * GRAIN
        with_bite = bite.__add__
        now: list[Sequence[int]] = [[much * GRAIN for much in row] for row in live]
        # Only what is attacked changes from one round to the next.
        attacked = [
            (place, number, [much * bite for much in now[number]], attackers)
            for place, (number, attackers) in enumerate(self._attacked)
        ]
        last = [now[number] for _, number, _, _ in attacked]
        before: list[Sequence[int]] | None = None
        changed = {*range(len(now))}
        for done in range(ROUNDS):
            then, moved = last.copy(), set[int]()
            for place, number, most, attackers in attacked:
                # An argument keeps its count while none of its attackers has changed.
                if changed.isdisjoint(attackers):
                    continue
                against: Iterable[int] = now[attackers[0]]
                for other in attackers[1:]:
                    against = map(add, against, now[other])
                row = [*map(floordiv, most, map(with_bite, against))]
                if row != last[place]:
                    then[place] = row
                    moved.add(number)
            # In whole sixteenths the rounds can end in two values that alternate; then the last round of an even number has the higher.
            if not moved or (then == before and done % 2 == 0):
                break
            for place, number, _, _ in attacked:
                now[number] = then[place]
            if then == before:
                break
            before, last, changed = last, then, moved
        found = [*live]
        for _, number, _, _ in attacked:
            found[number] = tuple([(much + GRAIN // 2) // GRAIN for much in now[number]])
        return found

    def _left(self, weights: Sequence[tuple[int, ...]]) -> Sequence[tuple[int, ...]]:
        """The weights, with nothing for what is struck by an undercut."""
        if self._chained:
            judges = [self._left_of(each) for each in zip(*weights, strict=True)]
            return [*zip(*judges, strict=True)]
        live = list(weights)
        for one, struck in self._undercuts:
            live[struck] = tuple([0 if cuts else much for cuts, much in zip(weights[one], live[struck], strict=True)])
        return live

    def _left_of(self, weights: Sequence[int]) -> list[int]:
        """The same for one judge, where what undercuts may be undercut."""
        live = list(weights)
        cuts = [(one, other) for one, other in self._undercuts if live[one] and live[other]]
        touched = {number for pair in cuts for number in pair}
        for number in touched - grounded(touched, cuts):
            live[number] = 0
        return live


def grounded(arguments: Iterable[Item], defeats: Iterable[tuple[Item, Item]]) -> frozenset[Item]:
    """The grounded extension (Dung 1995): accept what is undefeated, strike what it defeats, and so on."""
    remaining = set(arguments)
    attackers: dict[Item, set[Item]] = {id: set() for id in remaining}
    targets: dict[Item, set[Item]] = {id: set() for id in remaining}
    for attacker, attacked in defeats:
        attackers[attacked].add(attacker)
        targets[attacker].add(attacked)
    accepted: set[Item] = set()
    waiting = [id for id in remaining if not attackers[id]]
    struck: set[Item] = set()
    while waiting:
        id = waiting.pop()
        if id in accepted or id in struck:
            continue
        accepted.add(id)
        for loser in targets[id]:
            if loser in struck:
                continue
            struck.add(loser)
            for freed in targets[loser]:
                attackers[freed].discard(loser)
                if not attackers[freed] and freed not in struck:
                    waiting.append(freed)
    return frozenset(accepted)
