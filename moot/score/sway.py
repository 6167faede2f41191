"""Sway: what counsel moved from the silent baseline, in votes and in findings, judge by judge.

The silent baseline is the same sitting with one side saying nothing: it gives a roadmap and sits down, and every word of the other side is
kept. Its brief is before the court as ever. Preliminary issues shape the walk and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from moot.bench.judging.reasoning import Reasoning, reason
from moot.bench.ruling import Ruling
from moot.case import Case, Heard, Side
from moot.case.heard import heard_of

__all__ = ["Sway", "silenced", "sway"]


class Sway(NamedTuple):
    """What one side moved. ``silent`` and ``here`` are the judges who vote for it in either sitting, senior first.

    ``findings`` has for every judge with a finding that differs, by issue, what was found with the side silent and what is found.
    """

    side: Side
    silent: tuple[str, ...]
    here: tuple[str, ...]
    baseline: Mapping[str, Mapping[str, str]]
    findings: Mapping[str, Mapping[str, tuple[str, str]]]

    @property
    def votes(self) -> int:
        """How many votes were moved to this side; negative where silence would have had more."""
        return len(self.here) - len(self.silent)


def silenced(case: Case, heard: Heard, side: Side) -> Heard:
    """What has been heard without the words of this side. What they conceded or took back stands again."""
    theirs = [id for id in heard.answers if case.side_of(id) is not side]
    half, full = ([id for id in said if case.side_of(id) is not side] for said in (heard.half, heard.full))
    return heard_of(case, half, full, theirs)


def sway(ruling: Ruling) -> dict[Side, Sway]:
    """What each side moved."""
    return {side: _sway(ruling, side) for side in Side}


def _sway(ruling: Ruling, side: Side) -> Sway:
    case, judges = ruling.case, ruling.bench.judges
    heard = silenced(case, next(iter(ruling.reasonings.values())).heard, side)
    quiet = {judge.id: reason(judge, case, heard) for judge in judges}
    issues = [issue.id for issue in case.issues if not issue.preliminary]
    moved = {
        id: {
            issue: (reasoning.findings[issue], ruling.reasonings[id].findings[issue])
            for issue in issues
            if reasoning.findings[issue] != ruling.reasonings[id].findings[issue]
        }
        for id, reasoning in quiet.items()
    }
    return Sway(
        side,
        _voting(quiet, side),
        _voting(ruling.reasonings, side),
        {id: {issue: reasoning.findings[issue] for issue in issues} for id, reasoning in quiet.items()},
        {id: findings for id, findings in moved.items() if findings},
    )


def _voting(reasonings: Mapping[str, Reasoning], side: Side) -> tuple[str, ...]:
    """The judges who vote for this side."""
    return tuple(
        id for id, reasoning in reasonings.items() if reasoning.vote.disturbs is (side is not reasoning.case.below.won)
    )
