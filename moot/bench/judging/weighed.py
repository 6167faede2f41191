"""What the arguments before the court count, issue by issue, for several judges at once.

Judges differ in what an argument weighs with them, and in nothing else: which arguments are before the court, which attack which, and
which position each urges is the same for all. So the structure is gone through once, and wherever a number stands for one judge there is a
*row*, a number for each judge in turn. What is true for some judges only is a *mask*, with the bit ``1 << n`` for judge number n.

What was settled once is kept, at two levels. Arguments connected by attacks are settled together (:mod:`moot.bench.judging.attack_graph`):
a move that adds one argument leaves the other components as they are. An issue is weighed from the part of what was heard that lies
within its reach (:mod:`moot.bench.judging.reach`): many sittings come to the same part. :meth:`Weigher.weigh` is the whole computation; what
explains a vote reads its result (:mod:`moot.bench.judging.findings`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import add, eq, sub
from typing import NamedTuple

from moot.bench.judging.acceptance import grounded
from moot.bench.judging.attack_graph import HEARD_FULL, HEARD_HALF, Component
from moot.bench.judging.reach import MODALITIES, LivePart
from moot.bench.judging.scales import Scales
from moot.case.per_case import BoundedCache

__all__ = ["CLOSED", "BenchIssue", "JudgeRow", "Settled", "WeighedIssue", "Weigher"]

_KEPT = 1 << 11
"""How many weighed parts of one issue are kept."""

_SETTLED = 1 << 13
"""How many settled components are kept: a few rows each."""

_MASKS = 1 << 8
"""How many masks are kept with the row that closes a position to the other judges."""

CLOSED = 1 << 20
"""Taken from the support of what a judge may not find: more than any support."""

JudgeRow = tuple[int, ...]
"""A number for each judge in turn."""


class Settled:
    """What became of the arguments of one component: ``counts`` has for each, by number, a row of what it counts once attacked."""

    __slots__ = ("_accepted", "_component", "_graded", "counts")

    def __init__(self, component: Component, counts: Mapping[int, JudgeRow], *, graded: bool) -> None:
        self._component, self.counts, self._graded = component, counts, graded
        self._accepted: dict[int, int] = {}

    def accepted(self, number: int) -> int:
        """The mask of judges who accept this argument: it is not struck, and nothing that rebuts or undermines it counts for more."""
        found = self._accepted.get(number)
        if found is None:
            component, counts = self._component, self.counts
            against = component.arranged.attackers[component.numbers.index(number)] if self._graded else ()
            row, rows = counts[number], [counts[component.numbers[one]] for one in against]
            most = [*map(max, *rows)] if len(rows) > 1 else rows[0] if rows else row
            found = self._accepted[number] = sum(
                [1 << at for at, (much, other) in enumerate(zip(row, most, strict=True)) if much and much >= other]
            )
        return found


class WeighedIssue(NamedTuple):
    """One issue weighed for one judge, credit left out.

    ``counted`` has by number what every argument before the court within reach of the issue counts, where it weighs anything, and
    ``accepted`` as bits those that are accepted: not struck, and outweighed by nothing that attacks them. For every
    position, in the order of the file: ``best`` has by number the arguments that count for it, one a modality, ``totals`` the sum of
    those with the prior, ``open`` whether it may be found.
    """

    counted: Mapping[int, int]
    accepted: int
    best: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]
    open: tuple[bool, ...]


Urged = tuple[int, int, JudgeRow]
"""An argument that counts for a position in some modality: its place among all that urge the issue, its number, and what it counts.

