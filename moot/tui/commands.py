"""The command palette: whatever can be done now, by name."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual import on, work
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.content import Content
from textual.message import Message
from textual.worker import Worker, WorkerError

from moot.tui.text import Ink, to_width, words
from moot.tui.themes import THEME_WORDS, THEMES
from moot.tui.widgets.safe import CHOSEN, MARKED, SUBMITTED

if TYPE_CHECKING:
    from moot.tui.app import MootApp

__all__ = ["GameCommands", "GamePalette"]

ABOUT: dict[str, tuple[str, str]] = {
    "go_on": ("", "read on"),
    "fast": ("", "show everything up to there"),
    "undo": ("", "your last choice; only in training"),
    "sit": ("", "give up the rest of your time; asked again first"),
    "transcript": ("", "read back in what was said"),
    "app.transcript": ("", "read back in what was said"),
    "brief": ("", "the case, the bench, your points, the record, the authorities"),
    "brief('case')": ("", "the case, the bench, your points"),
    "brief('record')": ("Record", "what counsel may rely on, page by page"),
    "brief('authorities')": ("Authorities", "what each one holds"),
    "consult('tree')": ("Decision tree", "from the questions to the judgment"),
    "consult('conceded')": ("Conceded", "what either side has given up"),
    "consult('closed')": ("Closed", "what you cannot take up now, and why"),
    "consult('notes')": ("Notes", "what you have marked and written down"),
    "notes": ("Write a note", "for yourself; the other side never sees it"),
    "mark": ("", "what the other side said last, to press it later"),
    "why": ("", "where each judge stands, and for what reason"),
    "seek": ("Find in the transcript", "words that were said"),
    "pause": ("Stop the clock", "or let it go on; only in training"),
    "find": ("", "words on this page"),
    "app.copy_page": ("Copy", "this page to the clipboard"),
    "copy_page": ("Copy", "this page to the clipboard"),
    "jump": ("Letters", "one beside every part of the screen; it goes there"),
    "app.jump": ("Letters", "one beside every part of the screen; it goes there"),
    "change(1)": ("", "the marked line"),
    "drill": ("", "single questions: those that are due, then new ones"),
    "history": ("", "your sittings, and how each skill has grown"),
    "help": ("", "what is on this screen, and its keys"),
    "leave": ("", "every move is saved already"),
    "docket": ("", "what each one offers, your best and last there"),
    "path": ("", "from a first argument to a whole case"),
    "practice": ("", "today's questions"),
    "records": ("", "every sitting you have kept"),
    "opinion": ("", "the opinions that your words are measured against"),
    "mistakes": ("", "the answers that cost you most"),
    "ruling": ("", "what this court has decided"),
}
"""By action: the name of a command that no key line shows (empty: as there), and what it does."""


_THEMES = {f"Theme: {said}": name for name, said in THEME_WORDS.items()}
"""The commands that change the theme, by name."""


class Command(NamedTuple):
    """A command: what it is called, what it does, its key, and how it is run."""

    name: str
    about: str
    key: str
    run: Callable[[], Any]

    def shown(self, width: int) -> Content:
        """One line, cut to a width: the key, the name, what it does."""
        line = words((f"{self.key:>6}  ", Ink.KEY), self.name, (f"   {self.about}" if self.about else "", Ink.QUIET))
        return line if line.cell_length <= width else to_width(line, width)


class GameCommands(Provider):
    """At the lectern every legal choice; then the keys that do something now; then the themes.

    What is shown is built text: the palette's own highlighter would read markup.
    """

    def entries(self) -> Iterator[Command]:
        """Each command that can be run now."""
        screen, app = self.screen, cast("MootApp", self.app)
        for number, choice in enumerate(getattr(screen, "offered", ()), start=1):
            name = shorten(choice.title or choice.text, max(self.room - 10, 20), placeholder=" …")
            run = partial(screen.action_choose, number)  # type: ignore[attr-defined]
            yield Command(name, "", str(number), run)
        told: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            name, about = ABOUT.get(binding.action, ("", ""))
            if binding.action in told:
                continue  # Two keys, one command.
            if active.enabled and (name or (binding.show and binding.description)):
                told.add(binding.action)
                run = partial(self.app.run_action, binding.action, active.node)
                named = name or f"{binding.description[:1].upper()}{binding.description[1:]}"
                yield Command(named, about, self.app.get_key_display(binding), run)
        yield Command("Settings", "theme, motion, clock, bell, needles", ",", app.action_settings)
        for theme in THEMES:
            settings = replace(app.settings, theme=theme.name)
            about = "shown while it is marked; enter keeps it"
            name = f"Theme: {THEME_WORDS[theme.name]}"
            yield Command(name, about, "", partial(app.settle, settings))

    @property
    def room(self) -> int:
        """Columns for a line of the list."""
        return max(self.app.size.width - 8, 20)

    async def discover(self) -> Hits:
        """All of them."""
        for each in self.entries():
            yield DiscoveryHit(each.shown(self.room), each.run, text=words(each.name).plain)

    async def search(self, query: str) -> Hits:
        """Those whose name or description fits what was typed, a name before a description."""
        matcher = self.matcher(query)
        for each in self.entries():
            score = max(matcher.match(each.name), matcher.match(each.about) / 2)
            if score > 0:
                yield Hit(score, each.shown(self.room), each.run, text=words(each.name).plain)


class GamePalette(CommandPalette):
    """The palette, guarded against keys that come faster than it is laid out or closed.

    Textual's own raises for a page key before its list has lines, closes the screen below it when Enter or Escape is
    pressed once more before it has gone, and runs a command that fits what had been typed some keys ago where Enter comes before
    it has looked for the rest.
    """

    DEFAULT_CSS = "GamePalette SearchIcon { color: $accent; }"
    ICON = "▸"
    """Before the line that is typed. Textual's own is a picture that few fonts have, and none in ASCII."""
    closed = False
    before = ""
    """The theme before another was shown."""

    @on(MARKED)
    def preview(self, event: Message) -> None:
        """Show the theme that is marked; where another command is, the one before."""
        hit = getattr(getattr(event, "option", None), "hit", None)
        if not self.closed:
            self._show_theme(_THEMES.get(hit.text or "") if hit is not None else None)

    def _show_theme(self, theme: str | None) -> None:
        """Show a theme without keeping it; None for the one that was there before."""
        if theme or self.before:
            self.before = self.before or self.app.theme
            self.app.theme = theme or self.before

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the palette once, and never the screen below it."""
        if self.closed or not self.is_active:
            return AwaitComplete()
        self.closed = True
        self._show_theme(None)
        return super().dismiss(result)

    @on(SUBMITTED)
    @on(CHOSEN)
    def choose_once(self, event: Message) -> None:
        """Run no command after the palette has closed; choose among those that fit all that was typed."""
        looking = isinstance(event, SUBMITTED) and bool(self._looking())
        if self.closed or looking:
            event.stop()
            event.prevent_default()
        if looking and not self.closed:
            self._choose_when_found()

    def on_mount(self) -> None:
        """Put the icon there."""
        self.query_one(SearchIcon).icon = self.ICON

    def _looking(self) -> list[Worker[Any]]:
        """The search for what was typed, while it goes on."""
        return [
            each
            for each in self.app.workers
            if each.node is self and each.group == self._GATHER_COMMANDS_GROUP and not each.is_finished
        ]

    @work(exclusive=True, group="choose")
    async def _choose_when_found(self) -> None:
        while looking := self._looking():
            with contextlib.suppress(WorkerError):  # Cancelled: more was typed.
                await looking[0].wait()
        if not self.closed:
            self._select_or_command()

    def _action_command_list(self, action: str) -> None:
        """Move in the list, or select; nothing happens while the list has no lines."""
        try:
            super()._action_command_list(action)
        except LookupError:
            self.app.bell()
