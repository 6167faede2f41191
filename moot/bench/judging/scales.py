"""What the arguments before the court count with one judge, issue by issue.

What was settled once is kept, at two levels. Arguments connected by attacks are settled together (:mod:`moot.bench.judging.attack_graph`):
a move that adds one argument leaves the other components as they are. An issue is weighed from the part of what was heard that lies
within its reach (:mod:`moot.bench.judging.reach`): many sittings come to the same part. :func:`weigh` is the whole computation; what explains a
vote reads its result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from moot.bench import weighing
from moot.bench.judging.acceptance import counts, grounded
from moot.bench.judging.attack_graph import Component, attacks_of
from moot.bench.judging.reach import LivePart
from moot.bench.persona import Judge
from moot.bench.weighing import Weighing
from moot.case import Argument, Attacking, Case, Modality, Side
from moot.case.per_case import recent_per_case

__all__ = [
    "CONVICTION",
    "ArgumentCount",
    "Scales",
    "WeighedIssue",
    "base_weight",
    "scales_of",
    "weigh",
]

CONVICTION = 5
"""A principle held this strongly is a conviction: a judge may find by it what nobody argued."""

_KEPT = 1 << 12
"""How many weighed parts of one issue, and how many settled components, one judge's scales keep; past that they start afresh."""


class ArgumentCount(NamedTuple):
    """What became of one argument: what it weighs, what it counts once attacked, and whether it is accepted.

    Accepted is what is not struck and what nothing that attacks it outweighs: counts for more than it does.
    """

    id: str
    weight: int
    counts: int
    accepted: bool


@dataclass(slots=True)
class Finding:
    """What is found on an issue: the position, its place, and the support of every position with credit."""

    position: str
    at: int
    favors: Side | None
    totals: Sequence[int]
    open: Sequence[bool]
    _margin: int = -1

    @property
    def margin(self) -> int:
        """The support of the finding less that of the runner-up among what may be found.

        Where nothing else may be found, the runner-up is the best of the rest, and the margin is at least 0.
        """
        if self._margin < 0:
            mine = self.totals[self.at]
            others = [at for at in range(len(self.totals)) if at != self.at]
            rivals = [at for at in others if self.open[at]] or others
            self._margin = max(0, mine - max([self.totals[at] for at in rivals])) if rivals else mine
        return self._margin


@dataclass(slots=True)
class WeighedIssue:
    """One issue weighed for one judge, credit left out.

    ``counted`` has every argument before the court within reach of the issue that weighs anything, by its number. For every
    position, in the order of the file: ``best`` has the arguments that count for it, one a modality, ``totals`` the sum of those
    with the prior, ``open`` whether it may be found. ``found`` keeps what is found with this much credit for either side.
    """

    counted: Mapping[int, ArgumentCount]
    best: Sequence[Mapping[Modality, ArgumentCount]]
    totals: Sequence[int]
    open: Sequence[bool]
    found: dict[tuple[int, int], Finding] = field(default_factory=dict)

    @property
    def arguments(self) -> list[ArgumentCount]:
        """Those before the court, within reach of the issue, that weigh anything; in the order of the case."""
        return [self.counted[number] for number in sorted(self.counted)]

    def best_of(self, at: int) -> tuple[tuple[Modality, str, int], ...]:
        """What counts for the position at this place: modality, argument and how much."""
        return tuple((modality, each.id, each.counts) for modality, each in self.best[at].items())


def weigh(scales: Scales, number: int, live: LivePart) -> WeighedIssue:
    """Weigh one issue, by its number: what each argument counts, and what every position has."""
    backed = scales.weighing.backed
    counted: dict[int, ArgumentCount] = {}
    known = scales.known
    for component in live.components:
        counted.update(known.get(component) or scales.settled(component))
    priors, bound = scales.priors[number], scales.bound[number]
    carried, argued = [not backed] * len(bound), [not each for each in bound]
    top: list[dict[Modality, ArgumentCount]] = [{} for _ in bound]
    drawn_out = []
    for urging, spoken in live.urging:
        argument, modality, positions, light, won = urging
        each = counted.get(argument)
        if each is None or not each.counts:
            continue
        if light and backed:
            drawn_out.append(urging)
            continue
        # A brief will do where the other side took the issue up at the lectern and left the argument in it whole.
        said = not won and (spoken or (live.opened and each.counts == each.weight))
        for place in positions:
            if each.accepted:
                carried[place] = True
            if said:
                argued[place] = True
            best = top[place].get(modality)
            if best is None or each.counts > best.counts:
                top[place][modality] = each
    # What a friendly question drew out counts beside other arguments, and not alone.
    for argument, modality, positions, _, _ in drawn_out:
        each = counted[argument]
        for place in positions:
            if carried[place]:
                best = top[place].get(modality)
                if best is None or each.counts > best.counts:
                    top[place][modality] = each
    totals = [prior + sum([each.counts for each in best.values()]) for prior, best in zip(priors, top, strict=True)]
    return WeighedIssue(counted, top, totals, argued if True in argued else [True] * len(argued))


