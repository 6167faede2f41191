"""How a judge would vote had the facts been other: the rule found is applied to the turned record.

Nothing said at the lectern changes; only what the record shows. So a judge whose rules do not turn on a dial never votes
otherwise when that dial alone moves.
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.judging.reasoning import Reasoning
from moot.case import Disposition, Issue, Rule, Step, turned

__all__ = ["Supposed", "VoteTurn", "rules_on", "suppose", "sways"]


@dataclass(frozen=True, slots=True)
class Supposed:
    """The walk and the vote on a turned record."""

    walk: tuple[Step, ...]
    vote: Disposition


@dataclass(frozen=True, slots=True)
class VoteTurn:
    """A single turn of a dial that would change a judge's vote."""

    dial: str
    value: str
    vote: Disposition


def suppose(reasoning: Reasoning, turns: tuple[tuple[str, str], ...]) -> Supposed:
    """Walk the tree again with these dials turned.

    Where the position found states a rule and the next question is what the record shows, the rule is applied to the
    record as this judge reads it, turned. If its result changes, so does the finding: to the first position
    that shows facts with the new result.
    """
    case = reasoning.case
    steps: list[Step] = []
    rule: Rule | None = None
    node = case.tree.node(case.tree.root)
    while node.disposition is None:
        assert node.issue is not None
        issue, found = case.issue[node.issue], reasoning.findings[node.issue]
        if rule is not None:
            found = _shown(reasoning, issue, found, rule, turns)
        steps.append(Step(node.id, issue.id, found))
        rule = issue.position(found).rule
        node = case.tree.child(node.id, found)
    return Supposed(tuple(steps), node.disposition)


def _shown(reasoning: Reasoning, issue: Issue, found: str, rule: Rule, turns: tuple[tuple[str, str], ...]) -> str:
    """The position on what the record shows that the turned facts call for."""
    dials = reasoning.case.dial
    before = issue.position(found).shows
    if not before or not rule.reads <= dials.keys():
        return found
    result = rule.met(turned(dials, (*before, *turns)))
    if result is rule.met(turned(dials, before)):
        return found
    for position in issue.positions:
        if position.shows and rule.met(turned(dials, position.shows)) is result:
            return position.id
    return found


def rules_on(reasoning: Reasoning) -> tuple[tuple[str, str, Rule], ...]:
    """The rules on this judge's walk that are applied to the record: issue, position, rule."""
    case = reasoning.case
    return tuple(
        (step.issue, step.position, rule)
        for step in reasoning.walk
        if (rule := case.issue[step.issue].position(step.position).rule) is not None
    )


def sways(reasoning: Reasoning) -> tuple[VoteTurn, ...]:
    """Every turn of one dial that would change this vote, in the order of the case file."""
    found: list[VoteTurn] = []
    for dial in reasoning.case.dials:
        for value in dial.values:
            vote = suppose(reasoning, ((dial.id, value),)).vote
            if vote is not reasoning.vote:
                found.append(VoteTurn(dial.id, value, vote))
    return tuple(found)
