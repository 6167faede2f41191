"""Several judges at once: credit, what they find on every issue, and how they vote.

The bench reads it as it draws its questions, counsel who try every move read it, and so does
:func:`~moot.bench.judging.reasoning.reason`, which gives everything that led to one judge's vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from moot.bench import weighing
from moot.bench.judging.bench_credit import BenchCredit, Credits
from moot.bench.judging.reach import Court
from moot.bench.judging.scales import Scales, scales_of
from moot.bench.judging.weighed import CLOSED, BenchIssue, JudgeRow, Weigher
from moot.bench.persona import Judge
from moot.bench.weighing import Weighing
from moot.case import Case, Disposition, Heard
from moot.case.per_case import BoundedCache, per_case, recent_per_case

__all__ = ["BenchFindings", "TreeNode", "WholeBench", "tree_by_number", "whole_bench"]

_KEPT = 1 << 13
"""How many findings on weighed parts are kept, and how many margins."""

TreeNode = Disposition | tuple[int, tuple["TreeNode", ...]]
"""A disposition; or the number of an issue, and what each of its positions leads to, in the order of the case."""


@per_case
def tree_by_number(case: Case) -> TreeNode:
    """The decision tree of the case with issues and positions by number."""
    number = {issue.id: at for at, issue in enumerate(case.issues)}
    made: dict[str, TreeNode] = {}

    def make(id: str) -> TreeNode:
        if id not in made:
            node = case.tree.node(id)
            if node.issue is None:
                assert node.disposition is not None
                made[id] = node.disposition
            else:
                children = dict(node.then)
                at = number[node.issue]
                made[id] = at, tuple(make(children[position.id]) for position in case.issues[at].positions)
        return made[id]

    return make(case.tree.root)


class WholeBench:
    """Several judges of one case: what they find and how they vote."""

    def __init__(self, case: Case, judges: tuple[Judge, ...]) -> None:
        self.case, self.judges = case, judges
        self.scales: list[Scales] = [scales_of(judge, case) for judge in judges]
        self.weigher = Weigher(self.scales)
        self._credit = BenchCredit(case, judges)
        self.root = tree_by_number(case)
        first = self.scales[0]
        self._ranked, self._favoring = first.ranked, first.favoring
        # Whose credit the positions have, in the order that settles ties.
        self._sides = tuple(
            [tuple([sides[at] for at in order]) for sides, order in zip(first.favoring, first.ranked, strict=True)]
        )
        # Of which issues a position is for a side.
        self._partisan = tuple([any(sides) for sides in first.favoring])
        # What is found on a weighed part of an issue, by credit.
        self._places = BoundedCache[tuple[BenchIssue, Credits], JudgeRow](_KEPT)
        self._margins = BoundedCache[tuple[BenchIssue, Credits], JudgeRow](_KEPT)
        self._repeating = sum([1 << at for at, judge in enumerate(judges) if judge.prices.repetition])

    def findings(self, heard: Heard, court: Court) -> BenchFindings:
        """What they find on what has been heard. ``court`` is what is before the court when this has been heard."""
        return BenchFindings(self, court, self.credit(heard, court))

    def credit(self, heard: Heard, court: Court) -> Credits:
        """Each judge's credit for the petitioner and for the respondent."""
        refused: list[list[str]] = []
        weigher, ids = self.weigher, self.scales[0].ids
        for number, component in court.again:
            # Whose ear it reaches and who does not accept it.
            by = self._repeating & weigher.weighs[number]
            by = by and by & ~weigher.settled(component).accepted(number)
            if by and not refused:
                refused = [[] for _ in self.judges]
            while by:
                bit = by & -by
                refused[bit.bit_length() - 1].append(ids[number])
                by ^= bit
        return self._credit.credits(heard, refused)

    def credit_on(self, number: int, credits: Credits) -> Credits:
        """As much of this credit as counts on one issue, by its number: none where no position is for a side, whatever counsel answer."""
        return credits if self._partisan[number] else self._credit.nothing

    def places(self, number: int, part: BenchIssue, credits: Credits) -> JudgeRow:
        """The place of the position that every judge finds on one issue, by its number.

        It has most support among those that may be found; a tie goes to the winner below, then to the one listed first.
        """
        key = part, credits
        found = self._places.get(key)
        if found is None:
            ranked = self._ranked[number]
            if len(ranked) == 2:
                first, second = ranked
                places = [first if ahead >= 0 else second for ahead in self._ahead(number, part, credits)]
            else:
                supports = zip(*self._supports(number, part, credits), strict=True)
                places = [ranked[each.index(max(each))] for each in supports]
            found = self._places[key] = tuple(places)
        return found

    def margins(self, number: int, part: BenchIssue, credits: Credits) -> JudgeRow:
        """With every judge, the support of what is found on an issue less that of the runner-up among what may be found.

        Where nothing else may be found, the runner-up is the best of the rest, and the margin is at least 0.
        """
        key = part, credits
        found = self._margins.get(key)
        if found is None:
            if len(self._ranked[number]) == 2:
                margins = [*map(abs, self._ahead(number, part, credits))]
            else:
                supports = [*map(sorted, zip(*self._supports(number, part, credits), strict=True))]
                margins = [each[-1] - (each[-2] if len(each) > 1 else 0) for each in supports]
            if max(margins) > CLOSED // 2:
                # The runner-up may not be found, so its support is less by CLOSED, which is no part of the margin.
                margins = [much if much <= CLOSED // 2 else max(0, much - CLOSED) for much in margins]
            found = self._margins[key] = tuple(margins)
        return found

    def totals(self, number: int, part: BenchIssue, credits: Credits) -> list[Sequence[int]]:
        """By position: a row of its whole support, with credit."""
        rows: list[Sequence[int]] = []
        for total, side in zip(part.totals, self._favoring[number], strict=True):
            rows.append([*map(add, total, credits.by_side[side])] if side else total)
        return rows

    def _ahead(self, number: int, part: BenchIssue, credits: Credits) -> Sequence[int]:
        """Of two positions, how far the one that wins a tie is ahead of the other, as :meth:`_supports` has them."""
        mine, theirs = self._sides[number]
        return [*map(add, part.ahead, credits.between(mine, theirs))] if mine or theirs else part.ahead

    def _supports(self, number: int, part: BenchIssue, credits: Credits) -> list[Sequence[int]]:
        """The same in the order that settles ties, less :data:`~moot.bench.judging.weighed.CLOSED` where a position may not be found."""
        return [
            [*map(add, support, credits.by_side[side])] if side else support
            for support, side in zip(part.supports, self._sides[number], strict=True)
        ]


class BenchFindings:
    """What some judges find on what has been heard, issue by issue; an issue is weighed when it is first asked for."""

    __slots__ = ("_parts", "_places", "bench", "court", "credits")

    def __init__(self, bench: WholeBench, court: Court, credits: Credits) -> None:
        self.bench, self.court, self.credits = bench, court, credits
        self._places: list[JudgeRow | None] = [None] * len(court.within)
        self._parts: list[BenchIssue | None] = [None] * len(court.within)

    def places(self, number: int) -> JudgeRow:
        """The place of the position that every judge finds on one issue, by its number."""
        found = self._places[number]
        if found is None:
            found = self._places[number] = self.bench.places(number, self.part(number), self.credit_on(number))
        return found

    def margins(self, number: int) -> JudgeRow:
        """How far what every judge finds on an issue is ahead of the next."""
        return self.bench.margins(number, self.part(number), self.credit_on(number))

    def credit_on(self, number: int) -> Credits:
        """The credit that counts on one issue."""
        return self.bench.credit_on(number, self.credits)

    def part(self, number: int) -> BenchIssue:
        """One issue, by its number, weighed."""
        found = self._parts[number]
        if found is None:
            found = self._parts[number] = self.bench.weigher.part(number, self.court.within[number])
        return found

    def vote(self, at: int) -> Disposition:
        """How the judge at this place votes. Only the issues on the walk are weighed."""
        node, known = self.bench.root, self._places
        while isinstance(node, tuple):
            number, children = node
            node = children[(known[number] or self.places(number))[at]]
        return node


@recent_per_case(64)
def _whole_bench(case: Case, judges: tuple[Judge, ...], _: Weighing) -> WholeBench:
    return WholeBench(case, judges)


def whole_bench(case: Case, judges: tuple[Judge, ...]) -> WholeBench:
    """These judges of this case, made once for the rules of weighing in force."""
    return _whole_bench(case, judges, weighing.SHIPPED)
