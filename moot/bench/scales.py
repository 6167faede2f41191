"""What comes before the court, and what it counts with each judge, issue by issue.

Arguments go by number, in the order of the case; a set of them is one integer. What decides an issue is the arguments that
urge its positions, those that attack them, those that attack these, and so on: the issue's *reach*. So an issue is weighed from the part of
what was heard that lies within its reach, and what was weighed once is kept: many sittings come to the same part.
:func:`weigh` is the whole computation; what explains a vote reads its result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.acceptance import counts, grounded
from moot.bench.persona import Judge
from moot.bench.weighing import Weighing
from moot.case import Argument, Attacking, Case, Heard, Issue, Modality, PositionRef, Purpose, Side, Tone

__all__ = [
    "CONVICTION",
    "HEARD_FULL",
    "HEARD_HALF",
    "Court",
    "Part",
    "Scales",
    "Weighed",
    "base_weight",
    "before_the_court",
    "court_of",
    "light",
    "scales_of",
    "weigh",
]

HEARD_FULL = 2
HEARD_HALF = 1

CONVICTION = 5
"""A principle held this strongly is a conviction: a judge may find by it what nobody argued."""

_KEPT = 1 << 15
"""How many weighed parts one judge's scales keep; past that they start afresh."""


class Court(NamedTuple):
    """What is before the court: every argument and how it was heard, 1 or 2.

    As bits: those heard in half, those in full, and those that counsel said at the lectern.
    """

    times: Mapping[str, int]
    half: int
    full: int
    spoken: int


