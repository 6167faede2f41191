"""The small shapes of a case file: ids, texts, pages, dates, times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from moot.files.schema.shapes import Field, Id, Kind, ListOf, Number, Reading, Text, Written
from moot.files.yaml.read import Value

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


_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_IN_WORDS = re.compile(
    r"(?:([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?\s([a-z]{3,9})\.?),?\s(\d{4})"
)
_IN_NUMBERS = re.compile(r"(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))")


def _date(text: str) -> str:
    """What a date in words or in another order may mean. Between slashes the month comes first, as in American use, unless it cannot be one."""
    said = re.sub(r"[ t]\d{1,2}:\d\d.*$", "", " ".join(text.lower().split()))
    words, numbers = _IN_WORDS.fullmatch(said), _IN_NUMBERS.fullmatch(said)
    if words is not None:
        named = words[1] or words[4]
        month = next((index for index, name in enumerate(_MONTHS, 1) if name.startswith(named[:3])), 0)
        year, day = words[5], int(words[2] or words[3])
    elif numbers is not None:
        year = numbers[1] or numbers[6]
        month, day = int(numbers[2] or numbers[4]), int(numbers[3] or numbers[5])
        if numbers[1] is None and month > len(_MONTHS) >= day:
            month, day = day, month
    else:
        return "write year, month and day with hyphens"
    try:
        meant = date(int(year), month, day)
    except ValueError:
        return "write year, month and day with hyphens"
    return f"write {meant.isoformat()}, if that is the day"


DATE = Day(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "a date such as 1997-12-09", nearest=_date)
PIN = Text(60)
TICKS = Number(1, 120)


def optional(kind: Kind, default: Any = None, says: str = "") -> Field:
    """A key that may be left out."""
    return Field(kind, required=False, default=default, says=says)
