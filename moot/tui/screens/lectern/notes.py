"""The notes of whoever has the keyboard, and a line to add one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll

from moot.case import Case, Side
from moot.errors import MootError
from moot.files.notes import LONGEST
from moot.files.text import clean
from moot.sitting.turns import CounselNotes
from moot.tui.screens.find import Find
from moot.tui.text import EMPTY, Hanging, Ink, Pile, Shown, words
from moot.tui.widgets.safe import Words

__all__ = ["NotesScreen"]


class NotesScreen(Find):
    """Enter keeps the line as a note; with nothing typed, backspace takes the last note back into the line."""

    CSS_PATH = "notes.tcss"
    LONGEST: ClassVar = LONGEST
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "note", priority=True),
        Binding("escape", "leave", "back", priority=True),
        Binding("backspace", "back", "delete", priority=True),
    ]

    def __init__(self, case: Case, notes: CounselNotes, side: Side) -> None:
        super().__init__()
        self.case, self.notes, self.side = case, notes, side

    def compose(self) -> ComposeResult:
        """The notes, the line, the keys."""
        with Vertical(id="box"):
            yield Words(words((f"Notes for {self.case.party(self.side).called}", Ink.TITLE)))
            with VerticalScroll(id="kept", can_focus=False):
                yield Words(self._kept(), id="notes")
            yield Words(self._line(), id="typed")
            keys = (
                ("enter ", Ink.KEY),
                "note it  ",
                ("backspace ", Ink.KEY),
                "last again  ",
                ("esc ", Ink.KEY),
                "back",
            )
            yield Words(words("\n", *keys))

    def _line(self) -> Shown:
        return Hanging(words(("▸", Ink.KEY)), [words(self.typed, ("▏", Ink.KEY))], indent=2)

    def _kept(self) -> Shown:
        try:
            found = self.notes.of(self.side)
        except MootError as error:
            return words((str(error), Ink.BAD))
        if not found:
            return words(("None yet.", Ink.QUIET))
        rows = [
            Hanging(words((f"{number}", Ink.QUIET)), [words(note)], indent=4) for number, note in enumerate(found, 1)
        ]
        return Pile(rows or [EMPTY])

    def action_back(self) -> None:
        """Delete the last letter, or take the last note back."""
        if self.typed:
            super().action_back()
            return
        try:
            found = self.notes.of(self.side)
            if found:
                self.notes.strike(self.side, len(found))
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]
            return
        self.typed = found[-1] if found else ""
        self._show()

    def action_take(self) -> None:
        """Keep the line as a note."""
        try:
            if clean(self.typed, LONGEST).strip():
                self.notes.add(self.side, self.typed)
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]
            return
        self.typed = ""
        self._show()

    def _show(self) -> None:
        self.query_one("#notes", Words).show(self._kept())
        self.query_one("#typed", Words).show(self._line())
        self.query_one("#kept", VerticalScroll).scroll_end(animate=False)

    def action_leave(self) -> None:
        """Back. A line that was typed is kept."""
        self.action_take()
        self.dismiss("")
