"""What counsel note for themselves during a sitting: one small JSON file beside the record, each side's notes apart.

Notes are no part of the argument: the record does not hold them, and a sitting replays without them. A file that is damaged is never written
over: the next note is refused, in one line that names it.
"""

from __future__ import annotations

import json
from pathlib import Path

from moot.case import Side
from moot.errors import MootError
from moot.files.folders import is_there, read_bytes
from moot.files.text import clean
from moot.files.whole import write_whole

__all__ = ["LONGEST", "MOST", "notes_path", "read_notes", "write_notes"]

MOST = 99
"""A side keeps at most so many notes."""

LONGEST = 200
"""The longest note, in characters."""

_MOST_BYTES = 400_000


def notes_path(record: Path) -> Path:
    """Where the notes of the sitting with this record are."""
    return record.with_suffix(".notes.json")


def read_notes(record: Path) -> dict[Side, list[str]]:
    """The notes of both sides; none where no note was made. Raises :class:`~moot.errors.MootError` for a damaged file."""
    path = notes_path(record)
    notes: dict[Side, list[str]] = {side: [] for side in Side}
    if not is_there(path):
        return notes
    try:
        found = json.loads(read_bytes(path, _MOST_BYTES))
        for side in Side:
            for note in found.get(side.value, []):
                notes[side].append(clean(_text(note), LONGEST))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise MootError(f"the notes in {path} are damaged; move the file away to make new ones") from None
    return notes


def write_notes(record: Path, notes: dict[Side, list[str]]) -> None:
    """Write the whole file or none of it. Raises :class:`~moot.errors.MootError`."""
    path = notes_path(record)
    text = json.dumps({side.value: notes[side] for side in Side}, ensure_ascii=False, indent=1)
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
