"""The opinions really written, page by page: searched, and opened at the passage that a mark quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap

from moot.report.reader import ReadOpinion, ReadPage, Span, search
from moot.tui.screens.find import Find
from moot.tui.screens.pages.reading import ReadingScreen
from moot.tui.sitting import Sitting
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.pages import NamedPage, Pages
from moot.tui.widgets.safe import Words

__all__ = ["Cited", "ReaderScreen"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that the debrief cites: ids of its opinion and holding, and in words what cites it."""

    opinion: str
    holding: str
    told: str


class ReaderScreen(ReadingScreen):
    """A page of the reports a page. ``cited`` are the passages to go through; it opens at the one with the number ``at``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back"),
        Binding("slash", "find", "find", key_display="/"),
        Binding("n", "again", "find again"),
        Binding("full_stop", "cited(1)", "next passage", key_display="."),
        Binding("comma", "cited(-1)", "passage before", key_display=",", show=False),
        Binding("o", "opinion", "other opinion"),
    ]

    def __init__(self, sitting: Sitting, opinions: Sequence[ReadOpinion], cited: Sequence[Cited], at: int = 0) -> None:
        super().__init__(sitting)
        self.opinions = tuple(opinions)
        self.cited = tuple(cited)
        self.at = min(at, max(len(cited) - 1, 0))
        self.shown = 0
        self.wanted = ""
        self.lit: str | None = None
        if self.cited:
            self._aim()

    @property
    def opinion(self) -> ReadOpinion:
        """The opinion that is open."""
        return self.opinions[self.shown]

    def _aim(self) -> None:
        """Toward the passage that is cited."""
        here = self.cited[self.at]
        self.shown = next((n for n, each in enumerate(self.opinions) if each.id == here.opinion), 0)
        self.lit = here.holding

    def heading(self) -> Content:
        """Whose opinion it is, and what cites the passage that is lit."""
        title = self.opinion.title
        told = f"   {self.at + 1} of {len(self.cited)}: {self.cited[self.at].told}" if self.lit and self.cited else ""
        return words((f"{title[:1].upper()}{title[1:]}", Ink.TITLE), (told, Ink.QUIET))

    def pages(self) -> Sequence[NamedPage]:
        """The pages; where no text ships, what is quoted."""
        if not self.opinion.pages:
            return [NamedPage("quoted", "Quoted", self._quoted)]
        return [NamedPage(f"page-{each.label}", each.label, partial(self._page, each)) for each in self.opinion.pages]

    def on_mount(self) -> None:
        """Open where the passage is."""
        self._show()

    def _show(self, page: int | None = None) -> None:
        """Show the opinion that is open, at a page or at the passage that is lit."""
        self.query_one("#title", Words).show(self.heading())
        pages = self.query_one(Pages)
        pages.pages = tuple(self.pages())
        if page is None:
            page = self.opinion.page_of(self.lit) if self.lit is not None else 0
        pages.open = page or 0
        pages.refill()
        self.call_after_refresh(self._to_the_lit)

    def _to_the_lit(self, tries: int = 5) -> None:
        """Scroll to the line in which something is lit: a paragraph may be longer than the screen. Waits until the page is laid out."""
        rows = list(self.query(".row").results(Words))
        place = self._lit_row()
        if place is None or place >= len(rows):
            return
        row = rows[place]
        if not row.size.width:
            if tries:
                self.call_after_refresh(self._to_the_lit, tries - 1)
            return
        body = row.parent
        assert isinstance(body, VerticalScroll)
        body.scroll_to(y=max(row.virtual_region.y + self._line_of_the_lit(place, row.size.width) - 1, 0), animate=False)

    def _line_of_the_lit(self, place: int, width: int) -> int:
        """In which line of its paragraph, from 0, the first lit words stand."""
        if not self.opinion.pages:
            return 0
        paragraph = self.opinion.pages[self.query_one(Pages).open].paragraphs[(place - 2) // 2]
        before = 0
        for span in paragraph:
            at = span.text.casefold().find(self.wanted.casefold()) if self.wanted else -1
            if self.lit in span.passages or at >= 0:
                before += max(at, 0)
                break
            before += len(span.text)
        whole = "".join(span.text for span in paragraph)
        return Hanging(EMPTY, [words(whole[:before])], indent=0).get_height(RulesMap(), width) - 1 if before else 0

    def _lit_row(self) -> int | None:
        """The place of that row: a title comes first, and an empty row before every paragraph."""
        if not self.opinion.pages:
            places = [n for n, each in enumerate(self.opinion.passages) if each.holding == self.lit]
        else:
            page = self.opinion.pages[self.query_one(Pages).open]
            key = self.wanted.casefold()
            places = [
                n
                for n, paragraph in enumerate(page.paragraphs)
                if any(self.lit in span.passages or (key and key in span.text.casefold()) for span in paragraph)
            ]
        return 2 + 2 * places[0] if places else None

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _page(self, page: ReadPage) -> list[Shown]:
        rows: list[Shown] = [words((f"Page {page.label}", Ink.STRONG))]
        for paragraph in page.paragraphs:
            rows += [EMPTY, Hanging(EMPTY, [words(*(self._span(span) for span in paragraph))], indent=0)]
        return rows

    def _span(self, span: Span) -> Content:
        if self.lit is not None and self.lit in span.passages:
            return words((span.text, Ink.LIT))
        at = span.text.casefold().find(self.wanted.casefold()) if self.wanted else -1
        if at < 0:
            return words(span.text)
        end = at + len(self.wanted)
        return words(span.text[:at], (span.text[at:end], Ink.LIT), span.text[end:])

    def _quoted(self) -> list[Shown]:
        rows: list[Shown] = [
            words(("The text of this opinion does not come with the case: only what is quoted from it.", Ink.ASIDE))
        ]
        for each in self.opinion.passages:
            ink = Ink.LIT if each.holding == self.lit else Ink.QUOTE if each.quote else Ink.PLAIN
            rows += [
                EMPTY,
                Hanging(
                    words((each.pin, Ink.KEY)),
                    [words(each.gist), words((each.words, ink))] if each.quote else [words((each.gist, ink))],
                    indent=14,
                ),
            ]
        return rows

    # -- keys ----------------------------------------------------------------------------------------------------------

    def action_cited(self, way: int) -> None:
        """To the next passage that the debrief cites."""
        if self.cited:
            self.at = (self.at + way) % len(self.cited)
            self.wanted = ""
            self._aim()
            self._show()

    def action_opinion(self) -> None:
        """The next opinion, from its beginning."""
        self.shown = (self.shown + 1) % len(self.opinions)
        self.lit = None
        self._show(0)

    def action_find(self) -> None:
        """Ask what to look for."""
        self.app.push_screen(Find(self.wanted), self._found)

    def _found(self, wanted: str | None) -> None:
        if wanted:
            self.wanted, self.lit = wanted, None
            self._seek(here=True)

    def action_again(self) -> None:
        """To the next page that has the words."""
        if self.wanted:
            self._seek(here=False)

    def _seek(self, *, here: bool) -> None:
        """Go to the next page with the words, this one included where ``here``; round the end."""
        now = (self.shown, self.query_one(Pages).open)
        places = list(search(self.opinions, self.wanted))
        if not places:
            self.app.tell(f"No page has “{self.wanted}”.")  # type: ignore[attr-defined]
            return
        later = [place for place in places if place > now or (here and place == now)]
        self.shown, page = (later or places)[0]
        self._show(page)

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)
