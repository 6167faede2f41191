"""Kinds that are a number in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from moot.files.schema.base import Kind, Reading, Schema, name_of, short
from moot.files.yaml.read import Plain, Value

__all__ = ["Number", "Ratio"]


@dataclass(frozen=True)
class Number(Kind):
    """A whole number from ``low`` to ``high``."""

    low: int = 0
    high: int = 1_000_000

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"a whole number from {self.low} to {self.high}"

    def read(self, raw: Value, reading: Reading) -> int:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
        elif type(raw) is not Plain and re.fullmatch(r"-?\d{1,9}", raw):
            reading.tell(
                "M105",
                f"{name_of(reading)} is a number in quotes",
                "take the quotes away",
            )
        elif not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", raw):
            reading.tell(
                "M105",
                f"{name_of(reading)} must be {self.says}, not {short(raw)}",
                _in_digits(raw, self.low, self.high),
            )
        elif not self.low <= int(raw) <= self.high:
            reading.tell("M105", f"{name_of(reading)} must be {self.says}, not {raw}")
        else:
            return int(raw)
        return self.low

    vital = False

    def blank(self) -> int:
        return self.low

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen")  # fmt: skip
_ORDINALS = ("never", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TIMES = ("never", "once", "twice")


def _in_digits(raw: str, low: float, high: float) -> str:
    """How a number in words, or with its unit behind it, is written; empty where it cannot be told, or is no number that may stand here."""
    said = raw.strip().lower()
    found = next((str(words.index(said)) for words in (_NUMBER_WORDS, _ORDINALS, _TIMES) if said in words), "")
    if not found and (half := re.fullmatch(r"(\d{1,3}\s+)?1/2", said)):
        found = f"{int(half[1] or 0)}.5"
    if not found and (plain := re.fullmatch(r"(\d{1,6})(?:\.0+|:00)|(\d{1,4}(?:\.\d{1,2})?)\s*[a-z./]{1,12}", said)):
        found = plain[1] or plain[2]
    if not found and len(years := re.findall(r"(?<!\d)\d{4}(?!\d)", said)) == 1:
        found = years[0]
    return f"write `{found}`" if found and low <= float(found) <= high else ""


@dataclass(frozen=True)
class Ratio(Kind):
    """A number with at most two places after the point, from ``low`` to ``high``."""

    low: Decimal
    high: Decimal

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"a number from {self.low} to {self.high}, such as 1.3"

    def read(self, raw: Value, reading: Reading) -> Decimal:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
        elif type(raw) is not Plain:
            reading.tell("M105", f"{name_of(reading)} is a number in quotes", "take the quotes away")
        elif not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", raw) or not self.low <= Decimal(raw) <= self.high:
            reading.tell(
                "M105",
                f"{name_of(reading)} must be {self.says}, not {short(raw)}",
                _in_digits(raw, float(self.low), float(self.high)),
            )
        else:
            return Decimal(raw)
        return self.blank()

    vital = False

    def blank(self) -> Decimal:
        return Decimal(1)

    def schema(self) -> Schema:
        return {"type": "number", "minimum": float(self.low), "maximum": float(self.high)}
