"""Several pages of text behind a row of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.reactive import reactive

from moot.tui.text import Ink, Shown, words
from moot.tui.widgets.safe import Words

__all__ = ["Page", "Pages"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: an id, its name in the row, and what makes its paragraphs."""

    id: str
    title: str
    rows: Callable[[], Sequence[Shown]]


class Pages(Vertical):
    """A row of names and the page that is open. Arrows or digits change the page."""

    DEFAULT_CSS = """
    Pages { height: 1fr; }
    Pages > .names { height: 1; padding: 0 1; background: $panel; }
    Pages > VerticalScroll { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    Pages .row { height: auto; }
    """
    open: reactive[int] = reactive(0)

    def __init__(self, pages: Sequence[Page], first: str = "") -> None:
        super().__init__()
        self.pages = tuple(pages)
        self.set_reactive(Pages.open, next((n for n, page in enumerate(pages) if page.id == first), 0))

    def compose(self) -> ComposeResult:
        """Names and page."""
        yield Words(classes="names")
        yield VerticalScroll()

    def on_mount(self) -> None:
        """Show the first page."""
        self._fill()

    def watch_open(self) -> None:
        """Show another page."""
        if self.is_mounted:
            self._fill()

    def turn(self, way: int) -> None:
        """Go to a neighbouring page, round the end."""
        self.open = (self.open + way) % len(self.pages)

    def refill(self) -> None:
        """Make the open page again."""
        self._fill()

    def _fill(self) -> None:
        names = [
            words((f" {number} {page.title} ", Ink.LIT if number - 1 == self.open else Ink.QUIET))
            for number, page in enumerate(self.pages, start=1)
        ]
        self.query_one(".names", Words).show(words(" ").join(names))
        body = self.query_one(VerticalScroll)
        with self.app.batch_update():
            body.remove_children()
            body.mount(*(Words(row, classes="row") for row in self.pages[self.open].rows()))
        body.scroll_home(animate=False)
        body.focus()
