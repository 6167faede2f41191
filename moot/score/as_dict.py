"""Marks, ballots and the result as JSON-ready data. The shapes are a promise to programs; tests/golden/forms holds them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from moot.score.ballot import Ballot
from moot.score.marks import Marked
from moot.score.result import Result

__all__ = ["ballot_dict", "mark_dict", "points", "result_dict"]


def mark_dict(mark: Marked) -> dict[str, Any]:
    """One mark; ``pin`` and ``quote`` are null where the opinion did not reach what was said."""
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


def ballot_dict(ballot: Ballot) -> dict[str, Any]:
    """One side's ballot: the total out of 100 and, item by item, the points earned, those at stake, and each loss."""
    return {
        "total": points(ballot.total),
        "enough": ballot.enough,
        "items": {
            item.name: {
                "earned": points(item.earned),
                "out_of": points(item.out_of),
                "opportunities": item.opportunities,
                "losses": [
                    {"ply": loss.ply, "move": loss.move, "points": points(loss.points), "why": loss.why}
                    for loss in item.losses
                ],
            }
            for item in ballot.items
        },
    }


def result_dict(compared: Result) -> dict[str, Any]:
    """The ruling beside the real one; ``really`` is null for a fictional case, and for an issue a lead opinion did not reach."""
    return {
        "here": compared.here.value,
        "really": compared.really.value if compared.really else None,
        "agrees": compared.agrees,
        "roles": {role.judge: {"here": role.here, "really": role.really} for role in compared.roles},
        "holdings": {one.issue: {"here": one.here or None, "really": one.really or None} for one in compared.holdings},
    }


def points(exact: Fraction) -> float:
    """Points to two places."""
    return float(f"{float(exact):.2f}")
