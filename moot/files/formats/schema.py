"""The shape of a format file (docs/formats.md), as data; a case file may hold the same under `argument`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from moot.case import Side
from moot.case.formats import MOST_SPEAKERS, TICKS_A_MINUTE
from moot.errors import did_you_mean
from moot.files.case.scalars import ID, SHORT, optional
from moot.files.schema.base import short
from moot.files.schema.scalars import ID_PATTERNS
from moot.files.schema.shapes import Field, Fields, Flag, Kind, ListOf, Number, Ratio, Reading, Text, Word
from moot.files.yaml.read import Map, Value
from moot.round.formats import FORMATS

__all__ = ["ARGUMENT", "FORMAT", "FORMAT_FORMAT"]

FORMAT_FORMAT = "moot-format/1"
SIDE = Word.of(Side, Side)


@dataclass(frozen=True)
class Minutes(Ratio):
    """Minutes in quarters, read as ticks of 15 seconds."""

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"minutes from {self.low} to {self.high}, in quarters (1.5 is a minute and a half)"

    def read(self, raw: Value, reading: Reading) -> Any:
        """The ticks."""
        ticks = super().read(raw, reading) * TICKS_A_MINUTE
        if ticks != int(ticks):
            reading.tell("M105", f"`{reading.path[-1]}` must be {self.says}, not {raw}")
        return int(ticks)

    def blank(self) -> Decimal:
        return Decimal(1)


SEGMENT = Fields(
    "a segment",
    {
        "id": optional(
            ID, None, "left out, made of the side and the speaker; a reply has the usual name of its side's"
        ),
        "side": Field(SIDE),
        "minutes": optional(
            Minutes(Decimal(0), Decimal(60)), 0, "its own time; a reply may have only what is set aside for it"
        ),
        "speaker": optional(Number(1, MOST_SPEAKERS), 1, "which of the side's counsel speaks"),
        "replies": optional(Flag(), False, "true where it may only answer the other side"),
        "reserves": optional(
            ListOf(Number(0, 30), most=12), (), "minutes, any of which the speaker may set aside for the side's reply"
        ),
        "protected": optional(Minutes(Decimal(0), Decimal(60)), 0, "opening minutes in which the bench does not ask"),
    },
)
_KEYS = {
    "id": Field(ID),
    "title": Field(SHORT),
    "source": optional(Text(400), "", "the rules its times come from, with their year"),
    "pace": optional(Number(1, 4), 1, "every cost is divided by it: 2 for a brisk exercise"),
    "segments": Field(ListOf(SEGMENT, 2, 12), says="the turns at the lectern, in order"),
}
FORMAT = Fields("the format", {"format": Field(Word((FORMAT_FORMAT,)), says="the format of the file"), **_KEYS})
OWN = Fields("a format of argument", _KEYS)


@dataclass(frozen=True)
class FormatChoice(Kind):
    """The name of a format, or one written out."""

    says = "the name of a format, or one written out (`segments: …`)"

    def read(self, raw: Value, reading: Reading) -> Any:
        """The name as text, or the values of the format."""
        if isinstance(raw, str) and raw and not ID_PATTERNS[0, 0].fullmatch(raw):
            near = did_you_mean(raw.strip().lower(), FORMATS)
            help = (
                f"did you mean `{near}`?"
                if near
                else f"write one of: {', '.join(FORMATS)}; or the turns, under `segments`"
            )
            reading.tell("M104", f"no format is called {short(raw)}", help)
            reading.broken = True
            return ""
        return OWN.read(raw, reading) if type(raw) is Map else ID.read(raw, reading)

    def blank(self) -> Any:
        return ""

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [ID.schema(), OWN.schema()]}


ARGUMENT = FormatChoice()
