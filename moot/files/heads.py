"""What the first lines of a case, judge or bench file say, read without reading the rest.

A list of cases needs a caption from each file, and reading all of every file takes a hundred times as long. Only what
stands at the top level on one line is understood here, as in ``caption: Smith v. Jones``; for anything else (a value over several lines, an
anchor, an escape) the answer is None, and the caller reads the file as a whole. So a head never says what the file does not.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from moot.files.folders import kind_of, open_regular
from moot.files.text import clean

__all__ = ["ids_of", "read_head"]

_MOST = 16_384
"""Bytes that are looked at."""

_KEY = re.compile(r"([a-z_]+):(?:[ \t]+(.*))?")
_BEGINS = re.compile(r"[^\s\"'|>&*!%@`~\[\]{},#?:-]")
_IDS = re.compile(r"\[\s*([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*\]")


def read_head(path: Path, kind: str, wanted: Iterable[str], maybe: Iterable[str] = ()) -> dict[str, str] | None:
    """The values of the keys ``wanted``, and of those of ``maybe`` that are there; None where the head does not tell.

    ``kind`` is what the file's ``format`` must say it is: case, judge or bench. Texts are cleaned as the reader of whole
    files cleans them. Never raises.
    """
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            data = file.read(_MOST + 1)
        if kind_of(data) != kind:
            return None
        text = data[:_MOST].decode("utf-8", "strict" if len(data) <= _MOST else "ignore")
    except (OSError, ValueError):
        return None
    found = _values(text.removeprefix("\ufeff"), whole=len(data) <= _MOST)
    values: dict[str, str] = {}
    for key in wanted:
        value = found.get(key)
        if not value:
            return None
        values[key] = clean(value)
    for key in maybe:
        value = found.get(key, "")
        if value is None:
            return None
        values[key] = clean(value)
    return values


def _values(text: str, *, whole: bool) -> dict[str, str | None]:
    """The keys at the top level with their values; None for a value that is not on one line, or is given twice."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not whole:
        lines.pop()  # it may be cut short
    found: dict[str, str | None] = {}
    for number, line in enumerate(lines):
        key = _KEY.fullmatch(line)
        if key is None:
            if not line.strip() or line[0] in " #-":
                continue
            break  # this is more than keys and what stands under them
        if (key[2] or "").startswith(("[", "{")) and not key[2].rstrip().endswith(("]", "}")):
            break  # what follows stands inside it
        more = lines[number + 1] if number + 1 < len(lines) else ""
        over = more[:1] in (" ", "\t") and more.strip() != ""
        found[key[1]] = None if over or key[1] in found else _scalar(key[2] or "")
    return found


def _scalar(text: str) -> str | None:
    """The value of a scalar on one line, or of a list of ids as it is written; None where it is anything else."""
    text = text.strip()
    for quote in ("'", '"'):
        if text.startswith(quote):
            inner = text[1:-1]
            ends = len(text) > 1 and text.endswith(quote)
            return inner if ends and quote not in inner and "\\" not in inner else None
    if _IDS.fullmatch(text):
        return text
    if not _BEGINS.match(text) or ": " in text or " #" in text or text.endswith(":") or text.lower() == "null":
        return None
    return text


def ids_of(value: str) -> list[str]:
    """The ids in a list of them as :func:`read_head` gives it; empty where it is not a list."""
    found = _IDS.fullmatch(value)
    return [part.strip() for part in found[1].split(",")] if found else []
