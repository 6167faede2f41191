"""The gradebook as a table for a spreadsheet. No cell is read as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from moot.files.text import harmless
from moot.report.gradebook.rows import ITEMS, GradebookRow, grown

__all__ = ["cell", "gradebook_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula or a command, in the first place of a text."""


def cell(value: str | float | bool | None) -> str:
    """A value as a cell: text that begins as a formula does gets an apostrophe before it, and stays text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    text = " ".join(harmless(value).split())
    return f"'{text}" if text.startswith(_FORMULA) else text


def gradebook_csv(rows: Sequence[GradebookRow]) -> str:
    """A line a row, with a heading. Lines end as RFC 4180 has them."""
    out = io.StringIO()
    write = csv.writer(out)
    head = [
        "Student",
        "Case",
        "Side",
        "Started",
        "Record",
        "Assignment",
        "Late",
        "Format",
        "Opponent",
        "Mode",
        "Finished",
    ]
    head += ["Total of 100", *(f"{label} (%)" for _, label in ITEMS), "Growth since the first"]
    head += ["Votes won", "Bench", "Votes moved", "Findings moved"]
    head += [
        "Best answer",
        "To the question",
        "Worst answer",
        "To the question",
        "Better",
        "Points it cost",
        "Mistakes",
    ]
    write.writerow(head)
    growth = grown(rows)
    for index, row in enumerate(rows):
        worst = row.mistakes[0] if row.mistakes else None
        parts: list[str | float | bool | None] = [row.student, row.caption, row.called, row.started, row.record]
        parts += [
            row.assignment,
            row.late if row.assignment else None,
            row.format,
            row.opponent,
            row.mode,
            row.finished,
        ]
        parts += [row.total, *(_share(row.items.get(name)) for name, _ in ITEMS), growth.get(index)]
        parts += [row.votes, row.bench, row.moved, row.findings]
        parts += [row.best.said if row.best else None, row.best.question if row.best else None]
        parts += [worst.said, worst.question, worst.better, worst.points] if worst else [None] * 4
        parts.append(len(row.mistakes))
        write.writerow([cell(part) for part in parts])
    return out.getvalue()


def _share(item: tuple[float, float] | None) -> float | None:
    """An item as a percentage of what it was out of, so that sittings can be compared."""
    if item is None or not item[1]:
        return None
    return float(f"{100 * item[0] / item[1]:.0f}")
