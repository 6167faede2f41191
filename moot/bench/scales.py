"""What the arguments before the court count with one judge, issue by issue.

An issue is weighed from the part of what was heard that lies within its reach (:mod:`moot.bench.reach`), and what was weighed once is
kept: many sittings come to the same part. :func:`weigh` is the whole computation; what explains a vote reads its result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.acceptance import counts, grounded
from moot.bench.persona import Judge
from moot.bench.reach import HEARD_FULL, HEARD_HALF, Court, Reach, attacks_of, bits_of, reaches
from moot.bench.weighing import Weighing
from moot.case import Argument, Attacking, Case, Modality, Side

__all__ = [
    "CONVICTION",
    "ArgumentCount",
    "Part",
    "Scales",
    "base_weight",
    "scales_of",
    "weigh",
]

CONVICTION = 5
"""A principle held this strongly is a conviction: a judge may find by it what nobody argued."""

_KEPT = 1 << 15
"""How many weighed parts one judge's scales keep; past that they start afresh."""


class ArgumentCount(NamedTuple):
    """What became of one argument: what it weighs, what it counts once attacked, and whether it is accepted.

    Accepted is what is not struck and what nothing that attacks it outweighs: counts for more than it does.
    """

    id: str
    weight: int
    counts: int
    accepted: bool


@dataclass(slots=True)
class Part:
    """One issue weighed for one judge, credit left out.

    ``weights`` and ``counts`` go by place in the issue's reach; ``accepted`` are the accepted, as bits of the case. For every
    position, in the order of the file: ``best`` has the places of what counts for it, one a modality, ``totals`` the sum of those with
    the prior, ``open`` whether it may be found. ``found`` keeps what is found with this much credit for either side.
    """

    reach: Reach
    weights: Sequence[int]
    counts: Sequence[int]
    accepted: int
    best: tuple[tuple[tuple[Modality, int], ...], ...]
    totals: tuple[int, ...]
    open: tuple[bool, ...]
    found: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = field(default_factory=dict)

    @property
    def arguments(self) -> list[ArgumentCount]:
        """Those before the court, within reach of the issue, that weigh anything."""
        reach = self.reach
        return [
            ArgumentCount(id, weight, much, bool(bit & self.accepted))
            for id, bit, weight, much in zip(reach.ids, reach.bits, self.weights, self.counts, strict=True)
            if weight
        ]

    def best_of(self, at: int) -> tuple[tuple[Modality, str, int], ...]:
        """What counts for the position at this place: modality, argument and how much."""
        return tuple((modality, self.reach.ids[place], self.counts[place]) for modality, place in self.best[at])


def weigh(scales: Scales, reach: Reach, half: int, full: int, spoken: int) -> Part:
    """Weigh one issue: what each argument counts, and what every position has.

    ``half``, ``full`` and ``spoken`` are :class:`Court`'s bits within the issue's reach.
    """
    rules, base = scales.weighing, scales.base
    weights = [0] * len(reach.ids)
    for place, bit in enumerate(reach.bits):
        if full & bit:
            weights[place] = base[reach.ids[place]] * HEARD_FULL
        elif half & bit:
            weights[place] = base[reach.ids[place]] * HEARD_HALF
    left = counts(weights, reach.attacks, reach.undercuts) if rules.graded else _struck_out(weights, reach)
    accepted, most = 0, [0] * len(left)
    if rules.graded:
        for place, much in enumerate(left):
            if much:
                for target in reach.attacks[place]:
                    most[target] = max(most[target], much)
    for place, much in enumerate(left):
        if much and much >= most[place]:
            accepted |= reach.bits[place]
    # A brief will do where the other side took the issue up at the lectern and left the argument in it whole.
    opened = bool(spoken & reach.openers)
    totals: list[int] = []
    best: list[tuple[tuple[Modality, int], ...]] = []
    may: list[bool] = []
    at = scales.number[reach.issue.id]
    for prior, bound, urging in zip(scales.priors[at], scales.bound[at], reach.urging, strict=True):
        top: dict[Modality, int] = {}
        light: list[tuple[int, Modality]] = []
        carried, argued = not rules.backed, not bound
        for place, modality in urging:
            if not left[place]:
                continue
            ok, bit = accepted & reach.bits[place], reach.bits[place]
            if rules.backed and place in reach.light:
                light.append((place, modality))
                continue
            carried = carried or bool(ok)
            if bit & reach.losers and (spoken & bit or (opened and left[place] == weights[place])):
                argued = True
            if modality not in top or left[place] > left[top[modality]]:
                top[modality] = place
        if carried:
            # What a friendly question drew out counts beside other arguments, and not alone.
            for place, modality in light:
                if modality not in top or left[place] > left[top[modality]]:
                    top[modality] = place
        best.append(tuple(top.items()))
        totals.append(prior + sum([left[place] for place in top.values()]))
        may.append(argued)
    if True not in may:
        may = [True] * len(may)
    return Part(reach, weights, left, accepted, tuple(best), tuple(totals), tuple(may))


