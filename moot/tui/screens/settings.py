"""The settings: what holds for every sitting. Each is used and kept as soon as it is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from moot.files.settings import CHOICES
from moot.tui.screens.base import open_help
from moot.tui.text import EMPTY, Hanging, Ink, words
from moot.tui.themes import THEME_WORDS, THEMES
from moot.tui.widgets.safe import Entry, Menu, Words

if TYPE_CHECKING:
    from moot.tui.app import MootApp

__all__ = ["SettingsScreen"]

_LABELS = {
    "theme": "Theme",
    "motion": "Motion",
    "clock": "Clock",
    "bell": "Bell",
    "needles": "Needles",
}

_NOTES = {
    "theme": "In each, a sign or a word says what a color says.",
    "theme moot-safe": "Orange and blue, which stay apart for color-blind readers. A sign or a word says what a color says.",
    "motion full": "A speech arrives word by word, and a judge leans in before breaking in. Any key shows the rest at once.",
    "motion reduced": "Everything is shown at once.",
    "clock turns": "Time passes only with what is said.",
    "clock live": "The seconds you take to choose count too: each full 15 seconds cost as much of your time. p stops the clock in training.",
    "bell off": "Nothing rings.",
    "bell on": "The terminal's bell rings when a judge breaks in.",
    "needles shown": "In training, a needle for each judge on the issue at hand: where the briefs left them, and where they are. An exam shows none.",
    "needles hidden": "The bench keeps its counsel in training too.",
}


class SettingsScreen(ModalScreen[None]):
    """One row a setting. Left and right change the marked one; Escape closes."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,comma,q", "close", "close"),
        Binding("question_mark", "help", "help", show=False),
        Binding("left,minus", "change(-1)", "change", show=False),
        Binding("right,plus,space", "change(1)", "change", show=False),
        Binding("l,ctrl+o", "app.jump", "letters", show=False),
    ]

    @property
    def game(self) -> MootApp:
        """The app, which has the settings."""
        return cast("MootApp", self.app)

    def compose(self) -> ComposeResult:
        """The rows, what the marked one means, the keys."""
        with Vertical(id="box"):
            yield Words(words(("Settings", Ink.TITLE), ("   kept beside your records", Ink.QUIET)))
            yield Menu(id="menu")
            yield Words(id="note")
            yield Words(words("\n", ("← → ", Ink.KEY), "change   ", ("esc ", Ink.KEY), "close"))

    def on_mount(self) -> None:
        """Offer the settings."""
        menu = self.query_one(Menu)
        menu.offer(self._entry(name) for name in _LABELS)
        menu.focus()
        self._note()

    def _values(self, name: str) -> tuple[str, ...]:
        return tuple(theme.name for theme in THEMES) if name == "theme" else CHOICES[name]

    def _value(self, name: str) -> str:
        return self.app.theme if name == "theme" else getattr(self.game.settings, name)

    def _entry(self, name: str) -> Entry:
        value = self._value(name)
        said = THEME_WORDS.get(value, value) if name == "theme" else value
        return Entry("", [words((f"‹ {said} ›", Ink.KEY))], label=words((f"{_LABELS[name]:10}", Ink.QUIET)))

    def _marked(self) -> str:
        return list(_LABELS)[self.query_one(Menu).highlighted or 0]

    def _note(self) -> None:
        name = self._marked()
        said = _NOTES.get(f"{name} {self._value(name)}") or _NOTES[name]
        self.query_one("#note", Words).show(Hanging(EMPTY, [words((said, Ink.ASIDE))], indent=0))

    @on(Menu.OptionHighlighted)
    def _moved(self) -> None:
        self._note()

    @on(Menu.OptionSelected)
    def _taken(self, event: Menu.OptionSelected) -> None:
        self.action_change(1)

    def action_change(self, way: int) -> None:
        """Another value for the marked setting."""
        name = self._marked()
        values = self._values(name)
        value = values[(values.index(self._value(name)) + way) % len(values)]
        self.game.settle(replace(self.game.settings, **{name: value}))
        self.query_one(Menu).change(list(_LABELS).index(name), self._entry(name))
        self._note()

    def action_help(self) -> None:
        """Open the help of this dialog."""
        open_help(self)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
