"""What is settled on the start screen: its rows, what a case brings with it, and what is proposed.

Cases are read while the reader reads the first frame: nothing that this module imports at its top may load them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from moot.counsel.opponents import OPPONENTS
from moot.errors import MootError
from moot.files.folders import list_benches, list_cases
from moot.files.heads import read_head
from moot.round.asking.heats import HEATS
from moot.round.text.format_names import FORMAT_TITLES
from moot.sitting.modes import EXAM, ONE_SPEAKER, SIDES, TRAINING
from moot.tui.cases import CasesRead
from moot.tui.first_run import FIRST_CASE, FIRST_FORMAT, no_record_yet
from moot.tui.options import Options
from moot.tui.screens.home.elsewhere import Elsewhere
from moot.tui.starting import StartRow, row_of, said

if TYPE_CHECKING:
    from moot.case import Case
    from moot.files.records.index import Summary

__all__ = ["Settling"]


class Settling(Elsewhere):
    """A screen with the rows of what is to be settled before a sitting."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._cases = CasesRead()
        if options.case is not None and options.loaded_case is not None:
            self._cases[options.case] = options.loaded_case
        self._paths = list_cases()
        self.first = no_record_yet(options.saves)
        """Whether no sitting has been finished yet, as far as is known."""
        self.lesson = self.first and options.case not in (None, FIRST_CASE) and FIRST_CASE in self._paths
        """Whether the case to learn the game on stands under the settings, as something to begin."""
        self._touched: set[str] = set()
        self._heads: dict[str, dict[str, str] | None] = {}
        self.rows = [
            row_of("case", "Case", list(self._paths), options.case or self._first_case()),
            row_of(
                "side",
                "You argue",
                [each for each in SIDES if each not in ONE_SPEAKER or each == options.side],
                options.side,
            ),
            row_of("bench", "Bench", list(list_benches()), options.bench),
            row_of("opponent", "Opponent", list(OPPONENTS), options.opponent),
            row_of("format", "Format", list(FORMAT_TITLES), options.format_id),
            row_of("heat", "Heat", list(HEATS), options.heat),
            row_of("mode", "Mode", [TRAINING, EXAM], options.mode),
        ]
        self._follow_case(keep=options)

    def _first_case(self) -> str | None:
        """The case to learn the game on, in a first run."""
        return FIRST_CASE if self.first and FIRST_CASE in self._paths else None

    def _propose(self, last: Summary | None) -> None:
        """What was argued last is proposed again, unless a case was asked for or something has been changed already."""
        if last is None or self._touched or self.options.case is not None or last.case not in self.row("case").values:
            return
        for key, value in (("case", last.case), ("side", last.side)):
            row = self.row(key)
            if value in row.values and (key == "case" or self.options.side is None):
                row.at = row.values.index(value)
        self._follow_case(keep=self.options)

    def _follow_case(self, keep: Options | None = None) -> None:
        """A case brings its own bench and format, unless they were asked for; in a first run every case is quick."""
        id = self.row("case").value
        case, head = self.case, self._head(id)
        if case is not None:
            brings = {"bench": case.bench, "format": case.argument}
        elif head is not None:
            brings = {"bench": head["bench"], "format": head["argument"]}
        else:
            return
        for key, value in brings.items():
            row = self.row(key)
            if key == "format" and self.first and value in row.values:
                value = FIRST_FORMAT  # noqa: PLW2901
            asked = getattr(keep, key) if keep else None
            if not asked and value in row.values:
                row.at = row.values.index(value)

    def _head(self, id: str) -> dict[str, str] | None:
        """What the head of a case's file says; None where it does not tell."""
        if id not in self._heads:
            path = self._paths.get(id, Path(id))
            self._heads[id] = read_head(path, "case", ("caption", "bench", "argument"))
        return self._heads[id]

    @property
    def case(self) -> Case | None:
        """The case chosen; None while it has not been read, and when it cannot be."""
        found = self._cases.get(self.row("case").value)
        return None if isinstance(found, MootError) else found

    def row(self, key: str) -> StartRow:
        """The row of this key."""
        return next(row for row in self.rows if row.key == key)

    def _said(self, row: StartRow) -> str:
        """What the value of a row is called."""
        return said(row, self.case, self._head(row.value) if row.key == "case" and self.case is None else None)
