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
    return Attacks(attacks, undercuts).counts(weights)


class Attacks:
    """The attacks among some arguments, arranged once, to be counted for many judges; the parameters are those of :func:`counts`."""

    __slots__ = ("_attacked", "_attackers", "_chained", "_undercuts")

    def __init__(self, attacks: Sequence[Sequence[int]], undercuts: Sequence[tuple[int, int]]) -> None:
        self._undercuts = undercuts
        # Where nothing that undercuts is itself undercut, every undercut strikes.
        self._chained = not {one for one, _ in undercuts}.isdisjoint(other for _, other in undercuts)
        against: list[list[int]] = [[] for _ in attacks]
        for one, others in enumerate(attacks):
            for other in others:
                against[other].append(one)
        self._attackers = tuple([tuple(attackers) for attackers in against])
        self._attacked = tuple([(number, attackers) for number, attackers in enumerate(self._attackers) if attackers])

    def counts(self, weights: Sequence[int]) -> list[int]:
        """What each argument counts when they weigh this much before they are attacked."""
        live = self._left(weights) if self._undercuts else weights
        bite = BITE * GRAIN
        now = [much * GRAIN for much in live]
        count = now.__getitem__
        # Only what is attacked changes from one round to the next.
        attacked = [(number, now[number] * bite, attackers) for number, attackers in self._attacked if now[number]]
        last, before = [most // bite for _, most, _ in attacked], None
        for done in range(ROUNDS):
            then = [most // (bite + sum(map(count, attackers))) for _, most, attackers in attacked]
            # In whole sixteenths the rounds can end in two values that alternate; then the last round of an even number has the higher.
            if then == last or (then == before and done % 2 == 0):
                break
            for (number, _, _), much in zip(attacked, then, strict=True):
                now[number] = much
            if then == before:
                break
            before, last = last, then
        return [(much + GRAIN // 2) // GRAIN for much in now]

    def strongest(self, counted: Sequence[int]) -> list[int]:
        """For each argument, what the strongest of those that rebut or undermine it counts; 0 where nothing does."""
        count = counted.__getitem__
        return [max(map(count, attackers), default=0) for attackers in self._attackers]

    def _left(self, weights: Sequence[int]) -> list[int]:
        """The weights, with nothing for what is struck by an undercut."""
        live = list(weights)
        cuts = [(one, other) for one, other in self._undercuts if live[one] and live[other]]
        if self._chained and cuts:
            touched = {number for pair in cuts for number in pair}
            for number in touched - grounded(touched, cuts):
                live[number] = 0
        else:
            for _, struck in cuts:
                live[struck] = 0
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
