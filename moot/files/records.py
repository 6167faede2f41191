"""Records: one sitting as an append-only log of events, safe against a crash at any instant.

A record is JSON Lines. The first line is the header; then one line a move, ``{"n": 1, "move": "plead p-riot"}``, or
``{"undo": 2}`` where moves were taken back. A line is on the disk before :meth:`Record.append` returns. What a crash
leaves of a last line is dropped when the record is read, and cut off when it is continued.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from moot.bench.persona import Bench
from moot.case import Case
from moot.case.fingerprint import prose_hash, structure_hash
from moot.errors import RecordError
from moot.files.places import saves_dir
from moot.files.text import clean

__all__ = [
    "RECORD_FORMAT",
    "SUFFIX",
    "Header",
    "Record",
    "RecordData",
    "new_header",
    "newest",
    "read_record",
    "records",
]

RECORD_FORMAT = "record/1"
SUFFIX = ".jsonl"
MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Header:
    """What must be known to play a record again. ``started`` is an ISO time; ``side`` may be ``both``."""

    case: str
    case_version: int
    structure: str
    prose: str
    bench: tuple[str, ...]
    bench_name: str
    format: str
    seed: int
    heat: str
    side: str
    opponent: str
    opponent_seed: int
    started: str
    mode: str

    def line(self) -> str:
        """The header as it stands in the file."""
        return _dump({"moot": RECORD_FORMAT, **asdict(self)})


@dataclass(frozen=True, slots=True)
class RecordData:
    """A record as read: the header, and the moves that stand after every undo. ``torn`` says a last line was lost."""

    header: Header
    moves: tuple[str, ...]
    path: Path
    torn: bool = False


def new_header(
    case: Case,
    bench: Bench,
    *,
    format: str,
    seed: int,
    heat: str = "normal",
    side: str = "petitioner",
    opponent: str = "scripted",
    opponent_seed: int = 0,
    mode: str = "training",
    started: str | None = None,
) -> Header:
    """The header of a sitting that begins now, or at ``started``."""
    return Header(
        case=case.id,
        case_version=case.version,
        structure=structure_hash(case),
        prose=prose_hash(case),
        bench=tuple(judge.id for judge in bench.judges),
        bench_name=bench.id,
        format=format,
        seed=seed,
        heat=heat,
        side=side,
        opponent=opponent,
        opponent_seed=opponent_seed,
        started=started or datetime.now(UTC).isoformat(timespec="seconds"),
        mode=mode,
    )


class Record:
    """A record open for writing. Make one with :meth:`create` or :meth:`open`; it is also a context manager."""

    def __init__(self, path: Path, header: Header, moves: list[str], handle: int) -> None:
        self.path = path
        self.header = header
        self._moves = moves
        self._handle = handle
        self._size = os.fstat(handle).st_size

    def __repr__(self) -> str:
        return f"<Record {self.path.name}, {len(self._moves)} moves>"

    @property
    def moves(self) -> tuple[str, ...]:
        """The moves that stand, in notation."""
        return tuple(self._moves)

    @classmethod
    def create(cls, header: Header, folder: str | os.PathLike[str] | None = None) -> Record:
        """Begin a record in ``folder``, or where saves are kept. The name is the case and the time.

        Raises :class:`~moot.errors.RecordError` when it cannot be written.
        """
        place = Path(folder) if folder is not None else saves_dir()
        time = "".join(char for char in header.started if char.isalnum())[:15]
        with _said_of(place):
            place.mkdir(parents=True, exist_ok=True)
            for path in _names(place, f"{header.case}-{time}"):
                try:
                    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
                except FileExistsError:
                    continue
                record = cls(path, header, [], handle)
                record._write(header.line())
                _sync_folder(place)
                return record
        raise RecordError(f"no record can be made in {place}")  # pragma: no cover - the names never end

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Record:
        """Go on with a record. A torn last line is cut off first."""
        path = Path(path)
        with _said_of(path):
            handle = os.open(path, os.O_RDWR | os.O_APPEND)
        try:
            with _said_of(path):
                data = _all(handle)
            found = _parse(data, path)
            record = cls(path, found.data.header, list(found.data.moves), handle)
            with _said_of(path):
                if found.good < len(data):
                    os.ftruncate(handle, found.good)
                    os.fsync(handle)
                    record._size = found.good
                if not data[: found.good].endswith(b"\n"):
                    record._write("", end="\n")
        except BaseException:
            os.close(handle)
            raise
        return record

    def append(self, move: str) -> None:
        """Write one move, in notation. It is on the disk when this returns."""
        if not move or clean(move, 500) != move:
            raise RecordError(f"this cannot be written as a move: {clean(move, 60)!r}")
        self._write(_dump({"n": len(self._moves) + 1, "move": move}))
        self._moves.append(move)

    def undo(self, count: int = 1) -> None:
        """Take back the last ``count`` moves. Nothing is deleted: the taking back is an event of its own."""
        if not 1 <= count <= len(self._moves):
            raise RecordError(f"{count} moves cannot be taken back: the record has {len(self._moves)}")
        self._write(_dump({"undo": count}))
        del self._moves[-count:]

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            self.close()

    def _write(self, line: str, end: str = "\n") -> None:
        data = (line + end).encode()
        if self._handle < 0:
            raise RecordError(f"{self.path} is closed")
        with _said_of(self.path):
            if os.fstat(self._handle).st_size != self._size:
                raise RecordError(f"{self.path} was changed by another program; open it again to go on")
            try:
                sent = os.write(self._handle, data)
                while sent < len(data):
                    sent += os.write(self._handle, data[sent:])
                os.fsync(self._handle)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(self._handle, self._size)
                raise
        self._size += len(data)


def read_record(path: str | os.PathLike[str]) -> RecordData:
    """Read a record without touching it. Raises :class:`~moot.errors.RecordError`, in one line."""
    path = Path(path)
    with _said_of(path), path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    return _parse(data, path).data


def records(folder: str | os.PathLike[str] | None = None) -> list[Path]:
    """The records in a folder of saves, newest first. What is not a record is passed over."""
    place = Path(folder) if folder is not None else saves_dir()
    if not place.is_dir():
        return []
    found = []
    for path in place.glob(f"*{SUFFIX}"):
        with contextlib.suppress(RecordError, OSError):
            read_record(path)
            found.append((path.stat().st_mtime_ns, path.name, path))
    return [path for _, _, path in sorted(found, reverse=True)]


def newest(folder: str | os.PathLike[str] | None = None) -> Path:
    """The record written last. Raises :class:`~moot.errors.RecordError` when there is none."""
    found = records(folder)
    if not found:
        place = Path(folder) if folder is not None else saves_dir()
        raise RecordError(f"there is no record in {place}")
    return found[0]


@dataclass(frozen=True, slots=True)
class _Parsed:
    data: RecordData
    good: int
    """How many bytes, from the start, are whole lines."""


def _parse(data: bytes, path: Path) -> _Parsed:
    if len(data) > MAX_BYTES:
        raise RecordError(f"{path} is too large to be a record")
    rows = data.split(b"\n")
    last = rows.pop()
    good = len(data) - len(last)
    if last and _load(last) is not None:
        rows.append(last)
        good = len(data)
    elif not last and len(rows) > 1 and _load(rows[-1]) is None:
        good -= len(rows.pop()) + 1
    torn = good < len(data)
    header = _header(rows[0] if rows else b"", path)
    moves: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        _event(_load(row), moves, f"{path}, line {number}")
    return _Parsed(RecordData(header, tuple(moves), path, torn), good)


def _event(event: dict[str, Any] | None, moves: list[str], where: str) -> None:
    if event is None:
        raise RecordError(f"{where}: this is not an event of a record")
    if set(event) == {"undo"}:
        count = event["undo"]
        if type(count) is not int or not 1 <= count <= len(moves):
            raise RecordError(f"{where}: {clean(str(count), 20)} moves cannot be taken back here")
        del moves[-count:]
        return
    move = event.get("move")
    if set(event) != {"n", "move"} or not isinstance(move, str) or not move or clean(move, 500) != move:
        raise RecordError(f"{where}: this is not an event of a record")
    if type(event["n"]) is not int or event["n"] != len(moves) + 1:
        raise RecordError(f"{where}: move {clean(str(event['n']), 20)} stands where move {len(moves) + 1} should")
    moves.append(move)


def _header(row: bytes, path: Path) -> Header:
    found = _load(row)
    if found is None or "moot" not in found:
        raise RecordError(f"{path} is not a record of moot")
    if found["moot"] != RECORD_FORMAT:
        version = clean(str(found["moot"]), 40)
        raise RecordError(f"{path} was made by another version of moot ({version}); this one reads {RECORD_FORMAT}")
    values: dict[str, Any] = {}
    for item in fields(Header):
        value = found.get(item.name)
        if item.name == "bench":
            right = isinstance(value, list) and all(isinstance(judge, str) for judge in value)
            value = tuple(clean(judge, 80) for judge in value) if right and isinstance(value, list) else ()
        elif item.type == "int":
            right = type(value) is int
        else:
            right = isinstance(value, str)
            value = clean(value, 200) if isinstance(value, str) else ""
        if not right:
            raise RecordError(f"{path}: the header has no good `{item.name}`")
        values[item.name] = value
    return Header(**values)


def _load(row: bytes) -> dict[str, Any] | None:
    """The JSON object on this line, or None."""
    try:
        found = json.loads(row.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _dump(event: dict[str, Any]) -> str:
    return json.dumps(event, ensure_ascii=False)


def _all(handle: int) -> bytes:
    data = b""
    while len(data) <= MAX_BYTES and (part := os.pread(handle, 1 << 20, len(data))):
        data += part
    return data


def _names(place: Path, stem: str) -> Iterator[Path]:
    yield place / (stem + SUFFIX)
    number = 2
    while True:
        yield place / f"{stem}-{number}{SUFFIX}"
        number += 1


def _sync_folder(place: Path) -> None:
    """Put the name of a new file on the disk. Systems that cannot sync a folder are let be."""
    with contextlib.suppress(OSError):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Turn an error of the system into one line about this file."""
    try:
        yield
    except FileNotFoundError:
        raise RecordError(f"there is no record {path}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordError(f"{path}: {reason}") from None
