"""Words looked for on the pages of a screen, or in the transcript."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.widget import Widget

from moot.tui.screens.base import GameScreen
from moot.tui.screens.find import Find
from moot.tui.widgets.pages import Pages
from moot.tui.widgets.safe import Words

__all__ = ["SEEKING", "Seeking"]

SEEKING = (
    Binding("slash", "find", "find", key_display="/"),
    Binding("g", "find_next", "next found", show=False),
)
"""The keys that look for words."""

_FOUND = "-found"


class Seeking(GameScreen[None]):
    """``/`` asks for words and goes to the next place that has them; ``g`` goes on to the one after, round the end."""

    wanted = ""
    _at = (-1, -1)

    def texts(self) -> Sequence[Sequence[str]]:
        """The rows of every page, as plain text."""
        return [[row.plain for row in page.rows()] for page in self.query_one(Pages).pages]

    def turn_to(self, page: int) -> None:
        """Open a page."""
        pages = self.query_one(Pages)
        if pages.open != page:
            pages.open = page

    def rows(self) -> Sequence[Widget]:
        """The rows of the open page, in the order of :meth:`texts`."""
        return list(self.query(".row").results(Words))

    def here(self) -> int:
        """Which page is open."""
        return self.query_one(Pages).open

    def action_find(self) -> None:
        """Ask what to look for."""
        self.app.push_screen(Find(self.wanted), self._asked)

    def _asked(self, wanted: str | None) -> None:
        if wanted:
            if wanted != self.wanted:
                self._at = (self.here(), -1)
            self.wanted = wanted
            self.action_find_next()

    def action_find_next(self) -> None:
        """To the next row that has the words."""
        key = self.wanted.casefold()
        if not key:
            return
        places = [
            (page, row)
            for page, rows in enumerate(self.texts())
            for row, text in enumerate(rows)
            if key in text.casefold()
        ]
        if not places:
            self.app.tell(f"Nothing here has “{self.wanted}”.")  # type: ignore[attr-defined]
            return
        self._at = next((place for place in places if place > self._at), places[0])
        self.turn_to(self._at[0])
        self.call_after_refresh(self._light)

    def _light(self) -> None:
        for number, row in enumerate(self.rows()):
            row.set_class(number == self._at[1], _FOUND)
            if number == self._at[1]:
                row.scroll_visible(animate=False, top=True)
