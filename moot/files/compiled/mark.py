"""Which moot read a file: what is kept of the reading holds for that one alone."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["mark_of_this_moot"]

_PACKAGE = Path(__file__).resolve().parents[2]
_ROOMS = ("bench", "case", "files", "opinion", "round")
"""`files` and every room under it: nothing else has a part in reading."""


@cache
def mark_of_this_moot() -> str | None:
    """A hash of Python's version and of the size and time of every source that has a part in reading; None where they cannot be looked at.

    The version of moot stands in one of them. In a checkout the others change while it does not.
    """
    try:
        sources = [_told(path.name, path.stat()) for path in (_PACKAGE / "__init__.py", _PACKAGE / "errors.py")]
        for room in _ROOMS:
            sources += _sources(_PACKAGE / room, room)
    except OSError:
        return None
    return hashlib.sha256(repr((sys.version_info[:3], sorted(sources))).encode()).hexdigest()[:32]


def _told(name: str, stat: os.stat_result) -> tuple[str, int, int]:
    return name, stat.st_size, stat.st_mtime_ns


def _sources(folder: Path, name: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield _told(f"{name}/{entry.name}", entry.stat())
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _sources(Path(entry.path), f"{name}/{entry.name}")
