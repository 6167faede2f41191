"""Read a score sheet, from a file or from those that ship."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from moot.errors import CaseError, Diagnostic
from moot.files.folders import find, read_bytes
from moot.files.schema.shapes import Reading
from moot.files.sheet.schema import SHEET
from moot.files.yaml.read import parse

__all__ = ["Heading", "Sheet", "load_sheet", "read_sheet", "shipped_sheets"]

_SHIPPED = Path(__file__).resolve().parent.parent.parent / "templates" / "sheets"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: out of ``points``, at least ``least``; ``items`` are pairs of an item of moot's ballot and its weight."""

    label: str
    says: str
    points: int
    least: int
    items: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A score sheet."""

    id: str
    title: str
    headings: tuple[Heading, ...]

    @property
    def points(self) -> int:
        """What the whole sheet is out of."""
        return sum(heading.points for heading in self.headings)


def shipped_sheets() -> dict[str, Path]:
    """The sheets that ship, by id."""
    return {path.stem: path for path in sorted(_SHIPPED.glob("*.yaml"))}


def load_sheet(name: str | os.PathLike[str]) -> Sheet:
    """The sheet of a shipped id or of a path. Raises :class:`~moot.errors.CaseError`, ``UnknownName`` or ``MootError``."""
    sheet, problems = read_sheet(find("score sheet", name, shipped_sheets()))
    if sheet is None:
        raise CaseError([problem for problem in problems if problem.severity == "error"])
    return sheet


def read_sheet(path: str | os.PathLike[str]) -> tuple[Sheet | None, list[Diagnostic]]:
    """The sheet in this file and what is wrong with it; none when anything is an error."""
    path = Path(path)
    document = parse(read_bytes(path), str(path))
    problems = list(document.problems)
    if document.value is None:
        return None, problems
    reading = Reading(document)
    values = SHEET.read(document.value, reading)
    problems += reading.problems
    if values is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    headings = tuple(
        Heading(each["label"], each["says"], each["points"], each["least"], tuple(each["items"].items()))
        for each in values["headings"]
    )
    return Sheet(values["id"], values["title"], headings), problems
