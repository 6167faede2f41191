"""The debrief: what a coach would say first, then the court, the mistakes, the bench, the issues, marks, ballot and moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from moot.errors import MootError
from moot.files.folders import case_folder
from moot.report.build import report
from moot.report.debrief import Debrief, Mistake, Prompt, debrief
from moot.report.reader import library
from moot.report.sides import side_by_side
from moot.tui.screens.decided.debrief_pages import (
    ballot_rows,
    bench_rows,
    brief_rows,
    court_rows,
    issue_rows,
    mark_rows,
    mistake_rows,
    move_rows,
)
from moot.tui.screens.decided.reader import Cited, ReaderScreen
from moot.tui.screens.decided.ruling import WhyScreen
from moot.tui.screens.decided.sides_page import side_rows
from moot.tui.screens.pages.reading import ReadingScreen
from moot.tui.sitting import Sitting
from moot.tui.text import Ink, words
from moot.tui.widgets.pages import NamedPage, Pages

__all__ = ["DebriefScreen"]

_MISTAKE = "mistake-"


class DebriefScreen(ReadingScreen):
    """A page each. On the page of a mistake, enter tries it again from there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again_from_here", "try it again"),
        Binding("o", "opinion", "opinion"),
        Binding("m", "mistakes", "retry all"),
        Binding("w", "why", "why"),
        Binding("r", "ruling", "ruling"),
        Binding("n", "again", "new sitting"),
        Binding("d", "consult('tree')", "decision tree", show=False),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        round = sitting.session.round
        self.told = report(round)
        self.debriefs = [debrief(round, side) for side in sitting.sides]

    @property
    def prompt(self) -> Prompt | None:
        """The question before the reveal, for somebody who argued one side."""
        return self.debriefs[0].prompt if self.sitting.session.human is not None else None

    def heading(self) -> Content:
        """The case."""
        return words(("Debrief", Ink.TITLE), (f"   {self.told.caption}", Ink.QUIET))

    def pages(self) -> Sequence[NamedPage]:
        """First what a coach would say in a minute."""
        sides, told = self.sitting.sides, self.told
        first = self.debriefs[0]
        both = side_by_side(told) if len(sides) > 1 else None
        return [
            *([NamedPage("sides", "Side by side", lambda: list(side_rows(both)))] if both is not None else []),
            *(self._side_page("brief", "In brief", each) for each in self.debriefs),
            NamedPage("court", "The Court", lambda: list(court_rows(first.court, told.aftermath))),
            *(page for each in self.debriefs for page in self._mistakes(each)),
            *(self._side_page("bench", "Bench", each) for each in self.debriefs),
            *(self._side_page("issues", "Issues", each) for each in self.debriefs[:1]),
            NamedPage("marks", "Marks", lambda: list(mark_rows(told, sides))),
            NamedPage("ballot", "Ballot", lambda: list(ballot_rows(told, sides))),
            NamedPage("moves", "Moves", lambda: list(move_rows(told))),
        ]

    def _side_page(self, id: str, title: str, each: Debrief) -> NamedPage:
        """A page of one side's; where there are two, it says whose."""
        if len(self.debriefs) > 1 and id != "issues":
            id, title = f"{id}-{each.side}", f"{title}: {each.called}"
        if id.startswith("brief"):
            return NamedPage(id, title, lambda: list(brief_rows(each, str(self.sitting.path))))
        if id.startswith("bench"):
            return NamedPage(id, title, lambda: list(bench_rows(each, self.told)))
        return NamedPage(id, title, lambda: list(issue_rows(each)))

    def _mistakes(self, each: Debrief) -> list[NamedPage]:
        many = len(each.mistakes)
        return [
            NamedPage(
                f"{_MISTAKE}{mistake.ply}",
                f"Mistake {number}",
                lambda mistake=mistake, number=number: list(mistake_rows(mistake, number, many)),  # type: ignore[misc]
            )
            for number, mistake in enumerate(each.mistakes, start=1)
        ]

    def _open_mistake(self) -> Mistake | None:
        """The mistake whose page is open."""
        if not self.is_mounted:
            return None
        pages = self.query_one(Pages)
        id = pages.pages[pages.open].id
        found = [mistake for each in self.debriefs for mistake in each.mistakes]
        return next((mistake for mistake in found if id == f"{_MISTAKE}{mistake.ply}"), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Trying again is offered on the page of a mistake."""
        if action == "again_from_here":
            return self._open_mistake() is not None
        return super().check_action(action, parameters)

    def action_again_from_here(self) -> None:
        """Stand before the question again, in a sitting of its own."""
        mistake = self._open_mistake()
        assert mistake is not None
        try:
            self.app.try_again(mistake.ply)  # type: ignore[attr-defined]
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]

    def action_mistakes(self) -> None:
        """Every question of this sitting that was not answered right, one after the other."""
        from moot.files.records import read_record
        from moot.sitting.practice.tasks import Played, mistakes
        from moot.tui.screens.home.practice import PracticeScreen

        try:
            found = mistakes(Played(read_record(self.sitting.path), self.sitting.session.round))
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]
            return
        if not found:
            self.app.tell("No question was fumbled.")  # type: ignore[attr-defined]
            return
        self.app.push_screen(PracticeScreen(found, "retry", "Try again"))

    def action_opinion(self) -> None:
        """The opinions really written: at the passage that this mistake cites, else at the first that the marks cite."""
        case, bench = self.sitting.case, self.sitting.bench
        opinions = library(case, bench, case_folder(case.id))
        if not opinions:
            self.app.tell("This case has no opinion to read.")  # type: ignore[attr-defined]
            return
        cited = [
            Cited(mark.opinion, mark.holding, f"{mark.treatment.value}: {mark.words}")
            for mark in self.told.marks
            if mark.holding and mark.side in self.sitting.sides
        ]
        mistake = self._open_mistake()
        if mistake is not None and mistake.court is not None:
            cited.insert(0, Cited(mistake.court.opinion, mistake.court.holding, mistake.court.lead))
        self.app.push_screen(ReaderScreen(self.sitting, opinions, cited))

    def action_why(self) -> None:
        """The reasons, a judge a page."""
        self.app.work_out(lambda: self.app.push_screen(WhyScreen(self.sitting)))  # type: ignore[attr-defined]

    def action_consult(self, page: str) -> None:
        """What was argued and asked, question by question, and what was not."""
        from moot.tui.screens.lectern.consult import ConsultScreen

        self.app.push_screen(ConsultScreen(self.sitting, page, self.sitting.session.round.ply))

    def action_ruling(self) -> None:
        """Back to the ruling."""
        self.app.to_ruling()  # type: ignore[attr-defined]

    def action_again(self) -> None:
        """Another sitting."""
        self.app.to_choices()  # type: ignore[attr-defined]
