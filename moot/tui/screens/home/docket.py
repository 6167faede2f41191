"""The docket: the cases, what each offers, how hard it is, and your best and last there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual import work
from textual.content import Content

from moot.case import Case
from moot.errors import MootError
from moot.files.folders import list_cases
from moot.files.loading import load_case
from moot.opinion.prose.grammar import joined
from moot.sitting.first import FIRST_CASE
from moot.sitting.words.spoken import short_name
from moot.study.docket import HARDEST, offer_of
from moot.study.history import Past, Progress
from moot.tui.past import progress_of
from moot.tui.screens.home.listing import ListingScreen
from moot.tui.text import Ink, words
from moot.tui.widgets.safe import Entry

__all__ = ["DocketScreen"]


_ROOM = (80, 24)
"""A screen at least so wide and high has room for what is argued in the marked case."""


class DocketScreen(ListingScreen[str]):
    """Dismisses with the id of the case chosen. What you did there is read in the background."""

    def __init__(self, saves: Path | None) -> None:
        super().__init__()
        self.saves = saves
        self.cases = {id: _read(id) for id in list_cases()}
        self.ids = sorted(self.cases, key=self._hardness)
        self.found: Progress | None = None

    def heading(self) -> Content:
        """What this is."""
        return words(("The docket", Ink.TITLE), ("   easiest first, with your best and last", Ink.QUIET))

    def on_mount(self) -> None:
        """Offer the cases; then look at the records."""
        super().on_mount()
        self._look_back()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look_back(self) -> None:
        told: list[str] = []
        try:
            found = progress_of(self.saves, datetime.now(UTC).date(), told.append)
        except MootError:
            return
        self.app.call_from_thread(self._looked, found)

    def _looked(self, found: Progress) -> None:
        self.found = found
        if self.is_mounted:
            self.offer()

    def entries(self) -> Sequence[Entry]:
        """One a case."""
        return [self._entry(id) for id in self.ids]

    def _entry(self, id: str) -> Entry:
        case = self.cases[id]
        if not isinstance(case, Case):
            return Entry("", [words((id, Ink.STRONG)), words((case, Ink.BAD))])
        offer = offer_of(case)
        level = words(("●" * offer.level, Ink.KEY), ("○" * (HARDEST - offer.level), Ink.QUIET))
        rows = [words((case.caption, Ink.STRONG)), words((offer.told, Ink.QUIET))]
        if done := self._done(id):
            rows.append(words((done, Ink.GOOD)))
        return Entry("", rows, level, below=1)

    def _done(self, id: str) -> str:
        """Your best and last in a case; empty where you have not argued it."""
        if self.found is None:
            return ""
        seats = [seat for seat in self.found.seats if seat.case == id]
        parts = []
        for seat in seats:
            best = f"ballot {float(seat.ballot):.1f}" if seat.ballot is not None else "too little to score"
            votes = f", {seat.votes} of {seat.seats} votes" if seat.votes is not None else ""
            parts.append(f"best as {seat.side}: {best}{votes}")
        mine = [past for past in self.found.sittings if past.case == id]
        if mine:
            parts.append(f"last: {_last(mine[-1])}")
        return "; ".join(parts)

    def _hardness(self, id: str) -> tuple[int, int, str]:
        """The case to learn on first, then from the easiest to the hardest; what cannot be read comes last."""
        case = self.cases[id]
        if not isinstance(case, Case):
            return HARDEST + 1, 0, id
        offer = offer_of(case)
        return 0 if id == FIRST_CASE else offer.level, offer.questions, id

    def note(self, place: int) -> str:
        """The question presented, and what is argued in the case."""
        case = self.cases[self.ids[place]]
        if not isinstance(case, Case):
            return case
        size = self.app.size
        argued = _teaches(case) if size.width >= _ROOM[0] and size.height >= _ROOM[1] else ""
        return f"{case.question_presented} {argued}".strip()

    def take(self, place: int) -> None:
        """Choose this case."""
        self.dismiss(self.ids[place])


def _read(id: str) -> Case | str:
    """The case, or why it cannot be read."""
    try:
        return load_case(id)
    except MootError as error:
        return str(error).splitlines()[0]


def _teaches(case: Case) -> str:
    """What is argued in it: the kinds of argument, and the authorities most cited."""
    offer = offer_of(case)
    kinds, named = (
        joined([str(each) for each in offer.modalities]),
        joined([short_name(each) for each in offer.authorities]),
    )
    said = [f"Mostly {kinds} argument."] if kinds else []
    return " ".join([*said, *([f"Most cited: {named}."] if named else [])])


def _last(past: Past) -> str:
    """One sitting in few words."""
    score = f", ballot {float(past.ballot):.1f}" if past.ballot is not None else ""
    votes = f", {past.votes} of {past.seats} votes" if past.votes is not None else ", not finished"
    return f"{past.started.date().isoformat()}{score}{votes}"
