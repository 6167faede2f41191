"""The keys of the lectern that look something up, and the notes taken while the other side argues."""

from __future__ import annotations

from textual.binding import Binding

from moot.errors import MootError
from moot.sitting.events import Answered, Begun, Resumed
from moot.sitting.turns import CounselNotes
from moot.tui.screens.lectern.consult import ConsultScreen
from moot.tui.screens.lectern.stands import StandsScreen
from moot.tui.screens.lectern.telling import TellingScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.screens.pages.transcript import TranscriptScreen

__all__ = ["CONSULTING", "Consulting"]

CONSULTING = (
    Binding("m", "mark", "mark as weak"),
    Binding("b", "brief('case')", "brief"),
    Binding("r", "brief('record')", "record", show=False),
    Binding("a", "brief('authorities')", "authorities", show=False),
    Binding("d", "consult('tree')", "decision tree", show=False),
    Binding("c", "consult('conceded')", "conceded", show=False),
    Binding("x", "consult('closed')", "closed", show=False),
    Binding("n", "consult('notes')", "notes", show=False),
    Binding("w", "why", "why"),
    Binding("slash", "seek", "find in the transcript", show=False, key_display="/"),
)
"""Their keys."""


class Consulting(TellingScreen):
    """What is looked up costs nothing; the live clock stops for it in training."""

    def action_brief(self, page: str) -> None:
        """Open the brief, at the record or the authorities if asked."""
        self.app.push_screen(BriefScreen(self.sitting, page=page, begin=False))

    def action_consult(self, page: str) -> None:
        """Look up what is closed, what is conceded, the decision tree, or the notes."""
        self.app.push_screen(ConsultScreen(self.sitting, page, self._ply()))

    def action_seek(self) -> None:
        """Look for words in what has been said."""
        self.app.push_screen(TranscriptScreen(self.sitting, self.told, find=True))

    def action_why(self) -> None:
        """Where each judge stands on the issue at hand, and why."""
        issue = self.issue()
        if issue is None:
            self.app.tell("Nothing is at issue yet.")  # type: ignore[attr-defined]
        else:
            self.app.push_screen(StandsScreen(self.sitting, issue, self._ply()))

    @property
    def theirs(self) -> str:
        """What the other side has said last, where it is they who argue: a point or an answer; empty otherwise."""
        human = self.session.human
        last = next((event for event in reversed(self.told) if isinstance(event, Answered | Begun | Resumed)), None)
        if last is None or human is None or last.side is human:
            return ""
        return last.answer if isinstance(last, Answered) else last.point

    def action_mark(self) -> None:
        """Note what the other side has said last as weak, or take the note away."""
        weak, said, side = self.sitting.weak, self.theirs, self.session.human
        if not said or side is None:
            return
        if said in weak:
            weak.remove(said)
            self.app.tell("The note is taken away.")  # type: ignore[attr-defined]
        else:
            weak.append(said)
            self.app.tell("Marked as weak: it is offered later as something to press. n shows your notes.")  # type: ignore[attr-defined]
        try:
            CounselNotes(self.sitting.path).mark(side, list(weak))
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]
