"""How one judge reasons: value-based argumentation over what has been said and briefed.

Sources: Dung 1995 (grounded extension), Bench-Capon 2003 (the judge is an audience with values), Prakken 2010 (the
three attacks of ASPIC+), Amgoud and others 2017 (graded acceptance). All numbers are integers, and every one that decides a vote can
be shown: the explanation reads the same parts (:mod:`moot.bench.judging.weighed`) that the finding was read from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from moot.bench.judging.acceptance import grounded
from moot.bench.judging.findings import Finding, Findings
from moot.bench.judging.reach import Court, before_the_court, court_of
from moot.bench.judging.scales import Scales, base_weight, scales_of
from moot.bench.judging.weighed import WeighedIssue
from moot.bench.judging.whole_bench import whole_bench
from moot.bench.persona import Judge
from moot.case import Attacking, Case, Disposition, Heard, Modality, PositionRef, Side, Step

__all__ = [
    "ArgumentCount",
    "Defeat",
    "Reasoning",
    "Scales",
    "Support",
    "base_weight",
    "before_the_court",
    "grounded",
    "reason",
    "reasonings_of",
    "scales_of",
]


class ArgumentCount(NamedTuple):
    """What became of one argument: what it weighs, what it counts once attacked, and whether it is accepted.

    Accepted is what is not struck and what nothing that attacks it outweighs: counts for more than it does.
    """

    id: str
    weight: int
    counts: int
    accepted: bool


@dataclass(frozen=True, slots=True)
class Defeat:
    """One argument told against another that is not accepted: an undercut struck it, or a rebut or undermine outweighs it.

    The weights are what the two count once all attacks are in.
    """

    attacker: str
    attacked: str
    kind: Attacking
    attacker_weight: int
    attacked_weight: int


@dataclass(frozen=True, slots=True)
class Support:
    """What a position has with this judge: the prior, what counts most in each modality, and credit.

    ``open`` is whether it may be found: a position for the side that lost below must have been argued.
    """

    position: PositionRef
    prior: int
    best: tuple[tuple[Modality, str, int], ...]
    credit: int
    open: bool = True

    @property
    def total(self) -> int:
        """The whole support."""
        return self.prior + sum(weight for _, _, weight in self.best) + self.credit


# Not frozen, though nothing changes one: nine are made for every ruling, and freezing doubles what that takes.
@dataclass
class Reasoning:
    """All of one judge's reasoning: every issue weighed, credit, findings, walk and vote.

    The issues of the walk have been weighed; the others are when they are looked at.
    """

    judge: Judge
    case: Case
    heard: Heard
    credit: Mapping[Side, int]
    findings: Findings
    walk: tuple[Step, ...]
    vote: Disposition
    scales: Scales = field(repr=False, compare=False)

    @cached_property
    def parts(self) -> Sequence[WeighedIssue]:
        """Every issue weighed, in the order of the case."""
        return [self.findings.part(number) for number in range(len(self.findings))]

    @property
    def found(self) -> Sequence[Finding]:
        """What is found on every issue, in the order of the case."""
        return [self.findings.of(issue) for issue in self.findings]

    @cached_property
    def weighed(self) -> dict[str, ArgumentCount]:
        """What became of every argument before the court that weighs anything with this judge and bears on an issue."""
        counted: dict[int, int] = {}
        weights, accepted = self.weights, 0
        for part in self.parts:
            counted.update(part.counted)
            accepted |= part.accepted
        return {
            id: ArgumentCount(id, weights[id], counted[number], bool(accepted >> number & 1))
            for number, id in enumerate(self.case.arguments)
            if number in counted
        }

    @cached_property
    def weights(self) -> dict[str, int]:
        """What each argument before the court weighs, where that is anything: base weight times 1 or 2."""
        base = self.scales.base
        return {id: base[id] * times for id, times in before_the_court(self.case, self.heard).items() if base[id]}

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The arguments accepted: not struck, and outweighed by nothing that attacks them."""
        weighed = self.weighed
        return frozenset(id for id in self.weights if id not in weighed or weighed[id].accepted)

    @property
    def refused(self) -> tuple[str, ...]:
        """What this judge weighed and did not accept."""
        return tuple(id for id in self.weights if id not in self.accepted)

    @cached_property
    def struck(self) -> tuple[tuple[str, str, Attacking], ...]:
        """What told against each argument that was refused: attacker, attacked and kind."""
        weighed, against = self.weighed, self.scales.against
        return tuple(
            (attacker, attacked, kind)
            for attacker, each in weighed.items()
            for attacked, kind in against[attacker]
            if attacked in weighed
            and not weighed[attacked].accepted
            and (kind is Attacking.UNDERCUT or each.counts > weighed[attacked].counts > 0)
        )

    @cached_property
    def defeats(self) -> tuple[Defeat, ...]:
        """The same, with what the two count."""
        return tuple(
            Defeat(attacker, attacked, kind, self.weighed[attacker].counts, self.weighed[attacked].counts)
            for attacker, attacked, kind in self.struck
        )

    @cached_property
    def support(self) -> dict[PositionRef, Support]:
        """Support for every position of every issue."""
        found: dict[PositionRef, Support] = {}
        for number, (issue, part) in enumerate(zip(self.case.issues, self.parts, strict=True)):
            priors = self.scales.priors[number]
            for at, position in enumerate(issue.positions):
                ref = PositionRef(issue.id, position.id)
                credit = self.credit[position.favors] if position.favors else 0
                found[ref] = Support(ref, priors[at], self._best(part, at), credit, part.open[at])
        return found

    def _best(self, part: WeighedIssue, at: int) -> tuple[tuple[Modality, str, int], ...]:
        """What counts for the position at this place of an issue: modality, argument and how much."""
        ids, arguments = self.scales.ids, self.case.arguments
        return tuple((arguments[ids[each]].modality, ids[each], part.counted[each]) for each in part.best[at])

    @cached_property
    def totals(self) -> dict[PositionRef, int]:
        """The whole support of every position."""
        return {
            PositionRef(issue.id, position.id): total
            for issue, found in zip(self.case.issues, self.found, strict=True)
            for position, total in zip(issue.positions, found.totals, strict=True)
        }

    def margin(self, issue: str) -> int:
        """Support of the finding less that of the runner-up among what may be found; how far this judge is from changing it.

        Where nothing else may be found, the runner-up is the best of the rest, and the margin is at least 0.
        """
        return self.findings.margin(issue)

    @property
    def strength(self) -> int:
        """How strongly the judge supports the walk: the sum of the margins on it."""
        return sum([self.margin(step.issue) for step in self.walk])

    @property
    def closest(self) -> int:
        """How near the judge is to leaving the walk: the least margin on a step that is a ground."""
        return min(
            (self.margin(step.issue) for step in self.walk if not self.case.issue[step.issue].preliminary), default=0
        )

    @cached_property
    def alternatives(self) -> tuple[PositionRef, ...]:
        """Findings off the walk that by themselves lead to the same disposition at some node of the tree."""
        on_walk = {step.issue for step in self.walk}
        found: dict[PositionRef, None] = {}
        for node in self.case.tree.nodes:
            if node.issue is None or node.issue in on_walk:
                continue
            child = self.case.tree.child(node.id, self.findings[node.issue])
            if child.disposition is self.vote:
                found[PositionRef(node.issue, self.findings[node.issue])] = None
        return tuple(found)


def reason(judge: Judge, case: Case, heard: Heard, court: Court | None = None) -> Reasoning:
    """All of this judge's reasoning about what has been heard.

    ``court`` is :func:`~moot.bench.judging.reach.court_of` the same words, for a caller who has it at hand.
    """
    return reasonings_of(case, (judge,), heard, court)[0]


def reasonings_of(
    case: Case, judges: tuple[Judge, ...], heard: Heard, court: Court | None = None
) -> tuple[Reasoning, ...]:
    """The same for several judges."""
    if court is None:
        court = court_of(case, heard)
    bench = whole_bench(case, judges)
    found = []
    together = bench.findings(heard, court)
    credits = together.credits
    for at, judge in enumerate(judges):
        findings = Findings(together, at)
        walk, vote = case.tree.walk(findings)
        by_side = {Side.PETITIONER: credits.petitioner[at], Side.RESPONDENT: credits.respondent[at]}
        found.append(Reasoning(judge, case, heard, by_side, findings, walk, vote, bench.scales[at]))
    return tuple(found)
