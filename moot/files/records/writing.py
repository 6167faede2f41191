"""Write a record: each event is on the disk before the call returns, and one process at a time writes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from moot.errors import RecordError
from moot.files.folders import open_regular, saves_dir
from moot.files.records.header import Header
from moot.files.records.lines import LONGEST_MOVE, Line, seal
from moot.files.records.lock import WRITING, FileId, hold, release
from moot.files.records.on_disk import folder_made, free_names, keep_aside, sync_folder
from moot.files.records.reading import MAX_BYTES, all_bytes, parse_record, said_of
from moot.files.text import clean

__all__ = ["Record"]


def _no_words(_: str) -> str:
    return ""


class Record:
    """A record open for writing. Make one with :meth:`create` or :meth:`open`; it is also a context manager.

    While it is open no other process can open it for writing.

    ``words_of`` says for a move the hash of the words it says (:func:`~moot.files.records.words.words_hash` of the case
    argued); without it no hashes are kept.
    """

    def __init__(self, path: Path, header: Header, lines: list[Line], handle: int, *, sealed: bool = True) -> None:
        self._lock: FileId | None = hold(handle, path)
        self.path = path
        self.header = header
        self.words_of: Callable[[str], str] = _no_words
        self._lines = lines
        self._handle = handle
        self._sealed = sealed
        self._size = self._good = os.fstat(handle).st_size
        self._open_line = False
        self._dropped = 0
        self._damaged = b""

    def __repr__(self) -> str:
        return f"<Record {self.path.name}, {len(self._lines)} moves>"

    @property
    def moves(self) -> tuple[str, ...]:
        """The moves that stand, in notation."""
        return tuple(line.move for line in self._lines)

    @classmethod
    def create(cls, header: Header, folder: str | os.PathLike[str] | None = None) -> Record:
        """Begin a record in ``folder``, or where saves are kept. The name is the case and the time.

        Raises :class:`~moot.errors.RecordError` when it cannot be written.
        """
        place = Path(folder) if folder is not None else saves_dir()
        time = "".join(char for char in header.started if char.isalnum())[:15]
        with folder_made(place):
            place.mkdir(parents=True, exist_ok=True)
        with said_of(place):
            for path in free_names(place, f"{header.case}-{time}"):
                try:
                    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
                except FileExistsError:
                    continue
                record = cls(path, header, [], handle)
                try:
                    record._send(header.line())
                except BaseException:
                    # A file without a header is no record: it would only be in the way.
                    record.close()
                    with contextlib.suppress(OSError):
                        path.unlink()
                    raise
                sync_folder(place)
                return record
        raise RecordError(f"no record can be made in {place}")  # pragma: no cover - the names never end

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, look: bool = False, damaged: bool = False) -> Record:
        """Go on with a record. A torn last line is cut off first; with ``look``, only when something is written.

        With ``damaged``, a record of which a line cannot be read is gone on with from the line before. The file as it was is
        kept beside it (``NAME.damaged``) before anything is cut off.
        """
        path = Path(path)
        with said_of(path):
            handle = open_regular(path, os.O_RDWR | os.O_APPEND)
        record = None
        try:
            with said_of(path):
                data = all_bytes(handle)
            found = parse_record(data, path, damaged=damaged)
            lines = [Line(*pair) for pair in zip(found.data.moves, found.data.words, strict=True)]
            record = cls(path, found.data.header, lines, handle, sealed=found.sealed)
            record._size, record._good = len(data), found.good
            record._open_line = not data[: found.good].endswith(b"\n")
            record._damaged = data if found.data.damage else b""
            if not look:
                record._mend()
        except BaseException:
            # A record that was made closes its own file, and only once: the number may be another file's by then.
            record.close() if record is not None else os.close(handle)
            raise
        return record

    def append(self, move: str) -> None:
        """Write one move, in notation. It is on the disk when this returns. Raises ``RecordError`` for what cannot be written as a move."""
        if not move or clean(move, LONGEST_MOVE) != move:
            raise RecordError(f"this cannot be written as a move: {clean(move, 60)!r}")
        self._ready()
        line = Line(move, self.words_of(move))
        self._send(*self._undone(), self._row(len(self._lines) + 1, line))
        self._dropped = 0
        self._lines.append(line)

    def undo(self, count: int = 1) -> None:
        """Take back the last ``count`` moves. Nothing is deleted: the taking back is an event of its own.

        Raises ``RecordError`` where the record has fewer.
        """
        if not 1 <= count <= len(self._lines):
            raise RecordError(f"{count} moves cannot be taken back: the record has {len(self._lines)}")
        self._ready()
        self._send(self._event({"undo": count + self._dropped}))
        self._dropped = 0
        del self._lines[-count:]

    def drop(self, count: int) -> None:
        """Leave out the last ``count`` moves. That they are taken back is written with the next event, and not before.

        Raises ``RecordError`` where the record has fewer.
        """
        if not 0 <= count <= len(self._lines):
            raise RecordError(f"{count} moves cannot be left out: the record has {len(self._lines)}")
        self._dropped += count
        del self._lines[len(self._lines) - count :]

    @property
    def behind(self) -> bool:
        """Whether the file still holds moves that were left out."""
        return self._dropped > 0

    def restore(self) -> None:
        """Write the record again if its file has been deleted. Raises :class:`~moot.errors.RecordError`."""
        with said_of(self.path):
            if self._handle < 0 or self.path.exists():
                return
        with folder_made(self.path.parent):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        with said_of(self.path):
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
        self.close()
        self._handle, self._sealed = handle, True
        self._lock = hold(handle, self.path)
        self._size = self._good = self._dropped = 0
        self._open_line = False
        self._send(self.header.line(), *(self._row(number, line) for number, line in enumerate(self._lines, 1)))
        sync_folder(self.path.parent)

    def discard(self) -> None:
        """Delete the file, where nobody else has written to it, and close it. For a sitting in which nothing was said."""
        try:
            self._unchanged()
            self.path.unlink()
        except (OSError, RecordError):
            pass
        finally:
            self.close()

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
            release(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            self.close()

    # -- inside --------------------------------------------------------------------------------------------------

    def _row(self, number: int, line: Line) -> str:
        event: dict[str, Any] = {"n": number, "move": line.move}
        return self._event(event | {"words": line.words} if line.words else event)

    def _event(self, event: dict[str, Any]) -> str:
        line = seal(event)
        # A record begun before there were checksums goes on without: all its lines have one, or none.
        return line if self._sealed else line.rpartition(', "sum"')[0] + "}"

    def _undone(self) -> list[str]:
        return [self._event({"undo": self._dropped})] if self._dropped else []

    def _ready(self) -> None:
        if self._handle < 0:
            raise RecordError(f"{self.path} is closed")
        self.restore()

    def _send(self, *lines: str) -> None:
        data = "".join(f"{line}\n" for line in lines).encode()
        with said_of(self.path), WRITING:
            self._unchanged()
            if self._good + len(data) > MAX_BYTES:
                raise RecordError(f"{self.path} is full: {MAX_BYTES // 1_000_000} MB; begin another sitting")
            self._mend()
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
            self._good = self._size

    def _unchanged(self) -> None:
        """Refuse to write after another program, or into another file than the one of this name."""
        here, there = os.fstat(self._handle), self.path.stat()
        if (here.st_dev, here.st_ino) != (there.st_dev, there.st_ino) or here.st_size != self._size:
            raise RecordError(f"{self.path} was changed by another program; open it again to go on")

    def _mend(self) -> None:
        """Cut off a torn last line, or end a whole one that lacks its newline."""
        if self._good == self._size and not self._open_line:
            return
        with said_of(self.path):
            if self._damaged:
                keep_aside(self.path, self._damaged)
                self._damaged = b""
            if self._good < self._size:
                os.ftruncate(self._handle, self._good)
                self._size = self._good
            if self._open_line:
                self._size += os.write(self._handle, b"\n")
                self._good = self._size
            os.fsync(self._handle)
            self._open_line = False
