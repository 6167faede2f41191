"""What counsel note for themselves during a sitting: one small JSON file beside the record, each side's notes apart.

It also keeps what each side has marked as weak in what the other said. Notes are no part of the argument: the record does not hold them, and a sitting replays without them. A file that is damaged is never written
over: the next note is refused, in one line that names it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from moot.case import Side
from moot.errors import MootError
from moot.files.folders import is_there, read_bytes
from moot.files.text import clean
from moot.files.whole import write_whole

__all__ = ["LONGEST", "MOST", "notes_path", "read_marks", "read_notes", "write_marks", "write_notes"]

MOST = 99
"""A side keeps at most so many notes."""

LONGEST = 200
"""The longest note, in characters."""

_MOST_BYTES = 400_000

_MARKS = "weak"


def notes_path(record: Path) -> Path:
    """Where the notes of the sitting with this record are."""
    return record.with_suffix(".notes.json")


def read_notes(record: Path) -> dict[Side, list[str]]:
    """The notes of both sides; none where no note was made. Raises :class:`~moot.errors.MootError` for a damaged file."""
    return _read(record).notes


def write_notes(record: Path, notes: dict[Side, list[str]]) -> None:
    """Write the whole file or none of it; the marks stay. Raises :class:`~moot.errors.MootError`."""
    _write(record, _Kept(notes, _read(record).marks))


def read_marks(record: Path) -> dict[Side, list[str]]:
    """What each side has marked as weak in what the other said, as ids. Raises :class:`~moot.errors.MootError` for a damaged file."""
    return _read(record).marks


def write_marks(record: Path, marks: dict[Side, list[str]]) -> None:
    """Write the whole file or none of it; the notes stay. Raises :class:`~moot.errors.MootError`."""
    _write(record, _Kept(_read(record).notes, marks))


class _Kept(NamedTuple):
    """What the file holds."""

    notes: dict[Side, list[str]]
    marks: dict[Side, list[str]]


def _read(record: Path) -> _Kept:
    path = notes_path(record)
    kept = _Kept({side: [] for side in Side}, {side: [] for side in Side})
    if not is_there(path):
        return kept
    try:
        found = json.loads(read_bytes(path, _MOST_BYTES))
        for into, given in ((kept.notes, found), (kept.marks, found.get(_MARKS, {}))):
            for side in Side:
                into[side].extend(clean(_text(each), LONGEST) for each in given.get(side.value, []))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise MootError(f"the notes in {path} are damaged; move the file away to make new ones") from None
    return kept


def _write(record: Path, kept: _Kept) -> None:
    path = notes_path(record)
    written: dict[str, object] = {side.value: kept.notes[side] for side in Side}
    if any(kept.marks.values()):
        written[_MARKS] = {side.value: kept.marks[side] for side in Side}
    text = json.dumps(written, ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text, synced=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MootError(f"the note cannot be kept in {path}: {reason}") from None


def _text(note: object) -> str:
    if not isinstance(note, str):
        raise TypeError
    return note
