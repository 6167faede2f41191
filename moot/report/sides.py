"""The verdict side by side: what each side got, row by row, for two people who argued against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from moot.case import Side, Treatment
from moot.opinion.prose.grammar import cap
from moot.report.values import SittingReport
from moot.sitting.words.spoken import last_name

__all__ = ["SideBySide", "SideRow", "side_by_side"]


@dataclass(frozen=True, slots=True)
class SideRow:
    """One thing that is counted for both: what, for the petitioner, for the respondent, and who has the better of it (None: even)."""

    label: str
    petitioner: str
    respondent: str
    better: Side | None = None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The judgment in a sentence, the two counsel, and the rows."""

    judgment: str
    counsel: tuple[str, str]
    rows: tuple[SideRow, ...]


def side_by_side(told: SittingReport) -> SideBySide | None:
    """Both sides of a decided sitting; None before it is decided."""
    if told.ruling is None:
        return None
    ballots = [told.ballot(side) for side in Side]
    sway = {each.side: each for each in told.sway}
    rows = []
    if len(sway) == len(Side):
        here = [sway[side].here for side in Side]
        rows.append(_row("Votes", here, [str(votes) for votes in here]))
        votes = [sway[side].votes for side in Side]
        rows.append(_row("Votes moved", votes, [f"{each:+d}" if each else "0" for each in votes]))
        moved = [len(sway[side].findings) for side in Side]
        rows.append(
            _row(
                "Findings moved",
                moved,
                [f"{many} of {sway[side].out_of}" for many, side in zip(moved, Side, strict=True)],
            )
        )
    totals = [card.total if card.enough else None for card in ballots]
    scored = None not in totals
    points: list[Fraction | int] = [each or 0 for each in totals] if scored else [0, 0]
    rows.append(_row("Ballot, of 100", points, [_points(each) for each in totals]))
    for first, second in zip(ballots[0].items, ballots[1].items, strict=True):
        parts = [each.earned / each.out_of if each.opportunities else None for each in (first, second)]
        known: list[Fraction | int] = [part or 0 for part in parts] if None not in parts else [0, 0]
        shown = [
            f"{float(each.earned):.1f} of {float(each.out_of):.1f}" if each.opportunities else "no occasion"
            for each in (first, second)
        ]
        rows.append(_row(f"  {first.label}", known, shown))
    for label, which in (("Adopted by a real opinion", _ADOPTED), ("Rejected by one", _REJECTED)):
        many = [
            len({mark.said for mark in told.marks if mark.side is side and mark.treatment in which}) for side in Side
        ]
        if told.marks:
            rows.append(
                _row(label, many if which is _ADOPTED else [-each for each in many], [str(each) for each in many])
            )
    verdict = told.ruling
    tally = f"{verdict.votes_for} to {verdict.votes_against}"
    return SideBySide(
        f"{cap(verdict.disposition.value)}, {tally}, {verdict.carried}.",
        (last_name(ballots[0].counsel), last_name(ballots[1].counsel)),
        tuple(rows),
    )


_ADOPTED = frozenset({Treatment.ADOPTED, Treatment.ACCEPTED_IN_PART})
_REJECTED = frozenset({Treatment.REJECTED, Treatment.FORECLOSED})


def _row(label: str, values: Sequence[Fraction | int], shown: Sequence[str]) -> SideRow:
    better = None if values[0] == values[1] else Side.PETITIONER if values[0] > values[1] else Side.RESPONDENT
    return SideRow(label, shown[0], shown[1], better)


def _points(total: Fraction | None) -> str:
    return "too little" if total is None else f"{float(total):.1f}"
