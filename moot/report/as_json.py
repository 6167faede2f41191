"""The report of a sitting as JSON-ready data: what `moot demo --json` and `moot replay --json` print.

The shape is a promise to programs; tests/golden/forms holds it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from moot.case.words import NO_PART
from moot.report.build import report
from moot.report.values import (
    ActualReport,
    BallotReport,
    JudgeReport,
    MarkReport,
    OpinionReport,
    RulingReport,
    SpeakerReport,
    SwayReport,
)
from moot.round.round import Round

__all__ = ["sitting"]


def sitting(round: Round) -> dict[str, Any]:
    """Everything about a round, finished or not. The ruling and the sway are null until the case is decided."""
    told = report(round)
    return {
        "case": told.case,
        "bench": list(told.bench),
        "seed": told.seed,
        "format": told.format,
        "phase": told.phase.value,
        "line": [entry.move for entry in told.line],
        "ruling": _ruling(told.ruling) if told.ruling else None,
        "marks": [_mark(mark) for mark in told.marks],
        "ballot": {card.side.value: _ballot(card) for card in told.ballots},
        "sway": {each.side.value: _sway(each) for each in told.sway} or None,
        "actual": _actual(told.actual) if told.actual else None,
    }


def _ruling(ruling: RulingReport) -> dict[str, Any]:
    return {
        "disposition": ruling.disposition.value,
        # For and against disturbing the judgment below, whatever the judgment is.
        "votes": {"for": ruling.disturbing, "against": len(ruling.judges) - ruling.disturbing},
        "judgment_by": ruling.judgment_by.value,
        "judges": {judge.id: _judge(judge) for judge in ruling.judges} | dict.fromkeys(ruling.absent, _NO_PART),
        "opinions": [_opinion(opinion) for opinion in ruling.opinions],
        "paradox": ruling.paradox,
        "line_up": ruling.line_up,
        "common_ground": ruling.common_ground or None,
    }


_NO_PART: dict[str, Any] = {"vote": None, "role": NO_PART, "writes": None, "joins": [], "findings": {}, "walk": []}


def _judge(judge: JudgeReport) -> dict[str, Any]:
    return {
        "vote": judge.vote.value,
        "role": judge.role.value,
        "writes": judge.writes,
        "joins": [
            {"opinion": join.opinion, "issues": "all" if join.issues is None else list(join.issues)}
            for join in judge.joins
        ],
        "findings": dict(judge.findings),
        "walk": list(judge.walk),
    }


def _opinion(opinion: OpinionReport) -> dict[str, Any]:
    return {
        "author": opinion.author,
        "kind": opinion.kind.value,
        "joined": list(opinion.joined),
        "ground": opinion.ground,
        "holdings": dict(opinion.holdings),
    }


def _mark(mark: MarkReport) -> dict[str, Any]:
    return {
        "ply": mark.ply,
        "said": mark.said,
        "side": mark.side.value,
        "opinion": mark.opinion,
        "author": mark.author,
        "treatment": mark.treatment.value,
        "pin": mark.pin or None,
        "quote": mark.quote or None,
        "reason": mark.reason,
    }


def _ballot(card: BallotReport) -> dict[str, Any]:
    return {
        "total": _points(card.total),
        "enough": card.enough,
        "items": {
            item.id: {
                "earned": _points(item.earned),
                "out_of": _points(item.out_of),
                "opportunities": item.opportunities,
                "losses": [
                    {"ply": loss.ply, "move": loss.move, "points": _points(loss.points), "why": loss.why}
                    for loss in item.losses
                ],
            }
            for item in card.items
        },
        **({"speakers": [_speaker(each) for each in card.speakers]} if card.speakers else {}),
    }


def _speaker(each: SpeakerReport) -> dict[str, Any]:
    return {"counsel": each.counsel, "speaker": each.speaker, "total": _points(each.total), "enough": each.enough}


def _sway(told: SwayReport) -> dict[str, Any]:
    findings: dict[str, dict[str, list[str]]] = {}
    for each in told.findings:
        findings.setdefault(each.judge, {})[each.issue] = [each.before, each.after]
    return {"votes": told.votes, "findings": findings}


def _points(points: Fraction) -> float:
    """Points to two places."""
    return float(f"{float(points):.2f}")


def _actual(actual: ActualReport) -> dict[str, Any] | None:
    if actual.really is None:
        return None
    return {
        "disposition": actual.really.value,
        "agrees": actual.agrees,
        "roles": {role.judge: {"here": role.here, "really": role.really} for role in actual.roles},
        "holdings": {one.issue: {"here": one.here or None, "really": one.really or None} for one in actual.holdings},
    }
