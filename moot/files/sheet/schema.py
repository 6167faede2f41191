"""The shape of a score sheet, as data."""

from __future__ import annotations

from typing import Any

from moot.files.case.scalars import ID, SHORT, optional
from moot.files.schema.shapes import Field, Fields, Keyed, ListOf, Number, Reading, Text, Word

__all__ = ["SHEET", "SHEET_FORMAT", "SHEET_ITEMS"]

SHEET_FORMAT = "moot-sheet/1"

SHEET_ITEMS = ("answers", "authority", "structure", "candor", "time")
"""The items of moot's own ballot, as score/answering.py has them (a test holds the two together)."""


def _heading(values: dict[str, Any], reading: Reading) -> None:
    if values["least"] >= values["points"]:
        reading.path.append("least")
        message = f"the least ({values['least']}) must be under the points ({values['points']})"
        reading.tell("M105", message, "lower it, or leave it out")
        reading.path.pop()


HEADING = Fields(
    "a heading",
    {
        "label": Field(Text(80), says="what the sheet calls it"),
        "says": optional(Text(300), "", "what a judge looks at under it"),
        "points": Field(Number(1, 1000), says="what it is out of"),
        "least": optional(Number(0, 999), 0, "the lowest mark a judge may give"),
        "items": optional(
            Keyed(Number(1, 100), SHEET_ITEMS),
            {},
            "items of moot's ballot that it looks at, with weights; none for what moot does not score, such as voice",
        ),
    },
    check=_heading,
)

SHEET = Fields(
    "the score sheet",
    {
        "format": Field(Word((SHEET_FORMAT,)), says="the format of the file"),
        "id": Field(ID, says="the same as the file's name"),
        "title": Field(SHORT),
        "headings": Field(ListOf(HEADING, 1, 20)),
    },
)
