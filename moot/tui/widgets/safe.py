"""Textual's text widgets behind a gate: they take built text only, and refuse a bare string at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Offset, Region, Spacing
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from moot.tui.text import EMPTY, Hanging, Ink, Pile, Shown, words

if TYPE_CHECKING:
    from moot.tui.widgets.jumps import Jump

__all__ = ["CHOSEN", "MARKED", "SUBMITTED", "Entry", "Menu", "Words", "built"]

CHOSEN, MARKED, SUBMITTED = OptionList.OptionSelected, OptionList.OptionHighlighted, Input.Submitted
"""What Textual's own list and input send: the palette listens for them, and shows nothing through either."""


def built(shown: Shown) -> Shown:
    """The value itself, if it is built text. Raises ``TypeError`` on anything else, a string above all."""
    if not isinstance(shown, Content | Hanging | Pile):
        raise TypeError(f"a widget shows text built by moot.tui.text, not {type(shown).__name__}")
    return shown


class Words(Static):
    """A piece of text. It is chosen and set whole."""

    def __init__(self, shown: Shown = EMPTY, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(built(shown), id=id, classes=classes, markup=False)
        self.showing: Shown = shown

    def show(self, shown: Shown) -> None:
        """Show this instead."""
        self.showing = shown
        self.update(built(shown))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu: a key to press, paragraphs of text, and something at the right end.

    ``label`` stands before the paragraphs, which hang beside it.
    """

    key: str
    paragraphs: Sequence[Content]
    end: Content = EMPTY
    enabled: bool = True
    measure: int = field(default=96, kw_only=True)
    below: int = field(default=0, kw_only=True)
    label: Content = field(default=EMPTY, kw_only=True)

    def shown(self, marked: bool) -> Hanging:
        """The entry, with the mark of the one that Enter would take."""
        mark = ("▸", Ink.KEY) if marked else " "
        lead = words(mark, (f"{self.key:>2}  ", Ink.KEY if self.enabled else Ink.QUIET), self.label)
        return Hanging(
            lead,
            self.paragraphs,
            indent=5 + self.label.cell_length,
            end=self.end,
            measure=self.measure,
            below=self.below,
        )


class Menu(OptionList, inherit_bindings=False):
    """A list of entries. The marked one carries a glyph as well as a color. Left and right are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = list(OptionList.BINDINGS)
    DEFAULT_CSS = "Menu, Menu:focus { background-tint: transparent 0%; }"
    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The marked place. Only the two entries that change are painted again (``watch_highlighted``)."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False, compact=True)
        self.entries: list[Entry] = []
        self._marked_renders: LRUCache[tuple[Option, Style, Spacing], list[Strip]] = LRUCache(256)
        self._painted_mark: int | None = None
        self._painting = False

    def offer(self, entries: Iterable[Entry | None], mark: int = 0) -> None:
        """Offer these entries, with the one at ``mark`` marked. None draws a line between two of them."""
        rows = list(entries)
        self.entries = [entry for entry in rows if entry is not None]
        for entry in self.entries:
            for part in (*entry.paragraphs, entry.end, entry.label):
                built(part)
        self.set_options(
            None if entry is None else Option(entry.shown(False), disabled=not entry.enabled) for entry in rows
        )
        self.highlighted = min(mark, len(self.entries) - 1) if self.entries else None

    def change(self, place: int, entry: Entry) -> None:
        """Show another entry in one place."""
        self.entries[place] = entry
        self.replace_option_prompt_at_index(place, entry.shown(False))

    def jumps(self) -> Iterator[Jump]:
        """The lines that no digit reaches; where digits do, the list as a whole, unless it has the keys already."""
        from moot.tui.widgets.jumps import Jump, shown_region  # Not wanted before the first frame.

        seen = shown_region(self).intersection(self.content_region)
        if any(entry.key for entry in self.entries):
            if self.focusable and not self.has_focus:
                yield Jump(seen.offset, self.focus)
            return
        for index, entry in enumerate(self.entries):
            row = self._index_to_line.get(index, -1) - self.scroll_offset.y
            if entry.enabled and 0 <= row < seen.height:
                yield Jump(seen.offset + Offset(1, row), partial(self._mark, index))

    def _mark(self, place: int) -> None:
        """Mark this line, and take the keys."""
        self.focus()
        self.highlighted = place

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Bring the marked entry into view and say which it is; paint it, and the one that was marked."""
        super().watch_highlighted(highlighted)
        tops, heights = self._index_to_line, self._line_cache.heights
        above, width = self.scroll_offset.y, self.size.width
        self.refresh(
            *(
                Region(0, tops[place] - above, width, heights[place])
                for place in (self._painted_mark, highlighted)
                if place is not None and place in tops
            )
        )
        self._painted_mark = highlighted

    def render_lines(self, crop: Region) -> list[Strip]:
        """These rows. Where each entry stands is found once for all of them, not once a row."""
        self._update_lines()
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def _update_lines(self) -> None:
        if not self._painting:
            super()._update_lines()

    def _get_visual(self, option: Option) -> Visual:
        """The entry of this option, with the mark where it is the marked one. The mark takes as much room as none."""
        place = self._option_to_index[option]
        if place != self.highlighted or place >= len(self.entries):
            return super()._get_visual(option)
        return self.entries[place].shown(True)

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        """The rows of an option. Those of the marked one are kept apart, so that nothing is laid out again when the mark moves."""
        if not self._option_render_cache:
            self._marked_renders.clear()
        if self._option_to_index[option] != self.highlighted:
            return super()._get_option_render(option, style)
        plain, self._option_render_cache = self._option_render_cache, self._marked_renders
        try:
            return super()._get_option_render(option, style)
        finally:
            self._option_render_cache = plain
