"""The top of the lectern: whose turn it is, the lights and the clock, and the bench with its looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from moot.case import Case, Side
from moot.report.needles import FIRM, Needle
from moot.round.clock import clock_face
from moot.round.formats import TICK_SECONDS
from moot.sitting.showing.look import Seat, View, head_title
from moot.sitting.words.spoken import plural
from moot.tui.text import EMPTY, Hanging, Ink, Pile, right, spaced, stack, to_width, words
from moot.tui.widgets.faces import MIDDLE_WIDTH, ascii_only, face_of, in_ascii
from moot.tui.widgets.jumps import Jump

__all__ = ["Bar", "BenchRow", "Plan", "ink_of", "needle_drawn"]

_INKS = {"key": Ink.KEY, "good": Ink.GOOD, "bad": Ink.BAD, "warn": Ink.WARN}


def ink_of(side: Side | None) -> Ink:
    """The ink in which a side's name stands."""
    return Ink.PETITIONER if side is Side.PETITIONER else Ink.RESPONDENT


class Bar(Widget):
    """Counsel, head, lights and clock: one row on a small screen, two on a tall one."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; padding: 0 1; }
    """
    shown: reactive[View] = reactive(View())
    moved: reactive[int | None] = reactive(None)
    """How many findings have been moved; None where that is not shown."""

    spent: reactive[int] = reactive(0)
    """Seconds that the live clock has counted and no move has taken yet."""
    stopped: reactive[bool] = reactive(False)
    """Whether the live clock is stopped."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case

    @property
    def now(self) -> View:
        """The lectern with what the live clock has counted taken off."""
        return replace(self.shown, clock=-(-self._left_seconds() // TICK_SECONDS)) if self.spent else self.shown

    def _left_seconds(self) -> int:
        return max(self.shown.clock * TICK_SECONDS - self.spent, 0)

    def render(self) -> Content:
        """The row or rows."""
        width, view = self.size.width, self.now
        if view.turn is None:
            return right(words((self.case.caption, Ink.STRONG)), words("submitted"), width)
        role = view.turn.name if view.turn.replies else self.case.party(view.turn.side).called
        who = words((view.counsel, ink_of(view.side)), (f" {role}", Ink.QUIET))
        if self.size.height > 1:
            return stack([right(who, self._time(view), width), right(self._head(), self._left(), width)])
        moved = words((f"{self.moved} moved  ", Ink.QUIET)) if self.moved is not None else EMPTY
        end = words(moved, self._time(view))
        head = self._head()
        # A head of which a few letters would be left is told by its number alone.
        if width - end.cell_length - who.cell_length - 4 < min(head.cell_length, _READABLE):
            head = words((f"{view.place}/{view.heads}", Ink.QUIET)) if view.head else EMPTY
        return right(spaced([who, head], "   "), end, width)

    def _time(self, view: View) -> Content:
        """The lights and the clock."""
        white = ("● white", Ink.LIT) if view.white else ("○ white", Ink.QUIET)
        red = ("■ RED", Ink.LIT) if view.red else ("□ red", Ink.QUIET)
        minutes, seconds = divmod(self._left_seconds(), 60)
        clock = f"{minutes:>2}:{seconds:02d}"
        stopped = ("  stopped", Ink.WARN) if self.stopped else ""
        if view.last:
            return words(white, "  ", red, stopped, "  ", (f"! {clock.strip()} ", Ink.LIT))
        return words(white, "  ", red, stopped, "  ", (clock, Ink.WARN if view.white else Ink.STRONG))

    def _head(self) -> Content:
        view = self.shown
        if not view.head:
            return EMPTY
        return words((f"{view.place}/{view.heads} ", Ink.QUIET), head_title(self.case, view.head))

    def _left(self) -> Content:
        count = self.shown.points_left
        turn = self.shown.turn
        if not self.shown.head and not (turn is not None and turn.replies):
            left = EMPTY
        else:
            left = words((f"{count or 'no'} point{'' if count == 1 else 's'} left here", Ink.QUIET))
        moved = EMPTY if self.moved is None else words((f"{plural(self.moved, 'finding')} moved", Ink.QUIET))
        return spaced([moved, left], "   ")


_READABLE = 16
"""Fewer columns of a title than these say nothing."""

_LETTERS = 4
"""So many letters of a name stand where there is no room for the whole."""


class BenchRow(Widget):
    """The judges as they sit, the senior in the middle: a face, the name, and the look in a glyph and a word.

    Where there is little room, the face is one row high, or not drawn, and the names are cut to their first letters.
    """

    DEFAULT_CSS = "BenchRow { height: 3; padding: 0 1; }"
    seats: reactive[tuple[Seat, ...]] = reactive(())
    needles: reactive[tuple[Needle, ...]] = reactive(())
    """Where each judge stands on the issue at hand; none where that is not shown."""

    def render(self) -> Content:
        """Rows of faces as high as there is room for, names, looks."""
        if not self.seats:
            return EMPTY
        width = self.size.width
        faces = [self._face(seat) for seat in self.seats]
        cells = [max(len(seat.name), 7) for seat in self.seats]
        if sum(cells) > width:
            return self._crowded(faces, width)
        gap = min((width - sum(cells)) // max(len(cells) - 1, 1), 8)
        margin = words(" " * max((width - sum(cells) - gap * (len(cells) - 1)) // 2, 0))
        rows: list[list[Content]] = [[] for _ in range(len(faces[0]) + 2)]
        stands = {needle.judge: needle_drawn(needle, self.app.console.encoding) for needle in self.needles}
        for seat, face, cell in zip(self.seats, faces, cells, strict=True):
            look = seat.look
            ink = _INKS[look.ink] if look and seat.now else Ink.QUIET
            name = Ink.BENCH if seat.now else Ink.PLAIN if look else Ink.QUIET
            said = words((f"{look.glyph} {look.word}", ink)) if look else EMPTY
            drawn = [words((row, ink)) for row in face]
            for row, content in zip(rows, [*drawn, words((seat.name, name)), said], strict=True):
                row.append(to_width(content, cell))
        if stands:
            rows.append(
                [to_width(stands.get(seat.judge, EMPTY), cell) for seat, cell in zip(self.seats, cells, strict=True)]
            )
        between = words(" " * gap)
        made = [words(margin, between.join(row)) for row in rows]
        if stands:
            made[-1] = _between_sides(made[-1], margin.cell_length, width)
        return stack(made)

    async def on_click(self) -> None:
        """A click on the bench asks where the judges stand, as the key does."""
        await self.app.run_action("why", self.screen)

    def jumps(self) -> Iterator[Jump]:
        """The bench, where it is told how the judges stand."""
        if self.screen.check_action("why", ()):
            yield Jump(self.region.offset, partial(self.app.run_action, "why", self.screen))

    def _crowded(self, faces: list[tuple[str, ...]], width: int) -> Content:
        """Too narrow for the names: each by its first letters, and under them in full who looks how, as many as fit."""
        cell = max(width // len(self.seats), 2)
        rows: list[list[Content]] = [[] for _ in range(len(faces[0]) + 1)]
        for seat, face in zip(self.seats, faces, strict=True):
            look = seat.look
            ink = _INKS[look.ink] if look and seat.now else Ink.QUIET
            name = Ink.BENCH if seat.now else Ink.PLAIN if look else Ink.QUIET
            drawn = [words((row[: cell - 1], ink)) for row in face]
            for row, content in zip(rows, [*drawn, words((seat.name[: min(cell - 1, _LETTERS)], name))], strict=True):
                row.append(to_width(content, cell))
        told = EMPTY
        for seat in sorted((each for each in self.seats if each.look), key=lambda each: not each.now):
            assert seat.look is not None
            one = words(
                (f"{seat.look.glyph} ", _INKS[seat.look.ink] if seat.now else Ink.QUIET),
                (f"{seat.name} {seat.look.word}", Ink.BENCH if seat.now else Ink.QUIET),
            )
            longer = spaced([told, one], "   ")
            if longer.cell_length <= width:
                told = longer
        margin = words(" " * ((width - cell * len(self.seats)) // 2))
        return stack([*(words(margin, words("").join(row)) for row in rows), told])

    def _face(self, seat: Seat) -> tuple[str, ...]:
        """The rows of a face, in the size for which this widget is high and wide enough."""
        height, narrow = self.size.height - bool(self.needles), self.size.width < (MIDDLE_WIDTH + 1) * len(self.seats)
        if height < 3:
            return ()
        face = face_of(seat.look)
        rows = face.small() if height < 5 or narrow else face.middle()
        return in_ascii(rows) if ascii_only(self.app.console.encoding) else rows


_LEFT, _RIGHT = "for petitioner ←", "→ for respondent"
"""What lies at the two ends of a needle."""


def _between_sides(row: Content, margin: int, width: int) -> Content:
    """The row of needles with what their ends mean at its sides, where there is room: a few judges, or a broad screen."""
    if margin <= len(_LEFT) + 1 or width - row.cell_length <= len(_RIGHT) + 1:
        return row
    left = words((_LEFT, Ink.QUIET)).pad_left(margin - 1 - len(_LEFT))
    return words(left, " ", row[margin:], " ", (_RIGHT, Ink.QUIET))


def needle_drawn(needle: Needle, encoding: str) -> Content:
    """Seven cells from petitioner's answer to respondent's: where the briefs left the judge, and where the judge is now."""
    track, middle, left, now = "-+o*" if ascii_only(encoding) else "─┼○●"
    cells = [track] * (2 * FIRM + 1)
    cells[FIRM] = middle
    cells[FIRM + needle.briefs] = left
    here = FIRM + needle.now
    ink = Ink.QUIET if not needle.now else ink_of(Side.PETITIONER if needle.now < 0 else Side.RESPONDENT)
    return words(("".join(cells[:here]), Ink.QUIET), (now, ink), ("".join(cells[here + 1 :]), Ink.QUIET))


_STATES = {"full": ("✓", Ink.GOOD), "half": ("◐", Ink.WARN), "open": ("·", Ink.QUIET), "gone": ("×", Ink.QUIET)}


class Plan(Widget):
    """Beside the transcript, where there is room: the heads announced, and what has been said under them."""

    DEFAULT_CSS = "Plan { width: 34; height: 1fr; padding: 0 2; border-left: solid $border; display: none; }"
    shown: reactive[View] = reactive(View())

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case

    async def on_click(self) -> None:
        """A click on the plan says what is closed, as the key does."""
        await self.app.run_action("consult('closed')", self.screen)

    def jumps(self) -> Iterator[Jump]:
        """The plan: what is closed, and why."""
        yield Jump(self.region.offset, partial(self.app.run_action, "consult('closed')", self.screen))

    def render(self) -> Pile:
        """The plan as far as it is known."""
        view = self.shown
        if not view.plan:
            return Pile([EMPTY])
        title = f"In {view.turn.name}" if view.turn is not None and view.turn.replies else f"{view.counsel}'s roadmap"
        pieces: list[Content | Hanging] = [words((title, Ink.QUIET))]
        for row in view.plan:
            if row.point:
                glyph, ink = _STATES[row.state]
                said = Ink.PLAIN if row.state == "open" else Ink.QUIET
                pieces.append(Hanging(words((f" {glyph}", ink)), [words((row.title, said))], indent=3))
            else:
                glyph = {"now": "▸", "later": " ", "left": "×"}[row.state]
                ink = Ink.STRONG if row.state == "now" else Ink.QUIET
                pieces += [EMPTY, Hanging(words((glyph, Ink.KEY)), [words((row.title, ink))], indent=2)]
        if view.reserve:
            pieces += [EMPTY, words(("kept for a reply ", Ink.QUIET), clock_face(view.reserve))]
        return Pile(pieces)