def settle(scales: Scales, component: Component) -> dict[int, ArgumentCount]:
    """What became of the arguments of one component that weigh anything."""
    base = scales.base_of
    weights = [base[number] * times for number, times in zip(component.numbers, component.times, strict=True)]
    if len(weights) == 1 and not component.attacks[0] and not component.undercuts:
        (number,), (weight,) = component.numbers, weights
        return {number: ArgumentCount(scales.ids[number], weight, weight, True)} if weight else {}
    if scales.weighing.graded:
        left = counts(weights, component.attacks, component.undercuts)
        most = [0] * len(left)
        for place, much in enumerate(left):
            if much:
                for target in component.attacks[place]:
                    most[target] = max(most[target], much)
        accepted = [much > 0 and much >= most[place] for place, much in enumerate(left)]
    else:
        left = _struck_out(weights, component)
        accepted = [much > 0 for much in left]
    return {
        number: ArgumentCount(scales.ids[number], weight, much, ok)
        for number, weight, much, ok in zip(component.numbers, weights, left, accepted, strict=True)
        if weight
    }


def _struck_out(weights: Sequence[int], component: Component) -> list[int]:
    """Rebuts and undermines as defeats: they strike what weighs no more than they do, and nothing else."""
    defeats = [
        *(
            (one, other)
            for one, others in enumerate(component.attacks)
            for other in others
            if weights[one] and 0 < weights[other] <= weights[one]
        ),
        *((one, other) for one, other in component.undercuts if weights[one] and weights[other]),
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
        self.loser = case.below.presumed.other
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
            tuple(
                sorted(
                    range(len(issue.positions)), key=lambda at: issue.positions[at].favors is not case.below.presumed
                )
            )
            for issue in case.issues
        )
        # Whose credit a position has: 1 the petitioner's, 2 the respondent's, 0 nobody's.
        self.favoring = tuple(
            tuple((None, Side.PETITIONER, Side.RESPONDENT).index(position.favors) for position in issue.positions)
            for issue in case.issues
        )
        self.issues = tuple(issue.id for issue in case.issues)
        self.number = {issue.id: number for number, issue in enumerate(case.issues)}
        self.place = {
            (issue.id, position.id): at for issue in case.issues for at, position in enumerate(issue.positions)
        }
        self.ids = tuple(case.arguments)
        self.base_of = tuple(self.base.values())
        self.against: dict[str, list[tuple[str, Attacking]]] = {id: [] for id in self.base}
        for attacker, attacked, kind in attacks_of(case):
            self.against[attacker].append((attacked, kind))
        self._parts: list[dict[LivePart, WeighedIssue]] = [{} for _ in case.issues]
        # Components settled so far.
        self.known: dict[Component, dict[int, ArgumentCount]] = {}

    def part(self, number: int, live: LivePart) -> WeighedIssue:
        """One issue, by its number, weighed."""
        kept = self._parts[number]
        found = kept.get(live)
        if found is None:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[live] = weigh(self, number, live)
        return found

    def settled(self, component: Component) -> dict[int, ArgumentCount]:
        """One component, settled."""
        found = self.known.get(component)
        if found is None:
            if len(self.known) >= _KEPT:
                self.known.clear()
            found = self.known[component] = settle(self, component)
        return found

    def find(self, within: Sequence[LivePart], credit: tuple[int, int]) -> tuple[list[WeighedIssue], list[Finding]]:
        """Every issue weighed, and what is found on it with this much credit for the petitioner and the respondent."""
        parts, found = [], []
        for number, (live, kept) in enumerate(zip(within, self._parts, strict=True)):
            part = kept.get(live)
            if part is None:
                part = self.part(number, live)
            finding = part.found.get(credit)
            if finding is None:
                finding = part.found[credit] = self._finding(number, part, credit)
            parts.append(part)
            found.append(finding)
        return parts, found

    def _finding(self, number: int, part: WeighedIssue, credit: tuple[int, int]) -> Finding:
        """Most support among those that may be found; a tie to the winner below, then to the one listed first."""
        of_side, may = (0, *credit), part.open
        totals = [total + of_side[side] for total, side in zip(part.totals, self.favoring[number], strict=True)]
        best = -1
        for at in self.ranked[number]:
            if may[at] and (best < 0 or totals[at] > totals[best]):
                best = at
        position = self.case.issues[number].positions[best]
        return Finding(position.id, best, position.favors, totals, may)


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
    return _scales(case, judge, weighing.SHIPPED)


@recent_per_case(256)
def _scales(case: Case, judge: Judge, rules: Weighing) -> Scales:
    return Scales(judge, case, rules)
