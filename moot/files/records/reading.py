"""Read a record without touching it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from moot.errors import RecordError
from moot.files.folders import open_regular
from moot.files.records.header import Header, read_header
from moot.files.records.lines import load, read_lines, split

__all__ = ["MAX_BYTES", "SUFFIX", "Parsed", "RecordData", "all_bytes", "parse_record", "read_record", "said_of"]

SUFFIX = ".jsonl"
MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class RecordData:
    """A record as read: the header, and the moves that stand after every undo.

    ``torn`` says a last line was lost. ``words`` has beside each move the hash of what was said, or nothing.
    ``damage`` says which line cannot be read, where it and all after it were left out on request; otherwise it is empty.
    """

    header: Header
    moves: tuple[str, ...]
    path: Path
    torn: bool = False
    words: tuple[str, ...] = ()
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record as read, how many bytes of it are whole lines, and whether its lines have checksums."""

    data: RecordData
    good: int
    sealed: bool


def read_record(path: str | os.PathLike[str], *, damaged: bool = False) -> RecordData:
    """Read a record without touching it. Raises :class:`~moot.errors.RecordError`, in one line.

    With ``damaged``, a record of which a line cannot be read is read up to that line.
    """
    path = Path(path)
    with said_of(path):
        handle = open_regular(path)
        try:
            data = all_bytes(handle)
        finally:
            os.close(handle)
    return parse_record(data, path, damaged=damaged).data


def parse_record(data: bytes, path: Path, *, damaged: bool = False) -> Parsed:
    """The record these bytes hold. ``path`` is for messages; ``damaged`` as in :func:`read_record`, and so is what it raises."""
    if len(data) > MAX_BYTES:
        raise RecordError(f"{path} is too large to be a record")
    rows, good = split(data)
    top = load(rows[0]) if rows else None
    right = top.pop("sum", None) if top is not None else None
    header = read_header(top, str(path))
    if right is False:
        raise RecordError(f"{path}, line 1: the header is damaged: its checksum does not fit what it says")
    found = read_lines(rows[1:], str(path), sealed=right is not None)
    moves, words = tuple(line.move for line in found.standing), tuple(line.words for line in found.standing)
    if found.bad and not damaged:
        number = len(moves)
        more = f"; `moot play --resume` goes on from move {number}, the last before it" if number else ""
        raise RecordError(found.bad + more)
    if found.bad:
        good = sum(len(row) + 1 for row in rows[: found.rows + 1])
    torn = good < len(data) and not found.bad
    return Parsed(RecordData(header, moves, path, torn, words, found.bad), good, right is not None)


def all_bytes(handle: int) -> bytes:
    """What an open file holds, and no more than shows that it is too large."""
    data = b""
    while len(data) <= MAX_BYTES and (part := os.pread(handle, 1 << 20, len(data))):
        data += part
    return data


@contextlib.contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Turn an error of the system into a ``RecordError``: raises one line about this file."""
    try:
        yield
    except FileNotFoundError:
        raise RecordError(f"there is no record {path}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordError(f"{path}: {reason}") from None
