"""The folder of what was read: one file for each text that was read, named by its hash. Losing any of them loses nothing.

Each holds, in one line, the mark of the moot that wrote it and a checksum of the rest, and then the value as JSON. What is not
of this moot, is damaged, or has another shape is passed over, and replaced by whoever then reads the text. The folder is used
only where it is the person's own: nobody else may have put the files there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import threading
import time
from pathlib import Path
from typing import NamedTuple, TypeVar

from moot.files.compiled.mark import mark_of_this_moot
from moot.files.compiled.plain import plain, read_as
from moot.files.folders import cache_dir

__all__ = ["MOST_BYTES", "MOST_DAYS", "MOST_FILES", "keep", "recall"]

T = TypeVar("T")

MOST_FILES = 100
MOST_BYTES = 100_000_000
"""Of all files together; one of more than a tenth of this is not kept."""

MOST_DAYS = 90
"""A file that was of no use for so long is deleted, when another is written."""

_DAY = 86_400
_SUFFIX = ".compiled"
_BEGINS = b"moot compiled "


def recall(kind: type[T], data: bytes) -> T | None:
    """The value of this kind that a text of these bytes was read as; None where that was not kept by this moot."""
    path = _path(kind, data)
    mark = mark_of_this_moot()
    if path is None or mark is None or not _is_own_folder(path.parent):
        return None
    found = _read(path)
    head, _, body = found.partition(b"\n")
    if head != _head(mark, body):
        return None
    try:
        return read_as(kind, json.loads(body))
    except (ValueError, RecursionError):
        return None


def keep(data: bytes, value: object) -> None:
    """Keep the value that a text of these bytes was read as. Where that cannot be done, nothing is kept and nothing is said."""
    path = _path(type(value), data)
    mark = mark_of_this_moot()
    if path is None or mark is None:
        return
    with contextlib.suppress(OSError, TypeError, ValueError, RecursionError):
        body = json.dumps(plain(value), ensure_ascii=False, separators=(",", ":")).encode()
        if len(body) > MOST_BYTES // 10:
            return
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            path.parent.mkdir(mode=0o700)
        if _is_own_folder(path.parent):
            _write(path, _head(mark, body) + b"\n" + body)
            _tidy(path.parent)


def _path(kind: type, data: bytes) -> Path | None:
    folder = cache_dir()
    name = f"{kind.__name__.lower()}-{hashlib.sha256(data).hexdigest()}{_SUFFIX}"
    return folder / "compiled" / name if folder is not None else None


def _head(mark: str, body: bytes) -> bytes:
    return _BEGINS + f"{mark} {hashlib.sha256(body).hexdigest()}".encode()


def _is_own_folder(folder: Path) -> bool:
    """Whether this is a folder, no link to one, of the person who plays, and nobody else may write in it."""
    try:
        found = folder.lstat()
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(found.st_mode) and _is_own(found)


def _is_own(found: os.stat_result) -> bool:
    """Whether what was found belongs to the person who plays and others may not write to it, on a system that knows owners."""
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & stat.S_IWOTH)


def _read(path: Path) -> bytes:
    """What an own, regular file of no great size holds; nothing for any other. Its time becomes today's, if it is of another day."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or not _is_own(found) or found.st_size > MOST_BYTES // 5:
                return b""
            data = file.read(found.st_size)
        if time.time() - found.st_mtime > _DAY:
            os.utime(path)
    except (OSError, ValueError):
        return b""
    return data


def _write(path: Path, data: bytes) -> None:
    """Write the file whole or not at all, for the person alone. A link of its name is replaced, never followed. Raises ``OSError``."""
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}")
    beside.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as file:
            file.write(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class _CacheFile(NamedTuple):
    age: float
    size: int
    path: Path


def _tidy(folder: Path) -> None:
    """Delete what has long been of no use, then the oldest until what is left is few and small enough; and what a crash left half written."""
    found: list[_CacheFile] = []
    for path in folder.iterdir():
        if _SUFFIX not in path.name:
            continue
        with contextlib.suppress(OSError):
            at = path.lstat()
            found.append(_CacheFile(time.time() - at.st_mtime, at.st_size, path))
    number = total = 0
    for each in sorted(found):
        whole = each.path.name.endswith(_SUFFIX)
        number, total = number + whole, total + each.size
        most = MOST_DAYS * _DAY if whole else _DAY
        if each.age > most or number > MOST_FILES or total > MOST_BYTES:
            with contextlib.suppress(OSError):
                each.path.unlink()
