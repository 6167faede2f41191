"""One row of the keys that may be pressed now. It draws itself in place: nothing is composed again, nothing flickers."""

from __future__ import annotations

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from moot.tui.text import Ink, words

__all__ = ["KeyLine", "key_name"]

_NAMES = {
    "space": "space",
    "enter": "enter",
    "escape": "esc",
    "question_mark": "?",
    "left": "←",
    "right": "→",
    "comma": ",",
    "up": "↑",
    "down": "↓",
    "minus": "-",
    "plus": "+",
    "full_stop": ".",
    "slash": "/",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
_EVERYWHERE = ("question_mark", "q")


class KeyLine(Widget):
    """The keys of the screen that are shown, dim where they do nothing now. A click on one presses it."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 1fr; background: $panel; color: $foreground; padding: 0 1; }
    """
    ALLOW_SELECT = False
    busy: reactive[bool] = reactive(False)
    """Whether the next place is being worked out."""

    def __init__(self) -> None:
        super().__init__()
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The row of keys, or that the next place is being worked out."""
        if self.busy:
            self._spots = []
            return words(("One moment …", Ink.QUIET))
        shown = [
            each for each in self.screen.active_bindings.values() if each.binding.show and each.binding.description
        ]
        everywhere = [each for each in shown if each.binding.key in _EVERYWHERE]
        # Where there is no room for all, help and leave are the last to go.
        room = self.size.width - sum(_piece(each).cell_length + 2 for each in everywhere)
        parts: list[Content] = []
        self._spots = []
        at = 0
        for active in [each for each in shown if each not in everywhere] + everywhere:
            piece = _piece(active)
            if at + piece.cell_length > (self.size.width if active in everywhere else room):
                continue
            self._spots.append((at, at + piece.cell_length, active.binding.key if active.enabled else ""))
            parts.append(piece)
            at += piece.cell_length + 2
        return words("  ").join(parts)

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._spots:
            if key and start <= event.x - 1 < end:
                self.app.simulate_key(key)


def _piece(active: ActiveBinding) -> Content:
    """One key and what it does."""
    return words(
        (active.binding.key_display or key_name(active.binding), Ink.KEY if active.enabled else Ink.QUIET),
        (f" {active.binding.description}", Ink.PLAIN if active.enabled else Ink.QUIET),
    )


def key_name(binding: Binding) -> str:
    """One key as it is written."""
    return _NAMES.get(binding.key, binding.key)
