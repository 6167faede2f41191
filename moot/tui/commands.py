"""The command palette: whatever can be done now, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.message import Message

from moot.tui.text import words
from moot.tui.themes import THEMES
from moot.tui.widgets.safe import CHOSEN, SUBMITTED

if TYPE_CHECKING:
    from moot.tui.app import MootApp

__all__ = ["GameCommands", "GamePalette"]

Command = Callable[[], Any]


class GameCommands(Provider):
    """At the lectern every legal choice; then the keys that do something now; then the themes.

    What is shown is built text: the palette's own highlighter would read markup.
    """

    def entries(self) -> Iterator[tuple[str, Command]]:
        """Name and callback of each command."""
        screen, app = self.screen, cast("MootApp", self.app)
        for number, choice in enumerate(getattr(screen, "offered", ()), start=1):
            name = shorten(f"{number}  {choice.title or choice.text}", 68, placeholder=" …")
            yield name, partial(screen.action_choose, number)  # type: ignore[attr-defined]
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.description:
                yield binding.description.capitalize(), partial(self.app.run_action, binding.action, screen)
        yield "Settings", app.action_settings
        for theme in THEMES:
            settings = replace(app.settings, theme=theme.name)
            yield f"Theme: {theme.name}", partial(app.settle, settings)

    async def discover(self) -> Hits:
        """All of them."""
        for name, command in self.entries():
            yield DiscoveryHit(words(name), command, text=words(name).plain)

    async def search(self, query: str) -> Hits:
        """Those that fit what was typed."""
        matcher = self.matcher(query)
        for name, command in self.entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, words(name), command, text=words(name).plain)


class GamePalette(CommandPalette):
    """The palette, guarded against keys that come faster than it is laid out or closed.

    Textual's own raises for a page key before its list has lines, and closes the screen below it when Enter or Escape is
    pressed once more before it has gone.
    """

    closed = False

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the palette once, and never the screen below it."""
        if self.closed or not self.is_active:
            return AwaitComplete()
        self.closed = True
        return super().dismiss(result)

    @on(SUBMITTED)
    @on(CHOSEN)
    def choose_once(self, event: Message) -> None:
        """Run no command after the palette has closed."""
        if self.closed:
            event.stop()
            event.prevent_default()

    def _action_command_list(self, action: str) -> None:
        """Move in the list, or select; nothing happens while the list has no lines."""
        try:
            super()._action_command_list(action)
        except LookupError:
            self.app.bell()
