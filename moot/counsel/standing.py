"""How well a side stands with the bench on what has been heard: votes, and leads on the issues.

One move changes what was heard of a few issues, and credit only now and then. So what the whole bench finds on an issue is kept by
what was heard of it and by everyone's credit; with the same words, :func:`~moot.bench.judging.reasoning.reason` says the same
of each judge (`tests/counsel/test_standing.py`).
"""

from __future__ import annotations

from moot.bench import weighing
from moot.bench.judging.reach import LivePart, court_of
from moot.bench.judging.scales import PLACES
from moot.bench.judging.whole_bench import TreeNode, tree_by_number, whole_bench
from moot.bench.persona import Bench
from moot.bench.weighing import Weighing
from moot.case import Case, Heard, Side
from moot.case.per_case import recent_per_case

__all__ = ["LEAD", "VOTE", "standing_of"]

VOTE = 100
"""A vote outweighs any lead on an issue."""

LEAD = 20
"""A lead on one issue counts no more than this: votes are won at the margin."""

_KEPT = 1 << 12
"""How many parts of one issue are kept; past that they start afresh."""

IssueRow = tuple[tuple[int, ...], int]
"""What each judge in turn finds on an issue, by place, and the petitioner's leads there less the respondent's."""


class _Standings:
    """A bench's findings on a case, issue by issue."""

    def __init__(self, case: Case, bench: Bench) -> None:
        self._case, self._bench, self._root = case, whole_bench(case, bench.judges), tree_by_number(case)
        sign = {Side.PETITIONER: 1, Side.RESPONDENT: -1, None: 0}
        self._sign = [tuple(sign[position.favors] for position in issue.positions) for issue in case.issues]
        self._rows: list[dict[LivePart, dict[tuple[int, ...], IssueRow]]] = [{} for _ in case.issues]

    def standing(self, heard: Heard) -> tuple[int, int]:
        """How many would disturb the judgment below, and the petitioner's leads less the respondent's."""
        court = court_of(self._case, heard)
        credits = tuple(self._bench.codes(heard, court))
        rows = [self._row(number, live, credits) for number, live in enumerate(court.within)]
        disturb = 0
        for findings in zip(*[found for found, _ in rows], strict=True):
            node: TreeNode = self._root
            while isinstance(node, tuple):
                number, children = node
                node = children[findings[number]]
            disturb += node.disturbs
        return disturb, sum([lead for _, lead in rows])

    def _row(self, number: int, live: LivePart, credits: tuple[int, ...]) -> IssueRow:
        rows = self._rows[number]
        kept = rows.get(live)
        if kept is None:
            if len(rows) >= _KEPT:
                rows.clear()
            kept = rows[live] = {}
        row = kept.get(credits)
        if row is None:
            if len(kept) >= _KEPT:
                kept.clear()
            row = kept[credits] = self._find(number, live, credits)
        return row

    def _find(self, number: int, live: LivePart, credits: tuple[int, ...]) -> IssueRow:
        sign = self._sign[number]
        found, leads = [], 0
        for scales, credit in zip(self._bench.scales, credits, strict=True):
            margin, at = divmod(scales.found(number, live, credit), PLACES)
            found.append(at)
            leads += sign[at] * min(margin, LEAD)
        return tuple(found), leads


@recent_per_case(64)
def _standings(case: Case, bench: Bench, _: Weighing) -> _Standings:
    return _Standings(case, bench)


@recent_per_case(1024)
def _standing(case: Case, bench: Bench, heard: Heard, rules: Weighing) -> tuple[int, int]:
    return _standings(case, bench, rules).standing(heard)


def standing_of(case: Case, bench: Bench, heard: Heard, side: Side) -> int:
    """How well a side stands with the bench on these words: :data:`VOTE` for a vote, and its leads less the other side's."""
    disturb, lead = _standing(case, bench, heard, weighing.SHIPPED)
    votes = disturb if side is not case.below.won else len(bench.judges) - disturb
    return VOTE * votes + (lead if side is Side.PETITIONER else -lead)
