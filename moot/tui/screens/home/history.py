"""The sittings so far: each by date, skill by skill, and the best in each seat."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from moot.sitting.words.spoken import plural
from moot.study.history import Growth, Past, Progress, SeatRecord
from moot.study.skills import SKILLS
from moot.tui.screens.pages.paged import TURNING, Paged
from moot.tui.text import EMPTY, Hanging, Ink, Shown, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.pages import NamedPage, Pages
from moot.tui.widgets.safe import Words

__all__ = ["HistoryScreen"]

_WIDTH = 20


class HistoryScreen(Paged):
    """Three pages. Looking changes nothing."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back"),
        *TURNING,
    ]

    def __init__(self, found: Progress) -> None:
        super().__init__()
        self.found = found

    def compose(self) -> ComposeResult:
        """Title, pages, keys."""
        told = f"   {plural(len(self.found.sittings), 'sitting')}, {self.found.week} in the last seven days"
        yield Words(words(("History", Ink.TITLE), (told, Ink.QUIET)), id="title")
        yield Pages(
            [
                NamedPage("sittings", "Sittings", lambda: [_sitting(each) for each in reversed(self.found.sittings)]),
                NamedPage("skills", "Skills", lambda: list(_skills(self.found.skills))),
                NamedPage("seats", "Best in each seat", lambda: [_seat(each) for each in self.found.seats]),
            ]
        )
        yield KeyLine()

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)


def _sitting(past: Past) -> Shown:
    exam = ", exam" if past.mode == "exam" else ""
    points = f"ballot {_one(past.ballot)}" if past.ballot is not None else "too little to score"
    votes = f"{past.votes} of {past.seats} votes" if past.votes is not None else "not finished"
    head = words((past.caption, Ink.STRONG), f", {past.side}, {past.format}{exam}")
    result = words((f"{points}; {votes}", Ink.QUIET))
    return Hanging(words((past.started.date().isoformat(), Ink.QUIET)), [head, result], indent=12, below=1)


def _skills(found: tuple[Growth, ...]) -> Iterator[Shown]:
    yield words(("How much of what each offered on the ballot was taken", Ink.ASIDE))
    for each in found:
        full = int(each.taken * _WIDTH + Fraction(1, 2))
        bar = words(("█" * full, Ink.KEY), ("░" * (_WIDTH - full), Ink.QUIET))
        told = words(bar, f" {float(each.taken):.0%}", (f" of {plural(each.of, 'occasion')}", Ink.QUIET))
        grown = []
        if each.earlier is not None and each.later is not None:
            grown = [words((f"earlier {float(each.earlier):.0%}, lately {float(each.later):.0%}", Ink.QUIET))]
        yield Hanging(words(SKILLS[each.skill]), [told, *grown], indent=24)


def _seat(seat: SeatRecord) -> Shown:
    parts = [f"ballot {_one(seat.ballot)}" if seat.ballot is not None else "ballot: too little to score"]
    if seat.votes is not None:
        parts.append(f"{seat.votes} of {seat.seats} votes")
    if seat.swayed:
        more = "more" if seat.swayed > 0 else "fewer"
        parts.append(f"at best {plural(abs(seat.swayed), 'vote')} {more} than by saying nothing")
    elif seat.swayed is not None:
        parts.append("at best as many votes as by saying nothing")
    head = words((seat.caption, Ink.STRONG), f", {seat.side}", (f"   {plural(seat.sittings, 'sitting')}", Ink.QUIET))
    return Hanging(EMPTY, [head, words(("; ".join(parts), Ink.QUIET))], indent=0, below=1)


def _one(points: Fraction | None) -> str:
    return f"{float(points or 0):.1f}"
