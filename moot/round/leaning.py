"""Which side each judge stands against while a point is argued, where they are in doubt, and how hard they press.

A judge takes stock when counsel begins a point, from what has been heard up to then. Only the draw looks at this:
who *may* ask never depends on leanings.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from moot.bench.persona import Judge
from moot.bench.reach import Court, court_of
from moot.bench.reasoning import reason
from moot.case import Case, Heard, Side

__all__ = ["EVEN", "View", "pressing", "view"]

EVEN = 1000
"""How hard a judge presses who leans to nobody, in thousandths."""

_NARROW, _CLOSE = 6, 18
"""Margins at or under which a judge is in great doubt, and in some."""


class View(NamedTuple):
    """How a judge sees the case: the side that would lose their vote now, and for each issue how much they doubt (1 to 3)."""

    against: Side
    doubts: Mapping[str, int]


@lru_cache(maxsize=4096)
def view(judge: Judge, case: Case, heard: Heard) -> View:
    """How the judge sees the case when so much has been heard."""
    mind = reason(judge, case, heard, _court(case, heard))
    margins = {issue.id: mind.margin(issue.id) for issue in case.issues}
    return View(
        case.below.won if mind.vote.disturbs else case.below.won.other,
        {issue: 3 if margin <= _NARROW else 2 if margin <= _CLOSE else 1 for issue, margin in margins.items()},
    )


@lru_cache(maxsize=16)
def _court(case: Case, heard: Heard) -> Court:
    """What is before the court, for the judges who are looked at one after another on the same words."""
    return court_of(case, heard)


def pressing(judge: Judge, against: bool) -> int:
    """How hard the judge presses the side at the lectern, in thousandths; ``against`` is whether they stand against it.

    With a lean of L the judge asks L times as much of the side they stand against as of the other, and as much of both
    together as a judge who leans to nobody.
    """
    lean = int(judge.lean * 100)
    return 2 * EVEN * (lean if against else 100) // (100 + lean)
