"""The reasons for a vote, as a tree of figures that can be checked by hand.

Vote, then each holding of the walk, then for each its positions with their support, then the arguments accepted and
defeated with both weights. The text says it in plain English; the tree carries the same figures as data.
"""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.credit import MARKS_A_CREDIT, Entry, ledger
from moot.bench.reasoning import Defeat, Reasoning, Support, before_the_court
from moot.case import Case, Disposition, PositionRef, Side

__all__ = ["Explanation", "FindingReason", "Lost", "PositionReason", "Weighed", "explain", "title_of"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An argument in this judge's scales: weight = strength x receptivity x heard (2 in full, 1 in half or briefed)."""

    id: str
    title: str
    modality: str
    strength: int
    receptivity: int
    heard: int
    weight: int


@dataclass(frozen=True, slots=True)
class Lost:
    """An argument that was not accepted, and what defeated it, with the two weights."""

    argument: Weighed
    by: tuple[Defeat, ...]


@dataclass(frozen=True, slots=True)
class PositionReason:
    """One position of an issue: its support and the arguments behind it."""

    ref: PositionRef
    text: str
    support: Support
    principles: tuple[tuple[str, int, int], ...]
    accepted: tuple[Weighed, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class FindingReason:
    """Why a position was found on an issue: the positions, winner first, and the margin. ``tie`` says what broke one."""

    issue: str
    question: str
    found: str
    margin: int
    positions: tuple[PositionReason, ...]
    tie: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one judge voted so. ``str`` gives it in plain English."""

    judge: str
    title: str
    vote: Disposition
    findings: tuple[FindingReason, ...]
    alternatives: tuple[PositionRef, ...]
    credit: dict[Side, int]
    ledger: dict[Side, tuple[Entry, ...]]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """The explanation line by line, unwrapped."""
        out = [f"{self.title} votes: {self.vote}."]
        for number, finding in enumerate(self.findings, start=1):
            out.extend(_finding_lines(number, finding))
        for side, worth in self.credit.items():
            if worth:
                marks = sum(entry.marks for entry in self.ledger[side])
                out.append(
                    f"Credit of {side}: {worth:+d} ({marks:+d} marks over {MARKS_A_CREDIT}, "
                    f"from {len(self.ledger[side])} answers)."
                )
        if self.alternatives:
            grounds = ", ".join(str(ref) for ref in self.alternatives)
            out.append(f"Would also have come there by: {grounds}.")
        return out


def _finding_lines(number: int, finding: FindingReason) -> list[str]:
    winner, *others = finding.positions
    runner_up = max(others, key=lambda other: other.support.total)
    out = [
        f"{number}. {finding.question}",
        f"   {winner.text} ({winner.support.total} to {runner_up.support.total}{', ' + finding.tie if finding.tie else ''})",
    ]
    for position in finding.positions:
        name = position.ref.position
        parts = []
        if position.support.prior:
            held = " + ".join(f"{principle} {weight}x{much}" for principle, weight, much in position.principles)
            parts.append(f"principles {position.support.prior} ({held})")
        counted = {id for _, id, _ in position.support.best}
        parts.extend(
            f"{argument.title} {argument.weight} ({argument.modality}, {argument.strength}x{argument.receptivity}x{argument.heard})"
            for argument in position.accepted
            if argument.id in counted
        )
        if position.support.credit:
            parts.append(f"credit {position.support.credit:+d}")
        out.append(f"     {name}: {position.support.total} = " + (" + ".join(parts) or "nothing"))
        for lost in position.lost:
            by = "; ".join(
                f"{defeat.kind} by {defeat.attacker} ({defeat.attacker_weight} against {defeat.attacked_weight})"
                for defeat in lost.by
            )
            out.append(f"       not accepted: {lost.argument.title} {lost.argument.weight}: {by}")
    return out


def title_of(case: Case, id: str) -> str:
    """A short name for a point or an answer."""
    point = case.point.get(id)
    return point.title if point else f"the answer {id}"


def explain(reasoning: Reasoning) -> Explanation:
    """The explanation of one judge's vote."""
    return Explanation(
        reasoning.judge.id,
        reasoning.judge.title,
        reasoning.vote,
        tuple(_finding(reasoning, step.issue) for step in reasoning.walk),
        reasoning.alternatives,
        dict(reasoning.credit),
        {side: ledger(reasoning.judge, reasoning.case, reasoning.heard, side) for side in Side},
    )


def _weighed(reasoning: Reasoning, id: str) -> Weighed:
    argument = reasoning.case.arguments[id]
    return Weighed(
        id,
        title_of(reasoning.case, id),
        argument.modality.value,
        argument.strength,
        reasoning.judge.receptivity[argument.modality],
        before_the_court(reasoning.case, reasoning.heard)[id],
        reasoning.weights[id],
    )


def _finding(reasoning: Reasoning, issue_id: str) -> FindingReason:
    issue = reasoning.case.issue[issue_id]
    found = reasoning.findings[issue_id]
    positions = sorted(
        (_position(reasoning, PositionRef(issue_id, position.id)) for position in issue.positions),
        key=lambda position: (position.ref.position != found, -position.support.total),
    )
    margin = reasoning.margin(issue_id)
    tie = ""
    if margin == 0:
        won = issue.position(found).favours is reasoning.case.below.won
        tie = "a tie, which goes to the winner below" if won else "a tie, which goes to the position listed first"
    return FindingReason(issue_id, issue.question, found, margin, tuple(positions), tie)


def _position(reasoning: Reasoning, ref: PositionRef) -> PositionReason:
    position = reasoning.case.issue[ref.issue].position(ref.position)
    urging = [id for id in reasoning.weights if ref in reasoning.case.arguments[id].urges]
    accepted = sorted(
        (_weighed(reasoning, id) for id in urging if id in reasoning.accepted), key=lambda weighed: -weighed.weight
    )
    lost = tuple(
        Lost(_weighed(reasoning, id), _what_defeated(reasoning, id)) for id in urging if id not in reasoning.accepted
    )
    principles = tuple(
        (name, reasoning.judge.held[name], much) for name, much in position.embodies if name in reasoning.judge.held
    )
    return PositionReason(ref, position.text, reasoning.support[ref], principles, tuple(accepted), lost)


def _what_defeated(reasoning: Reasoning, id: str) -> tuple[Defeat, ...]:
    """The defeats that kept it out: those by accepted arguments, or failing that by ones still in dispute."""
    against = [defeat for defeat in reasoning.defeats if defeat.attacked == id]
    settled = [defeat for defeat in against if defeat.attacker in reasoning.accepted]
    return tuple(settled or against)