@lru_cache(maxsize=4096)
def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard."""
    times = before_the_court(case, heard)
    bit = _bits(case)
    half = full = spoken = 0
    for id, much in times.items():
        if much == HEARD_FULL:
            full |= bit[id]
        else:
            half |= bit[id]
        if id in heard.full or id in heard.half or id in heard.answers:
            spoken |= bit[id]
    return Court(times, half, full, spoken)


@lru_cache(maxsize=64)
def _briefed(case: Case) -> tuple[str, ...]:
    return tuple(id for id, argument in case.arguments.items() if argument.briefed)


def before_the_court(case: Case, heard: Heard) -> dict[str, int]:
    """Every argument before the court and how it was heard, 1 or 2, in an order that is the same in every run."""
    found = dict.fromkeys(_briefed(case), HEARD_HALF)
    for id in sorted(heard.half):
        found[id] = HEARD_HALF
    for id in sorted(heard.full):
        found[id] = HEARD_FULL
    for id in sorted(heard.answers):
        argument = case.answers[id].argument
        if argument is not None:
            found[id] = HEARD_HALF if argument.halved else HEARD_FULL
    for id in heard.conceded | heard.retracted:
        found.pop(id, None)
    return found


@lru_cache(maxsize=64)
def _bits(case: Case) -> dict[str, int]:
    return {id: 1 << number for number, id in enumerate(case.arguments)}


# -- the reach of an issue -------------------------------------------------------------------------------------------------


class Reach(NamedTuple):
    """All that can decide one issue. Arguments go by their place in ``ids``, ``bits`` beside them; ``mask`` is their bits together.

    ``attacks`` has for every place those it rebuts or undermines; ``undercuts`` are pairs of places. ``urging`` has for every position, in the order of the file, the places of
    those that urge it with their modality. ``light`` are the places of those that do not carry an issue alone. As bits:
    ``losers`` are those of the side that lost below, ``openers`` those of the other side that urge a position.
    """

    issue: Issue
    ids: tuple[str, ...]
    bits: tuple[int, ...]
    mask: int
    attacks: tuple[tuple[int, ...], ...]
    undercuts: tuple[tuple[int, int], ...]
    urging: tuple[tuple[tuple[int, Modality], ...], ...]
    light: frozenset[int]
    losers: int
    openers: int


@lru_cache(maxsize=64)
def reaches(case: Case) -> tuple[Reach, ...]:
    """The reach of every issue, in the order of the case."""
    attackers: dict[str, list[str]] = {}
    for attacker, attacked, _ in _attacks(case):
        attackers.setdefault(attacked, []).append(attacker)
    return tuple(_reach(case, issue, attackers) for issue in case.issues)


def _reach(case: Case, issue: Issue, attackers: Mapping[str, Sequence[str]]) -> Reach:
    waiting = [id for id, each in case.arguments.items() if any(ref.issue == issue.id for ref in each.urges)]
    found = set(waiting)
    while waiting:
        for attacker in attackers.get(waiting.pop(), ()):
            if attacker not in found:
                found.add(attacker)
                waiting.append(attacker)
    ids = tuple(id for id in case.arguments if id in found)
    place = {id: number for number, id in enumerate(ids)}
    pairs = [(place[one], place[other], kind) for one, other, kind in _attacks(case) if other in found]
    bit = _bits(case)
    return Reach(
        issue,
        ids,
        tuple(bit[id] for id in ids),
        sum(bit[id] for id in ids),
        tuple(
            tuple(other for one, other, kind in pairs if one == at and kind is not Attacking.UNDERCUT)
            for at in range(len(ids))
        ),
        tuple((one, other) for one, other, kind in pairs if kind is Attacking.UNDERCUT),
        tuple(
            tuple(
                (place[id], case.arguments[id].modality)
                for id in ids
                if PositionRef(issue.id, position.id) in case.arguments[id].urges
            )
            for position in issue.positions
        ),
        frozenset(place[id] for id in ids if light(case, id)),
        sum(bit[id] for id in ids if case.arguments[id].side is not case.below.won),
        sum(
            bit[id]
            for id in ids
            if case.arguments[id].side is case.below.won
            and any(ref.issue == issue.id for ref in case.arguments[id].urges)
        ),
    )


def light(case: Case, id: str) -> bool:
    """Whether this is an answer drawn out by a friendly question, or by one of background or of procedure."""
    if id not in case.answers:
        return False
    question = case.question_of[id]
    if question.tone is Tone.HELPFUL or question.purpose is Purpose.BACKGROUND:
        return True
    urged = case.point_of[question.id].argument.urges
    return all(case.issue[ref.issue].preliminary for ref in urged if ref.issue in case.issue)


@lru_cache(maxsize=64)
def _attacks(case: Case) -> tuple[tuple[str, str, Attacking], ...]:
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


# -- weighing --------------------------------------------------------------------------------------------------------------


class Weighed(NamedTuple):
    """What became of one argument: what it weighs, what it counts once attacked, and whether it is accepted."""

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
    def arguments(self) -> list[Weighed]:
        """Those before the court, within reach of the issue, that weigh anything."""
        reach = self.reach
        return [
            Weighed(id, weight, much, bool(bit & self.accepted))
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
    accepted = 0
    for place, much in enumerate(left):
        # Without grading, what is left at all is left whole.
        if much and 2 * much >= weights[place]:
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
            if ok:
                carried = True
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
                and position.favours is self.loser
                and not any(held.get(name, 0) >= CONVICTION for name, _ in position.embodies)
                for position in issue.positions
            )
            for issue in case.issues
        )
        # The order that settles ties: positions for the winner below first, else as listed.
        self.ranked = tuple(
            tuple(sorted(range(len(issue.positions)), key=lambda at: issue.positions[at].favours is not case.below.won))
            for issue in case.issues
        )
        self.favoring = tuple(tuple(position.favours for position in issue.positions) for issue in case.issues)
        self.number = {issue.id: number for number, issue in enumerate(case.issues)}
        self.place = {
            (issue.id, position.id): at for issue in case.issues for at, position in enumerate(issue.positions)
        }
        bit = _bits(case)
        self.audible = sum(bit[id] for id, much in self.base.items() if much)
        """The arguments that weigh anything with this judge, as bits."""
        self.against: dict[str, list[tuple[str, Attacking]]] = {id: [] for id in self.base}
        for attacker, attacked, kind in _attacks(case):
            self.against[attacker].append((attacked, kind))
        self._ids = tuple(case.arguments)
        self._kept: list[dict[tuple[int, int, int], Part]] = [{} for _ in case.issues]

    def named(self, bits: int) -> list[str]:
        """The arguments that these bits stand for."""
        return [id for number, id in enumerate(self._ids) if bits >> number & 1]

    def part(self, number: int, court: Court) -> Part:
        """The issue of this number, weighed."""
        reach = self.reaches[number]
        mask = reach.mask
        key = court.half & mask, court.full & mask, court.spoken & mask
        kept = self._kept[number]
        part = kept.get(key)
        if part is None:
            if len(kept) >= _KEPT:
                kept.clear()
            part = kept[key] = weigh(self, reach, *key)
        return part

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
