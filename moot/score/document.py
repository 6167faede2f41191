"""A sitting as plain data: what `moot demo --json` and `moot replay --json` print."""

from __future__ import annotations

from typing import Any

from moot.bench.conference import Ruling
from moot.round.round import Round
from moot.score.ballot import Ballot, ballots
from moot.score.marks import Marked, marks
from moot.score.result import result

__all__ = ["sitting"]


def sitting(round: Round) -> dict[str, Any]:
    """Everything about a round, finished or not, as JSON-ready data. The ruling is null until the case is decided."""
    outcome = round.outcome()
    return {
        "case": round.case.id,
        "bench": [judge.id for judge in round.bench.judges],
        "seed": round.seed,
        "format": round.format.id,
        "phase": round.position.phase.value,
        "line": [str(move) for move in round.line],
        "ruling": _ruling(outcome.ruling) if outcome else None,
        "marks": [_mark(mark) for mark in marks(round)],
        "ballot": {side.value: _ballot(each) for side, each in ballots(round).items()},
        "actual": _actual(outcome.ruling) if outcome else None,
    }


def _ruling(ruling: Ruling) -> dict[str, Any]:
    judges = {}
    disturbing = sum(standing.vote.disturbs for standing in ruling.standings.values())
    for judge in ruling.bench.judges:
        standing, mind = ruling.standings[judge.id], ruling.reasonings[judge.id]
        judges[judge.id] = {
            "vote": standing.vote.value,
            "role": standing.role.value,
            "writes": standing.writes,
            "joins": [
                {"opinion": join.opinion, "issues": "all" if join.issues is None else list(join.issues)}
                for join in standing.joins
            ],
            "findings": mind.findings,
            "walk": [step.issue for step in mind.walk],
        }
    return {
        "disposition": ruling.disposition.value,
        # For and against disturbing the judgment below, whatever the judgment is.
        "votes": {"for": disturbing, "against": len(ruling.standings) - disturbing},
        "judgment_by": ruling.judgment_by.value,
        "judges": judges,
        "opinions": [
            {
                "author": opinion.author,
                "kind": opinion.kind.value,
                "joined": list(opinion.joined),
                "ground": opinion.ground,
                "holdings": opinion.holdings,
            }
            for opinion in ruling.opinions
        ],
        "paradox": ruling.paradox,
        "line_up": ruling.line_up,
        "common_ground": ruling.common_ground_note or None,
    }


def _mark(mark: Marked) -> dict[str, Any]:
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


def _ballot(card: Ballot) -> dict[str, Any]:
    return {
        "total": round_(card.total),
        "items": {
            item.name: {
                "earned": round_(item.earned),
                "out_of": round_(item.out_of),
                "opportunities": item.opportunities,
                "losses": [
                    {"ply": loss.ply, "move": loss.move, "points": round_(loss.points), "why": loss.why}
                    for loss in item.losses
                ],
            }
            for item in card.items
        },
    }


def round_(points: Any) -> float:
    """Points to two places."""
    return float(f"{float(points):.2f}")


def _actual(ruling: Ruling) -> dict[str, Any] | None:
    beside = result(ruling)
    if beside.really is None:
        return None
    return {
        "disposition": beside.really.value,
        "agrees": beside.agrees,
        "roles": {role.judge: {"here": role.here, "really": role.really} for role in beside.roles},
        "holdings": {one.issue: {"here": one.here or None, "really": one.really or None} for one in beside.holdings},
    }
