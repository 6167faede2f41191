"""What one judge finds on the issues of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from moot.bench.judging.reach import LivePart
from moot.bench.judging.scales import PLACES, Scales, WeighedIssue, credit_code
from moot.case import Side

__all__ = ["Finding", "Findings"]


class Finding(NamedTuple):
    """What is found on an issue: the position, its place, the support of every position with credit, and the margin.

    The margin is the support of the finding less that of the runner-up among what may be found. Where nothing else may be found, the
    runner-up is the best of the rest, and the margin is at least 0.
    """

    position: str
    at: int
    favors: Side | None
    totals: tuple[int, ...]
    open: tuple[bool, ...]
    margin: int


class Findings(Mapping[str, str]):
    """What one judge finds on every issue, by its id: a position. An issue is weighed when it is first asked for.

    ``credit`` is the petitioner's and the respondent's.
    """

    __slots__ = ("_credit", "_scales", "_within")

    def __init__(self, scales: Scales, within: Sequence[LivePart], credit: tuple[int, int]) -> None:
        self._scales, self._within, self._credit = scales, within, credit_code(credit)

    def of(self, issue: str) -> Finding:
        """What is found on this issue, with the support of every position."""
        number = self._scales.number[issue]
        scales, live = self._scales, self._within[number]
        part = scales.part(number, live)
        margin, at = divmod(scales.found(number, live, self._credit), PLACES)
        position = scales.case.issues[number].positions[at]
        totals = scales.supports(number, part, self._credit)
        return Finding(position.id, at, position.favors, totals, part.open, margin)

    def part(self, number: int) -> WeighedIssue:
        """One issue, by its number, weighed."""
        return self._scales.part(number, self._within[number])

    def margin(self, issue: str) -> int:
        """How far the finding on this issue is ahead of the next."""
        number = self._scales.number[issue]
        return self._scales.found(number, self._within[number], self._credit) // PLACES

    def __getitem__(self, issue: str) -> str:
        number = self._scales.number[issue]
        at = self._scales.found(number, self._within[number], self._credit) % PLACES
        return self._scales.positions[number][at]

    def __iter__(self) -> Iterator[str]:
        return iter(self._scales.issues)

    def __len__(self) -> int:
        return len(self._scales.issues)

    def __repr__(self) -> str:
        return repr(dict(self))
