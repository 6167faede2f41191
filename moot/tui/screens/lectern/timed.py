"""The live clock at the lectern: seconds that a person takes to choose, shown as they pass."""

from __future__ import annotations

from moot.sitting.live import LiveClock
from moot.tui.screens.lectern.consulting import Consulting
from moot.tui.sitting import Sitting
from moot.tui.widgets.banner import Bar

__all__ = ["Timed"]

_LOOK = 0.5
"""Seconds between two looks at the clock."""


class Timed(Consulting):
    """Counts only where the app says that a choice is timed, and only while one is offered."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.live = LiveClock()
        self.paused = False

    def watch_the_clock(self) -> None:
        """Look at it from now on."""
        self.set_interval(_LOOK, self._tick)

    @property
    def timed(self) -> bool:
        """Whether the seconds that a choice takes are counted."""
        return bool(self.app.timed)  # type: ignore[attr-defined]

    def _start_clock(self) -> None:
        """Count while a choice is offered, unless the clock is stopped."""
        if self.timed and self.offered and not self.paused:
            self.live.run()
        self._tick()

    def _tick(self) -> None:
        """Show the time that is left by the live clock, and change the room with it."""
        bar = self.query_one(Bar)
        counted = int(self.live.seconds) if self.timed else 0
        before, bar.spent, bar.stopped = bar.spent, counted, self.paused and self.timed
        if bar.spent != before:
            self._light(bar.now)
        if self.timed and self.offered and self.is_active and self.live.ran_out(self.session.round):
            self.cut_off()

    def cut_off(self) -> None:
        """The time is up and nothing was said: the turn ends."""
        raise NotImplementedError

    def on_screen_suspend(self) -> None:
        """In training the clock stops while something else is read."""
        if self.sitting.training:
            self.live.stop()

    def on_screen_resume(self) -> None:
        """It goes on when that has been closed."""
        self._start_clock()

    def action_pause(self) -> None:
        """Stop the live clock, or let it go on."""
        self.paused = not self.paused
        if self.paused:
            self.live.stop()
        self._start_clock()
