"""The records in a folder of saves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from moot.errors import RecordError
from moot.files.folders import saves_dir
from moot.files.records.reading import SUFFIX, RecordData, read_record

__all__ = ["Kept", "in_order", "kept", "newest", "newest_first", "readable", "records", "unreadable"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept among the saves as a record: what it holds, or what is wrong with it."""

    path: Path
    data: RecordData | None
    problem: str = ""


def kept(folder: str | os.PathLike[str] | None = None) -> list[Kept]:
    """Everything kept as a record in a folder of saves, newest first. Raises for a folder that cannot be read."""
    return list(newest_first(folder))


def newest_first(folder: str | os.PathLike[str] | None = None) -> Iterator[Kept]:
    """The same one by one: a file is read when it is asked for. Raises at once."""
    return (_look(path) for path, _ in in_order(folder))


def in_order(folder: str | os.PathLike[str] | None = None) -> list[tuple[Path, os.stat_result | None]]:
    """The files kept as records, the newest first, each with what the system says of it (None: nothing). None is opened.

    Raises :class:`~moot.errors.RecordError` for a folder that cannot be read.
    """
    place = _place(folder)
    try:
        names = [name for name in os.listdir(place) if name.endswith(SUFFIX)]  # noqa: PTH208 (its errors are the system's)
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordError(f"the records in {place} cannot be listed: {reason}") from None
    found = [(_stat(place / name), name) for name in names]
    found.sort(key=lambda each: (each[0].st_mtime_ns if each[0] is not None else 0, each[1]), reverse=True)
    return [(place / name, stat) for stat, name in found]


def readable(tell: Callable[[str], None], folder: str | os.PathLike[str] | None = None) -> Iterator[RecordData]:
    """Every record that can be read, newest first; ``tell`` gets one line on those that cannot."""
    unread = []
    for each in newest_first(folder):
        if each.data is None:
            unread.append(each.problem)
        else:
            yield each.data
    if unread:
        more = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
        tell(f"Left out, because it cannot be read: {unread[0]}{more}.")


def records(folder: str | os.PathLike[str] | None = None) -> list[Path]:
    """The records in a folder of saves, newest first. What is not a record is passed over; see :func:`unreadable`."""
    return [each.path for each in kept(folder) if each.data is not None]


def unreadable(folder: str | os.PathLike[str] | None = None) -> dict[Path, str]:
    """What is kept among the saves as a record and cannot be read as one, newest first, and why not."""
    return {each.path: each.problem for each in kept(folder) if each.data is None}


def newest(folder: str | os.PathLike[str] | None = None) -> Path:
    """The record written last. Raises :class:`~moot.errors.RecordError` when there is none.

    A file written later that is no record is named in the message, or passed over where there is a record.
    """
    first = None
    for each in newest_first(folder):
        if each.data is not None:
            return each.path
        first = first or each
    bad = f" ({first.problem})" if first else ""
    raise RecordError(f"there is no record in {_place(folder)}{bad}")


def _place(folder: str | os.PathLike[str] | None) -> Path:
    return Path(folder) if folder is not None else saves_dir()


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _look(path: Path) -> Kept:
    try:
        return Kept(path, read_record(path))
    except RecordError as error:
        return Kept(path, None, str(error))
