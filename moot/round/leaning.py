"""Which side each judge stands against while a point is argued, where they are in doubt, and how hard they press.

A judge takes stock when counsel opens a head, from what has been heard up to then. Only the draw looks at this:
who *may* ask never depends on leanings.
"""

from __future__ import annotations

from functools import lru_cache

from moot.bench.persona import Judge
from moot.bench.reach import Court, court_of
from moot.bench.reasoning import Reasoning, reason
from moot.case import Case, Heard, Side

__all__ = ["EVEN", "against", "doubt", "pressing"]

EVEN = 1000
"""How hard a judge presses who leans to nobody, in thousandths."""

_NARROW, _CLOSE = 6, 18
"""Margins at or under which a judge is in great doubt, and in some."""


@lru_cache(maxsize=4096)
def against(judge: Judge, case: Case, heard: Heard) -> Side:
    """The side that would lose this judge's vote if the case were decided now."""
    return case.below.won if _mind(judge, case, heard).vote.disturbs else case.below.won.other


@lru_cache(maxsize=4096)
def doubt(judge: Judge, case: Case, heard: Heard, issue: str) -> int:
    """1 to 3: a judge is in most doubt where the margin on the issue is thin."""
    margin = _mind(judge, case, heard).margin(issue)
    return 3 if margin <= _NARROW else 2 if margin <= _CLOSE else 1


@lru_cache(maxsize=32)
def _mind(judge: Judge, case: Case, heard: Heard) -> Reasoning:
    return reason(judge, case, heard, _court(case, heard))


@lru_cache(maxsize=16)
def _court(case: Case, heard: Heard) -> Court:
    """What is before the court, for the judges who are looked at one after another on the same words."""
    return court_of(case, heard)


def pressing(judge: Judge, opposed: bool) -> int:
    """How hard the judge presses the side at the lectern, in thousandths; ``opposed`` is whether they stand against it.

    With a lean of L the judge asks L times as much of the side they stand against as of the other, and as much of both
    together as a judge who leans to nobody.
    """
    lean = int(judge.lean * 100)
    return 2 * EVEN * (lean if opposed else 100) // (100 + lean)
