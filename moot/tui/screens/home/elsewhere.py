"""Where the start screen leads besides a sitting: the docket, the path, five minutes of drill, records, history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from textual.binding import Binding

from moot.errors import MootError
from moot.tui.options import Options
from moot.tui.screens.base import GameScreen

__all__ = ["ELSEWHERE", "Elsewhere"]

ELSEWHERE = (
    Binding("c", "docket", "cases"),
    Binding("p", "path", "path"),
    Binding("d", "drill", "five minutes"),
    Binding("r", "records", "records"),
    Binding("h", "history", "history"),
    Binding("comma", "app.settings", "settings"),
    Binding("question_mark", "help", "help"),
    Binding("q", "leave", "leave"),
)
"""The keys of these places."""


class Elsewhere(GameScreen[None]):
    """A screen from which all of them can be reached. Nothing is imported before it is wanted."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options

    def take_case(self, case: str | None) -> None:
        """Take a case that was chosen on the docket."""
        raise NotImplementedError

    def action_docket(self) -> None:
        """The cases, what each offers, and your best and last there."""
        from moot.tui.screens.home.docket import DocketScreen

        self.app.push_screen(DocketScreen(self.options.saves), self.take_case)

    def action_path(self) -> None:
        """The way from a first argument to a whole case."""
        from moot.tui.screens.home.path import PathScreen

        self.app.push_screen(PathScreen(self.options))

    def action_records(self) -> None:
        """Every sitting that is kept."""
        from moot.tui.screens.home.records import RecordsScreen

        self._push(lambda: RecordsScreen(self.options))

    def action_drill(self) -> None:
        """Today's five minutes: the questions that are due, then new ones."""
        from moot.tui.past import drill_of
        from moot.tui.screens.home.practice import PracticeScreen

        try:
            tasks = drill_of(self.options.saves, datetime.now(UTC).date(), self._tell)
        except MootError as error:
            self._tell(str(error))
            return
        if tasks:
            self.app.push_screen(PracticeScreen(tasks, "drill", "Five minutes"))
        else:
            self._tell("There is no question to drill.")

    def action_history(self) -> None:
        """The sittings so far."""
        from moot.tui.past import progress_of
        from moot.tui.screens.home.history import HistoryScreen

        try:
            found = progress_of(self.options.saves, datetime.now(UTC).date(), self._tell)
        except MootError as error:
            self._tell(str(error))
            return
        if found.sittings:
            self.app.push_screen(HistoryScreen(found))
        else:
            self._tell("No sitting is kept yet.")

    def _push(self, make: Any) -> None:
        """Push a screen whose making may fail in one line."""
        try:
            self.app.push_screen(make())
        except MootError as error:
            self._tell(str(error))

    def _tell(self, text: str) -> None:
        self.app.tell(text)  # type: ignore[attr-defined]
