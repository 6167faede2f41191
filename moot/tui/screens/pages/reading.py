"""What the ruling, the reasons and the debrief have in common: pages, the keys that turn them, and a way on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from moot.tui.screens.pages.paged import TURNING, Paged
from moot.tui.sitting import Sitting
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.pages import NamedPage, Pages
from moot.tui.widgets.safe import Words

__all__ = ["ReadingScreen"]


class ReadingScreen(Paged):
    """Pages of text under a title."""

    CSS_PATH = Path(__file__).with_name("reading.tcss")  # Textual looks for a name beside the subclass.
    BINDINGS: ClassVar[list[BindingType]] = [
        *TURNING,
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
