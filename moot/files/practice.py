"""What was answered in practice: an append-only log beside the records, one attempt a line.

It is kept in the folder of saves as ``practice.log``, JSON Lines with a checksum each. A line is on the disk before :func:`append_attempt`
returns. What cannot be read of it is passed over and counted; nothing is ever deleted.
"""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from moot.errors import RecordError
from moot.files.folders import open_regular, saves_dir
from moot.files.records.lines import load, seal
from moot.files.records.reading import MAX_BYTES, all_bytes, said_of

__all__ = ["NAME", "Attempt", "append_attempt", "read_attempts"]

NAME = "practice.log"
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,200}")
_KINDS = ("sitting", "retry", "drill", "hot seat", "demo")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question answered once: whether the answer was right at the first try. ``at`` is an ISO time in UTC, ``kind`` where it was."""

    case: str
    question: str
    right: bool
    at: str
    kind: str

    @property
    def time(self) -> datetime:
        """When it was."""
        found = datetime.fromisoformat(self.at)
        return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def read_attempts(folder: str | os.PathLike[str] | None = None) -> tuple[list[Attempt], int]:
    """The attempts in the log, in their order, and how many lines could not be read. No log is an empty one.

    Raises :class:`~moot.errors.RecordError` for a log that cannot be opened.
    """
    path = _path(folder)
    if not path.exists():
        return [], 0
    with said_of(path):
        handle = open_regular(path)
        try:
            data = all_bytes(handle)
        finally:
            os.close(handle)
    rows = [row for row in data.split(b"\n") if row.strip()]
    found = [_attempt(load(row)) for row in rows]
    return [each for each in found if each is not None], sum(each is None for each in found)


def append_attempt(attempt: Attempt, folder: str | os.PathLike[str] | None = None) -> None:
    """Write one attempt. Raises :class:`~moot.errors.RecordError` where it cannot be written."""
    path = _path(folder)
    with said_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)
        if path.exists():
            open_check = open_regular(path)
            os.close(open_check)
        handle = os.open(path, flags, 0o644)
        try:
            size = os.fstat(handle).st_size
            if size > MAX_BYTES:
                raise RecordError(f"{path} is too large; move it away to begin another")
            # What a crash left of a last line stays there, as a line of its own that is passed over.
            torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
            os.write(handle, ("\n" * torn + seal(asdict(attempt)) + "\n").encode())
            os.fsync(handle)
        finally:
            os.close(handle)


def _path(folder: str | os.PathLike[str] | None) -> Path:
    return (Path(folder) if folder is not None else saves_dir()) / NAME


def _attempt(found: dict[str, Any] | None) -> Attempt | None:
    if found is None or found.pop("sum", None) is not True or set(found) != {each.name for each in fields(Attempt)}:
        return None
    right = found["right"]
    texts = [found[name] for name in ("case", "question", "at", "kind")]
    if type(right) is not bool or not all(isinstance(each, str) for each in texts):
        return None
    if not all(_ID.fullmatch(found[name]) for name in ("case", "question")) or found["kind"] not in _KINDS:
        return None
    try:
        datetime.fromisoformat(found["at"])
    except ValueError:
        return None
    return Attempt(**found)
