"""How one judge reasons: value-based argumentation over what has been said and briefed.

Sources: Dung 1995 (grounded extension), Bench-Capon 2003 (the judge is an audience with values), Prakken 2010 (the
three attacks of ASPIC+). All numbers are integers, and every one of them is kept so that it can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from moot.bench.credit import credits
from moot.bench.persona import Judge
from moot.bench.scales import Court, Scales, base_weight, before_the_court, court_of, grounded, scales_of
from moot.case import Attacking, Case, Disposition, Heard, Modality, PositionRef, Side, Step

__all__ = [
    "Defeat",
    "Reasoning",
    "Scales",
    "Support",
    "base_weight",
    "before_the_court",
    "grounded",
    "reason",
    "scales_of",
]


@dataclass(frozen=True, slots=True)
class Defeat:
    """One argument defeats another for this judge. Rebuts defeat only at equal or greater weight; undercuts always."""

    attacker: str
    attacked: str
    kind: Attacking
    attacker_weight: int
    attacked_weight: int


@dataclass(frozen=True, slots=True)
class Support:
    """What a position has with this judge: the prior, the heaviest accepted argument of each modality, and credit."""

    position: PositionRef
    prior: int
    best: tuple[tuple[Modality, str, int], ...]
    credit: int

    @property
    def total(self) -> int:
        """The whole support."""
        return self.prior + sum(weight for _, _, weight in self.best) + self.credit


# Not frozen, though nothing changes one: nine are made for every ruling, and freezing doubles what that takes.
@dataclass
class Reasoning:
    """All of one judge's reasoning: weights, defeats, what is accepted, support, findings, walk and vote.

    What a ruling needs is worked out at once, and kept in brief: the arguments accepted as bits, the support of every
    position by number; ``scales`` has what of this judge and case does not depend on what is heard
    (:mod:`moot.bench.scales`). What explains it is worked out when it is asked for.
    """

    judge: Judge
    case: Case
    heard: Heard
    credit: Mapping[Side, int]
    findings: Mapping[str, str]
    walk: tuple[Step, ...]
    vote: Disposition
    scales: Scales = field(repr=False, compare=False)
    _court: Court = field(repr=False, compare=False)
    _accepted: int = field(repr=False, compare=False)
    _totals: Sequence[int] = field(repr=False, compare=False)

    @cached_property
    def weights(self) -> dict[str, int]:
        """What each argument before the court weighs, where that is anything: base weight times 1 or 2."""
        base = self.scales.base
        return {id: base[id] * times for id, times in self._court.times.items() if id in base}

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The arguments accepted: the grounded extension of the defeats."""
        return frozenset(self.weights.keys() & self._court.named(self._accepted))

    @cached_property
    def struck(self) -> tuple[tuple[str, str, Attacking], ...]:
        """The defeats as attacker, attacked and kind."""
        weights, against = self.weights, self.scales.against
        return tuple(
            (attacker, attacked, kind)
            for attacker, weight in weights.items()
            for attacked, kind in against[attacker]
            if attacked in weights and (kind is Attacking.UNDERCUT or weight >= weights[attacked])
        )

    @property
    def refused(self) -> tuple[str, ...]:
        """What this judge weighed and did not accept."""
        return tuple(id for id in self.weights if id not in self.accepted)

    @cached_property
    def defeats(self) -> tuple[Defeat, ...]:
        """Every defeat, with the two weights."""
        return tuple(
            Defeat(attacker, attacked, kind, self.weights[attacker], self.weights[attacked])
            for attacker, attacked, kind in self.struck
        )

    @cached_property
    def support(self) -> dict[PositionRef, Support]:
        """Support for every position of every issue."""
        best: dict[PositionRef, dict[Modality, tuple[int, str]]] = {}
        for id in sorted(self.accepted):
            argument = self.case.arguments[id]
            for urged in argument.urges:
                slot = best.setdefault(urged, {})
                held = slot.get(argument.modality)
                if held is None or self.weights[id] > held[0]:
                    slot[argument.modality] = self.weights[id], id
        found: dict[PositionRef, Support] = {}
        for issue in self.case.issues:
            for position in issue.positions:
                ref = PositionRef(issue.id, position.id)
                prior = sum(self.judge.held.get(name, 0) * much for name, much in position.embodies)
                top = tuple(
                    (modality, best[ref][modality][1], best[ref][modality][0])
                    for modality in Modality
                    if modality in best.get(ref, {})
                )
                found[ref] = Support(ref, prior, top, self.credit[position.favours] if position.favours else 0)
        return found

    @cached_property
    def totals(self) -> dict[PositionRef, int]:
        """The whole support of every position, as :attr:`support` explains it."""
        return dict(zip(self.scales.refs, self._totals, strict=True))

    def margin(self, issue: str) -> int:
        """Support of the finding less that of the runner-up: how far this judge is from changing it."""
        return self.scales.strength(self._totals, (issue,))

    @property
    def strength(self) -> int:
        """How strongly the judge supports the walk: the sum of the margins on it."""
        return self.scales.strength(self._totals, [step.issue for step in self.walk])

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

    ``court`` is :func:`~moot.bench.scales.court_of` the same words, for a caller who has it at hand for several judges.
    """
    scales = scales_of(judge, case)
    if court is None:
        court = court_of(case, heard)
    accepted, totals = scales.weigh(court)
    refused: Sequence[str] = ()
    # Only what was said twice can be a repetition, so who refused less need not be listed.
    if (again := court.spoken & ~accepted) & (again - 1):
        refused = court.named(again)
    credit = credits(judge, case, heard, refused)
    for side, worth in credit.items():
        if worth:
            for number in scales.favouring[side]:
                totals[number] += worth
    findings = scales.found(totals)
    walk, vote = case.tree.walk(findings)
    return Reasoning(judge, case, heard, credit, findings, walk, vote, scales, court, accepted, totals)
