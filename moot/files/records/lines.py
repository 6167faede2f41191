"""The lines of a record: JSON with a checksum, and what they say together.

A line ends with ``"sum"``, the CRC-32 of everything before it, so that a changed byte is noticed and named. Records
made before there were checksums have none on any line and are read all the same.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

from moot.errors import RecordError
from moot.files.text import clean

__all__ = ["LONGEST_MOVE", "Line", "Lines", "ReadLines", "load", "read_lines", "seal", "split"]

LONGEST_MOVE = 500

_BYTE_ORDER = b"\xef\xbb\xbf"
_SEALED = re.compile(rb'(\{.*), "sum": "([0-9a-f]{8})"\}', re.DOTALL)
_WORDS = re.compile(r"[0-9a-f]{8}")


def seal(event: dict[str, Any]) -> str:
    """The event as a line with its checksum, without the newline."""
    body = json.dumps(event, ensure_ascii=False)[:-1]
    return f'{body}, "sum": "{zlib.crc32(body.encode()):08x}"}}'


def load(row: bytes) -> dict[str, Any] | None:
    """The JSON object on this line with ``sum`` as True where its checksum is right, False where it is not; or None.

    The ends of lines and the mark of byte order that an editor or a mail program puts in are no part of it.
    """
    row = row.removeprefix(_BYTE_ORDER).removesuffix(b"\r")
    try:
        found = json.loads(row.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    if "sum" in found:
        sealed = _SEALED.fullmatch(row)
        found["sum"] = sealed is not None and zlib.crc32(sealed[1]) == int(sealed[2], 16)
    return found


def split(data: bytes) -> tuple[list[bytes], int]:
    """The whole lines of a record, and how many bytes they are.

    What a crash leaves of a last line is not among them, nor is a damaged last line.
    """
    rows = data.split(b"\n")
    last = rows.pop()
    good = len(data) - len(last)
    if last and load(last) is not None:
        rows.append(last)
        good = len(data)
    elif not last and len(rows) > 1 and not _sound(rows[-1]):
        good -= len(rows.pop()) + 1
    return rows, good


def _sound(row: bytes) -> bool:
    found = load(row)
    return found is not None and found.get("sum") is not False


@dataclass(frozen=True, slots=True)
class Line:
    """A move that stands: its notation, and the hash of the words that were said (empty where none is kept)."""

    move: str
    words: str = ""


@dataclass
class Lines:
    """The events of a record, one after the other. ``sealed`` says whether each must have a checksum."""

    sealed: bool
    standing: list[Line]

    def take(self, event: dict[str, Any] | None, where: str) -> None:
        """One event more. Raises :class:`~moot.errors.RecordError`."""
        if event is None:
            raise RecordError(f"{where}: this is not an event of a record")
        right = event.pop("sum", None)
        if right is False or (right is None) is self.sealed:
            raise RecordError(f"{where}: this line is damaged: its checksum does not fit what it says")
        if set(event) == {"undo"}:
            self._undo(event["undo"], where)
        else:
            self._move(event, where)

    def _undo(self, count: object, where: str) -> None:
        if type(count) is not int or not 1 <= count <= len(self.standing):
            raise RecordError(f"{where}: {clean(str(count), 20)} moves cannot be taken back here")
        del self.standing[-count:]

    def _move(self, event: dict[str, Any], where: str) -> None:
        move, words = event.get("move"), event.get("words", "")
        known = set(event) - {"words"} == {"n", "move"} and isinstance(move, str) and isinstance(words, str)
        if not known or not move or clean(move, LONGEST_MOVE) != move or (words and not _WORDS.fullmatch(words)):
            raise RecordError(f"{where}: this is not an event of a record")
        number, due = event["n"], len(self.standing) + 1
        if type(number) is not int or number != due:
            raise RecordError(f"{where}: move {clean(str(number), 20)} stands where move {due} should")
        self.standing.append(Line(move, words))


@dataclass(frozen=True, slots=True)
class ReadLines:
    """The moves that stand after every undo, up to the first line that cannot be read; ``bad`` says what is wrong with it.

    ``rows`` is how many lines can be read.
    """

    standing: list[Line]
    rows: int
    bad: str = ""


_USUAL = re.compile(
    rb'\{"n": ([1-9][0-9]{0,5}), "move": "([a-z0-9,.@-]+(?: [a-z0-9,.@-]+)*)"(?:, "words": "([0-9a-f]{8})")?, "sum": "([0-9a-f]{8})"\}'
)
"""A move as :class:`Record` writes it. Such a line is taken as it stands, without making JSON of it: most lines of thousands of records."""

_AFTER = len(', "sum": "01234567"}')


def _is_next(usual: re.Match[bytes], row: bytes, due: int) -> bool:
    """Whether a line that looks as usual has the right number and checksum; where not, the long way says what is wrong."""
    right = int(usual[1]) == due and len(usual[2]) <= LONGEST_MOVE
    return right and zlib.crc32(row[:-_AFTER]) == int(usual[4], 16)


def read_lines(rows: list[bytes], where: str, *, sealed: bool) -> ReadLines:
    """What the lines after the header say."""
    lines = Lines(sealed, [])
    for number, row in enumerate(rows):
        usual = _USUAL.fullmatch(row) if sealed else None
        if usual is not None and _is_next(usual, row, len(lines.standing) + 1):
            lines.standing.append(Line(usual[2].decode(), (usual[3] or b"").decode()))
            continue
        try:
            lines.take(load(row), f"{where}, line {number + 2}")
        except RecordError as error:
            return ReadLines(lines.standing, number, str(error))
    return ReadLines(lines.standing, len(rows))
