"""What every whole screen of the game does alike: open the help, leave the game."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.screen import Screen

from moot.tui.screens.frame import PartCompositor
from moot.tui.text import BROADEST

__all__ = ["GameScreen", "open_help"]

Result = TypeVar("Result")


def open_help(screen: Screen[Any]) -> None:
    """Open the help of a screen."""
    from moot.tui.screens.help import HelpScreen  # Not wanted before a key asks for it.

    screen.app.push_screen(HelpScreen(screen))


class GameScreen(Screen[Result]):
    """A screen with the actions ``help`` and ``leave``; each screen binds the keys and says where it offers them."""

    DEFAULT_CSS = f"""
    GameScreen.-broad {{ align-horizontal: center; }}
    GameScreen.-broad > * {{ max-width: {BROADEST}; }}
    GameScreen.-broad > KeyLine {{ max-width: 100%; }}
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = PartCompositor()

    @property
    def room(self) -> int:
        """The columns that what stands on the screen may take."""
        return min(self.size.width, BROADEST) if self.size.width >= BROADEST + 8 else self.size.width

    def why_not(self, action: str) -> str:
        """Why a key of this screen does nothing now; empty where there is no more to say than that."""
        return ""

    def action_help(self) -> None:
        """Open the help."""
        open_help(self)

    def action_leave(self) -> None:
        """Leave the game; what was said is in the record."""
        self.app.exit(0)
