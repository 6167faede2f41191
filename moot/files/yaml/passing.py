"""Reading past a slip of YAML that may be cured in several ways: the entry is left unread, and what stands behind it is read.

Nothing is mended here and nothing is guessed: the entry stands as one text, the lines it goes on over are passed over, and what is then said of those
lines is dropped, because it would only repeat the slip.
"""

from __future__ import annotations

import re

from moot.errors import Diagnostic

__all__ = ["MOST_PASSED", "entry_of", "pass_over"]

MOST_PASSED = 20
"""So many such entries of one file are passed over."""

_BREAK = re.compile(r"(\r\n|\r|\n)")
_ENTRY = re.compile(r"(?P<before>[ ]*(?:- +)*(?:[A-Za-z_][\w-]*:[ ]+)?)(?P<value>\S.*?)[ ]*$")
_SHORT_ENTRY = re.compile(r"(?P<before>[ ]*(?:- +)*[A-Za-z_][\w., -]*:[ ]+)(?P<value>\S.*?)[ ]*$")
"""A key of the short form may be several words and clauses: `q-why criticism probing, for minimalism:`."""


def entry_of(row: str, column: int) -> re.Match[str] | None:
    """A line as its key and its text; a key ends before the place of the slip, which is ``column``."""
    short = _SHORT_ENTRY.match(row)
    return short if short is not None and short.start("value") < column else _ENTRY.match(row)


def pass_over(text: str, slip: Diagnostic) -> tuple[str, frozenset[int]] | None:
    """The text with the entry of this slip as one quoted text, and its lines; None where no entry begins on that line."""
    parts = _BREAK.split(text)
    at = 2 * (slip.line - 1)
    if not 0 <= at < len(parts):
        return None
    entry = entry_of(parts[at], slip.column)
    if entry is None or entry["value"].startswith("#") or not entry["before"].strip():
        return None
    value = entry["value"].replace("'", "''")
    parts[at] = f"{entry['before']}'{value}'"
    lines = {slip.line}
    indent = len(entry["before"]) - len(entry["before"].replace("-", " ").lstrip(" "))
    for below in range(at + 2, len(parts), 2):
        row = parts[below]
        if row.strip() and len(row) - len(row.lstrip(" ")) <= indent:
            break
        if row.strip():
            parts[below] = f"#{row}"
            lines.add(below // 2 + 1)
    return "".join(parts), frozenset(lines)
