"""The conference: the judges speak in order of seniority, finding by finding; then the judgment."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from moot.bench.conference import JudgmentBy, Ruling
from moot.bench.persona import Judge
from moot.case import Disposition
from moot.opinion import line_up
from moot.report.labels import CARRIED, role_label
from moot.sitting.spoken import last_name
from moot.tui.screens.help import HelpScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Pile, Shown, right, stack, to_width, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Words

__all__ = ["ConferenceScreen"]


class ConferenceScreen(Screen[None]):
    """The table above, one row a judge; below, the judge who is speaking. ``judge`` and ``step`` say how far it is."""

    CSS_PATH = "conference.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "go_on", "next"),
        Binding("n", "judge", "next judge"),
        Binding("f", "all", "the judgment"),
        Binding("enter", "ruling", "read the ruling"),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        outcome = sitting.session.round.outcome()
        assert outcome is not None
        self.ruling: Ruling = outcome.ruling
        self.judge = 0
        self.step = 0

    @property
    def judges(self) -> tuple[Judge, ...]:
        """The bench in the order in which it speaks."""
        return self.ruling.bench.judges

    @property
    def done(self) -> bool:
        """Whether all have voted and the judgment is shown."""
        return self.judge >= len(self.judges)

    def compose(self) -> ComposeResult:
        """A title, the table, the voice, the keys."""
        yield Words(id="title")
        yield Words(id="table")
        yield Words(id="speaker")
        with VerticalScroll(id="voice", can_focus=False):
            yield Words(id="words")
        yield KeyLine()

    def on_mount(self) -> None:
        """The chief speaks first."""
        self.step = 1
        self._draw()

    def on_resize(self) -> None:
        """The table is as wide as the screen."""
        self._draw()

    # -- going on ------------------------------------------------------------------------------------------------

    def _steps(self) -> int:
        """How many things the judge who is speaking has to say: the findings, then the vote."""
        return len(self.ruling.reasonings[self.judges[self.judge].id].walk) + 1

    def action_go_on(self) -> None:
        """The next finding, or the vote, or the next judge; after the judgment, the ruling."""
        if self.done:
            self.action_ruling()
            return
        if self.step < self._steps():
            self.step += 1
        else:
            self.judge, self.step = self.judge + 1, 1
        self._draw()

    def action_judge(self) -> None:
        """The rest of this judge; if all has been said, the whole of the next."""
        if self.done:
            return
        if self.step >= self._steps():
            self.judge += 1
        if not self.done:
            self.step = self._steps()
        self._draw()

    def action_all(self) -> None:
        """Straight to the judgment."""
        self.judge = len(self.judges)
        self._draw()

    def action_ruling(self) -> None:
        """Read the ruling."""
        self.app.to_ruling()  # type: ignore[attr-defined]

    # -- showing -------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        width = max(self.size.width - 4, 40)
        title = words(("The conference", Ink.TITLE), (f"   {self.sitting.case.caption}", Ink.QUIET))
        self.query_one("#title", Words).show(right(title, self._tally(), width))
        rows = [self._row(number, judge, width) for number, judge in enumerate(self.judges)]
        self.query_one("#table", Words).show(stack(rows))
        # The speaker's name stays above what scrolls.
        speaker = "" if self.done else self.judges[self.judge].title
        self.query_one("#speaker", Words).show(words((speaker, Ink.STRONG)))
        self.query_one("#words", Words).show(self._judgment() if self.done else self._speaking())
        voice = self.query_one("#voice", VerticalScroll)
        self.call_after_refresh(voice.scroll_home if self.done else voice.scroll_end, animate=False)
        self.refresh_bindings()

    def _voted(self, number: int) -> bool:
        return number < self.judge or (number == self.judge and self.step >= self._steps())

    def _tally(self) -> Content:
        votes = [self.ruling.reasonings[judge.id].vote for n, judge in enumerate(self.judges) if self._voted(n)]
        disturb = sum(vote.disturbs for vote in votes)
        against = len(votes) - disturb
        for_, rests = ("grant", "deny") if self.ruling.case.below.application else ("disturb", "affirm")
        return words(("▲ ", Ink.PETITIONER), f"{disturb} to {for_}   ", ("▼ ", Ink.RESPONDENT), f"{against} to {rests}")

    def _row(self, number: int, judge: Judge, width: int) -> Content:
        speaking = number == self.judge
        name = to_width(words((last_name(judge.name), Ink.STRONG if speaking else Ink.PLAIN)), 14)
        mark = words(("▸ " if speaking else "  ", Ink.KEY))
        if not self._voted(number):
            return to_width(words(mark, name, ("speaking" if speaking else "·", Ink.QUIET)), width)
        mind = self.ruling.reasonings[judge.id]
        last = mind.walk[-1]
        ground = self.ruling.case.issue[last.issue].position(last.position).text
        if self.done:
            ground = role_label(self.ruling, judge.id)
        return to_width(words(mark, name, _vote(mind.vote), "  ", (ground, Ink.QUIET)), width)

    def _speaking(self) -> Shown:
        judge = self.judges[self.judge]
        mind = self.ruling.reasonings[judge.id]
        rows: list[Content | Hanging] = []
        for step in mind.walk[: self.step]:
            issue = self.ruling.case.issue[step.issue]
            rows.append(words((issue.question, Ink.QUIET)))
            rows.append(Hanging(EMPTY, [words(issue.position(step.position).text)], indent=2))
        if self.step >= self._steps():
            rows.append(words("I vote: ", _vote(mind.vote)))
        return Pile(rows)

    def _judgment(self) -> Shown:
        ruling = self.ruling
        split = (
            f", {ruling.votes_for} to {ruling.votes_against}" if ruling.judgment_by is not JudgmentBy.DIVIDED else ""
        )
        rows = [
            words((f"{ruling.disposition.value.capitalize()}{split}", Ink.TITLE), f", {CARRIED[ruling.judgment_by]}."),
            EMPTY,
            words(line_up(ruling)),
        ]
        if ruling.paradox:
            rows += [EMPTY, words(("Issue by issue, the majority would have gone the other way.", Ink.WARN))]
        rows += [EMPTY, words(("enter", Ink.KEY), (" to read the ruling", Ink.QUIET))]
        return Hanging(EMPTY, rows, indent=0)

    def action_help(self) -> None:
        """Open the help."""
        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the game."""
        self.app.exit(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on whether all have spoken."""
        if action in ("judge", "all"):
            return not self.done
        if action == "ruling":
            return self.done
        return True


def _vote(vote: Disposition) -> Content:
    glyph, ink = ("▲", Ink.PETITIONER) if vote.disturbs else ("▼", Ink.RESPONDENT)
    return words((f"{glyph} {vote.value}", ink))
