"""Whom a side won and lost, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from moot.bench.explaining.turning import Turning
from moot.case import Side
from moot.opinion.prose.grammar import joined
from moot.report.debrief.values import BenchLine
from moot.report.turning import Teller
from moot.sitting.words.spoken import judge_title

__all__ = ["bench_lines"]


def bench_lines(teller: Teller, turnings: Sequence[Turning], side: Side) -> Iterator[BenchLine]:
    """The votes that were lost, then those won; judges with the same reason together, the nearest to moving first.

    ``turnings`` are in that order. What would have moved several groups alike is told with the first.
    """
    told: dict[str, str] = {}
    for won in (False, True):
        groups: dict[tuple[str, str], list[Turning]] = {}
        for each in turnings:
            if (each.side is side) is won:
                issue = each.hinges[0].issue if each.hinges else ""
                groups.setdefault((issue, teller.because(each)), []).append(each)
        for (issue, because), found in groups.items():
            line = _line(teller, won=won, issue=issue, because=because, found=found)
            first = told.setdefault(line.instead, line.judges[0])
            if line.instead and first != line.judges[0]:
                line = replace(line, instead=f"What is said of {first} holds here too.")
            yield line


def _line(teller: Teller, *, won: bool, issue: str, because: str, found: Sequence[Turning]) -> BenchLine:
    titles = tuple(judge_title(teller.ruling.bench, each.judge) for each in found)
    on = f" on “{teller.ruling.case.issue[issue].question}”" if issue else ""
    told = f"You {'won' if won else 'lost'} {joined(titles)}{on}{because}"
    if not told.endswith(("?”", ".”", "!”")):
        told += "."
    return BenchLine(won, titles, told, "" if won else teller.instead(found[0]))
