"""How one judge reasons: value-based argumentation over what has been said and briefed.

Sources: Dung 1995 (grounded extension), Bench-Capon 2003 (the judge is an audience with values), Prakken 2010 (the
three attacks of ASPIC+). All numbers are integers, and every one of them is kept so that it can be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from moot.bench.credit import credits
from moot.bench.persona import Judge
from moot.case import Argument, Attacking, Case, Disposition, Heard, Modality, PositionRef, Side, Step

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

HEARD_FULL = 2
HEARD_HALF = 1


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


@dataclass(frozen=True)
class Reasoning:
    """All of one judge's reasoning: weights, defeats, what is accepted, support, findings, walk and vote.

    ``struck`` lists the defeats as attacker, attacked and kind.
    """

    judge: Judge
    case: Case
    heard: Heard
    weights: Mapping[str, int]
    struck: tuple[tuple[str, str, Attacking], ...]
    accepted: frozenset[str]
    credit: Mapping[Side, int]

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
        scales = scales_of(self.judge, self.case)
        best: dict[tuple[PositionRef, Modality], int] = {}
        for id in self.accepted:
            weight = self.weights[id]
            for slot in scales.slots[id]:
                if weight > best.get(slot, 0):
                    best[slot] = weight
        totals = dict(scales.priors)
        for side, worth in self.credit.items():
            if worth:
                for ref in scales.favouring[side]:
                    totals[ref] += worth
        for (ref, _), weight in best.items():
            totals[ref] += weight
        return totals

    @cached_property
    def findings(self) -> dict[str, str]:
        """The position found on every issue: most support; a tie to the winner below, then to the one listed first."""
        totals = self.totals
        found: dict[str, str] = {}
        for issue, ranked in scales_of(self.judge, self.case).ranked:
            # `ranked` stands in the order that breaks ties, and `max` keeps the first of equals.
            found[issue] = max(ranked, key=totals.__getitem__).position
        return found

    @cached_property
    def _walked(self) -> tuple[tuple[Step, ...], Disposition]:
        return self.case.tree.walk(self.findings)

    @property
    def walk(self) -> tuple[Step, ...]:
        """The steps of the decision tree this judge takes: the judge's holdings."""
        return self._walked[0]

    @property
    def vote(self) -> Disposition:
        """The disposition the walk ends on."""
        return self._walked[1]

    def margin(self, issue: str) -> int:
        """Support of the finding less that of the runner-up: how far this judge is from changing it."""
        totals = sorted(self.totals[ref] for ref in scales_of(self.judge, self.case).refs[issue])
        return totals[-1] - totals[-2]

    @property
    def strength(self) -> int:
        """How strongly the judge supports the walk: the sum of the margins on it."""
        return sum(self.margin(step.issue) for step in self.walk)

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


@dataclass(frozen=True)
class Scales:
    """What of a judge and a case does not depend on what is heard, worked out once.

    ``base`` is strength times receptivity where that is not nought; ``against`` lists, for each such argument, what it
    attacks; ``slots`` the positions and modality in which it counts; ``ranked`` each issue's positions in the order
    that breaks ties.
    """

    base: Mapping[str, int]
    against: Mapping[str, tuple[tuple[str, Attacking], ...]]
    slots: Mapping[str, tuple[tuple[PositionRef, Modality], ...]]
    priors: Mapping[PositionRef, int]
    favouring: Mapping[Side, tuple[PositionRef, ...]]
    ranked: tuple[tuple[str, tuple[PositionRef, ...]], ...]
    refs: Mapping[str, tuple[PositionRef, ...]]


def base_weight(judge: Judge, argument: Argument) -> int:
    """What an argument weighs with this judge before it is heard: strength times receptivity.

    What a hypothetical leaves standing against a position weighs by the principles it offends: how gravely, times how
    strongly the judge holds each.
    """
    if argument.offends:
        return sum(gravely * judge.held.get(principle, 0) for principle, gravely in argument.offends)
    return argument.strength * judge.receptivity[argument.modality]


@lru_cache(maxsize=256)
def scales_of(judge: Judge, case: Case) -> Scales:
    """The scales of this judge for this case."""
    base = {id: much for id, argument in case.arguments.items() if (much := base_weight(judge, argument))}
    against: dict[str, list[tuple[str, Attacking]]] = {id: [] for id in base}
    for attacker, attacked, kind in _attacks(case):
        if attacker in base and attacked in base:
            against[attacker].append((attacked, kind))
    priors: dict[PositionRef, int] = {}
    favouring: dict[Side, list[PositionRef]] = {side: [] for side in Side}
    ranked = []
    for issue in case.issues:
        refs = [PositionRef(issue.id, position.id) for position in issue.positions]
        for ref, position in zip(refs, issue.positions, strict=True):
            priors[ref] = sum(judge.held.get(name, 0) * much for name, much in position.embodies)
            if position.favours:
                favouring[position.favours].append(ref)
        won = [position.favours is case.below.won for position in issue.positions]
        order = sorted(range(len(refs)), key=lambda place: not won[place])
        ranked.append((issue.id, tuple(refs[place] for place in order)))
    return Scales(
        base,
        {id: tuple(targets) for id, targets in against.items()},
        {id: tuple((ref, case.arguments[id].modality) for ref in case.arguments[id].urges) for id in base},
        priors,
        {side: tuple(refs) for side, refs in favouring.items()},
        tuple(ranked),
        dict(ranked),
    )


@lru_cache(maxsize=64)
def _briefed(case: Case) -> tuple[str, ...]:
    return tuple(id for id, argument in case.arguments.items() if argument.briefed)


def before_the_court(case: Case, heard: Heard) -> dict[str, int]:
    """Every argument before the court and how it was heard, 1 or 2."""
    found = dict.fromkeys(_briefed(case), HEARD_HALF)
    for id in heard.half:
        found[id] = HEARD_HALF
    for id in heard.full:
        found[id] = HEARD_FULL
    for id in heard.answers:
        argument = case.answers[id].argument
        if argument is not None:
            found[id] = HEARD_HALF if argument.halved else HEARD_FULL
    for id in heard.conceded | heard.retracted:
        found.pop(id, None)
    return found


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


def grounded(arguments: Iterable[str], defeats: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The grounded extension (Dung 1995): accept what is undefeated, strike what it defeats, and so on."""
    remaining = set(arguments)
    attackers: dict[str, set[str]] = {id: set() for id in remaining}
    targets: dict[str, set[str]] = {id: set() for id in remaining}
    for attacker, attacked in defeats:
        attackers[attacked].add(attacker)
        targets[attacker].add(attacked)
    accepted: set[str] = set()
    waiting = [id for id in remaining if not attackers[id]]
    struck: set[str] = set()
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


def reason(judge: Judge, case: Case, heard: Heard, present: Mapping[str, int] | None = None) -> Reasoning:
    """All of this judge's reasoning about what has been heard.

    ``present`` is :func:`before_the_court` of the same words, for a caller who has it at hand for several judges.
    """
    scales = scales_of(judge, case)
    if present is None:
        present = before_the_court(case, heard)
    base = scales.base
    weights = {id: base[id] * times for id, times in present.items() if id in base}
    struck = tuple(
        (attacker, attacked, kind)
        for attacker, weight in weights.items()
        for attacked, kind in scales.against[attacker]
        if attacked in weights and (kind is Attacking.UNDERCUT or weight >= weights[attacked])
    )
    accepted = grounded(weights, ((attacker, attacked) for attacker, attacked, _ in struck))
    refused = [id for id in weights if id not in accepted]
    return Reasoning(judge, case, heard, weights, struck, accepted, credits(judge, case, heard, refused))
