"""The conference: the judges vote in order of seniority, each with the findings behind the vote; then the judgment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from moot.bench.conference import JudgmentBy, Ruling
from moot.bench.persona import Judge
from moot.bench.ruling import Role
from moot.case import Case, Disposition
from moot.case.law import Step
from moot.opinion import line_up
from moot.report.labels import CARRIED, role_label
from moot.sitting.words.spoken import last_name
from moot.tui.screens.base import GameScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Pile, Shown, right, stack, to_width, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Words

__all__ = ["ConferenceScreen", "really"]


class ConferenceScreen(GameScreen[None]):
    """The table above, one row a judge; below, the judge who is speaking: the vote first, then the finding it rests on, then the steps before it.

    ``judge`` says how far it is. With ``over`` all have spoken already, as in a sitting that is opened again.
    """

    CSS_PATH = "conference.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "judge", "next"),
        Binding("n,enter", "judge", "next judge", show=False),
        Binding("f", "all", "the judgment"),
        Binding("enter", "ruling", "read the ruling"),
        Binding("space", "ruling", "read the ruling", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
        Binding("down", "scroll(1)", "down", show=False),
        Binding("question_mark", "help", "help"),
        Binding("q", "leave", "leave"),
    ]

    def __init__(self, sitting: Sitting, *, over: bool = False) -> None:
        super().__init__()
        self.sitting = sitting
        outcome = sitting.session.round.outcome()
        assert outcome is not None
        self.ruling: Ruling = outcome.ruling
        self.judge = len(self.judges) if over else 0

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
        self._draw()

    def on_resize(self) -> None:
        """The table is as wide as the screen."""
        self._draw()

    # -- going on ------------------------------------------------------------------------------------------------

    def action_ruling(self) -> None:
        """After the judgment, the ruling."""
        if self.done:
            self.app.to_ruling()  # type: ignore[attr-defined]

    def action_judge(self) -> None:
        """The next judge; after the last, the judgment."""
        if not self.done:
            self.judge += 1
            self._draw()

    def action_all(self) -> None:
        """Straight to the judgment."""
        self.judge = len(self.judges)
        self._draw()

    # -- showing -------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        width = max(self.room - 4, 40)
        title = words(("The conference", Ink.TITLE), (f"   {self.sitting.case.caption}", Ink.QUIET))
        self.query_one("#title", Words).show(right(title, self._tally(), width))
        rows = [self._row(number, judge, width) for number, judge in enumerate(self.judges)]
        self.query_one("#table", Words).show(stack(rows))
        # The speaker and the vote stay above what scrolls.
        self.query_one("#speaker", Words).show(EMPTY if self.done else self._vote_of(self.judges[self.judge]))
        self.query_one("#words", Words).show(self._judgment() if self.done else self._speaking())
        voice = self.query_one("#voice", VerticalScroll)
        self.call_after_refresh(voice.scroll_home, animate=False)
        self.refresh_bindings()

    def _voted(self, number: int) -> bool:
        return number <= self.judge

    def _tally(self) -> Content:
        votes = [self.ruling.reasonings[judge.id].vote for n, judge in enumerate(self.judges) if self._voted(n)]
        disturb = sum(vote.disturbs for vote in votes)
        against = len(votes) - disturb
        for_, rests = ("grant", "deny") if self.ruling.case.below.application else (_against(votes), "affirm")
        return words(("▲ ", Ink.PETITIONER), f"{disturb} to {for_}   ", ("▼ ", Ink.RESPONDENT), f"{against} to {rests}")

    def _row(self, number: int, judge: Judge, width: int) -> Content:
        speaking = number == self.judge
        name = to_width(words((last_name(judge.name), Ink.STRONG if speaking else Ink.PLAIN)), 14)
        mark = words(("▸ " if speaking else "  ", Ink.KEY))
        if not self._voted(number):
            return to_width(words(mark, name, ("·", Ink.QUIET)), width)
        reasoning = self.ruling.reasonings[judge.id]
        last = reasoning.walk[-1]
        ground = self.ruling.case.issue[last.issue].position(last.position).text
        if not self.done:
            return to_width(words(mark, name, _vote(reasoning.vote), "  ", (ground, Ink.QUIET)), width)
        left = words(mark, name, _vote(reasoning.vote), "  ", (role_label(self.ruling, judge.id), Ink.QUIET))
        return right(left, words((really(self.ruling.case, judge.id), Ink.ASIDE)), width)

    def _vote_of(self, judge: Judge) -> Content:
        return words((judge.title, Ink.STRONG), " votes: ", _vote(self.ruling.reasonings[judge.id].vote))

    def _speaking(self) -> Shown:
        judge = self.judges[self.judge]
        reasoning = self.ruling.reasonings[judge.id]
        *before, last = reasoning.walk
        rows: list[Content | Hanging] = [words(("The vote rests on this.", Ink.KEY)), *self._step(last, Ink.STRONG)]
        if before:
            rows += [EMPTY, words(("On the way to it.", Ink.KEY))]
        for step in before:
            rows += self._step(step, Ink.PLAIN)
        return Pile(rows)

    def _step(self, step: Step, ink: Ink) -> list[Content | Hanging]:
        """An issue, and the position found on it."""
        issue = self.ruling.case.issue[step.issue]
        found = words((issue.position(step.position).text, ink))
        return [words((issue.question, Ink.QUIET)), Hanging(EMPTY, [found], indent=2)]

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

    def action_scroll(self, way: int) -> None:
        """Scroll what the judge says."""
        self.query_one("#voice", VerticalScroll).scroll_relative(y=3 * way, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on whether all have spoken."""
        return not self.done if action in ("judge", "all") else self.done if action == "ruling" else True


def really(case: Case, judge: str) -> str:
    """How this judge ended in the ruling really made (or written for the case); empty where the case has none of theirs."""
    votes = case.historical.votes if case.historical is not None else ()
    role = next((vote.role for vote in votes if vote.judge == judge), "")
    if not role:
        return ""
    return f"{'in life' if case.real else 'as written'}: {_SHORT.get(role, role)}"


_SHORT: dict[str, str] = {
    Role.AUTHOR: "wrote",
    Role.JOINED: "joined",
    Role.CONCURRING: "concurred",
    Role.IN_THE_JUDGMENT: "judgment only",
    Role.IN_PART: "in part",
    Role.DISSENTING: "dissented",
}
"""The roles of a real ruling, short enough to stand beside those of this one."""


def _against(votes: Sequence[Disposition]) -> str:
    """What those who would disturb the judgment below would do with it, as far as they have voted."""
    against = {vote for vote in votes if vote.disturbs}
    if against == {Disposition.REVERSED_IN_PART}:
        return "reverse in part"
    if Disposition.VACATED_AND_REMANDED not in against:
        return "reverse"
    return "vacate" if len(against) == 1 else "reverse or vacate"


def _vote(vote: Disposition) -> Content:
    glyph, ink = ("▲", Ink.PETITIONER) if vote.disturbs else ("▼", Ink.RESPONDENT)
    return words((f"{glyph} {vote.value}", ink))
