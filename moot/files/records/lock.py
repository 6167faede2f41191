"""One process at a time writes a record: it holds a lock on the file while it has the record open.

The lock goes with the process, however it ends. Reading needs no lock. Within a process any number of records may be open
on a file; they share its lock, and `WRITING` keeps their writes apart.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

from moot.errors import RecordError

try:
    import fcntl
except ImportError:  # pragma: no cover - not on this system
    fcntl = None  # type: ignore[assignment]

__all__ = ["WRITING", "FileId", "hold", "release"]

FileId = tuple[int, int]
"""A file, by device and inode."""

WRITING = threading.RLock()
"""Held while a record looks at its file and writes."""

_held: dict[FileId, tuple[int, int]] = {}
"""The descriptor that holds the lock of a file, and how many records share it."""


def hold(handle: int, path: Path) -> FileId | None:
    """Lock an open file until :func:`release`. None on a system, or for a disk, that has no locks.

    Raises :class:`~moot.errors.RecordError` when another process has it.
    """
    if fcntl is None:  # pragma: no cover - not on this system
        return None
    with WRITING:
        found = os.fstat(handle)
        key = (found.st_dev, found.st_ino)
        if key in _held:
            keeper, sharing = _held[key]
            _held[key] = (keeper, sharing + 1)
            return key
        # A copy of the descriptor keeps the lock when the record that took it is closed before others that share it.
        keeper = os.dup(handle)
        try:
            fcntl.flock(keeper, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(keeper)
            raise RecordError(
                f"{path} is open in another moot; leave it there first, or begin another sitting"
            ) from None
        except OSError:
            os.close(keeper)
            return None
        _held[key] = (keeper, 1)
        return key


def release(key: FileId | None) -> None:
    """Give up one share of a lock; with the last, another process may take it."""
    if key is None:
        return
    with WRITING:
        keeper, sharing = _held[key]
        if sharing > 1:
            _held[key] = (keeper, sharing - 1)
            return
        del _held[key]
        os.close(keeper)
