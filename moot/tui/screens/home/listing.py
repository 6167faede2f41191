"""What the docket, the path and the records have in common: a title, a list, a note on the marked line, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from moot.tui.screens.base import GameScreen
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Entry, Menu, Words

__all__ = ["ListingScreen"]

Taken = TypeVar("Taken")


class ListingScreen(GameScreen[Taken]):
    """A list to choose from. Enter takes the marked line, Escape goes back."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", priority=True),
        Binding("escape", "back", "back"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
        *(Binding(str(digit), f"choose({digit})", f"line {digit}", show=False) for digit in range(1, 10)),
    ]

    def heading(self) -> Content:
        """The title."""
        raise NotImplementedError

    def entries(self) -> Sequence[Entry]:
        """The lines."""
        raise NotImplementedError

    def note(self, place: int) -> str:
        """What is said of the line at this place."""
        raise NotImplementedError

    def take(self, place: int) -> None:
        """Do what the line at this place stands for."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, list, note, keys."""
        yield Words(self.heading(), id="title")
        yield Menu(id="menu")
        yield Words(id="note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Offer the lines."""
        self.query_one(Menu).focus()
        self.offer()

    def offer(self) -> None:
        """Offer the lines as they are now."""
        menu = self.query_one(Menu)
        menu.offer(self.entries(), mark=menu.highlighted or 0)
        self._note()

    def _note(self) -> None:
        menu = self.query_one(Menu)
        shown: Shown = EMPTY
        if menu.entries:
            shown = Hanging(EMPTY, [words((self.note(menu.highlighted or 0), Ink.ASIDE))], indent=0)
        self.query_one("#note", Words).show(shown)

    @on(Menu.OptionHighlighted)
    def _moved(self) -> None:
        self._note()

    @on(Menu.OptionSelected)
    def _clicked(self, event: Menu.OptionSelected) -> None:
        self.take(event.option_index)

    def action_take(self) -> None:
        """Take the marked line."""
        menu = self.query_one(Menu)
        if menu.entries:
            self.take(menu.highlighted or 0)

    def action_choose(self, number: int) -> None:
        """Take the line with this number, where lines have numbers."""
        self.take(number - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit does something where a line shows it."""
        if action == "choose":
            entries = self.query_one(Menu).entries if self.is_mounted else []
            return any(entry.key == str(parameters[0]) for entry in entries)
        return True

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)
