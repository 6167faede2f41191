"""The transcript on a screen of its own: it can be read from everywhere, searched, and copied out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from moot.sitting.events import Event
from moot.tui.screens.pages.seeking import SEEKING, Seeking
from moot.tui.sitting import Sitting
from moot.tui.story import retell
from moot.tui.text import Ink, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Words
from moot.tui.widgets.transcript import Speech, Transcript

__all__ = ["TranscriptScreen"]


class TranscriptScreen(Seeking):
    """Everything said so far, from its end. Escape and ``t`` go back."""

    CSS_PATH = "transcript.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back"),
        Binding("t,q,enter", "close", "back", show=False),
        *SEEKING,
        Binding("y", "app.copy_page", "copy"),
        Binding("question_mark", "help", "help"),
    ]

    def __init__(self, sitting: Sitting, told: Sequence[Event] | None = None, *, find: bool = False) -> None:
        super().__init__()
        self.finding = find
        """Whether it opens by asking what to look for."""
        self.sitting = sitting
        self.told = told
        """What has been told so far; None for the whole line."""

    def compose(self) -> ComposeResult:
        """Title, transcript, keys."""
        yield Words(words(("Transcript", Ink.TITLE), (f"   {self.sitting.case.caption}", Ink.QUIET)), id="title")
        yield Transcript()
        yield KeyLine()

    def on_mount(self) -> None:
        """Tell what has been said."""
        round = self.sitting.session.round
        transcript = self.query_one(Transcript)
        transcript.tell(retell(round, training=self.sitting.training) if self.told is None else self.told, round)
        transcript.focus()
        if self.finding:
            self.call_after_refresh(self.action_find)

    def texts(self) -> Sequence[Sequence[str]]:
        """One page: what was said."""
        return [[speech.shown.plain for speech in self.query(Speech).results()]]

    def rows(self) -> Sequence[Widget]:
        """The speeches."""
        return list(self.query(Speech).results())

    def turn_to(self, page: int) -> None:
        """Nothing to do: there is only one page."""

    def here(self) -> int:
        """The number of the page shown: always 0."""
        return 0

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)
