"""The top of the lectern: whose turn it is, the lights and the clock, and the bench with its looks."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from moot.case import Case, Side
from moot.round.clock import clock_face
from moot.tui.look import Seat, View, head_title
from moot.tui.text import EMPTY, Ink, fit, joined, right, stack, words

__all__ = ["Bar", "BenchRow", "ink_of"]

_INKS = {"key": Ink.KEY, "good": Ink.GOOD, "bad": Ink.BAD, "warn": Ink.WARN}


def ink_of(side: Side | None) -> Ink:
    """The ink in which a side's name stands."""
    return Ink.PETITIONER if side is Side.PETITIONER else Ink.RESPONDENT


class Bar(Widget):
    """Counsel, head, lights and clock: one row on a small screen, two on a tall one."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; padding: 0 1; }
    .-tall Bar { height: 2; }
    """
    shown: reactive[View] = reactive(View())

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case

    def render(self) -> Content:
        """The row or rows."""
        width, view = self.size.width, self.shown
        if not view.turn:
            return right(words((self.case.caption, Ink.STRONG)), words("submitted"), width)
        role = "rebuttal" if view.turn == "rebuttal" else self.case.party(view.side).called if view.side else ""
        who = words((view.counsel, ink_of(view.side)), (f" {role}", Ink.QUIET))
        if self.size.height > 1:
            return stack([right(who, _time(view), width), right(self._head(), self._left(), width)])
        return right(joined([who, self._head()], "   "), _time(view), width)

    def _head(self) -> Content:
        view = self.shown
        if not view.head:
            return EMPTY
        return words((f"{view.place}/{view.heads} ", Ink.QUIET), head_title(self.case, view.head))

    def _left(self) -> Content:
        count = self.shown.points_left
        if not self.shown.head and self.shown.turn != "rebuttal":
            return EMPTY
        return words((f"{count or 'no'} point{'' if count == 1 else 's'} left here", Ink.QUIET))


def _time(view: View) -> Content:
    white = ("● white", Ink.LIT) if view.white else ("○ white", Ink.QUIET)
    red = ("■ RED", Ink.LIT) if view.red else ("□ red", Ink.QUIET)
    return words(white, "  ", red, "  ", (f"{clock_face(max(view.clock, 0)):>5}", Ink.STRONG))


class BenchRow(Widget):
    """The judges as they sit, the senior in the middle, and under each name what their face shows."""

    DEFAULT_CSS = "BenchRow { height: 2; padding: 0 1; }"
    seats: reactive[tuple[Seat, ...]] = reactive(())

    def render(self) -> Content:
        """Two rows: names, looks."""
        if not self.seats:
            return EMPTY
        width = self.size.width
        names = [seat.name for seat in self.seats]
        cells = [max(len(name), 7) for name in names]
        spare = max(width - sum(cells), 0)
        gap = min(spare // max(len(cells) - 1, 1), 8)
        if sum(cells) > width:
            cells = [max(width // len(cells) - 1, 3)] * len(cells)
            gap = 1
        margin = " " * max((width - sum(cells) - gap * (len(cells) - 1)) // 2, 0)
        top: list[Content] = []
        low: list[Content] = []
        for seat, cell in zip(self.seats, cells, strict=True):
            top.append(fit(words((seat.name, Ink.BENCH if seat.now else Ink.PLAIN if seat.look else Ink.QUIET)), cell))
            look = seat.look
            face = words((f"{look.glyph} {look.word}", _INKS[look.ink] if seat.now else Ink.QUIET)) if look else EMPTY
            low.append(fit(face, cell))
        between = words(" " * gap)
        return stack([words(margin, between.join(top)), words(margin, between.join(low))])
