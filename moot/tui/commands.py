"""The command palette: whatever can be done now, by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from textwrap import shorten

from textual.command import DiscoveryHit, Hit, Hits, Provider

from moot.tui.text import words
from moot.tui.themes import THEMES

__all__ = ["StateCommands", "ThemeCommands"]


class _Named(Provider):
    """Commands with a name. What is shown is built text; the palette's own highlighter would read markup."""

    def entries(self) -> Iterator[tuple[str, object]]:
        """Name and callback of each command."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """All of them."""
        for name, command in self.entries():
            yield DiscoveryHit(words(name), command, text=words(name).plain)  # type: ignore[arg-type]

    async def search(self, query: str) -> Hits:
        """Those that fit what was typed."""
        matcher = self.matcher(query)
        for name, command in self.entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, words(name), command, text=words(name).plain)  # type: ignore[arg-type]


class StateCommands(_Named):
    """The keys of the screen that do something now, and at the lectern every legal choice."""

    def entries(self) -> Iterator[tuple[str, object]]:
        """Choices first, then the keys."""
        screen = self.screen
        for number, choice in enumerate(getattr(screen, "offered", ()), start=1):
            name = shorten(f"{number}  {choice.title or choice.text}", 68, placeholder=" …")
            yield name, partial(screen.action_choose, number)  # type: ignore[attr-defined]
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.description:
                yield binding.description.capitalize(), partial(self.app.run_action, binding.action, screen)


class ThemeCommands(_Named):
    """The themes of the game."""

    def entries(self) -> Iterator[tuple[str, object]]:
        """One command a theme."""
        for theme in THEMES:
            yield f"Theme: {theme.name}", partial(setattr, self.app, "theme", theme.name)
