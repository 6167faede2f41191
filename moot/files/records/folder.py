"""The records in a folder of saves."""

from __future__ import annotations

import os
from pathlib import Path

from moot.errors import RecordError
from moot.files.places import saves_dir
from moot.files.records.reading import SUFFIX, read_record

__all__ = ["newest", "records", "unreadable"]


def records(folder: str | os.PathLike[str] | None = None) -> list[Path]:
    """The records in a folder of saves, newest first. What is not a record is passed over; see :func:`unreadable`."""
    return [path for path, problem in _looked_at(folder) if not problem]


def unreadable(folder: str | os.PathLike[str] | None = None) -> dict[Path, str]:
    """What is kept among the saves as a record and cannot be read as one, newest first, and why not."""
    return {path: problem for path, problem in _looked_at(folder) if problem}


def newest(folder: str | os.PathLike[str] | None = None) -> Path:
    """The record written last. Raises :class:`~moot.errors.RecordError` when there is none."""
    found = records(folder)
    if not found:
        raise RecordError(f"there is no record in {_place(folder)}")
    return found[0]


def _place(folder: str | os.PathLike[str] | None) -> Path:
    return Path(folder) if folder is not None else saves_dir()


def _looked_at(folder: str | os.PathLike[str] | None) -> list[tuple[Path, str]]:
    """Everything with a record's name, newest first, with what is wrong with it. Raises for a folder that is closed."""
    place = _place(folder)
    try:
        paths = [place / name for name in os.listdir(place) if name.endswith(SUFFIX)]  # noqa: PTH208 (its errors are the system's)
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordError(f"the records in {place} cannot be listed: {reason}") from None
    return [(path, problem) for _, _, path, problem in sorted((_look(path) for path in paths), reverse=True)]


def _look(path: Path) -> tuple[int, str, Path, str]:
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0
    try:
        read_record(path)
    except RecordError as error:
        return changed, path.name, path, str(error)
    return changed, path.name, path, ""
