"""Going from place to place of the game. Each is imported when the game goes there, so that the first screen does not wait for the others."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.app import App

from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen

    from moot.tui.screens.decided.debrief import DebriefScreen
    from moot.tui.sitting import Sitting

__all__ = ["Going"]


class Going(App[int]):
    """An app that holds a sitting and goes to its places."""

    options: Options
    sitting: Sitting | None = None
    asked: Path | None = None
    """The record of the sitting whose question before the debrief has been asked."""
    ready: DebriefScreen | None = None
    """The debrief, worked out while its question is asked."""
    closed_at = -math.inf
    """When a dialog last closed, or the roadmap or a place that had to be worked out opened. A key pressed before then was meant for
    what stood there, whenever it is handled."""

    def begin(self, options: Options) -> None:
        """Open a sitting: a new one at its brief, a resumed one at the lectern. Raises ``MootError``."""
        from moot.tui.sitting import open_sitting

        begun = open_sitting(options)
        if self.sitting is not None:
            self.sitting.drop()
        self.sitting = begun
        if self.sitting.session.round.ply and self.sitting.session.round.turn is None:
            self.to_conference(over=True)
        elif self.sitting.session.round.ply:
            self.to_lectern()
        else:
            from moot.tui.screens.pages.brief import BriefScreen

            self._go(BriefScreen(self.sitting))

    def to_lectern(self) -> None:
        """To the lectern; a case that is decided goes on to its conference."""
        assert self.sitting is not None
        if self.sitting.session.round.turn is None:
            self.to_conference()
        else:
            from moot.tui.screens.lectern.lectern import LecternScreen

            self._go(LecternScreen(self.sitting))

    def to_conference(self, *, over: bool = False) -> None:
        """To the conference; to its judgment where it is over."""
        assert self.sitting is not None
        from moot.tui.screens.decided.conference import ConferenceScreen

        self._go(ConferenceScreen(self.sitting, over=over))

    def to_ruling(self) -> None:
        """To the ruling."""
        assert self.sitting is not None
        from moot.tui.screens.decided.ruling import RulingScreen

        sitting = self.sitting
        self.work_out(lambda: self._go(RulingScreen(sitting)))

    def to_debrief(self) -> None:
        """To the debrief, through its one question where that has not been asked."""
        sitting = self.sitting
        assert sitting is not None
        self.work_out(lambda: self._debrief(sitting))

    def _debrief(self, sitting: Sitting) -> None:
        from moot.tui.screens.decided.debrief import DebriefScreen

        ready, self.ready = self.ready, None
        screen = ready if ready is not None and ready.sitting is sitting else DebriefScreen(sitting)
        if screen.prompt is not None and self.asked != sitting.path:
            from moot.tui.screens.decided.prompt import PromptScreen

            self.asked = sitting.path
            self.ready = screen
            self._go(PromptScreen(screen.prompt))
        else:
            self._go(screen)

    def try_again(self, ply: int) -> None:
        """To the lectern before this move, in a new sitting with its own record. Raises ``MootError``."""
        assert self.sitting is not None
        from moot.sitting.again import try_again
        from moot.tui.sitting import Sitting

        session, path = try_again(self.sitting.session, ply, self.options.saves)
        note = "You stand where you stood. This is a new sitting; the first one is kept as it was."
        self.sitting = Sitting(session, path, training=True, notes=(note,))
        self.to_lectern()

    def to_choices(self) -> None:
        """Back to the start, for another sitting."""
        if self.sitting is not None:
            self.sitting.drop()
        self.sitting = None
        self._go(ChooseScreen(Options(saves=self.options.saves, clock=self.options.clock)))

    def work_out(self, go: Callable[[], Any]) -> None:
        """Go to a place that takes a moment to work out. The last row says so at once; keys pressed before the place is shown are ignored."""
        lines = list(self.screen.query(KeyLine))
        for line in lines:
            line.busy = True

        def gone() -> None:
            try:
                go()
            finally:
                self.closed_at = monotonic()
                for line in lines:
                    line.busy = False

        self.call_after_refresh(gone)

    def _go(self, screen: Screen[None]) -> None:
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
