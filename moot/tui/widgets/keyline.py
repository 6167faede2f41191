"""One row of the keys that may be pressed now. It draws itself in place: nothing is composed again, nothing flickers."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from moot.tui.text import Ink, words

__all__ = ["KeyLine"]

_NAMES = {"space": "space", "enter": "enter", "escape": "esc", "question_mark": "?", "left": "←", "right": "→"}


class KeyLine(Widget):
    """The keys of the screen that are shown, dim where they do nothing now. A click on one presses it."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; width: 1fr; background: $panel; color: $foreground; padding: 0 1; }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The row of keys."""
        parts: list[Content] = []
        self._spots = []
        at = 0
        everywhere = ("question_mark", "q")
        for active in sorted(self.screen.active_bindings.values(), key=lambda found: found.binding.key in everywhere):
            binding = active.binding
            if not binding.show or not binding.description:
                continue
            name = _name(binding)
            piece = words(
                (name, Ink.KEY if active.enabled else Ink.QUIET),
                (f" {binding.description}", Ink.PLAIN if active.enabled else Ink.QUIET),
            )
            if at + piece.cell_length > self.size.width:
                break
            self._spots.append((at, at + piece.cell_length, binding.key if active.enabled else ""))
            parts.append(piece)
            at += piece.cell_length + 2
        return words("  ").join(parts)

    def on_click(self, event: Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._spots:
            if key and start <= event.x - 1 < end:
                self.app.simulate_key(key)


def _name(binding: Binding) -> str:
    return binding.key_display or _NAMES.get(binding.key, binding.key)