Of the arguments for one position in one modality the first of the greatest counts.
"""


class BenchIssue:
    """One issue weighed for every judge, credit left out.

    For every position, in the order of the file: ``totals`` is a row of the prior with what counts most in each modality, ``open`` the
    mask of judges who may find it. ``supports`` are the totals in the order that settles ties, less
    :data:`CLOSED` with a judge who may not find the position, and ``ahead``, of two positions, how far the first of these is ahead.

    Thousands are kept, so they hold rows and no lists: the garbage collector passes over these.
    """

    __slots__ = ("_number", "_weigher", "ahead", "live", "open", "supports", "totals")

    def __init__(
        self,
        weigher: Weigher,
        number: int,
        live: LivePart,
        totals: tuple[JudgeRow, ...],
        may: tuple[int, ...],
        supports: tuple[JudgeRow, ...],
    ) -> None:
        self._weigher, self._number, self.live = weigher, number, live
        self.totals, self.open, self.supports = totals, may, supports
        self.ahead: JudgeRow = tuple(map(sub, *supports)) if len(supports) == 2 else ()

    def of(self, at: int) -> WeighedIssue:
        """The same for the judge at this place."""
        weigher, counted, accepted = self._weigher, {}, self.live.alone
        base = weigher.scales[at].base_of
        for number, times in self.live.times:
            if base[number]:
                counted[number] = base[number] * times
        for component in self.live.components:
            settled = weigher.settled(component)
            for number, row in settled.counts.items():
                if base[number]:
                    counted[number] = row[at]
                    accepted |= (settled.accepted(number) >> at & 1) << number
        most: list[list[tuple[int, int]]] = [[] for _ in self.totals]
        urged, _ = weigher.urged(self._number, self.live)
        for slot, those in urged.items():
            counts = [row[at] for _, _, row in those]
            much = max(counts)
            if much:
                first = next(order for (order, _, _), count in zip(those, counts, strict=True) if count)
                most[slot // MODALITIES].append((first, those[counts.index(much)][1]))
        return WeighedIssue(
            counted,
            accepted,
            tuple([tuple([number for _, number in sorted(each)]) for each in most]),
            tuple([row[at] for row in self.totals]),
            tuple([bool(mask >> at & 1) for mask in self.open]),
        )


class Weigher:
    """Weighs the issues of one case for some judges, whose scales these are, and keeps what it has weighed."""

    def __init__(self, scales: Sequence[Scales]) -> None:
        self.scales = tuple(scales)
        first = scales[0]
        self.rules, self.case, self.on_briefs = first.weighing, first.case, first.on_briefs
        self._everyone = (1 << len(scales)) - 1
        half = tuple(zip(*[each.base_of for each in scales], strict=True))
        full = tuple([tuple([much * HEARD_FULL for much in row]) for row in half])
        #: By how an argument was heard and by its number: the row of what it weighs.
        self.weights = {HEARD_HALF: half, HEARD_FULL: full}
        #: By number: the mask of judges with whom it weighs anything.
        self.weighs = tuple([self._mask(row) for row in half])
        self._priors = tuple(
            [tuple(zip(*[each.priors[number] for each in scales], strict=True)) for number in range(len(first.issues))]
        )
        # The positions that a judge may find with no argument for them.
        self._unbound = tuple(
            [
                tuple([self._mask([not each.bound[number][at] for each in scales]) for at in range(len(positions))])
                for number, positions in enumerate(first.positions)
            ]
        )
        self._ranked = first.ranked
        self._parts = [BoundedCache[LivePart, BenchIssue](_KEPT) for _ in first.issues]
        self._known = BoundedCache[Component, Settled](_SETTLED)
        self._closing = BoundedCache[int, JudgeRow](_MASKS)

    def _mask(self, row: Sequence[int]) -> int:
        """The judges for whom the number of a row is not zero."""
        return sum([1 << at for at, much in enumerate(row) if much])

    def part(self, number: int, live: LivePart) -> BenchIssue:
        """One issue, by its number, weighed."""
        kept = self._parts[number]
        found = kept.get(live)
        if found is None:
            found = kept[live] = self.weigh(number, live)
        return found

    def settled(self, component: Component) -> Settled:
        """One component, settled."""
        found = self._known.get(component)
        if found is None:
            found = self._known[component] = self._settle(component)
        return found

    def urged(self, number: int, live: LivePart) -> tuple[dict[int, list[Urged]], list[int]]:
        """What urges the positions of an issue, by position and modality, and the mask of judges who may find each for what was said."""
        backed, everyone, weights = self.rules.backed, self._everyone, self.weights
        attacked: dict[int, Settled] = {}
        for component in live.components:
            settled = self.settled(component)
            attacked |= dict.fromkeys(component.numbers, settled)
        unbound = self._unbound[number]
        argued = list(unbound)
        urged: dict[int, list[Urged]] = {}
        firm: list[tuple[int, tuple[tuple[int, int], ...], int, Settled | None]] = []
        drawn_out = []
        opened = live.opened and self.on_briefs
        for order, (one, slots, light, won, spoken, times) in enumerate(live.urging):
            within = attacked.get(one)
            if within is None:
                counting, row = self.weighs[one], weights[times][one]
            else:
                row = within.counts[one]
                counting = self._mask(row) if 0 in row else everyone
            if not counting:
                continue
            if light and backed:
                drawn_out.append((len(live.urging) + order, one, slots, row, counting))
                continue
            # A brief will do where the other side took the issue up at the lectern and left the argument in it whole; not on an application.
            said = 0
            if not won:
                if spoken:
                    said = counting
                elif opened:
                    said = counting if within is None else self._mask([*map(eq, row, weights[times][one])]) & counting
            firm.append((one, slots, counting, within))
            for place, slot in slots:
                argued[place] |= said
                urged.setdefault(slot, []).append((order, one, row))
        # What a friendly question drew out counts beside other arguments that are accepted, and not alone.
        carried = [0] * len(unbound)
        if drawn_out:
            for one, slots, counting, within in firm:
                for place, _ in slots:
                    carried[place] |= counting if within is None else within.accepted(one)
        for order, one, slots, row, counting in drawn_out:
            for place, slot in slots:
                beside = carried[place] & counting
                if beside == counting:
                    urged.setdefault(slot, []).append((order, one, row))
                elif beside:
                    carries = tuple([beside >> at & 1 and much for at, much in enumerate(row)])
                    urged.setdefault(slot, []).append((order, one, carries))
        return urged, argued

    def weigh(self, number: int, live: LivePart) -> BenchIssue:
        """Weigh one issue, by its number: what each argument counts, and what every position has."""
        everyone = self._everyone
        urged, argued = self.urged(number, live)
        totals = [*self._priors[number]]
        for slot, those in urged.items():
            most = those[0][2] if len(those) == 1 else map(max, *[row for _, _, row in those])
            totals[slot // MODALITIES] = tuple(map(add, totals[slot // MODALITIES], most))
        # A judge for whom every position is closed may find any of them.
        nothing = everyone
        for mask in argued:
            nothing &= ~mask
        may = tuple([mask | nothing for mask in argued])
        supports = []
        for at in self._ranked[number]:
            mask, total = may[at], totals[at]
            supports.append(total if mask == everyone else tuple(map(sub, total, self._closed(mask))))
        return BenchIssue(self, number, live, tuple(totals), may, tuple(supports))

    def _closed(self, mask: int) -> JudgeRow:
        """What is taken from the support of a position that only the judges of this mask may find."""
        found = self._closing.get(mask)
        if found is None:
            row = tuple([0 if mask >> at & 1 else CLOSED for at in range(len(self.scales))])
            found = self._closing[mask] = row
        return found

    def _settle(self, component: Component) -> Settled:
        """What became of the arguments of one component."""
        numbers = component.numbers
        weights = [self.weights[times][number] for number, times in zip(numbers, component.times, strict=True)]
        if self.rules.graded:
            counts = component.arranged.rows(weights)
        else:
            counts = [*zip(*[_struck_out(each, component) for each in zip(*weights, strict=True)], strict=True)]
        return Settled(component, dict(zip(numbers, counts, strict=True)), graded=self.rules.graded)


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
