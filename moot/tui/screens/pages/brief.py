"""The brief: the case, the bench, your points, the record and the authorities."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from moot.tui.screens.pages import brief_pages as pages
from moot.tui.screens.pages.paged import TURNING, Paged
from moot.tui.sitting import Sitting
from moot.tui.text import Ink, words
from moot.tui.widgets.keyline import KeyLine
from moot.tui.widgets.pages import NamedPage, Pages
from moot.tui.widgets.safe import Words

__all__ = ["BriefScreen"]


class BriefScreen(Paged):
    """Opens a sitting (``begin``), or is consulted from the lectern, then closed."""

    CSS_PATH = "brief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "to the lectern"),
        Binding("escape", "close", "back to the lectern"),
        Binding("b,r,a", "close", "back to the lectern", show=False),
        *TURNING,
    ]

    def __init__(self, sitting: Sitting, *, page: str = "case", begin: bool = True) -> None:
        super().__init__()
        self.sitting = sitting
        self.begins = begin
        self.page = page

    def compose(self) -> ComposeResult:
        """A title, the pages, the keys."""
        sitting, case = self.sitting, self.sitting.case
        yield Words(
            words((case.caption, Ink.TITLE), (f"   {case.argued}" if case.argued else "", Ink.QUIET)), id="title"
        )
        yield Pages(
            [
                NamedPage("case", "Case", lambda: pages.case_rows(sitting)),
                NamedPage("bench", "Bench", lambda: pages.bench_rows(sitting)),
                NamedPage("points", "Your points", lambda: pages.point_rows(case, sitting.sides)),
                NamedPage("record", "Record", lambda: pages.record_rows(case)),
                NamedPage("authorities", "Authorities", lambda: pages.authority_rows(case)),
            ],
            first=self.page,
        )
        yield KeyLine()

    def action_begin(self) -> None:
        """To the lectern."""
        self.app.to_lectern()  # type: ignore[attr-defined]

    def action_close(self) -> None:
        """Back to the lectern."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the argument it begins it; during the argument it closes."""
        if action in ("begin", "leave"):
            return self.begins
        if action == "close":
            return not self.begins
        return True
