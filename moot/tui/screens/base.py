"""What every whole screen of the game does alike: open the help, leave the game."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

__all__ = ["GameScreen"]

Result = TypeVar("Result")


class GameScreen(Screen[Result]):
    """A screen with the actions ``help`` and ``leave``; each screen binds the keys and says where it offers them."""

    def action_help(self) -> None:
        """Open the help."""
        from moot.tui.screens.help import HelpScreen  # Not wanted before a key asks for it.

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the game; what was said is in the record."""
        self.app.exit(0)
