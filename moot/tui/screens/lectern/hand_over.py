"""Between two people at one keyboard: nothing of the sitting shows until the other has taken it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from moot.tui.screens.base import GameScreen
from moot.tui.text import Ink, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Words

__all__ = ["HandOverScreen"]


class HandOverScreen(GameScreen[bool]):
    """Says whose turn it is. Enter, pressed by them, goes on."""

    CSS_PATH = "hand_over.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "I have it"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
    ]

    def __init__(self, who: str, what: str) -> None:
        super().__init__()
        self.who, self.what = who, what

    def compose(self) -> ComposeResult:
        """To whom, and for what."""
        with Vertical(id="box"):
            yield Words(words((self.who, Ink.TITLE)))
            yield Words(words("\n", self.what))
            yield Words(words("\n", ("Your notes and theirs stay apart: j shows your own.", Ink.ASIDE)))
        yield KeyLine()

    def action_take(self) -> None:
        """Go on."""
        self.dismiss(True)
