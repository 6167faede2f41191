"""The conference: the judges speak in order of seniority, one at a time; then the judgment."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from moot.bench.conference import JudgmentBy, Ruling
from moot.spoken import last_name
from moot.tui.screens.help import HelpScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Words

__all__ = ["HOW", "ConferenceScreen"]

HOW = {
    JudgmentBy.OPINION: "with an opinion of the court",
    JudgmentBy.PLURALITY: "with a plurality opinion",
    JudgmentBy.NO_LEAD: "without a lead opinion",
    JudgmentBy.DIVIDED: "by an equally divided court",
}


class ConferenceScreen(Screen[None]):
    """Shows one judge's vote at each press, then the judgment, then goes on to the ruling."""

    CSS_PATH = "conference.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "go_on", "go on"),
        Binding("enter", "go_on", "go on", show=False),
        Binding("f", "all", "all at once"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        outcome = sitting.session.round.outcome()
        assert outcome is not None
        self.ruling: Ruling = outcome.ruling
        self.shown = 0

    def compose(self) -> ComposeResult:
        """A title, the votes so far, the keys."""
        yield Words(words(("Conference", Ink.TITLE), (f"   {self.sitting.case.caption}", Ink.QUIET)), id="title")
        yield VerticalScroll(id="votes", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The chief speaks first."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """The next judge, then the judgment, then the ruling."""
        judges = self.ruling.bench.judges
        if self.shown < len(judges):
            self._add(self._vote(self.shown))
        elif self.shown == len(judges):
            self._add(self._judgment())
        else:
            self.app.to_ruling()  # type: ignore[attr-defined]
            return
        self.shown += 1

    def action_all(self) -> None:
        """Everything that is left to say here."""
        while self.shown <= len(self.ruling.bench.judges):
            self.action_go_on()

    def _add(self, row: Shown) -> None:
        votes = self.query_one("#votes", VerticalScroll)
        votes.mount(Words(row, classes="vote"))
        votes.scroll_end(animate=False)

    def _vote(self, number: int) -> Shown:
        judge = self.ruling.bench.judges[number]
        mind = self.ruling.reasonings[judge.id]
        last = mind.walk[-1]
        text = self.ruling.case.issue[last.issue].position(last.position).text
        glyph, ink = ("▲", Ink.PETITIONER) if mind.vote.disturbs else ("▼", Ink.RESPONDENT)
        road = words(
            (f"{len(mind.walk)} steps, closest by {min(mind.margin(step.issue) for step in mind.walk)}", Ink.QUIET)
        )
        return Hanging(
            words((last_name(judge.name), Ink.STRONG)),
            [words((f"{glyph} {mind.vote.value}. ", ink), text), road],
            indent=13,
        )

    def _judgment(self) -> Shown:
        ruling = self.ruling
        rows = [
            words(
                (f"{ruling.disposition.value.capitalize()}, {ruling.votes_for} to {ruling.votes_against}", Ink.TITLE),
                f", {HOW[ruling.judgment_by]}.",
            ),
            EMPTY,
            words((ruling.line_up, Ink.PLAIN)),
            EMPTY,
            words(("space", Ink.KEY), (" to read the ruling", Ink.QUIET)),
        ]
        return Hanging(EMPTY, rows, indent=2)

    def action_help(self) -> None:
        """Open the help."""
        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the game."""
        self.app.exit(0)