def _struck_out(weights: Sequence[int], reach: Reach) -> list[int]:
    """Rebuts and undermines as defeats: they strike what weighs no more than they do, and nothing else."""
    defeats = [
        *(
            (one, other)
            for one, others in enumerate(reach.attacks)
            for other in others
            if weights[one] and 0 < weights[other] <= weights[one]
        ),
        *((one, other) for one, other in reach.undercuts if weights[one] and weights[other]),
    ]
    standing = grounded(range(len(weights)), defeats)
    return [much if number in standing else 0 for number, much in enumerate(weights)]


class Scales:
    """One judge's scales for one case: what does not depend on what is heard, and what has been weighed so far.

    ``base`` is what every argument weighs heard in half; ``priors`` what principles are worth to each position of an issue;
    ``bound`` the positions that may be found only on an argument of the side that lost below.
    """

    def __init__(self, judge: Judge, case: Case, rules: Weighing) -> None:
        self.judge, self.case, self.weighing = judge, case, rules
        self.loser = case.below.won.other
        self.reaches = reaches(case)
        self.base = {id: base_weight(judge, argument) for id, argument in case.arguments.items()}
        held = judge.held
        self.priors = tuple(
            tuple(sum(held.get(name, 0) * much for name, much in position.embodies) for position in issue.positions)
            for issue in case.issues
        )
        self.bound = tuple(
            tuple(
                rules.presumption
                and not issue.preliminary
                and position.favors is self.loser
                and not any(held.get(name, 0) >= CONVICTION for name, _ in position.embodies)
                for position in issue.positions
            )
            for issue in case.issues
        )
        # The order that settles ties: positions for the winner below first, else as listed.
        self.ranked = tuple(
            tuple(sorted(range(len(issue.positions)), key=lambda at: issue.positions[at].favors is not case.below.won))
            for issue in case.issues
        )
        self.favoring = tuple(tuple(position.favors for position in issue.positions) for issue in case.issues)
        self.number = {issue.id: number for number, issue in enumerate(case.issues)}
        self.place = {
            (issue.id, position.id): at for issue in case.issues for at, position in enumerate(issue.positions)
        }
        bit = bits_of(case)
        reached = {id for reach in self.reaches for id in reach.ids}
        self.audible = sum(bit[id] for id, much in self.base.items() if much and id in reached)
        """The arguments that weigh anything with this judge and bear on an issue, as bits."""
        self.against: dict[str, list[tuple[str, Attacking]]] = {id: [] for id in self.base}
        for attacker, attacked, kind in attacks_of(case):
            self.against[attacker].append((attacked, kind))
        self._ids = tuple(case.arguments)
        self._kept: list[tuple[Reach, dict[tuple[int, int, int], Part]]] = [(reach, {}) for reach in self.reaches]

    def named(self, bits: int) -> list[str]:
        """The arguments that these bits stand for."""
        found = []
        while bits:
            bit = bits & -bits
            found.append(self._ids[bit.bit_length() - 1])
            bits ^= bit
        return found

    def parts(self, court: Court) -> list[Part]:
        """Every issue, weighed."""
        _, half, full, spoken = court
        found = []
        for reach, kept in self._kept:
            mask = reach.mask
            key = half & mask, full & mask, spoken & mask
            part = kept.get(key)
            if part is None:
                if len(kept) >= _KEPT:
                    kept.clear()
                part = kept[key] = weigh(self, reach, *key)
            found.append(part)
        return found

    def found(self, number: int, part: Part, credit: Mapping[Side, int]) -> tuple[int, tuple[int, ...]]:
        """The position found on the issue, by its place, and the support of every position with credit.

        Most support among those that may be found; a tie to the winner below, then to the one listed first.
        """
        key = credit[Side.PETITIONER], credit[Side.RESPONDENT]
        if key in part.found:
            return part.found[key]
        totals = tuple(
            [
                total + credit[side] if side else total
                for total, side in zip(part.totals, self.favoring[number], strict=True)
            ]
        )
        best = -1
        for at in self.ranked[number]:
            if part.open[at] and (best < 0 or totals[at] > totals[best]):
                best = at
        part.found[key] = best, totals
        return best, totals


def base_weight(judge: Judge, argument: Argument) -> int:
    """What an argument weighs with this judge before it is heard: strength times receptivity.

    What a hypothetical leaves standing against a position weighs by the principles it offends: how gravely, times how
    strongly the judge holds each.
    """
    if argument.offends:
        return sum(gravely * judge.held.get(principle, 0) for principle, gravely in argument.offends)
    return argument.strength * judge.receptivity[argument.modality]


def scales_of(judge: Judge, case: Case) -> Scales:
    """The scales of this judge for this case."""
    return _scales_of(judge, case, weighing.SHIPPED)


@lru_cache(maxsize=256)
def _scales_of(judge: Judge, case: Case, rules: Weighing) -> Scales:
    return Scales(judge, case, rules)
