"""The one place that builds styled text.

Textual reads ``[...]`` in a bare string as markup, and markup may hold live links. So no string from a file or a
keyboard goes to a widget as it is: everything is built here as :class:`~textual.content.Content`, which is never
parsed. What cannot be printed becomes a space.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from moot.files.text import harmless

__all__ = [
    "BROADEST",
    "EMPTY",
    "Hanging",
    "Ink",
    "InkedText",
    "Pile",
    "Shown",
    "right",
    "spaced",
    "stack",
    "to_width",
    "words",
    "wrapped",
]


class Ink(StrEnum):
    """The few styles text comes in. Color is never the only sign: a glyph or a word stands beside it."""

    PLAIN = ""
    STRONG = "bold"
    QUIET = "$text-muted"
    TITLE = "bold $primary"
    PETITIONER = "bold $primary"
    RESPONDENT = "bold $secondary"
    BENCH = "bold $foreground"
    GOOD = "$text-success"
    BAD = "$text-error"
    WARN = "$text-warning"
    KEY = "bold $accent"
    ASIDE = "italic $text-muted"
    QUOTE = "italic $foreground"
    LIT = "bold reverse"


InkedText = Content | str | tuple[str, Ink]
EMPTY = Content("")


def words(*parts: InkedText) -> Content:
    """Content from plain strings, inked strings and other content, one after the other."""
    made: list[Content | tuple[str, str]] = []
    for part in parts:
        if isinstance(part, Content):
            made.append(part)
        elif isinstance(part, tuple):
            made.append((harmless(part[0]), part[1].value))
        else:
            made.append((harmless(part), ""))
    return Content.assemble(*made)


def spaced(parts: Iterable[InkedText], between: InkedText = "  ") -> Content:
    """Content of all the parts with something between them; empty parts are left out."""
    made = [content for content in (words(part) for part in parts) if content]
    return words(between).join(made)


def stack(rows: Iterable[Content]) -> Content:
    """Rows one under the other."""
    return Content("\n").join(list(rows))


BROADEST = 132
"""No screen is laid out broader than this: a transcript with the roadmap beside it. On a broader one it stands in the middle."""


def to_width(content: Content, width: int) -> Content:
    """The content in exactly this many cells: cut with an ellipsis, or filled with spaces."""
    if content.cell_length > width:
        content = content.truncate(max(width, 0), ellipsis=True)
    return content.pad_right(max(width - content.cell_length, 0))


def right(left: Content, end: Content, width: int) -> Content:
    """One row with ``left`` at the left and ``end`` at the right; ``left`` gives way."""
    room = max(width - end.cell_length - 1, 0)
    return Content.assemble(to_width(left, room), " ", end)


_STRAY = frozenset("-\u2013\u2014\u2026\u201d\u2019\"'.,;:?!)]\u203a")


def wrapped(paragraph: Content, width: int) -> list[Content]:
    """The rows of a paragraph at this width. A dash or an ellipsis never stands alone on a row: the word before it comes down with it."""
    rows = paragraph.wrap(width) or [EMPTY]
    for number in range(1, len(rows)):
        alone = rows[number].plain.strip()
        if not alone or not _STRAY.issuperset(alone):
            continue
        before = rows[number - 1].rstrip()
        at = before.plain.rfind(" ") + 1
        last = words(before[at:], " ", rows[number])
        if at and last.cell_length <= width:
            rows[number - 1 : number + 1] = [before[:at], last]
    return rows


_NARROWEST = 20
"""Text with something beside it has at least so many columns, if it needs them."""


class _Laid(Visual):
    """Text that lays itself out for a width; the layout is kept until the width changes."""

    def __init__(self) -> None:
        self._made: tuple[int, Content] = (-1, EMPTY)

    def _rows(self, width: int) -> list[Content]:
        raise NotImplementedError

    def laid(self, width: int) -> Content:
        """The rows at this width."""
        if self._made[0] != width:
            self._made = width, stack(self._rows(width))
        return self._made[1]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows as Textual wants them."""
        return self.laid(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        return container_width

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Room for a word."""
        return 8

    def get_height(self, rules: RulesMap, width: int) -> int:
        """How many rows it takes."""
        return self.laid(width).plain.count("\n") + 1


class Hanging(_Laid):
    """Paragraphs under a hanging indent: ``lead`` stands in the indent of the first row, ``end`` at its right.

    ``beside`` are rows that stand in the indent under the lead, as a picture does; they may be more than the text has.
    ``rail`` stands in the indent of every row below those.
    ``measure`` is the longest row of text in cells: beyond it the eye loses the line. ``below`` rows are left empty.
    """

    def __init__(
        self,
        lead: Content,
        paragraphs: Sequence[Content],
        *,
        indent: int,
        end: Content = EMPTY,
        measure: int = 84,
        below: int = 0,
        beside: Sequence[Content] = (),
        rail: Content = EMPTY,
    ) -> None:
        super().__init__()
        self.lead = lead
        self.paragraphs = tuple(paragraphs)
        self.indent = indent
        self.end = end
        self.measure = measure
        self.below = below
        self.beside = tuple(beside)
        self.rail = rail

    @property
    def plain(self) -> str:
        """The words without any layout."""
        return " ".join(part.plain for part in (self.lead, *self.paragraphs, self.end) if part)

    def _broadest(self) -> int:
        """The cells of the first paragraph."""
        return self.paragraphs[0].cell_length if self.paragraphs else 0

    def _rows(self, width: int) -> list[Content]:
        width = max(width, self.indent + 8)
        rows: list[Content] = []
        leads = [self.lead, *self.beside]
        # Where the end would leave the text too little room beside it, it stands under the text.
        beside = bool(self.end) and width - self.indent - self.end.cell_length - 2 >= min(self._broadest(), _NARROWEST)
        for number, paragraph in enumerate(self.paragraphs):
            room = width - self.indent
            if number == 0 and beside:
                room -= self.end.cell_length + 2
            for row in wrapped(paragraph, max(min(room, self.measure), 8)):
                lead = to_width(leads[len(rows)] if len(rows) < len(leads) else self.rail, self.indent)
                made = words(lead, row.rstrip())
                rows.append(right(made, self.end, width) if not rows and beside else made)
        rows = rows or [to_width(self.lead, width)]
        if self.end and not beside and self.paragraphs:
            rows.append(words(" " * self.indent, self.end))
        rows += [to_width(row, self.indent) for row in leads[len(rows) :]]
        return rows + [EMPTY] * self.below


class Pile(_Laid):
    """Pieces one under the other, each with a layout of its own."""

    def __init__(self, pieces: Iterable[Content | Hanging]) -> None:
        super().__init__()
        self.pieces = [piece if isinstance(piece, Hanging) else Hanging(EMPTY, [piece], indent=0) for piece in pieces]

    @property
    def plain(self) -> str:
        """The words without any layout."""
        return "\n".join(piece.plain for piece in self.pieces)

    def _rows(self, width: int) -> list[Content]:
        return [piece.laid(width) for piece in self.pieces]


Shown = Content | Hanging | Pile
"""What a widget of the game may show."""
