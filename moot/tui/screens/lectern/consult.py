"""What is looked up at the lectern: what is closed and why, what has been conceded, the decision tree, and your notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from moot.case.language.naming import called, known_as
from moot.errors import MootError
from moot.graphs.branches import branches
from moot.graphs.build import decision
from moot.graphs.model import Graph
from moot.sitting.showing.asking import IssueTold, issues_told
from moot.sitting.showing.standing import closed, concessions
from moot.sitting.turns import CounselNotes
from moot.tui.screens.pages.reading import ReadingScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.banner import ink_of
from moot.tui.widgets.pages import NamedPage, Pages

__all__ = ["ConsultScreen"]


class ConsultScreen(ReadingScreen):
    """Four pages, each opened by its own key; the key of the open page closes it, as Escape does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back"),
        Binding("x", "page('closed')", "closed", show=False),
        Binding("c", "page('conceded')", "conceded", show=False),
        Binding("d", "page('tree')", "tree", show=False),
        Binding("n", "page('notes')", "notes", show=False),
    ]

    def __init__(self, sitting: Sitting, page: str, ply: int) -> None:
        super().__init__(sitting)
        self.first = page
        self.ply = ply

    def heading(self) -> Content:
        """The case."""
        return words((self.sitting.case.caption, Ink.TITLE))

    def pages(self) -> Sequence[NamedPage]:
        """The pages."""
        return [
            NamedPage("closed", "Closed", lambda: list(self._shut())),
            NamedPage("conceded", "Conceded", lambda: list(self._conceded())),
            NamedPage("tree", "Decision tree", lambda: list(self._tree())),
            NamedPage("notes", "Your notes", lambda: list(self._notes())),
        ]

    def on_mount(self) -> None:
        """Open the page that was asked for."""
        self.action_open(1 + [page.id for page in self.query_one(Pages).pages].index(self.first))

    def _shut(self) -> Iterator[Shown]:
        found = list(closed(self.sitting.session.round))
        yield words(("What you cannot take up now, and why", Ink.TITLE))
        if self.sitting.session.round.position.state.pending:
            yield words(("A question is pending: until it is answered, nothing else can be said.", Ink.QUIET))
        if not found:
            yield words(("Nothing is closed to you.", Ink.QUIET))
        for each in found:
            ink = Ink.STRONG if each.head else Ink.PLAIN
            kind = "head" if each.head else "point"
            yield EMPTY
            yield Hanging(words(("× ", Ink.BAD)), [words((each.title, ink), (f"  {kind}", Ink.QUIET))], indent=2)
            yield Hanging(EMPTY, [words((f"{each.why[:1].upper()}{each.why[1:]}.", Ink.QUIET))], indent=2)

    def _conceded(self) -> Iterator[Shown]:
        case, found = self.sitting.case, list(concessions(self.sitting.session.round, self.ply))
        yield words(("What has been conceded", Ink.TITLE))
        if not found:
            yield words(("Nothing yet, by either side.", Ink.QUIET))
        for each in found:
            yield EMPTY
            yield words((called(case.party(each.side)), ink_of(each.side)))
            yield Hanging(EMPTY, [words((each.words, Ink.QUOTE)), words(each.what)], indent=2)
            if each.takes_out:
                yield Hanging(EMPTY, [words(("Out of the case: ", Ink.QUIET), ", ".join(each.takes_out))], indent=2)

    def _tree(self) -> Iterator[Shown]:
        case, tells = self.sitting.case, issues_told(self.sitting.session.round, self.ply)
        issue_of = {node.id: node.issue for node in case.tree.nodes if node.issue}
        yield words(
            ("From the questions to the judgment", Ink.TITLE),
            ("   [n]: a question that several answers lead to", Ink.QUIET),
        )
        yield EMPTY
        for row in branches(self._graph()):
            number = f"[{row.number}] " if row.number else ""
            text = f"{number}see above" if row.again else f"{number}{row.text}"
            ink = Ink.QUIET if row.again else Ink.STRONG if row.end else Ink.PLAIN
            answer = [words((row.answer, Ink.KEY))] if row.answer else []
            told = [] if row.again or row.id not in issue_of else [_told(tells[issue_of[row.id]])]
            yield Hanging(
                words((row.lines, Ink.QUIET)),
                [*answer, words((text, ink)), *told],
                indent=len(row.lines),
                measure=110,
                rail=words((row.rails, Ink.QUIET)),
            )

    def _graph(self) -> Graph:
        """The decision tree with the answers in words."""
        case = self.sitting.case
        issues = {node.id: case.issue[node.issue] for node in case.tree.nodes if node.issue}
        graph = decision(case)
        arrows = [replace(each, text=issues[each.source].position(each.text).text) for each in graph.arrows]
        return replace(graph, arrows=arrows)

    def _notes(self) -> Iterator[Shown]:
        case = self.sitting.case
        yield words(("Weak points of the other side that you have marked", Ink.TITLE))
        if not self.sitting.weak:
            yield Hanging(
                EMPTY, [words(("None. While the other side argues, m marks what was said last.", Ink.QUIET))], indent=0
            )
        for each in self.sitting.weak:
            yield Hanging(words(("! ", Ink.WARN)), [words(known_as(case, each, 30))], indent=2)
        side = self.sitting.session.human
        if side is None:
            return  # Two people at one keyboard: j shows each their own, and nobody the other's.
        yield EMPTY
        yield words(("What you have written down", Ink.TITLE), ("   at the lectern, j writes a note", Ink.QUIET))
        try:
            written = CounselNotes(self.sitting.path).of(side)
        except MootError as error:
            yield words((f"{error}", Ink.BAD))
            return
        if not written:
            yield words(("Nothing yet.", Ink.QUIET))
        for number, note in enumerate(written, 1):
            yield Hanging(words((f"{number}", Ink.QUIET)), [words(note)], indent=4)

    def action_page(self, id: str) -> None:
        """Open a page; where it is open, go back."""
        pages = self.query_one(Pages)
        if pages.pages[pages.open].id == id:
            self.action_close()
        else:
            pages.open = [page.id for page in pages.pages].index(id)

    def action_close(self) -> None:
        """Back to the lectern."""
        self.dismiss(None)


def _told(issue: IssueTold) -> Content:
    """Whether an issue has been argued, and whether the bench has asked about it."""
    return words(("? " if issue.asked else "· ", Ink.KEY if issue.asked else Ink.QUIET), (issue.told, Ink.QUIET))
