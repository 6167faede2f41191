"""Which side each judge stands against while a point is argued, and how much harder they press it.

A judge takes stock when counsel begins a point, from what has been heard up to then. Only the draw looks at this:
who *may* ask never depends on leanings.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from moot.bench.persona import Judge
from moot.bench.reasoning import reason
from moot.case import Case, Heard, Side

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["EVEN", "against", "pressing"]

EVEN = 1000
"""How hard a judge presses who leans to nobody, in thousandths."""


@lru_cache(maxsize=4096)
def against(judge: Judge, case: Case, heard: Heard) -> Side:
    """The side that would lose this judge's vote if the case were decided now."""
    return case.below.won if reason(judge, case, heard).vote.disturbs else case.below.won.other


def pressing(round: Round, judge: Judge, heard: Heard) -> int:
    """How hard the judge presses the side at the lectern, in thousandths.

    With a lean of L the judge asks L times as much of the side they stand against as of the other, and as much as others
    do of both together.
    """
    lean = int(judge.lean * 100)
    if lean == 100:
        return EVEN
    presses = lean if against(judge, round.case, heard) is round.speaker else 100
    return 2 * EVEN * presses // (100 + lean)
