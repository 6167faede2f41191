"""A letter beside every part of a screen that can be gone to; the letter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_lowercase
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click, Key, Resize
from textual.geometry import Size
from textual.screen import ModalScreen

from moot.tui.text import Ink, words
from moot.tui.widgets.jumps import Jump
from moot.tui.widgets.safe import Words

__all__ = ["JumpScreen"]


class Letter(Words):
    """One letter, where it stands."""

    DEFAULT_CSS = """
    Letter { position: absolute; width: 3; height: 1; background: $background; color: $accent; }
    """
    ALLOW_SELECT = False

    def __init__(self, letter: str, jump: Jump) -> None:
        super().__init__(words((f" {letter} ", Ink.LIT)))
        self.jump = jump
        self.styles.offset = jump.at

    def on_click(self, event: Click) -> None:
        """A click goes there too."""
        event.stop()
        self.screen.dismiss(self.jump.go)


class JumpScreen(ModalScreen[Callable[[], Any]]):
    """Dismisses with what the letter pressed does; any other key only takes the letters away."""

    DEFAULT_CSS = "JumpScreen { background: $background 40%; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "back")]

    def __init__(self, jumps: Sequence[Jump]) -> None:
        super().__init__()
        self._laid: Size | None = None
        """The size for which the letters were placed."""
        self.letters = dict(zip(ascii_lowercase, jumps, strict=False))

    def compose(self) -> ComposeResult:
        """The letters."""
        for letter, jump in self.letters.items():
            yield Letter(letter, jump)

    def on_key(self, event: Key) -> None:
        """A letter goes where it stands."""
        event.stop()
        event.prevent_default()
        jump = self.letters.get(event.key)
        self.dismiss(jump.go if jump is not None else None)

    def on_click(self, event: Click) -> None:
        """A click beside the letters takes them away."""
        event.stop()
        self.dismiss(None)

    def on_resize(self, event: Resize) -> None:
        """What the letters stood beside is somewhere else now."""
        laid, self._laid = self._laid, event.size
        if laid is not None and laid != event.size:
            self.dismiss(None)

    def action_close(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
