"""Every sitting that is kept: by name, date and result. One that is not decided is gone on with; a decided one is opened at its judgment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import work
from textual.content import Content
from textual.worker import get_current_worker

from moot.errors import MootError
from moot.files.records.index import summaries
from moot.sitting.words.spoken import plural
from moot.tui.cases import CasesRead
from moot.tui.kept import about, record_entry
from moot.tui.options import Options
from moot.tui.screens.home.listing import ListingScreen
from moot.tui.text import Ink, words
from moot.tui.widgets.safe import Entry, Menu

__all__ = ["RecordsScreen"]

_MOST = 60
"""So many records are listed, the newest first."""


class RecordsScreen(ListingScreen[None]):
    """The records, the newest first. Raises ``MootError`` where the folder cannot be read."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        found = summaries(options.saves)
        self.bad = sum(bool(each.problem) for each in found)
        self.paths = [each.path for each in found if not each.problem]
        self._cases = CasesRead()
        self._made: dict[int, Entry] = {}

    def heading(self) -> Content:
        """How many there are."""
        more = f", the newest {_MOST} shown" if len(self.paths) > _MOST else ""
        bad = f"; {plural(self.bad, 'file')} cannot be read: see moot list" if self.bad else ""
        return words(("Records", Ink.TITLE), (f"   {plural(len(self.paths), 'sitting')}{more}{bad}", Ink.QUIET))

    def on_mount(self) -> None:
        """Offer the records by name; what came of each is worked out in the background."""
        super().on_mount()
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        worker = get_current_worker()
        for place, path in enumerate(self.paths[:_MOST]):
            made = record_entry(path, self._cases.read)
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._show, place, made)

    def _show(self, place: int, made: Entry) -> None:
        self._made[place] = made
        if self.is_mounted:
            self.query_one(Menu).change(place, made)

    def entries(self) -> Sequence[Entry]:
        """One a record."""
        return [
            self._made.get(place) or Entry("", [words((path.stem, Ink.QUIET))], words(("…", Ink.QUIET)))
            for place, path in enumerate(self.paths[:_MOST])
        ]

    def note(self, place: int) -> str:
        """All there is to say of a record."""
        return about(self.paths[place])

    def take(self, place: int) -> None:
        """Go on with it."""
        try:
            self.app.begin(replace(self.options, resume=self.paths[place], case=None, loaded_case=None))  # type: ignore[attr-defined]
        except MootError as error:
            self.app.tell(str(error), bad=True)  # type: ignore[attr-defined]
