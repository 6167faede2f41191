"""The small shapes of a case file: ids, texts, pages, dates, times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from moot.files.shape import Field, Id, Kind, ListOf, Number, Reading, Text, Written
from moot.files.yamlread import Value

__all__ = ["DATE", "ID", "IDS", "PIN", "POSITION", "PROSE", "REF", "REFS", "SHORT", "TICKS", "optional"]

ID = Id()
REF = Id(0, 1)
POSITION = Id(1, 1)
IDS = ListOf(ID)
REFS = ListOf(REF)
SHORT = Text(200)
PROSE = Text(3000)


@dataclass(frozen=True)
class Day(Written):
    """A date that is a day of the calendar."""

    def read(self, raw: Value, reading: Reading) -> str:
        """The date as text."""
        text = super().read(raw, reading)
        if text:
            try:
                date.fromisoformat(text)
            except ValueError:
                reading.tell("M470", f"there is no day {text}", "correct the day or the month")
        return text


DATE = Day(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "a date such as 1997-12-09")
PIN = Text(60)
TICKS = Number(1, 120)


def optional(kind: Kind, default: Any = None, says: str = "") -> Field:
    """A key that may be left out."""
    return Field(kind, required=False, default=default, says=says)
