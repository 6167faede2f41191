"""What the ruling, the reasons and the debrief have in common: pages, the keys that turn them, and a way on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from moot.tui.screens.seeking import SEEKING, Seeking
from moot.tui.sitting import Sitting
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.pages import NamedPage, Pages
from moot.tui.widgets.safe import Words

__all__ = ["ReadingScreen"]


class ReadingScreen(Seeking):
    """Pages of text under a title."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "page", show=False),
        Binding("right", "turn(1)", "next page", key_display="→"),
        Binding("tab", "turn(1)", "next page", show=False),
        *SEEKING,
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
        *(Binding(str(digit), f"open({digit})", f"page {digit}", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def heading(self) -> Content:
        """The title."""
        raise NotImplementedError

    def pages(self) -> Sequence[NamedPage]:
        """The pages."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, pages, keys."""
        yield Words(self.heading(), id="title")
        yield Pages(self.pages())
        yield KeyLine()

    def action_turn(self, way: int) -> None:
        """Turn the page."""
        self.query_one(Pages).turn(way)

    def action_open(self, number: int) -> None:
        """Open a page by its number."""
        pages = self.query_one(Pages)
        if number <= len(pages.pages):
            pages.open = number - 1
