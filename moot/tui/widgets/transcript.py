"""The transcript of the argument: one widget a speech, set as a play is printed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll

from moot.case import Side
from moot.round.round import Round
from moot.sitting.events import (
    Asked,
    Closed,
    Event,
    GaveUp,
    Hint,
    Light,
    LightColor,
    Opened,
    Reacted,
    WorkedOut,
    next_said,
)
from moot.sitting.showing.look import ASKS, LOOKS
from moot.sitting.words import spoken
from moot.sitting.words.event_text import event_text
from moot.tui.text import EMPTY, Hanging, Ink, words
from moot.tui.widgets.banner import ink_of
from moot.tui.widgets.faces import FACES, LARGE_WIDTH, ascii_only, in_ascii
from moot.tui.widgets.safe import Words

__all__ = ["Speech", "Transcript", "set_event"]

ROOMY = 30
"""From this many rows of screen on, the asker's face is drawn beside the question that stands."""


def gutter(round: Round) -> int:
    """Columns for the names of those who speak."""
    names = [spoken.last_name(judge.name) for judge in round.bench.judges]
    names += [spoken.last_name(name) for side in Side for name in round.case.party(side).speakers]
    return min(max(LARGE_WIDTH, *map(len, names)), 16) + 2


class Speech(Words):
    """One thing said or seen; ``ply`` is the number of moves made when it was."""

    DEFAULT_CSS = """
    Speech { height: auto; padding: 0 1; margin: 0; }
    Speech.-apart { margin-top: 1; }
    Speech.-asked { text-style: bold; }
    """

    def __init__(self, shown: Hanging, ply: int, apart: bool, asked: bool = False) -> None:
        super().__init__(shown)
        self.ply = ply
        self.question = asked
        self.shown = shown
        self.set_class(apart, "-apart")
        self.stand_out(asked)

    def stand_out(self, asked: bool, face: tuple[str, ...] = ()) -> None:
        """Set this off as the question that stands, with the face of the judge who asks it; or no more."""
        self.set_class(asked, "-asked")
        beside = [words((row, Ink.KEY)) for row in face] if asked else []
        if len(beside) != len(self.shown.beside):
            old = self.shown
            self.shown = Hanging(old.lead, old.paragraphs, indent=old.indent, beside=beside)
            self.show(self.shown)


class Transcript(VerticalScroll):
    """Everything said so far; it stays at its end until the reader scrolls back."""

    DEFAULT_CSS = """
    Transcript { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def tell(self, events: Sequence[Event], round: Round, following: Event | None = None) -> None:
        """Add events. ``following`` is the event after them, if it is known: a question may cut a speech short."""
        made: list[Speech] = []
        for index, event in enumerate(events):
            shown = set_event(event, next_said(events, index, following), round)
            if shown is not None:
                apart = not isinstance(event, Reacted | WorkedOut | GaveUp | Light | Closed) and bool(
                    self.children or made
                )
                made.append(Speech(shown, event.ply, apart, isinstance(event, Asked)))
        if made:
            # Only the question that stands is set off from the rest.
            for speech in (*self.query(Speech).results(), *made[:-1]):
                speech.stand_out(False)
            self.mount(*made)
            self._draw_asker(made[-1])
            self.scroll_end(animate=False, immediate=False)

    @property
    def last(self) -> Speech | None:
        """What was said or seen last."""
        speeches = list(self.query(Speech).results())
        return speeches[-1] if speeches else None

    def forget(self, ply: int) -> None:
        """Take away what was said after this many moves."""
        last: Speech | None = None
        for speech in list(self.query(Speech)):
            if speech.ply > ply:
                speech.remove()
            else:
                last = speech
        if last is not None:
            last.stand_out(last.question)
            self._draw_asker(last)
        self.scroll_end(animate=False, immediate=False)

    def __init__(self) -> None:
        super().__init__()
        self._laid = self.size
        """The size for which the place of the reader was taken."""
        self._place: tuple[Speech, float] | None = None
        """The speech at the top of what is seen, and how much of it is above; None at the end."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the place of the reader, where it is the reader who has moved and not the window."""
        super().watch_scroll_y(old_value, new_value)
        if self.size == self._laid:
            self._place = None if new_value >= self.max_scroll_y else self._at(new_value)

    def watch_virtual_size(self) -> None:
        """What is said may take more rows a moment after the window changed: a reader at the end stays there."""
        if self._place is None and self.is_attached:
            self.call_after_refresh(self.scroll_end, animate=False)

    def _at(self, y: float) -> tuple[Speech, float] | None:
        for speech in self.query(Speech).results():
            region = speech.virtual_region
            if region.bottom > y:
                return speech, (y - region.y) / max(region.height, 1)
        return None

    def on_resize(self) -> None:
        """Draw the asker's face, or leave it out, as there is room now, and keep the place of the reader."""
        speeches = list(self.query(Speech).results())
        if speeches and speeches[-1].question:
            self._draw_asker(speeches[-1])
        self.call_after_refresh(self._return)

    def _return(self) -> None:
        """Show the speech again that was at the top before the window changed; the end, if that was shown."""
        self._laid = self.size
        if self._place is None or not self._place[0].is_attached:
            self.scroll_end(animate=False)
            return
        speech, above = self._place
        region = speech.virtual_region
        self.scroll_to(y=region.y + round(above * region.height), animate=False, force=True)

    def _draw_asker(self, last: Speech) -> None:
        """Draw the face of the judge whose question stands, where the screen is high enough for it."""
        if not last.question:
            return
        face = FACES[ASKS].large() if self.screen.size.height >= ROOMY else ()
        last.stand_out(True, in_ascii(face) if ascii_only(self.app.console.encoding) else face)


def set_event(event: Event, following: Event | None, round: Round) -> Hanging | None:
    """One event as it is printed; None for what the transcript leaves out."""
    said = event_text(event, following, round)
    if said is None or isinstance(event, Hint):
        return None
    lead = EMPTY
    shown = [words(said.text)]
    match event:
        case Opened(segment=segment, side=side):
            party = round.case.party(side)
            called = f"{party.speaker(segment.speaker)}, in {said.title}" if segment.replies else said.text
            shown = [words((called, ink_of(side)), (f"   {said.clock}", Ink.QUIET))]
        case Reacted(kind=kind):
            lead = words((spoken.judge_name(round.bench, said.judge), Ink.BENCH))
            shown = [words((f"({LOOKS[kind].said}) ", Ink.QUIET), (said.text, Ink.QUOTE))]
        case Light(color=color):
            shown = [words((f"{_LIGHTS[color]} {said.text}", Ink.ASIDE))]
        case _ if said.counsel is not None:
            lead = words((spoken.speaker_of(round, event.ply), ink_of(said.counsel)))
        case _ if said.judge:
            lead = words((spoken.judge_name(round.bench, said.judge), Ink.BENCH))
            shown += [words((said.aside, Ink.ASIDE))] if said.aside else []
        case _:
            shown = [words((said.text, Ink.ASIDE))]
    return Hanging(lead, shown, indent=gutter(round))


_LIGHTS = {LightColor.WHITE: "●", LightColor.RED: "■"}
"""The lights as they stand in the transcript."""
