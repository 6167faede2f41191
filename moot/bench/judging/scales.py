"""What the arguments before the court count with one judge, issue by issue.

What was settled once is kept, at two levels. Arguments connected by attacks are settled together (:mod:`moot.bench.judging.attack_graph`):
a move that adds one argument leaves the other components as they are. An issue is weighed from the part of what was heard that lies
within its reach (:mod:`moot.bench.judging.reach`): many sittings come to the same part. :func:`weigh` is the whole computation; what explains a
vote reads its result (:mod:`moot.bench.judging.findings`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from moot.bench import weighing
from moot.bench.judging.acceptance import grounded
from moot.bench.judging.attack_graph import Component, attacks_of
from moot.bench.judging.reach import MODALITIES, LivePart
from moot.bench.persona import Judge
from moot.bench.weighing import Weighing
from moot.case import Argument, Attacking, Case, Side
from moot.case.per_case import recent_per_case

__all__ = [
    "CONVICTION",
    "PLACES",
    "Scales",
    "Settled",
    "WeighedIssue",
    "base_weight",
    "credit_code",
    "scales_of",
    "weigh",
]

CONVICTION = 5
"""A principle held this strongly is a conviction: a judge may find by it what nobody argued."""

_KEPT = 1 << 9
"""How many weighed parts of one issue, and how many settled components, one judge's scales keep; past that they start afresh."""


PLACES = 1 << 20
"""More positions than any issue has."""

_MOST = 1 << 20
"""More credit than any judge gives."""

_SPAN = 2 * _MOST

Settled = tuple[dict[int, int], int]
"""What each argument that weighs anything counts once attacked, by number, and as bits those that are accepted.

Accepted is what is not struck and what nothing that attacks it outweighs: counts for more than it does.
"""


@dataclass(slots=True)
class WeighedIssue:
    """One issue weighed for one judge, credit left out.

    ``counted`` and ``accepted`` are of every argument before the court within reach of the issue (:data:`Settled`). For every
    position, in the order of the file: ``best`` has by number the arguments that count for it, one a modality, ``totals`` the sum of
    those with the prior, ``open`` whether it may be found. ``found`` keeps, by credit (:func:`credit_code`), the margin of what is found
    and the place of it (:data:`PLACES` times the one, plus the other).

    Thousands are kept, so they hold plain numbers: the garbage collector passes over these.
    """

    counted: Mapping[int, int]
    accepted: int
    best: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]
    open: tuple[bool, ...]
    found: dict[int, int] = field(default_factory=dict)


def weigh(scales: Scales, number: int, live: LivePart) -> WeighedIssue:
    """Weigh one issue, by its number: what each argument counts, and what every position has."""
    backed, base, known = scales.weighing.backed, scales.base_of, scales.known
    counted = {number: base[number] * times for number, times in live.times if base[number]}
    # What weighs nothing is not in `counted`, and nobody asks whether it is accepted.
    accepted = live.alone
    for component in live.components:
        counts, ok = known.get(component) or scales.settled(component)
        counted.update(counts)
        accepted |= ok
    priors, bound = scales.priors[number], scales.bound[number]
    carried, argued = [not backed] * len(bound), [not each for each in bound]
    # By position and modality: the argument that counts most, and how much it counts. By position: the modalities that have one.
    best, most = [0] * (MODALITIES * len(bound)), [0] * (MODALITIES * len(bound))
    urged: list[list[int]] = [[] for _ in bound]
    drawn_out = []
    opened, counts_of = live.opened and scales.on_briefs, counted.get
    for urging in live.urging:
        number, slots, light, won, spoken, times = urging
        much = counts_of(number)
        if not much:
            continue
        if light and backed:
            drawn_out.append((much, urging))
            continue
        ok = accepted >> number & 1
        # A brief will do where the other side took the issue up at the lectern and left the argument in it whole; not on an application.
        said = not won and (spoken or (opened and much == base[number] * times))
        for place, slot in slots:
            if ok:
                carried[place] = True
            if said:
                argued[place] = True
            if much > most[slot]:
                if not most[slot]:
                    urged[place].append(slot)
                best[slot], most[slot] = number, much
    # What a friendly question drew out counts beside other arguments, and not alone.
    for much, urging in drawn_out:
        for place, slot in urging.slots:
            if carried[place] and much > most[slot]:
                if not most[slot]:
                    urged[place].append(slot)
                best[slot], most[slot] = urging.number, much
    return WeighedIssue(
        counted,
        accepted,
        tuple([tuple([best[slot] for slot in each]) for each in urged]),
        tuple([prior + sum([most[slot] for slot in each]) for prior, each in zip(priors, urged, strict=True)]),
        tuple(argued) if True in argued else (True,) * len(argued),
    )


