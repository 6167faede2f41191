"""The verdict side by side, as lines: for two people who argued against each other."""

from __future__ import annotations

from collections.abc import Iterator

from moot.case import Side
from moot.plain.page import BLANK, Para
from moot.report.sides import SideBySide

__all__ = ["side_lines"]


def side_lines(told: SideBySide) -> Iterator[Para]:
    """The judgment, then one line for each thing that is counted: both figures, and who has the better of it."""
    petitioner, respondent = told.counsel
    yield BLANK
    yield Para(f"SIDE BY SIDE: {petitioner} and {respondent}")
    yield BLANK
    yield Para(told.judgment)
    for row in told.rows:
        who = {Side.PETITIONER: petitioner, Side.RESPONDENT: respondent, None: ""}[row.better]
        better = f" (better: {who})" if who else ""
        yield Para(f"{row.label.strip()}: {petitioner} {row.petitioner}, {respondent} {row.respondent}{better}", 2, 2)
