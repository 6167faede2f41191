"""What every screen of pages does alike: arrows, tab and digits turn them, and words are found on them."""

from __future__ import annotations

from textual.binding import Binding

from moot.tui.screens.pages.seeking import SEEKING, Seeking
from moot.tui.widgets.pages import Pages

__all__ = ["TURNING", "Paged"]

TURNING = (
    Binding("left", "turn(-1)", "page before", show=False),
    Binding("right", "turn(1)", "next page", key_display="→"),
    Binding("tab", "turn(1)", "next page", show=False),
    *SEEKING,
    Binding("question_mark", "help", "help"),
    Binding("q", "leave", "leave"),
    *(Binding(str(digit), f"open({digit})", f"page {digit}", show=False) for digit in range(1, 10)),
)
"""The keys of pages."""


class Paged(Seeking):
    """A screen with :class:`~moot.tui.widgets.pages.Pages` on it."""

    def action_turn(self, way: int) -> None:
        """Turn the page."""
        self.query_one(Pages).turn(way)

    def action_open(self, number: int) -> None:
        """Open a page by its number."""
        pages = self.query_one(Pages)
        if number <= len(pages.pages):
            pages.open = number - 1
        else:
            count = len(pages.pages)
            self.app.tell(f"There {'is one page' if count == 1 else f'are {count} pages'}.")  # type: ignore[attr-defined]
