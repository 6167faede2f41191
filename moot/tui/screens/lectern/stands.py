"""Where each judge stands on the issue at hand, and why, in words. In training only; never the vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from moot.case import Issue, Side
from moot.case.language.naming import called
from moot.report.needles import Needle, needle_told, needles
from moot.sitting.words.spoken import judge_title
from moot.tui.screens.base import open_help
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.banner import ink_of, needle_drawn
from moot.tui.widgets.safe import Words

__all__ = ["StandsScreen"]


class StandsScreen(ModalScreen[None]):
    """One paragraph a judge, those whom the argument has moved first. Escape and w close it."""

    CSS_PATH = "stands.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,w,q,enter", "close", "close"),
        Binding("question_mark", "help", "help", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
        Binding("down", "scroll(1)", "down", show=False),
        Binding("pageup", "scroll(-5)", "back a page", show=False),
        Binding("pagedown,space", "scroll(5)", "on a page", show=False),
    ]

    def __init__(self, sitting: Sitting, issue: Issue, ply: int) -> None:
        super().__init__()
        self.ply = ply
        self.sitting = sitting
        self.issue = issue

    def compose(self) -> ComposeResult:
        """The issue, the judges, the keys."""
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_subtitle = "esc close"
            for row in self._rows():
                yield Words(row, classes="row")

    def _rows(self) -> Iterator[Shown]:
        round, case = self.sitting.session.round, self.sitting.case
        yield Hanging(EMPTY, [words((self.issue.question, Ink.TITLE))], indent=0)
        ends = [words((called(case.party(side)), ink_of(side))) for side in Side]
        yield words(
            ("left: ", Ink.QUIET), ends[0], ("   right: ", Ink.QUIET), ends[1], ("   ○ the briefs   ● now", Ink.QUIET)
        )
        found: list[Needle] = sorted(needles(round, self.issue, self.ply), key=lambda each: not each.moved)
        for each in found:
            yield EMPTY
            yield words(
                (f"{judge_title(round.bench, each.judge)}  ", Ink.STRONG), needle_drawn(each, self.app.console.encoding)
            )
            yield Hanging(
                EMPTY,
                [words(needle_told(round, self.issue, each, self.sitting.session.human, self.ply))],
                indent=2,
                measure=76,
            )

    def action_scroll(self, way: int) -> None:
        """Scroll."""
        self.query_one("#box", VerticalScroll).scroll_relative(y=3 * way, animate=False)

    def action_help(self) -> None:
        """Open the help of this dialog."""
        open_help(self)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
