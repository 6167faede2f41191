"""Acceptance: what is left of each argument once it has been attacked.

Two steps. *Undercuts* meet the inference, so they are all or nothing: the grounded extension (Dung 1995) of the undercuts says what
is struck. What is left is *graded*: rebuts and undermines weaken their target by what they count themselves (the weighted
h-categorizer: Besnard and Hunter 2001; Amgoud, Ben-Naim, Doder and Vesic 2017),

    count(a) = weight(a) x BITE / (BITE + sum of count(b) over the attackers b of a),

which has exactly one solution, whatever the cycles. It is found by iteration in sixteenths, and rounded to whole numbers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)

__all__ = ["BITE", "GRAIN", "ROUNDS", "counts", "grounded"]

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
    live = list(weights)
    cuts = [(one, other) for one, other in undercuts if live[one] and live[other]]
    if cuts:
        touched = {number for pair in cuts for number in pair}
        for number in touched - grounded(touched, cuts):
            live[number] = 0
    against: dict[int, list[int]] = {}
    for one, much in enumerate(live):
        if much:
            for other in attacks[one]:
                if live[other]:
                    against.setdefault(other, []).append(one)
    if not against:
        return live
    now, bite = [much * GRAIN for much in live], BITE * GRAIN
    attacked = [(number, live[number] * GRAIN * bite, attackers) for number, attackers in against.items()]
    for _ in range(ROUNDS):
        then = [
            (number, most // (bite + sum([now[each] for each in attackers]))) for number, most, attackers in attacked
        ]
        moved = False
        for number, much in then:
            if now[number] != much:
                now[number] = much
                moved = True
        if not moved:
            break
    return [(much + GRAIN // 2) // GRAIN for much in now]


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
