"""How one judge reasons: value-based argumentation over what has been said and briefed.

Sources: Dung 1995 (grounded extension), Bench-Capon 2003 (the judge is an audience with values), Prakken 2010 (the
three attacks of ASPIC+). All numbers are integers, and every one of them is kept so that it can be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from moot.bench.credit import credit
from moot.bench.persona import Judge
from moot.case import Argument, Attacking, Case, Disposition, Heard, Modality, PositionRef, Side, Step

__all__ = ["Defeat", "Reasoning", "Support", "grounded", "reason", "weigh"]

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
    """All of one judge's reasoning: weights, defeats, what is accepted, support, findings, walk and vote."""

    judge: Judge
    case: Case
    heard: Heard
    weights: Mapping[str, int]
    defeats: tuple[Defeat, ...]
    accepted: frozenset[str]
    credit: Mapping[Side, int]

    @cached_property
    def support(self) -> dict[PositionRef, Support]:
        """Support for every position of every issue."""
        best: dict[PositionRef, dict[Modality, tuple[int, str]]] = {}
        for id in sorted(self.accepted):
            argument = self.case.arguments[id]
            for position in argument.urges:
                slot = best.setdefault(position, {})
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
    def findings(self) -> dict[str, str]:
        """The position found on every issue."""
        found: dict[str, str] = {}
        for issue in self.case.issues:
            # `max` keeps the first of equals, and positions stand in the order that breaks the last ties.
            ranked = [
                (self.support[PositionRef(issue.id, one.id)].total, one.favours is self.case.below.won, one.id)
                for one in issue.positions
            ]
            found[issue.id] = max(ranked, key=lambda entry: entry[:2])[2]
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
        totals = [self.support[PositionRef(issue, position.id)].total for position in self.case.issue[issue].positions]
        mine = self.support[PositionRef(issue, self.findings[issue])].total
        totals.remove(mine)
        return mine - max(totals)

    @property
    def strength(self) -> int:
        """How strongly the judge supports the walk: the sum of the margins on it."""
        return sum(self.margin(step.issue) for step in self.walk)

    @cached_property
    def alternatives(self) -> tuple[PositionRef, ...]:
        """Findings off the walk that by themselves lead to the same disposition at some node of the tree."""
        by_id = {node.id: node for node in self.case.tree.nodes}
        on_walk = {step.issue for step in self.walk}
        found: dict[PositionRef, None] = {}
        for node in self.case.tree.nodes:
            if node.issue is None or node.issue in on_walk:
                continue
            child = by_id[dict(node.then)[self.findings[node.issue]]]
            if child.disposition is self.vote:
                found[PositionRef(node.issue, self.findings[node.issue])] = None
        return tuple(found)


def heard_as(argument: Argument, heard: Heard) -> int:
    """2 when said in full, 1 when only briefed or cut short, 0 when not before the court or withdrawn."""
    id = argument.id
    if id in heard.conceded or id in heard.retracted:
        return 0
    if id in heard.full or id in heard.answers:
        return HEARD_FULL
    if id in heard.half or argument.briefed:
        return HEARD_HALF
    return 0


def weigh(judge: Judge, argument: Argument, heard: Heard) -> int:
    """Strength times receptivity, times how it was heard."""
    return argument.strength * judge.receptivity[argument.modality] * heard_as(argument, heard)


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


def reason(judge: Judge, case: Case, heard: Heard) -> Reasoning:
    """All of this judge's reasoning about what has been heard."""
    weights: dict[str, int] = {}
    for id, argument in case.arguments.items():
        weight = weigh(judge, argument, heard)
        if weight:
            weights[id] = weight
    defeats = tuple(
        Defeat(attacker, attacked, kind, weights[attacker], weights[attacked])
        for attacker, attacked, kind in _attacks(case)
        if attacker in weights
        and attacked in weights
        and (kind is Attacking.UNDERCUT or weights[attacker] >= weights[attacked])
    )
    accepted = grounded(weights, ((defeat.attacker, defeat.attacked) for defeat in defeats))
    owed = {side: credit(judge, case, heard, side) for side in Side}
    return Reasoning(judge, case, heard, weights, defeats, accepted, owed)
