"""A prompt for a search term."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key, Paste
from textual.screen import ModalScreen

from moot.files.text import clean
from moot.tui.text import Ink, Shown, words
from moot.tui.widgets.safe import Words

__all__ = ["Find"]


class Find(ModalScreen[str]):
    """Asks for a search term; dismisses with it, or with an empty string when it is left."""

    CSS_PATH = "confirm.tcss"
    LONGEST: ClassVar = 80
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "find", priority=True),
        Binding("escape", "leave", "back", priority=True),
        Binding("backspace", "back", "delete", priority=True),
    ]

    def __init__(self, before: str = "") -> None:
        super().__init__()
        self.typed = before

    def compose(self) -> ComposeResult:
        """The line and the keys."""
        with Vertical(id="box"):
            yield Words(self._line(), id="typed")
            yield Words(words("\n", ("enter ", Ink.KEY), "find   ", ("esc ", Ink.KEY), "back"))

    def _line(self) -> Shown:
        return words(("Find: ", Ink.TITLE), self.typed, ("▏", Ink.KEY))

    def on_key(self, event: Key) -> None:
        """Append the typed character."""
        if event.is_printable and event.character:
            self._put(event.character)
            event.stop()

    def on_paste(self, event: Paste) -> None:
        """Append the pasted text."""
        self._put(event.text)

    def _put(self, text: str) -> None:
        # A space at the end is kept while more may follow it.
        space = " " if text.endswith(" ") else ""
        self.typed = clean(self.typed + text, self.LONGEST).rstrip() + space
        self.query_one("#typed", Words).show(self._line())

    def action_back(self) -> None:
        """Delete the last character."""
        self.typed = self.typed[:-1]
        self.query_one("#typed", Words).show(self._line())

    def action_take(self) -> None:
        """Close with the search term."""
        self.dismiss(clean(self.typed, self.LONGEST))

    def action_leave(self) -> None:
        """Close without a search term."""
        self.dismiss("")
