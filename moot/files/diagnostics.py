"""Every code a diagnostic may have, and how one is shown.

A code is stable: it keeps its meaning for ever. docs/diagnostics/ has a page for each, with an example that is a test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from moot.errors import Diagnostic, Severity
from moot.files.codes_case import CASE_CODES
from moot.files.codes_file import FILE_CODES
from moot.files.codes_history import HISTORY_CODES
from moot.files.text import clean

__all__ = ["CODES", "Code", "register", "render", "render_all", "tally"]


class Code(NamedTuple):
    """A kind of problem: what it is called, whether it stands in the way, and what it means."""

    title: str
    severity: Severity
    explanation: str


CODES: dict[str, Code] = {}


def register(codes: Mapping[str, tuple[str, Severity, str]]) -> None:
    """Add codes. The proof adds its own (M5xx). A code is registered once."""
    for code, row in codes.items():
        if CODES.get(code, Code(*row)) != Code(*row):
            raise ValueError(f"the code {code} is taken")
        CODES[code] = Code(*row)


register(FILE_CODES)
register(CASE_CODES)
register(HISTORY_CODES)

_WIDEST = 96
"""How much of a line is shown around the caret."""


def render(problem: Diagnostic, source_text: str = "") -> str:
    """The problem as compilers show it: message, place, the line with a caret, help.

    ``source_text`` is the text of the file; without it, or without a place, the excerpt is left out. The result
    is clean text: nothing in the file can move the cursor or colour the screen.
    """
    lines = [f"{problem.severity}[{problem.code}]: {clean(problem.message, 600)}"]
    number = str(problem.line) if problem.line else ""
    gutter = " " * len(number)
    if problem.file:
        place = f":{problem.line}:{problem.column}" if problem.line else ""
        lines.append(f"{gutter}--> {clean(problem.file, 400)}{place}")
    rows = re.split(r"\r\n|\r|\n", source_text) if source_text else []
    if 0 < problem.line <= len(rows):
        shown, caret = _excerpt(rows[problem.line - 1], problem.column)
        lines += [f"{gutter} |", f"{number} | {shown}", f"{gutter} | {' ' * caret}^"]
        if problem.help:
            lines.append(f"{gutter} |")
    if problem.help:
        lines.append(f"{gutter} = help: {clean(problem.help, 600)}")
    return "\n".join(lines)


def _excerpt(row: str, column: int) -> tuple[str, int]:
    """The line as it may be shown, and how many cells stand before the caret."""
    at = min(max(column - 1, 0), len(row))
    start = max(0, at - _WIDEST // 2) if len(row) > _WIDEST else 0
    piece = row[start : start + _WIDEST]
    before = "…" if start else ""
    after = "…" if start + _WIDEST < len(row) else ""
    caret = len(before) + sum(_width(char) for char in piece[: at - start])
    return before + "".join(_visible(char) for char in piece).rstrip() + after, caret


def _visible(char: str) -> str:
    return char if char.isprintable() else " "


def _width(char: str) -> int:
    """How many cells of a terminal the character takes."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def render_all(problems: list[Diagnostic], source_text: str = "") -> str:
    """Every problem, with an empty line between, and the count at the end."""
    if not problems:
        return ""
    return "\n\n".join([*(render(problem, source_text) for problem in problems), tally(problems)])


def tally(problems: list[Diagnostic]) -> str:
    """How many errors and warnings, in words."""
    parts = []
    for severity in ("error", "warning"):
        many = sum(problem.severity == severity for problem in problems)
        if many:
            parts.append(f"{many} {severity}{'s' if many > 1 else ''}")
    return " and ".join(parts) if parts else "no problems"
