"""The ruling as a document, and why each judge came to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from moot.opinion.compose import ruling_document
from moot.opinion.document import Section
from moot.report.values import JudgeWhy
from moot.report.why import why
from moot.sitting.words.spoken import last_name
from moot.tui.screens.pages.reading import ReadingScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.pages import NamedPage

__all__ = ["RulingScreen", "WhyScreen"]


class RulingScreen(ReadingScreen):
    """The syllabus and the line-up first, then an opinion a page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "to the debrief"),
        Binding("w", "why", "why they voted so"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        outcome = sitting.session.round.outcome()
        assert outcome is not None
        self.ruling = outcome.ruling
        self.document = ruling_document(outcome.ruling)

    def heading(self) -> Content:
        """The case and what became of it."""
        return words((self.document.title, Ink.TITLE), (f"   {self.ruling.disposition.value}", Ink.STRONG))

    def pages(self) -> Sequence[NamedPage]:
        """The syllabus and the opinions."""
        found = [NamedPage("syllabus", "Syllabus", self._syllabus)]
        for section in self.document.sections:
            number = section.opinion
            author = self.ruling.opinions[number].author if number is not None else ""
            name = last_name(self.ruling.bench.judge[author].name) if author else section.title
            found.append(NamedPage(f"opinion-{number}", name, lambda section=section: _section(section)))  # type: ignore[misc]
        return found

    def _syllabus(self) -> list[Shown]:
        document = self.document
        rows = [_paragraph(document.notice, Ink.ASIDE), EMPTY, _paragraph(document.under, Ink.QUIET), EMPTY]
        rows += _section(document.syllabus)
        rows += [EMPTY, _paragraph(document.line_up)]
        for note in document.notes:
            rows += [EMPTY, _paragraph(note.text)]
        return rows

    def action_go_on(self) -> None:
        """To the debrief."""
        self.app.to_debrief()  # type: ignore[attr-defined]

    def action_why(self) -> None:
        """The reasons, a judge a page."""
        self.app.work_out(lambda: self.app.push_screen(WhyScreen(self.sitting)))  # type: ignore[attr-defined]


class WhyScreen(ReadingScreen):
    """Why they voted so: the bench on the first page in words, then a judge a page: in words, the numbers, and all of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back"),
        Binding("w,enter", "close", "back", show=False),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        outcome = sitting.session.round.outcome()
        assert outcome is not None
        self.told = why(sitting.session.round, outcome.ruling, sitting.session.human)

    def heading(self) -> Content:
        """What this is."""
        return words(("Why they voted so", Ink.TITLE), ("   the nearest to moving first", Ink.QUIET))

    def pages(self) -> Sequence[NamedPage]:
        """The bench, then a judge a page."""
        names = {judge.id: last_name(judge.name) for judge in self.sitting.bench.judges}
        return [
            NamedPage("bench", "The bench", self._bench),
            *(
                NamedPage(judge.judge, names[judge.judge], lambda judge=judge: self._why(judge))  # type: ignore[misc]
                for judge in self.told.judges
            ),
        ]

    def _bench(self) -> list[Shown]:
        rows: list[Shown] = [_paragraph(self.told.summary, Ink.STRONG)]
        for judge in self.told.judges:
            rows += [EMPTY, _paragraph(judge.summary)]
        return rows

    def _why(self, judge: JudgeWhy) -> list[Shown]:
        rows: list[Shown] = [_paragraph(judge.summary), EMPTY]
        rows.append(words(("The numbers", Ink.TITLE), ("   support for the answer found, and for the next", Ink.QUIET)))
        rows += [_line(line) for line in judge.numbers]
        rows += [EMPTY, words(("All of it", Ink.TITLE), ("   strength x receptivity x heard", Ink.QUIET))]
        for line in judge.details:
            if not line.startswith(" "):
                rows.append(EMPTY)
            rows.append(_line(line))
        return rows

    def action_close(self) -> None:
        """Back to the ruling."""
        self.dismiss(None)


def _line(line: str) -> Shown:
    """A line of figures: the further in, the quieter."""
    text = line.lstrip()
    depth = len(line) - len(text)
    ink = Ink.STRONG if depth == 0 else Ink.PLAIN if depth == 3 else Ink.QUIET
    return Hanging(EMPTY, [words((text, ink))], indent=depth, measure=100)


def _paragraph(text: str, ink: Ink = Ink.PLAIN) -> Shown:
    return Hanging(EMPTY, [words((text, ink))], indent=0)


def _section(section: Section) -> list[Shown]:
    rows: list[Shown] = [words((section.byline or section.title, Ink.STRONG))]
    if section.notice:
        rows.append(_paragraph(section.notice, Ink.ASIDE))
    for part in section.parts:
        if part.heading:
            rows += [EMPTY, words((part.heading, Ink.TITLE))]
        for paragraph in part.paragraphs:
            rows += [EMPTY, _paragraph(paragraph.text)]
    return rows
