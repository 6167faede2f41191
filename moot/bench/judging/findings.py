"""What one judge finds on the issues of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from moot.bench.judging.weighed import WeighedIssue
from moot.bench.judging.whole_bench import BenchFindings
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
    margin: int


class Findings(Mapping[str, str]):
    """What the judge at one place of a bench finds on every issue, by its id: a position. An issue is weighed when it is first asked for."""

    __slots__ = ("_at", "_bench", "_scales")

    def __init__(self, bench: BenchFindings, at: int) -> None:
        self._bench, self._at, self._scales = bench, at, bench.bench.scales[at]

    def of(self, issue: str) -> Finding:
        """What is found on this issue, with the support of every position."""
        number = self._scales.number[issue]
        bench, judge = self._bench, self._at
        part, at = bench.part(number), bench.places(number)[judge]
        position = self._scales.case.issues[number].positions[at]
        totals = tuple([each[judge] for each in bench.bench.totals(number, part, bench.credits)])
        return Finding(position.id, at, position.favors, totals, bench.margins(number)[judge])

    def part(self, number: int) -> WeighedIssue:
        """One issue, by its number, weighed."""
        return self._bench.part(number).of(self._at)

    def margin(self, issue: str) -> int:
        """How far the finding on this issue is ahead of the next."""
        return self._bench.margins(self._scales.number[issue])[self._at]

    def __getitem__(self, issue: str) -> str:
        number = self._scales.number[issue]
        return self._scales.positions[number][self._bench.places(number)[self._at]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._scales.issues)

    def __len__(self) -> int:
        return len(self._scales.issues)

    def __repr__(self) -> str:
        return repr(dict(self))
