"""What each record in a folder is, without reading all of them again: an index in the cache folder.

A row of the index holds only as long as the name, size, times and inode of its file are the ones it was made for. Losing the index
loses nothing: the records are read again. Where there are few records it is not used at all.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from moot.errors import RecordError
from moot.files.cache import Cache
from moot.files.records.folder import in_order
from moot.files.records.reading import read_record

__all__ = ["FEW", "Summary", "summaries"]

FEW = 100
"""So many records are simply read."""

_SETTLED = 2 * 10**9
"""Nanoseconds for which a file must not have changed before its row is kept: a later change in the same tick of the clock would not show."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a record, or in ``problem`` what is wrong with it. ``moves`` stand after every undo."""

    path: Path
    case: str = ""
    side: str = ""
    bench_name: str = ""
    started: str = ""
    assignment: str = ""
    moves: int = 0
    problem: str = ""


_KINDS = tuple(int if each.name == "moves" else str for each in fields(Summary) if each.name != "path")


def summaries(folder: str | os.PathLike[str] | None = None) -> list[Summary]:
    """What everything kept as a record in a folder of saves is, newest first. Raises for a folder that cannot be read."""
    found = in_order(folder)
    if len(found) <= FEW:
        return [_summary(path) for path, _ in found]
    return list(_indexed(found))


def _indexed(found: list[tuple[Path, os.stat_result | None]]) -> Iterator[Summary]:
    """The same by way of the index, which is rewritten if a row has changed. It holds one folder: the last that was listed."""
    cache = Cache("records", "1")
    place = str(found[0][0].parent.absolute())
    kept = cache.get(place)
    known: dict[str, Any] = kept if isinstance(kept, dict) else {}
    rows: dict[str, Any] = {}
    changed = len(known) != len(found)
    settled = time.time_ns() - _SETTLED
    for path, stat in found:
        mark = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino] if stat is not None else None
        told = _told(known.get(path.name), mark)
        changed = changed or told is None
        each = Summary(path, *told) if told is not None else _summary(path)
        if mark is not None and max(mark[1], mark[2]) < settled:
            rows[path.name] = [mark, told or astuple(each)[1:]]
        yield each
    if changed:
        cache.clear()
        cache.put(place, rows)
        cache.save()


def _told(row: Any, mark: list[int] | None) -> list[Any] | None:
    """What a row of the index says, if it is a row and of this file as it is now."""
    if mark is None or not isinstance(row, list) or len(row) != 2 or row[0] != mark or not isinstance(row[1], list):
        return None
    right = len(row[1]) == len(_KINDS) and all(type(one) is kind for one, kind in zip(row[1], _KINDS, strict=True))
    return row[1] if right else None


def _summary(path: Path) -> Summary:
    try:
        data = read_record(path)
    except RecordError as error:
        return Summary(path, problem=str(error))
    head = data.header
    return Summary(path, head.case, head.side, head.bench_name, head.started, head.assignment, len(data.moves))
