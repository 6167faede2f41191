"""Which side each judge stands against while a point is argued, where they are in doubt, and how hard they press.

A judge takes stock when counsel opens a head, from what has been heard up to then. Only the draw looks at this:
who *may* ask never depends on leanings.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.judging.reach import court_of
from moot.bench.judging.whole_bench import whole_bench
from moot.bench.persona import Bench, Judge
from moot.bench.weighing import recent_under_rules
from moot.case import Case, Heard, Side
from moot.case.per_case import per_case

__all__ = ["EVEN", "Leanings", "leanings_of", "pressing"]

EVEN = 1000
"""How hard a judge presses who leans to nobody, in thousandths."""

_NARROW, _CLOSE = 6, 18
"""Margins at or under which a judge is in great doubt, and in some."""


class Leanings:
    """How the judges lean on what has been heard. Judges go by their place on the bench."""

    def __init__(self, case: Case, bench: Bench, heard: Heard) -> None:
        self._won, self._judges = case.below.won, bench.judges
        self._findings = whole_bench(case, bench.judges).findings(heard, court_of(case, heard))
        self._number = _numbers(case)
        self._unsure: dict[str, Sequence[int]] = {}
        self._pressing: dict[Side | None, tuple[int, ...]] = {}

    def against(self, place: int) -> Side:
        """The side that would lose this judge's vote if the case were decided now."""
        vote = self._findings.vote(place)
        return self._won if vote.disturbs else self._won.other

    def unsure(self, issue: str) -> Sequence[int]:
        """For each judge 1 to 3: a judge is in most doubt where the margin on the issue is thin."""
        found = self._unsure.get(issue)
        if found is None:
            found = self._unsure[issue] = [*map(_doubt, self._findings.margins(self._number[issue]))]
        return found

    def pressing(self, speaker: Side | None) -> tuple[int, ...]:
        """How hard each judge in turn presses this side at the lectern, in thousandths."""
        found = self._pressing.get(speaker)
        if found is None:
            found = self._pressing[speaker] = tuple(
                EVEN if judge.lean == 1 or not judge.talk else pressing(judge, self.against(place) is speaker)
                for place, judge in enumerate(self._judges)
            )
        return found


@per_case
def _numbers(case: Case) -> dict[str, int]:
    """The number of every issue, in the order of the case."""
    return {issue.id: number for number, issue in enumerate(case.issues)}


def _doubt(margin: int) -> int:
    return 3 if margin <= _NARROW else 2 if margin <= _CLOSE else 1


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
