"""The start: which case, side, bench, opponent, format and heat; or a record to go on with.

The first frame shows what the heads of the files say. Cases, judges and records are read, and the next screens imported,
while the reader reads it: nothing that this module imports at its top may load them.
"""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from moot.counsel.opponents import names
from moot.errors import MootError
from moot.sitting.modes import SIDES
from moot.tui.first_run import FIRST_CASE, FIRST_FORMAT, any_finished
from moot.tui.kept import LABEL, about, record_entry, waiting
from moot.tui.options import Options
from moot.tui.screens.home.elsewhere import ELSEWHERE
from moot.tui.screens.home.settling import Settling
from moot.tui.starting import LESSON, StartRow, meaning
from moot.tui.text import EMPTY, Hanging, Ink, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.safe import Entry, Menu, Words

__all__ = ["ChooseScreen"]

_SHOWN_RECORDS = 5


class ChooseScreen(Settling):
    """Settles what is played. Left and right change the marked line; enter begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", priority=True),
        *ELSEWHERE,
        Binding("left,minus", "change(-1)", "change", show=False),
        Binding("right", "change(1)", "change", key_display="← →"),
        Binding("plus,space", "change(1)", "change", show=False),
    ]

    def __init__(self, options: Options, problem: str = "") -> None:
        super().__init__(options)
        self.problem = problem
        self.records: list[Path] = []
        self._made: list[Entry] = []
        """What came of the first of the records; the others wait their turn."""

    def _kept(self, options: Options) -> list[Path]:
        """The records that can be read, the newest first. One that cannot be read is named and passed over."""
        from moot.files.records.index import summaries

        try:
            found = summaries(options.saves)
        except MootError as error:
            self.problem = self.problem or str(error)
            return []
        self._propose(next((each for each in found if not each.problem), None))
        bad = [each.problem for each in found if each.problem]
        if bad and not self.problem:
            more = f" And {len(bad) - 1} more: see moot list." if len(bad) > 1 else ""
            self.problem = f"A record is passed over: {bad[0]}.{more}"
        return [each.path for each in found if not each.problem]

    def compose(self) -> ComposeResult:
        """Name, what is chosen, what it means, the keys."""
        yield Words(
            words(("moot", Ink.TITLE), ("   an oral argument, before a bench that thinks", Ink.QUIET)), id="title"
        )
        yield Menu(id="menu")
        yield Words(id="note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Offer the choices."""
        menu = self.query_one(Menu)
        menu.offer(self._entries())
        menu.focus()
        self._note()
        # By way of the app, which draws the first frame when it has done with opening this screen, and not before.
        self.app.call_later(self.call_after_refresh, self._read_on)

    def _read_on(self) -> None:
        """Read the records, the case chosen and the names of opponents that packages add, now that the screen stands."""
        found = self._kept(self.options)
        self._read_case()
        row = self.row("opponent")
        row.values += [name for name in names() if name not in row.values]
        self.records = found[:_SHOWN_RECORDS]
        if self.records:
            self.first = not any_finished(found, self._cases.read)
            if self.first and not self._touched:
                self._follow_case(keep=self.options)
            menu = self.query_one(Menu)
            menu.offer(self._entries(), mark=menu.highlighted or 0)
            self._note()
            self.call_after_refresh(self._replay_next)
        self.call_after_refresh(_import_screens)

    def _replay_next(self) -> None:
        """Show what came of one record more. A key never waits for all of them."""
        place = len(self._made)
        if place >= len(self.records) or not self.is_mounted:
            return
        made = record_entry(self.records[place], self._cases.read, brief=True)
        self._made.append(made)
        self.query_one(Menu).change(len(self.rows) + self.lesson + place, made)
        self.call_after_refresh(self._replay_next)

    def _entries(self) -> list[Entry | None]:
        """The settings; under them what else can be begun."""
        more = [self._lesson()] if self.lesson else []
        more += self._made
        more += (waiting(path) for path in self.records[len(self._made) :])
        return [*map(self._entry, self.rows), *([None] if more else []), *more]

    def _lesson(self) -> Entry:
        """The entry that begins the case to learn the game on."""
        head = self._head(FIRST_CASE)
        said = words(head["caption"] if head else FIRST_CASE)
        label = words((f"{'Learn first':{LABEL}}", Ink.QUIET))
        return Entry("", [said], words(("ten minutes", Ink.QUIET)), label=label)

    def _more(self, place: int) -> Path | None:
        """The record that stands at this place under the settings; None for the case to learn the game on."""
        number = place - len(self.rows) - self.lesson
        return self.records[number] if number >= 0 else None

    def _read_case(self) -> None:
        """Read the case chosen, if that has not been done, and show what is known of it now."""
        id = self.row("case").value
        if not id or id in self._cases:
            return
        told = self._head(id) is not None
        self._cases.read(id)
        if not told:
            self._follow_case(keep=self.options)
        self._show()

    def _show(self) -> None:
        """Show what is chosen, and what the marked line means."""
        menu = self.query_one(Menu)
        for number, each in enumerate(self.rows):
            menu.change(number, self._entry(each))
        self._note()

    def _entry(self, row: StartRow) -> Entry:
        shown = words((f"‹ {self._said(row)} ›", Ink.KEY))
        return Entry("", [shown], label=words((f"{row.label:{LABEL}}", Ink.QUIET)))

    def _note(self) -> None:
        place = self.query_one(Menu).highlighted or 0
        case = self.case
        if self.problem:
            shown = words((self.problem, Ink.BAD))
        elif place >= len(self.rows):
            record = self._more(place)
            shown = words((about(record) if record else LESSON, Ink.ASIDE))
        elif case is None:
            found = self._cases.get(self.row("case").value)
            shown = words((str(found), Ink.BAD)) if found else words(("…", Ink.QUIET))
        else:
            shown = words((meaning(self.rows[place], case, first=self.first), Ink.ASIDE))
        self.query_one("#note", Words).show(Hanging(EMPTY, [shown], indent=0))
        self.refresh_bindings()

    @on(Menu.OptionHighlighted)
    def _moved(self) -> None:
        self._note()

    def action_change(self, way: int) -> None:
        """Another value for the marked line."""
        menu = self.query_one(Menu)
        place = menu.highlighted
        if place is None or place >= len(self.rows) or not self.rows[place].values:
            return
        row = self.rows[place]
        row.at = (row.at + way) % len(row.values)
        self._changed(row.key)

    def _changed(self, key: str) -> None:
        """Show what follows from another value."""
        self._touched.add(key)
        self.problem = ""
        if key == "case":
            self._follow_case()
            self.call_after_refresh(self._read_case)
        self._show()

    def take_case(self, case: str | None) -> None:
        """Take a case that was chosen on the docket."""
        row = self.row("case")
        if case in row.values:
            row.at = row.values.index(case)
            self._changed("case")

    def action_begin(self) -> None:
        """Begin, or go on with the marked record."""
        place = self.query_one(Menu).highlighted or 0
        record = self._more(place) if place >= len(self.rows) else None
        if record is not None:
            chosen = replace(self.options, resume=record, case=None, loaded_case=None)
        elif place >= len(self.rows):
            chosen = Options(
                case=FIRST_CASE, side=SIDES[0], format=FIRST_FORMAT, seed=self.options.seed, saves=self.options.saves
            )
        else:
            chosen = replace(
                self.options,
                resume=None,
                case=self.row("case").value,
                loaded_case=self.case,
                loaded_bench=None,
                side=self.row("side").value,
                bench=self.row("bench").value,
                opponent=self.row("opponent").value,
                format=self.options.format_named(self.row("format").value),
                heat=self.row("heat").value,
                mode=self.row("mode").value,
            )
        try:
            self.app.begin(chosen)  # type: ignore[attr-defined]
        except MootError as error:
            self.problem = str(error)
            self._note()


def _import_screens() -> None:
    """Import the screens that come next, so that the first key does not wait for them."""
    for name in ("screens.pages.brief", "screens.lectern.lectern", "screens.help", "commands"):
        importlib.import_module(f"moot.tui.{name}")
