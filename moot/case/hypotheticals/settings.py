"""What a rule over dials turns on, worked out on its ways and not on every setting of the dials.

A way is a box: for each dial the values that will do, and every value of the dials it does not name. A rule is the boxes
of its ways together. To cover a box by others is done by splitting it on one dial at a time, and only along values that a
way tells apart, so the work grows with the ways and not with the product of all values. At worst (a rule can state any
question of satisfiability) it would still grow without end, so the work is counted and stops at a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["MOST_WORK", "Budget", "Region", "TooTangled", "boxes", "equal", "turning"]

MOST_WORK = 600_000
"""How many conditions may be compared for the rules of a case file before they are refused. A second or so of work."""

Region = Mapping[str, frozenset[str]]
"""The values of the dials that are named; any value of the others."""


class TooTangled(Exception):
    """The ways of a rule cut across each other in so many cases that the limit is passed."""


class Budget:
    """How much work is left."""

    def __init__(self, left: int = MOST_WORK) -> None:
        self.left = left

    def spend(self, much: int) -> None:
        """So much has been done. Raises :class:`TooTangled`."""
        self.left -= much
        if self.left < 0:
            raise TooTangled


def boxes(
    ways: Iterable[Iterable[tuple[str, Sequence[str]]]], values: Mapping[str, Sequence[str]]
) -> list[dict[str, frozenset[str]]]:
    """The boxes of these ways; a condition that every value meets is left out, and so is a box within another."""
    found: list[dict[str, frozenset[str]]] = []
    for way in ways:
        box: dict[str, frozenset[str]] = {}
        for dial, will_do in way:
            box[dial] = frozenset(will_do) & box.get(dial, frozenset(will_do))
        box = {dial: some for dial, some in box.items() if some < frozenset(values[dial])}
        if all(box.values()) and not any(_within(box, other) for other in found):
            found = [other for other in found if not _within(other, box)]
            found.append(box)
    return found


def turning(rule: Sequence[Region], values: Mapping[str, Sequence[str]], budget: Budget) -> set[str]:
    """The dials that can change whether the rule is met, with some setting of the others. Raises :class:`TooTangled`.

    A dial is one of them where some way can be met, and no way would be once that dial alone has another value.
    """
    return {dial for dial in sorted({dial for box in rule for dial in box}) if _turns(rule, dial, values, budget)}


def _turns(rule: Sequence[Region], dial: str, values: Mapping[str, Sequence[str]], budget: Budget) -> bool:
    for box in rule:
        if dial not in box:
            continue
        rest = {name: some for name, some in box.items() if name != dial}
        for value in values[dial]:
            if value in box[dial]:
                continue
            there = [
                {name: some for name, some in other.items() if name != dial}
                for other in rule
                if value in other.get(dial, (value,))
            ]
            if not _covered(rest, there, values, budget):
                return True
    return False


def equal(one: Sequence[Region], other: Sequence[Region], values: Mapping[str, Sequence[str]], budget: Budget) -> bool:
    """Whether the two rules are met by the same settings. Raises :class:`TooTangled`."""
    return all(_covered(box, other, values, budget) for box in one) and all(
        _covered(box, one, values, budget) for box in other
    )


def _covered(box: Region, by: Sequence[Region], values: Mapping[str, Sequence[str]], budget: Budget) -> bool:
    """Whether every setting in the box is in one of the others."""
    waiting: list[tuple[Region, Sequence[Region]]] = [(box, by)]
    while waiting:
        box, by = waiting.pop()
        budget.spend(1 + sum(map(len, by)))
        by = [other for other in by if _meet(box, other, values)]
        if any(_within(box, other) for other in by):
            continue
        if sum(_share(box, other, values) for other in by) < _WHOLE:
            return False
        # Split on the dial of the way that leaves the fewest open, into the values it wants and the others.
        closest = min(by, key=lambda other: len(_open(box, other, values)))
        dial = min(_open(box, closest, values), key=lambda name: (-sum(name in other for other in by), name))
        have = box.get(dial, frozenset(values[dial]))
        within = have & closest[dial]
        waiting.append(({**box, dial: within}, by))
        waiting.append(({**box, dial: have - within}, by))
    return True


_WHOLE = 1 - 1e-9
"""Shares that add up to less, whatever their rounding, leave something uncovered."""


def _share(box: Region, other: Region, values: Mapping[str, Sequence[str]]) -> float:
    """Which part of the settings in the box is in the other."""
    share = 1.0
    for name, some in other.items():
        have = box.get(name)
        share *= len(some) / len(values[name]) if have is None else len(have & some) / len(have)
    return share


def _open(box: Region, other: Region, values: Mapping[str, Sequence[str]]) -> list[str]:
    """The dials on which the box reaches outside the other."""
    return [name for name, some in other.items() if not box.get(name, frozenset(values[name])) <= some]


def _meet(box: Region, other: Region, values: Mapping[str, Sequence[str]]) -> bool:
    return all(box.get(name, frozenset(values[name])) & some for name, some in other.items())


def _within(box: Region, other: Region) -> bool:
    return all(name in box and box[name] <= some for name, some in other.items())
