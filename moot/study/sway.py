"""Sway: what one way of arguing moves, measured against another way of arguing the same seat.

A sitting is reduced to what can be compared: votes, and the finding of every judge on every issue that is a ground
(preliminary issues shape the walk and are left out).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from moot.bench.conference import JudgmentBy, Ruling
from moot.case import Case, Issue, Side, Step
from moot.round.round import Round
from moot.score import score

__all__ = ["Seen", "differing", "grounds", "last_ground", "preliminary", "see", "taken"]


def preliminary(issue: Issue) -> bool:
    """Whether the issue only shapes the walk."""
    return bool(getattr(issue, "preliminary", False))


def grounds(case: Case) -> tuple[Issue, ...]:
    """The issues that are not preliminary."""
    return tuple(issue for issue in case.issues if not preliminary(issue))


class Seen(NamedTuple):
    """What is compared of one sitting.

    ``votes`` is True for a vote for the petitioner, senior first. ``findings`` has for every judge the position found on every
    issue that is not preliminary, ``favoring`` the side each of them favors. ``decisive`` is whether a majority of those
    sitting hold the ground on which the judgment rests; ``apart`` counts pairs of opinions on identical grounds.
    """

    won: Side
    votes: tuple[bool, ...]
    findings: tuple[tuple[str, ...], ...]
    favoring: tuple[tuple[Side | None, ...], ...]
    court: bool
    decisive: bool
    opinions: int
    separate: int
    apart: int
    ballots: tuple[Fraction, Fraction]

    def judges(self, side: Side) -> int:
        """How many judges voted for this side."""
        return sum(vote is (side is Side.PETITIONER) for vote in self.votes)

    def held(self, side: Side) -> float:
        """The share of findings that favor this side, 0 to 1."""
        cells = [cell for row in self.favoring for cell in row]
        return sum(cell is side for cell in cells) / len(cells)


def see(round: Round) -> Seen:
    """What is compared of this round. Raises ``ValueError`` if it is not decided."""
    outcome = round.outcome()
    if outcome is None:
        raise ValueError("a sitting counts when it is decided")
    case, ruling = round.case, outcome.ruling
    issues = grounds(case)
    below = case.below.won
    for_petitioner = below is not Side.PETITIONER
    reasonings = [ruling.reasonings[judge.id] for judge in round.bench.judges]
    found = tuple(tuple(reasoning.findings[issue.id] for issue in issues) for reasoning in reasonings)
    card = score(round).ballots
    return Seen(
        won=Side.PETITIONER if ruling.disposition.disturbs is for_petitioner else Side.RESPONDENT,
        votes=tuple(ruling.standings[judge.id].vote.disturbs is for_petitioner for judge in round.bench.judges),
        findings=found,
        favoring=tuple(
            tuple(issue.position(cell).favors for issue, cell in zip(issues, row, strict=True)) for row in found
        ),
        court=ruling.judgment_by is JudgmentBy.OPINION,
        decisive=_decisive(ruling),
        opinions=len(ruling.opinions),
        separate=len(ruling.opinions) - (ruling.lead is not None),
        apart=_apart(ruling),
        ballots=(card[Side.PETITIONER].total, card[Side.RESPONDENT].total),
    )


def last_ground(case: Case, walk: Sequence[Step]) -> tuple[str, str] | None:
    """The last step of a walk that is a ground: issue and position."""
    steps = [step for step in walk if not preliminary(case.issue[step.issue])]
    return (steps[-1].issue, steps[-1].position) if steps else None


def _decisive(ruling: Ruling) -> bool:
    """Whether a majority of those sitting vote for the judgment on one last ground."""
    reasonings = [reasoning for reasoning in ruling.reasonings.values() if reasoning.vote is ruling.disposition]
    on = Counter(last_ground(ruling.case, reasoning.walk) for reasoning in reasonings)
    return bool(on) and max(on.values()) >= ruling.bench.majority


def _apart(ruling: Ruling) -> int:
    """Pairs of opinions of one kind that rest on the same grounds: the same holdings, and the same ground for writing."""
    case = ruling.case
    keys = Counter(
        (
            opinion.disposition,
            opinion.ground,
            tuple(
                (issue, position) for issue, position in opinion.holdings.items() if not preliminary(case.issue[issue])
            ),
        )
        for opinion in ruling.opinions
    )
    return sum(times * (times - 1) // 2 for times in keys.values())


def differing(one: Seen, other: Seen) -> float:
    """The share of findings, judge by judge, that differ, 0 to 1."""
    pairs = [
        (mine, theirs)
        for row, beside in zip(one.findings, other.findings, strict=True)
        for mine, theirs in zip(row, beside, strict=True)
    ]
    return sum(mine != theirs for mine, theirs in pairs) / len(pairs)


def taken(one: Seen, silent: Seen, side: Side) -> float:
    """The share of findings that favor this side and differ from those of the silent sitting, 0 to 1."""
    cells = [
        favor is side and mine != theirs
        for row, beside, sides in zip(one.findings, silent.findings, one.favoring, strict=True)
        for mine, theirs, favor in zip(row, beside, sides, strict=True)
    ]
    return sum(cells) / len(cells)
