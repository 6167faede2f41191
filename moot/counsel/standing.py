"""How well a side stands with the bench on what has been heard: votes, and leads on the issues.

One move changes what was heard of a few issues, and credit only now and then: what the whole bench finds on an issue is kept by
what was heard of it and by everyone's credit (:mod:`moot.bench.judging.whole_bench`).
"""

from __future__ import annotations

from moot.bench import weighing
from moot.bench.judging.bench_credit import Credits
from moot.bench.judging.reach import court_of
from moot.bench.judging.weighed import BenchIssue
from moot.bench.judging.whole_bench import BenchFindings, whole_bench
from moot.bench.persona import Bench
from moot.bench.weighing import Weighing
from moot.case import Case, Heard, Side
from moot.case.per_case import BoundedCache, recent_per_case

__all__ = ["LEAD", "VOTE", "standing_of"]

VOTE = 100
"""A vote outweighs any lead on an issue."""

LEAD = 20
"""A lead on one issue counts no more than this: votes are won at the margin."""

_KEPT = 1 << 12
"""How many leads on one issue are kept."""

_HEARD = 1 << 10
"""How many standings are kept, by what was heard."""


class _Standings:
    """A bench's findings on a case, and what its leads on an issue come to."""

    def __init__(self, case: Case, bench: Bench) -> None:
        self._case, self._bench = case, whole_bench(case, bench.judges)
        sign = {Side.PETITIONER: 1, Side.RESPONDENT: -1, None: 0}
        self._sign = [tuple(sign[position.favors] for position in issue.positions) for issue in case.issues]
        self._standings = BoundedCache[Heard, tuple[int, int]](_HEARD)
        self._leads = [BoundedCache[tuple[BenchIssue, Credits], int](_KEPT) for _ in case.issues]

    def standing(self, heard: Heard) -> tuple[int, int]:
        """How many would disturb the judgment below, and the petitioner's leads less the respondent's."""
        known = self._standings.get(heard)
        if known is None:
            found = self._bench.findings(heard, court_of(self._case, heard))
            disturb = sum([found.vote(at).disturbs for at in range(len(self._bench.judges))])
            known = self._standings[heard] = disturb, sum([self._lead(found, at) for at in range(len(self._sign))])
        return known

    def _lead(self, found: BenchFindings, number: int) -> int:
        """What the leads on one issue come to; kept, because a move leaves most issues as they were."""
        kept, key = self._leads[number], (found.part(number), found.credit_on(number))
        lead = kept.get(key)
        if lead is None:
            sign = self._sign[number]
            lead = kept[key] = sum(
                [
                    sign[at] * min(margin, LEAD)
                    for at, margin in zip(found.places(number), found.margins(number), strict=True)
                ]
            )
        return lead


@recent_per_case(64)
def _standings(case: Case, bench: Bench, _: Weighing) -> _Standings:
    return _Standings(case, bench)


def standing_of(case: Case, bench: Bench, heard: Heard, side: Side) -> int:
    """How well a side stands with the bench on these words: :data:`VOTE` for a vote, and its leads less the other side's."""
    disturb, lead = _standings(case, bench, weighing.SHIPPED).standing(heard)
    votes = disturb if side is not case.below.won else len(bench.judges) - disturb
    return VOTE * votes + (lead if side is Side.PETITIONER else -lead)
