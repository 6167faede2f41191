"""The app: wiring between the places of the game, and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Event, Key, Paste
from textual.screen import ModalScreen

from moot.errors import MootError
from moot.files.settings import Settings, read_settings, write_settings
from moot.files.text import clean
from moot.tui.going import Going
from moot.tui.options import Options
from moot.tui.screens.base import GameScreen
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.signals import watch
from moot.tui.signs import in_letters
from moot.tui.text import BROADEST, words
from moot.tui.themes import DEFAULT, THEMES
from moot.tui.typed import forgiving
from moot.tui.widgets.keyline import key_name
from moot.tui.widgets.safe import Words

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.command import Provider
    from textual.driver import Driver
    from textual.screen import Screen


__all__ = ["MootApp"]


def _commands() -> type[Provider]:
    """What the palette offers. Nobody opens it before the first frame."""
    from moot.tui.commands import GameCommands

    return GameCommands


def _collect() -> None:
    """Turn garbage collection on. What exists already is left out of it (``gc.freeze``)."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class MootApp(Going):
    """The game. Screens ask it for the next place; it holds the options and the sitting, no rules."""

    TITLE = "moot"
    COMMANDS: ClassVar = {_commands}
    CSS_PATH = "screens/home/choose.tcss"
    """The styles of the first screen: Textual reads those of a default screen for nobody."""
    CSS = "ToastRack { dock: top; align: right top; margin-top: 2; margin-bottom: 0; }"
    """Short notes stand at the top: at the bottom they covered the choices."""
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (24, "-short"), (30, "-tall")]  # noqa: RUF012 (as the base class declares it)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (BROADEST + 8, "-broad")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "leave", show=False, priority=True),
        Binding("comma", "settings", "settings", show=False),
        Binding("t", "transcript", "transcript", show=False),
        Binding("y", "copy_page", "copy", show=False),
        Binding("l,ctrl+o", "jump", "letters", show=False),
    ]

    def __init__(self, options: Options | None = None) -> None:
        super().__init__()
        self.options = options or Options()
        self.settings, self.unsettled = read_settings(self.options.saves)
        self.pace: bool | None = None
        """Whether speeches arrive word by word, where a test says so; None where the settings do."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme(self.settings)

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver, which passes over what it cannot read, and writes what its terminal can show."""
        return in_letters(forgiving(super().get_driver_class()))

    def get_default_screen(self) -> Screen[Any]:
        """The choices, where the options leave any: a blank screen first would cost a frame."""
        if self.options.resume is not None or self.options.settled:
            return super().get_default_screen()
        return ChooseScreen(self.options)

    def on_mount(self) -> None:
        """Open where the options lead."""
        self.call_later(self.call_after_refresh, _collect)
        if not self.is_headless:
            watch(self)
        if self.unsettled:
            self.tell(self.unsettled, bad=True)
        options = self.options
        if options.resume is None and not options.settled:
            return
        try:
            self.begin(options)
        except MootError as error:
            self.push_screen(ChooseScreen(options, problem=str(error)))

    async def on_event(self, event: Event) -> None:
        """What is pasted goes through the gate for text from outside before any widget has it."""
        if isinstance(event, Paste):
            event.text = clean(event.text)
        if isinstance(event, Key) and event.time <= self.closed_at:
            return  # Also one that the dialog had and passed up: it would be looked up among the keys of the screen below.
        await super().on_event(event)

    def pop_screen(self) -> AwaitComplete:
        """Close the top screen. Keys pressed before a dialog has closed do not go past it to the screen below."""
        if isinstance(self.screen, ModalScreen):
            self.closed_at = monotonic()
        return super().pop_screen()

    def action_command_palette(self) -> None:
        """Open the palette, where it is not open."""
        from moot.tui.commands import GamePalette

        if self.use_command_palette and not isinstance(self.screen, GamePalette):
            self.push_screen(GamePalette(id="--command-palette"))

    def on_key(self, event: Key) -> None:
        """Say why a key of the screen does nothing now."""
        bound = self.screen._bindings.key_to_bindings.get(event.key, ())
        if not bound or not isinstance(self.screen, GameScreen):
            return
        # This asks about every binding there is, which is too slow for a key that moves the mark.
        active = self.screen.active_bindings.get(event.key)
        if active is None or not active.enabled:
            why = self.screen.why_not(bound[0].action.partition("(")[0])
            self.tell(why or f"{key_name(bound[0])} does nothing here now; ? tells of every key.")

    def tell(self, text: str, bad: bool = False) -> None:
        """Show a short notice, once where it is shown already. The text is shown as it is."""
        if any(each.message == words(text).plain for each in self._notifications):
            return
        self.notify(words(text).plain, severity="error" if bad else "information", markup=False)

    def action_help_quit(self) -> None:
        """What ctrl+c says: it copies in many terminals, and ends nothing here."""
        self.tell("To leave, press q, or ctrl+q where you are typing. Every move is saved.")

    # -- settings ------------------------------------------------------------------------------------------------

    @property
    def paced(self) -> bool:
        """Whether speeches arrive word by word: not under reduced motion, and not where nobody looks."""
        if self.pace is not None:
            return self.pace
        return self.settings.motion == "full" and self.animation_level != "none" and not self.is_headless

    @property
    def timed(self) -> bool:
        """Whether the seconds that a choice takes are counted: as the command line says, or else the settings."""
        return (self.options.clock or self.settings.clock) == "live"

    def ring(self) -> None:
        """Ring the terminal's bell, if it is wanted."""
        if self.settings.bell == "on":
            self.bell()

    def settle(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.settings = settings
        self.theme = self._theme(settings)
        try:
            write_settings(settings, self.options.saves)
        except MootError as error:
            self.tell(str(error), bad=True)

    def _theme(self, settings: Settings) -> str:
        return settings.theme if settings.theme in {theme.name for theme in THEMES} else DEFAULT

    def action_settings(self) -> None:
        """Open the settings, where they are not open."""
        from moot.tui.commands import GamePalette
        from moot.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen | GamePalette):
            self.push_screen(SettingsScreen())

    def action_transcript(self) -> None:
        """Open the transcript of the sitting, over any screen but the lectern, which has it."""
        from moot.tui.screens.lectern.telling import TellingScreen
        from moot.tui.screens.pages.transcript import TranscriptScreen

        if self.sitting is not None and self.sitting.session.round.ply and not isinstance(self.screen, ModalScreen):
            # At the lectern the round may be ahead of what has been told.
            told = next(
                (screen.told for screen in reversed(self.screen_stack) if isinstance(screen, TellingScreen)), None
            )
            self.push_screen(TranscriptScreen(self.sitting, told))
        elif not isinstance(self.screen, ModalScreen):
            self.tell("Nothing has been said yet.")

    def action_copy_page(self) -> None:
        """Copy what the screen has to read, whole, to the clipboard of the terminal."""
        pieces = [each.showing for each in self.screen.query(Words).results() if not each.has_class("names")]
        text = "\n".join(piece.plain for piece in pieces if piece.plain.strip())
        if text:
            self.copy_to_clipboard(words(text).plain)
            self.tell("Copied, where the terminal lets programs copy.")

    def action_jump(self) -> None:
        """Put a letter beside every part of the screen; the letter goes there."""
        from moot.tui.screens.jump import JumpScreen
        from moot.tui.widgets.jumps import jumps_of

        jumps = jumps_of(self.screen)
        if jumps:
            self.push_screen(JumpScreen(jumps), self._jumped)
        else:
            self.tell("There is one part on this screen, and it has the keys.")

    async def _jumped(self, go: Callable[[], Any] | None) -> None:
        done = go() if go is not None else None
        if isinstance(done, Awaitable):
            await done
