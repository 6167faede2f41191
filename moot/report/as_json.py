"""The report of a sitting as JSON-ready data: what `moot demo --json` and `moot replay --json` print.

The shape is a promise to programs; tests/golden/forms holds it.
"""

from __future__ import annotations

from typing import Any

from moot.bench.ruling import Ruling
from moot.opinion import line_up
from moot.report.build import report
from moot.report.values import BallotReport, SwayReport
from moot.round.round import Round
from moot.score.as_dict import points
from moot.score.card import score

__all__ = ["sitting"]


def sitting(round: Round) -> dict[str, Any]:
    """Everything about a round, finished or not. The ruling and the sway are null until the case is decided."""
    told, outcome, card = report(round), round.outcome(), score(round).to_dict()
    return {
        "case": told.case,
        "bench": list(told.bench),
        "seed": told.seed,
        "format": told.format,
        "phase": told.phase.value,
        "line": [entry.move for entry in told.line],
        "ruling": _ruling(outcome.ruling) if outcome else None,
        "marks": card["marks"],
        "ballot": {each.side.value: card["ballot"][each.side.value] | _speakers(each) for each in told.ballots},
        "sway": {each.side.value: _sway(each) for each in told.sway} or None,
        "actual": _actual(card["result"]),
    }


def _ruling(ruling: Ruling) -> dict[str, Any]:
    told = ruling.to_dict()
    ground = told.pop("common_ground")
    return {**told, "line_up": line_up(ruling), "common_ground": ground}


def _speakers(ballot: BallotReport) -> dict[str, Any]:
    """The ballot of each of two speakers; nothing where one spoke."""
    if not ballot.speakers:
        return {}
    return {
        "speakers": [
            {"counsel": each.counsel, "speaker": each.speaker, "total": points(each.total), "enough": each.enough}
            for each in ballot.speakers
        ]
    }


def _sway(told: SwayReport) -> dict[str, Any]:
    findings: dict[str, dict[str, list[str]]] = {}
    for each in told.findings:
        findings.setdefault(each.judge, {})[each.issue] = [each.before, each.after]
    return {"votes": told.votes, "findings": findings}


def _actual(compared: dict[str, Any] | None) -> dict[str, Any] | None:
    """What the court really did; null for a fictional case and until the case is decided."""
    if compared is None or compared["really"] is None:
        return None
    return {
        "disposition": compared["really"],
        "agrees": compared["agrees"],
        "roles": compared["roles"],
        "holdings": compared["holdings"],
    }
