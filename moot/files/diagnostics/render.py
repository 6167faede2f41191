"""Every code a diagnostic may have, and how one is shown.

A code is stable: it keeps its meaning forever. docs/diagnostics/ has a page for each, with an example that is a test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from moot.errors import Diagnostic, Severity
from moot.files.diagnostics.case_codes import CASE_CODES
from moot.files.diagnostics.file_codes import FILE_CODES
from moot.files.diagnostics.history_codes import HISTORY_CODES
from moot.files.text import clean

__all__ = ["CODES", "MOST_SHOWN", "Code", "register", "render", "render_all", "render_each", "tally"]

MOST_SHOWN = 100
"""Problems of one file that are shown to a person."""


class Code(NamedTuple):
    """A kind of problem: what it is called, whether it stands in the way, and what it means."""

    title: str
    severity: Severity
    explanation: str


CODES: dict[str, Code] = {}


def register(codes: Mapping[str, tuple[str, Severity, str]]) -> None:
    """Add codes. The proof adds its own (M5xx). A code is registered once: ``ValueError`` for one that is taken."""
    for code, row in codes.items():
        if CODES.get(code, Code(*row)) != Code(*row):
            raise ValueError(f"the code {code} is taken")
        CODES[code] = Code(*row)


register(FILE_CODES)
register(CASE_CODES)
register(HISTORY_CODES)

_WIDEST = 96
"""How much of a line is shown around the caret."""


def render(problem: Diagnostic, source_text: str | Sequence[str] = "") -> str:
    """The problem as compilers show it: message, place, the line with a caret, help.

    ``source_text`` is the text of the file, or its lines; without it, or without a place, the excerpt is left out. The result
    is clean text: nothing in the file can move the cursor or color the screen.
    """
    lines = [f"{problem.severity}[{problem.code}]: {clean(problem.message, 600)}"]
    number = str(problem.line) if problem.line else ""
    gutter = " " * len(number)
    if problem.file:
        place = f":{problem.line}:{problem.column}" if problem.line else ""
        lines.append(f"{gutter}--> {clean(problem.file, 400)}{place}")
    rows = split_lines(source_text) if isinstance(source_text, str) else source_text
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


def split_lines(text: str) -> list[str]:
    """The lines of a file, as YAML counts them."""
    return re.split(r"\r\n|\r|\n", text) if text else []


def render_each(problems: Sequence[Diagnostic], source_text: str = "") -> Iterator[str]:
    """Each problem as :func:`render` shows it, at most :data:`MOST_SHOWN`; then a line with how many were left out."""
    rows = split_lines(source_text) if problems else []
    shown = problems if len(problems) <= MOST_SHOWN else _first(problems)
    for problem in shown:
        yield render(problem, rows)
    if len(problems) > len(shown):
        yield f"and {len(problems) - len(shown)} more problems, not shown; mend these first, or use --json to see all"


def _first(problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The problems to show where there are too many: errors before warnings, in the order of the file."""
    ranked = sorted(range(len(problems)), key=lambda place: (problems[place].severity != "error", place))
    return [problems[place] for place in sorted(ranked[:MOST_SHOWN])]


def render_all(problems: list[Diagnostic], source_text: str = "") -> str:
    """Every problem, with an empty line between, and the count at the end; at most :data:`MOST_SHOWN` are shown."""
    if not problems:
        return ""
    return "\n\n".join([*render_each(problems, source_text), tally(problems)])


def tally(problems: list[Diagnostic]) -> str:
    """How many errors and warnings, in words."""
    parts = []
    for severity in ("error", "warning"):
        many = sum(problem.severity == severity for problem in problems)
        if many:
            parts.append(f"{many} {severity}{'s' if many > 1 else ''}")
    return " and ".join(parts) if parts else "no problems"
