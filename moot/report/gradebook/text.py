"""The gradebook in a few lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from moot.report.gradebook.page import common_mistakes
from moot.report.gradebook.rows import Row, grown

__all__ = ["gradebook_lines"]


def gradebook_lines(rows: Sequence[Row]) -> Iterator[str]:
    """A line a student: sittings, median and best total, growth; then the most common mistake."""
    growth = grown(rows)
    names = sorted({row.student for row in rows})
    wide = max((len(name) for name in names), default=0)
    for name in names:
        places = [place for place, row in enumerate(rows) if row.student == name]
        totals = [total for place in places if (total := rows[place].total) is not None]
        told = f"median {median(totals):5.1f}, best {max(totals):5.1f}" if totals else "too little to score"
        last = [growth[place] for place in places if place in growth]
        more = f", growth {last[-1]:+.1f}" if last else ""
        yield f"{name:{wide}}  {len(places):3} sitting{'s' if len(places) != 1 else ' '}  {told}{more}"
    for case, question, said, _, many, points in common_mistakes(rows)[:1]:
        yield ""
        yield f"The most common mistake ({many} student{'s' * (many != 1)}, {points:.1f} points each), in {case}:"
        yield f"   {question}"
        yield f"   {said}"
