"""The verdict side by side, as rows of text."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from moot.case import Side
from moot.report.sides import SideBySide
from moot.tui.text import EMPTY, Hanging, Ink, Shown, to_width, words
from moot.tui.widgets.banner import ink_of

__all__ = ["side_rows"]

_LABEL, _COLUMN = 25, 16


def side_rows(told: SideBySide) -> Iterator[Shown]:
    """The judgment, then what each side got; a tick marks the better."""
    yield Hanging(EMPTY, [words((told.judgment, Ink.STRONG))], indent=0)
    yield EMPTY
    names = [words("  ", (name, ink_of(side))) for name, side in zip(told.counsel, Side, strict=True)]
    yield _row(EMPTY, *names)
    for row in told.rows:
        yield _row(
            words((row.label, Ink.QUIET)),
            *(
                words((("✓ " if row.better is side else "  "), Ink.GOOD), shown)
                for side, shown in ((Side.PETITIONER, row.petitioner), (Side.RESPONDENT, row.respondent))
            ),
        )


def _row(label: Content, one: Content, other: Content) -> Content:
    return words(to_width(label, _LABEL), to_width(one, _COLUMN), to_width(other, _COLUMN))
