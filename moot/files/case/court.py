"""Who argues, what the court may do, and what comes nearest to what cannot be said of either."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case import Disposition, Side
from moot.case.formats import MOST_SPEAKERS
from moot.files.case.scalars import SHORT
from moot.files.schema.base import Schema
from moot.files.schema.shapes import Kind, ListOf, Reading, Word
from moot.files.yaml.read import Map, Seq, Value

__all__ = ["COUNSEL", "DISPOSITION", "NO_THIRD_SIDE", "PRESUMPTION"]


def _nearest(word: str) -> str:
    """What comes nearest to a disposition that courts use and moot cannot express."""
    word = word.lower()
    for part, near, why in (
        ("dismiss", "affirmed", "a writ or an appeal that is dismissed leaves the judgment below as it stands"),
        ("in part", "affirmed in part and reversed in part", "which part is for the opinion to say"),
        ("vacat", "vacated and remanded", "what is vacated goes back"),
        ("set aside", "vacated and remanded", "what is set aside goes back"),
        ("modif", "affirmed in part and reversed in part", "what is modified stands in part"),
        ("remand", "vacated and remanded", "the case goes back, and the judgment does not stand"),
        ("allow", "reversed", "an appeal that is allowed displaces the judgment below"),
        ("upheld", "affirmed", "the judgment below stands"),
        ("reject", "denied", "an application that is rejected is denied"),
        ("certif", "reversed", "a question is decided here by what becomes of a judgment or an application"),
    ):
        if part in word:
            return f"this cannot be expressed; nearest to it is `{near}`: {why}"
    return ""


DISPOSITION = Word(tuple(Disposition), Disposition, nearest=_nearest)


@dataclass(frozen=True)
class CounselNames(Kind):
    """One name or two, read as a tuple."""

    says = "a name, or a list of two names"

    def read(self, raw: Value, reading: Reading) -> tuple[str, ...]:
        """The names."""
        if type(raw) is Seq:
            return tuple(ListOf(SHORT, 1, MOST_SPEAKERS).read(raw, reading))
        if type(raw) is Map:
            names = ", ".join(str(each) for each in raw.values() if isinstance(each, str))
            help = f"write the names alone: `[{names}]`" if names else "write the names alone"
            reading.tell("M103", f"`counsel` must be {self.says}, but here is a mapping (`key: value`)", help)
            return ("",)
        return (SHORT.read(raw, reading),)

    vital = False

    def blank(self) -> tuple[str, ...]:
        return ("",)

    def schema(self) -> Schema:
        return {"anyOf": [SHORT.schema(), ListOf(SHORT, 1, MOST_SPEAKERS).schema()]}


COUNSEL = CounselNames()
PRESUMPTION = Word(
    tuple(side.value for side in Side),
    Side,
    nearest=lambda _: (
        "the presumption is that of one side: respondent's where the application fails unless it is made out, petitioner's "
        "where it succeeds unless it is answered"
    ),
)
_OTHERS = ("amicus", "amici", "intervenor", "intervenors", "government")
_TWO_SIDES = (
    "two sides are argued here; nearest to a third is counsel of its own on the side it supports: give that side "
    "`counsel:` with two names and argue in a format with two speakers (and say appellant or applicant with `called:`)"
)

NO_THIRD_SIDE = dict.fromkeys(_OTHERS, _TWO_SIDES)
"""What comes nearest to a third side."""
