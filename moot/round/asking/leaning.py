"""Which side each judge stands against while a point is argued, where they are in doubt, and how hard they press.

A judge takes stock when counsel opens a head, from what has been heard up to then. Only the draw looks at this:
who *may* ask never depends on leanings.
"""

from __future__ import annotations

from moot.bench.judging.reach import court_of
from moot.bench.judging.reasoning import Reasoning, reason
from moot.bench.persona import Bench, Judge
from moot.bench.weighing import recent_under_rules
from moot.case import Case, Heard, Side

__all__ = ["EVEN", "Leanings", "leanings_of", "pressing"]

EVEN = 1000
"""How hard a judge presses who leans to nobody, in thousandths."""

_NARROW, _CLOSE = 6, 18
"""Margins at or under which a judge is in great doubt, and in some."""


class Leanings:
    """How the judges lean on what has been heard. A judge's reasoning is done when it is first asked for, and once."""

    def __init__(self, case: Case, bench: Bench, heard: Heard) -> None:
        self.case, self.bench, self.heard = case, bench, heard
        self._court = court_of(case, heard)
        self._minds: dict[str, Reasoning] = {}
        self._pressing: dict[Side | None, tuple[int, ...]] = {}

    def _mind(self, judge: Judge) -> Reasoning:
        found = self._minds.get(judge.id)
        if found is None:
            found = self._minds[judge.id] = reason(judge, self.case, self.heard, self._court)
        return found

    def against(self, judge: Judge) -> Side:
        """The side that would lose this judge's vote if the case were decided now."""
        won = self.case.below.won
        return won if self._mind(judge).vote.disturbs else won.other

    def doubt(self, judge: Judge, issue: str) -> int:
        """1 to 3: a judge is in most doubt where the margin on the issue is thin."""
        margin = self._mind(judge).margin(issue)
        return 3 if margin <= _NARROW else 2 if margin <= _CLOSE else 1

    def pressing(self, speaker: Side | None) -> tuple[int, ...]:
        """How hard each judge in turn presses this side at the lectern, in thousandths."""
        found = self._pressing.get(speaker)
        if found is None:
            found = self._pressing[speaker] = tuple(
                EVEN if judge.lean == 1 or not judge.talk else pressing(judge, self.against(judge) is speaker)
                for judge in self.bench.judges
            )
        return found


@recent_under_rules(256)
def leanings_of(case: Case, bench: Bench, heard: Heard) -> Leanings:
    """How this bench leans on what has been heard; kept, because a turn opens alike in many sittings."""
    return Leanings(case, bench, heard)


def pressing(judge: Judge, opposed: bool) -> int:
    """How hard the judge presses the side at the lectern, in thousandths; ``opposed`` is whether they stand against it.

    With a lean of L the judge asks L times as much of the side they stand against as of the other, and as much of both
    together as a judge who leans to nobody.
    """
    lean = int(judge.lean * 100)
    return 2 * EVEN * (lean if opposed else 100) // (100 + lean)
