"""Several pages of text behind a row of names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.reactive import reactive

from moot.tui.text import Ink, Shown, words
from moot.tui.widgets.jumps import Jump
from moot.tui.widgets.safe import Words

__all__ = ["NamedPage", "Pages"]


@dataclass(frozen=True, slots=True)
class NamedPage:
    """One page: an id, its name in the row, and what makes its paragraphs."""

    id: str
    title: str
    rows: Callable[[], Sequence[Shown]]


class Body(VerticalScroll, inherit_bindings=False):
    """The page itself. Left and right are left to the screen: they turn pages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "up", show=False),
        Binding("down", "scroll_down", "down", show=False),
        Binding("pageup", "page_up", "back a page", show=False),
        Binding("pagedown,space", "page_down", "on a page", show=False),
        Binding("home", "scroll_home", "top", show=False),
        Binding("end", "scroll_end", "end", show=False),
    ]


class Pages(Vertical):
    """A row of names and the page that is open. Arrows or digits change the page."""

    DEFAULT_CSS = """
    Pages { height: 1fr; }
    Pages > .names { height: 1; padding: 0 1; background: $panel; }
    Pages > Body { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Pages .row { height: auto; }
    Pages .row.-found { background: $panel; text-style: underline; }
    """
    open: reactive[int] = reactive(0)

    def __init__(self, pages: Sequence[NamedPage], first: str = "") -> None:
        super().__init__()
        self.pages = tuple(pages)
        self._starts: list[tuple[int, int]] = []
        """Where each name shown begins in the row, with the number of its page."""
        self._end = 0
        self.set_reactive(Pages.open, next((n for n, page in enumerate(pages) if page.id == first), 0))

    def compose(self) -> ComposeResult:
        """Names and page."""
        yield Words(classes="names")
        yield Body()

    def on_mount(self) -> None:
        """Show the first page."""
        self._fill()

    def watch_open(self) -> None:
        """Show another page."""
        if self.is_mounted:
            self._fill()

    def turn(self, way: int) -> None:
        """Go to a neighboring page, round the end."""
        self.open = (self.open + way) % len(self.pages)

    def refill(self) -> None:
        """Make the open page again."""
        self._fill()

    def on_click(self, event: Click) -> None:
        """A name that is clicked opens its page; the arrows beside them turn the page."""
        names = self.query_one(".names", Words)
        if event.screen_y != names.content_region.y or not self._starts:
            return
        event.stop()
        at = event.screen_x - names.content_region.x
        under = [number for start, number in self._starts if start <= at]
        if not under:
            self.turn(-1)
        elif at >= self._end:
            self.turn(1)
        else:
            self.open = under[-1]

    def jumps(self) -> Iterator[Jump]:
        """The names that are shown; and the page itself is a widget of its own."""
        row = self.query_one(".names", Words).content_region
        for start, number in self._starts:
            yield Jump(row.offset + Offset(start, 0), partial(setattr, self, "open", number))

    def on_resize(self) -> None:
        """The row of names is as wide as the screen."""
        self._show_names()

    def _show_names(self) -> None:
        """The names, or as many of them round the open one as fit."""
        names = [f" {number} {page.title} " for number, page in enumerate(self.pages, start=1)]
        room = max(self.size.width - 6, 20)
        first = 0
        while first < self.open and sum(len(name) for name in names[first : self.open + 2]) > room:
            first += 1
        shown: list[Content] = [words(("‹" if first else " ", Ink.KEY))]
        self._starts = []
        for number in range(first, len(names)):
            self._end = sum(piece.cell_length for piece in shown)
            if self._end + len(names[number]) > room:
                shown.append(words(("›", Ink.KEY)))
                break
            self._starts.append((sum(piece.cell_length for piece in shown), number))
            shown.append(words((names[number], Ink.LIT if number == self.open else Ink.QUIET)))
        else:
            self._end = sum(piece.cell_length for piece in shown)
        self.query_one(".names", Words).show(words(*shown))

    def _fill(self) -> None:
        self._show_names()
        body = self.query_one(Body)
        with self.app.batch_update():
            body.remove_children()
            body.mount(*(Words(row, classes="row") for row in self.pages[self.open].rows()))
        body.scroll_home(animate=False)
        body.focus()
        # What a key does may depend on the page that is open.
        self.screen.refresh_bindings()