def settle(scales: Scales, component: Component) -> Settled:
    """What became of the arguments of one component that weigh anything."""
    base, numbers = scales.base_of, component.numbers
    weights = [base[number] * times for number, times in zip(numbers, component.times, strict=True)]
    if scales.weighing.graded:
        left = component.arranged.counts(weights)
        most = component.arranged.strongest(left)
        ok = [number for number, much, against in zip(numbers, left, most, strict=True) if much and much >= against]
    else:
        left = _struck_out(weights, component)
        ok = [number for number, much in zip(numbers, left, strict=True) if much]
    counted = {number: much for number, weight, much in zip(numbers, weights, left, strict=True) if weight}
    return counted, sum([1 << number for number in ok])


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
        # An application has to be made out at the hearing: neither a brief nor a judge's conviction does it for counsel.
        self.on_briefs = not case.below.application
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
                and not (self.on_briefs and any(held.get(name, 0) >= CONVICTION for name, _ in position.embodies))
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
        self.positions = tuple(tuple(position.id for position in issue.positions) for issue in case.issues)
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
        self.known: dict[Component, Settled] = {}

    def part(self, number: int, live: LivePart) -> WeighedIssue:
        """One issue, by its number, weighed."""
        kept = self._parts[number]
        found = kept.get(live)
        if found is None:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[live] = weigh(self, number, live)
        return found

    def settled(self, component: Component) -> Settled:
        """One component, settled."""
        found = self.known.get(component)
        if found is None:
            if len(self.known) >= _KEPT:
                self.known.clear()
            found = self.known[component] = settle(self, component)
        return found

    def found(self, number: int, live: LivePart, credit: int) -> int:
        """What is found on one issue, by its number: :data:`PLACES` times the margin, plus the place of the position."""
        part = self._parts[number].get(live)
        if part is None:
            part = self.part(number, live)
        found = part.found.get(credit)
        if found is None:
            found = part.found[credit] = self._found(number, part, credit)
        return found

    def supports(self, number: int, part: WeighedIssue, credit: int) -> tuple[int, ...]:
        """The support of every position with credit."""
        of_side = (0, credit // _SPAN - _MOST, credit % _SPAN - _MOST)
        return tuple([total + of_side[side] for total, side in zip(part.totals, self.favoring[number], strict=True)])

    def _found(self, number: int, part: WeighedIssue, credit: int) -> int:
        """Most support among those that may be found; a tie to the winner below, then to the one listed first."""
        of_side = (0, credit // _SPAN - _MOST, credit % _SPAN - _MOST)
        totals, may, favoring = part.totals, part.open, self.favoring[number]
        best, most, rival = -1, 0, None
        for at in self.ranked[number]:
            if may[at]:
                total = totals[at] + of_side[favoring[at]]
                if best < 0 or total > most:
                    if best >= 0:
                        rival = most
                    best, most = at, total
                elif rival is None or total > rival:
                    rival = total
        if rival is None:
            others = self.supports(number, part, credit)
            rival = max((total for at, total in enumerate(others) if at != best), default=0)
            return PLACES * (max(0, most - rival) if len(others) > 1 else most) + best
        return PLACES * (most - rival) + best


def credit_code(credit: tuple[int, int]) -> int:
    """The petitioner's and the respondent's credit as one number."""
    return (credit[0] + _MOST) * _SPAN + credit[1] + _MOST


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
