"""How a sitting is told at the lectern: beat by beat, a speech word by word, and a judge who leans in before breaking in."""

from __future__ import annotations

from collections import deque
from typing import ClassVar

from textual.events import Click, Key
from textual.timer import Timer

from moot.case import Issue
from moot.report.needles import findings_moved, issue_at_hand, needles
from moot.sitting.events import Asked, Begun, Event, Hint, Resumed
from moot.sitting.showing.choices import Choice
from moot.sitting.showing.look import View, leaning_in, view
from moot.sitting.words.spoken import judge_name
from moot.tui.arriving import LEAN, PACE, Arriving
from moot.tui.screens.base import GameScreen
from moot.tui.sitting import Sitting
from moot.tui.story import Beat, beats
from moot.tui.widgets.banner import Bar, BenchRow, Plan
from moot.tui.widgets.desk import Desk
from moot.tui.widgets.transcript import Speech, Transcript

__all__ = ["TellingScreen"]


class TellingScreen(GameScreen[None]):
    """Shows beats of the story and, when they have been read, calls :meth:`_offer`.

    Where the app is paced, a point that is pleaded arrives word by word; a key shows the rest at once.
    """

    PASSES: ClassVar = frozenset({"f"})
    """Keys that do what they always do when they have completed a speech."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.session = sitting.session
        self.told: list[Event] = []
        self.queue: deque[Beat] = deque()
        self.offered: list[Choice] = []
        self.hint = ""
        self.hinted = False
        self.arriving: Arriving | None = None
        self.leaning = ""
        """The judge who is about to break in."""
        self._timer: Timer | None = None
        self._waits = False

    @property
    def reading(self) -> bool:
        """Whether something is being read, and the choices are not yet offered."""
        return not self.offered

    def take(self, events: list[Event]) -> None:
        """Take in events and show the first of them."""
        self.queue.extend(beats(events, self.session.human))
        self._advance()

    def _advance(self, through: bool = False) -> None:
        """Show beats as far as the next that waits (``through``: the next hint, if any), then offer the choices."""
        self._complete()
        while self.queue:
            beat = self.queue.popleft()
            self._show(beat)
            if self.app.paced and not through and self._arrive(beat):  # type: ignore[attr-defined]
                return
            self._look()
            if beat.waits and not (through and not self.hint):
                self._pause()
                return
        self._offer()

    def _show(self, beat: Beat) -> None:
        first = beat.events[0]
        if isinstance(first, Hint):
            # Nobody says a hint: it stands on the desk while it is read, and no word of the transcript gives way to it.
            self.hint = first.text
            return
        self.told.extend(beat.events)
        following = self.queue[0].events[0] if self.queue else None
        self.query_one(Transcript).tell(beat.events, self.session.round, following)
        if isinstance(first, Asked) and first.broke_in:
            self.app.ring()  # type: ignore[attr-defined]

    def _look(self) -> None:
        shown = self._view()
        bar = self.query_one(Bar)
        bar.shown = shown
        self._light(bar.now)
        self.query_one(Plan).shown = shown
        self.query_one(BenchRow).seats = shown.seats
        self._weigh()

    def _light(self, shown: View) -> None:
        """The room changes at the white light, and in the last thirty seconds."""
        self.set_class(shown.white, "-white")
        self.set_class(shown.last or shown.red, "-ending")

    # -- what has been moved -------------------------------------------------------------------------------------

    @property
    def weighs(self) -> bool:
        """Whether it is shown where the judges stand: in training, unless the settings hide it."""
        return self.sitting.training and self.app.settings.needles == "shown"  # type: ignore[attr-defined]

    def _ply(self) -> int:
        """How many moves had been made when what was told last happened."""
        round = self.session.round
        return round.ply if self.offered else min(self.told[-1].ply if self.told else 0, round.ply)

    def issue(self) -> Issue | None:
        """The issue at hand."""
        return issue_at_hand(self.session.round, self._ply())

    def _weigh(self) -> None:
        """Show the needles on the issue at hand, and count the findings moved; an exam shows neither."""
        bench, bar = self.query_one(BenchRow), self.query_one(Bar)
        issue = self.issue() if self.weighs else None
        round, ply = self.session.round, self._ply()
        bench.needles = needles(round, issue, ply) if issue is not None else ()
        bar.moved = findings_moved(round, self.session.human, ply) if self.weighs else None
        self.set_class(bool(bench.needles), "-weighed")

    def _view(self) -> View:
        """The lectern as it stands."""
        return view(self.session.round, self.told)

    def _pause(self) -> None:
        self.offered = []
        self.query_one(Desk).wait(self.hint)
        self.hinted, self.hint = bool(self.hint), ""
        transcript = self.query_one(Transcript)
        transcript.focus()
        self.call_after_refresh(transcript.scroll_end, animate=False)
        self.refresh_bindings()

    def _offer(self) -> None:
        raise NotImplementedError

    # -- word by word --------------------------------------------------------------------------------------------

    def _arrive(self, beat: Beat) -> bool:
        """Let the speech of this beat arrive; False where it has none. What it costs and moves is shown when it has been heard."""
        speech = self.query_one(Transcript).last
        if not isinstance(beat.events[0], Begun | Resumed) or len(beat.events) > 1 or speech is None:
            return False
        self.arriving, self._waits = Arriving(speech.shown), beat.waits
        self.query_one(BenchRow).seats = self._view().seats
        self.query_one(Desk).listen()
        self.query_one(Transcript).focus()
        self.refresh_bindings()
        self._step()
        self._timer = self.set_interval(PACE, self._step)
        return True

    def _step(self) -> None:
        """One more word; after the last, whoever breaks in leans in, and then the story goes on."""
        transcript = self.query_one(Transcript)
        if self.arriving is None or not self.is_active or transcript.last is None:
            return
        at_end = transcript.is_vertical_scroll_end
        transcript.last.show(self.arriving.step())
        if at_end:
            transcript.scroll_end(animate=False, immediate=False)
        if self.arriving.done:
            self._lean()

    def _lean(self) -> None:
        """A judge who is about to break in leans in; without one the story goes on."""
        self._stop()
        self._look()
        following = self.queue[0].events[0] if self.queue else None
        if isinstance(following, Asked) and following.broke_in:
            self.leaning = following.judge
            bench = self.query_one(BenchRow)
            bench.seats = leaning_in(bench.seats, self.leaning)
            self.query_one(Desk).listen(judge_name(self.session.bench, self.leaning))
            self._timer = self.set_interval(LEAN, self._heard)
        else:
            self._heard()

    def _heard(self) -> None:
        """The speech has been heard to its end: a question that breaks in waits for nobody."""
        if not self.is_active:
            return
        broken = bool(self.leaning)
        self._stop()
        self.leaning = ""
        if self._waits and not broken:
            self._pause()
        else:
            self._advance()

    def _complete(self) -> None:
        """Show the whole of a speech that is arriving, and let nobody lean in any more."""
        speech = self.query_one(Transcript).last
        if self.arriving is not None and isinstance(speech, Speech):
            speech.show(self.arriving.whole)
        self._stop()
        self.leaning = ""

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer, self.arriving = None, None

    def _hurry(self) -> bool:
        """Bring a speech that is arriving, or a judge who leans in, to the end; False where there is neither."""
        if self.arriving is None and not self.leaning:
            return False
        if self.arriving is not None and self.query_one(Transcript).last is not None:
            self.query_one(Transcript).last.show(self.arriving.whole)  # type: ignore[union-attr]
            self._lean()
        else:
            self._heard()
        return True

    def on_key(self, event: Key) -> None:
        """Any key shows the rest of a speech that is arriving, and does nothing else."""
        if self._hurry() and event.key not in self.PASSES:
            event.stop()
            event.prevent_default()

    def on_click(self, event: Click) -> None:
        """So does a click."""
        if self._hurry():
            event.stop()
