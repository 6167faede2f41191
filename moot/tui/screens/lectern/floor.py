"""How the screen of the lectern is shared out: between the transcript, which may be read back in, and the choices."""

from __future__ import annotations

from textual import on
from textual.css.styles import RulesMap
from textual.events import DescendantBlur, DescendantFocus

from moot.tui.screens.lectern.timed import Timed
from moot.tui.text import Ink, words
from moot.tui.widgets.banner import Bar, BenchRow
from moot.tui.widgets.desk import Desk
from moot.tui.widgets.safe import Menu
from moot.tui.widgets.transcript import Transcript

__all__ = ["BACK", "Floor"]

BACK = words((" ▲ Reading back ", Ink.LIT), ("  PgUp PgDn  / find  t esc", Ink.KEY), " to the choices")
"""The sign of the transcript's mode."""


class Floor(Timed):
    """Reading back, and the room that a question takes."""

    def on_resize(self) -> None:
        """The choices leave the question that stands as much room as it takes now."""
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Leave so much room above the choices that the question which stands is seen whole, as long as they keep a part of it."""
        transcript, desk = self.query_one(Transcript), self.query_one(Desk)
        last = transcript.last
        if last is None or not last.question or not self.offered:
            desk.styles.max_height = None
            return
        rows = last.shown.get_height(RulesMap(), max(transcript.scrollable_content_region.width - 2, 8))
        above = self.query_one(Bar).outer_size.height + self.query_one(BenchRow).outer_size.height + 1
        desk.styles.max_height = max(self.size.height - above - rows, self.size.height * 2 // 5)

    def action_page(self, way: int) -> None:
        """Scroll the transcript by a page, wherever the keyboard is."""
        transcript = self.query_one(Transcript)
        (transcript.scroll_page_up if way < 0 else transcript.scroll_page_down)(animate=False)

    def action_transcript(self) -> None:
        """Give the keyboard to the transcript, or back to the choices."""
        transcript = self.query_one(Transcript)
        if transcript.has_focus and self.offered:
            self.query_one(Menu).focus()
        else:
            transcript.focus()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def sign(self) -> None:
        """While choices are offered and the keys read back in the transcript, a row says so."""
        self.query_one("#back").display = bool(self.offered) and self.query_one(Transcript).has_focus

    def action_back(self) -> None:
        """Back to the choices and to the end of the transcript."""
        self.query_one(Transcript).scroll_end(animate=False)
        if self.offered:
            self.query_one(Menu).focus()
