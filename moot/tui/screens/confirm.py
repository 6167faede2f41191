"""A yes-or-no question over the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from moot.tui.text import Ink, Shown, words
from moot.tui.widgets.safe import Words

__all__ = ["Confirm"]


class Confirm(ModalScreen[bool]):
    """Asks; dismisses with true for yes. Enter says yes, Escape no."""

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "yes"),
        Binding("n,escape", "answer(False)", "no"),
    ]

    def __init__(self, question: Shown, yes: str = "yes", no: str = "no") -> None:
        super().__init__()
        self.question = question
        self.yes, self.no = yes, no

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical(id="box"):
            yield Words(self.question)
            yield Words(
                words("\n", ("enter ", Ink.KEY), self.yes, "   ", ("esc ", Ink.KEY), self.no),
            )

    def action_answer(self, sure: bool) -> None:
        """Answer."""
        self.dismiss(sure)
