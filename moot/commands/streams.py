"""The three streams of a program, which may be closed or full."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TextIO

__all__ = ["ClosedStream", "Narration", "quiet", "ready"]


class ClosedStream(io.TextIOBase):
    """Standard output that was closed before the program began: to write to it is an error of the system."""

    def write(self, _: str) -> int:
        """Refuse, as the system would."""
        raise OSError(errno.EBADF, "standard output is closed")


class Narration(io.TextIOBase):
    """Standard error, for what a command tells beside its answer: what cannot be written there is lost, and stops nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, if it can be."""
        with contextlib.suppress(OSError):
            self._stream.write(text)
            self._stream.flush()
        return len(text)

    def flush(self) -> None:
        """All that is written is flushed."""

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def writable(self) -> bool:
        return True

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream."""
        return self._stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]
        """That of the stream."""
        return self._stream.errors


def ready() -> None:
    """Make the streams fit to use.

    What a stream cannot carry becomes a question mark: no character stops a sitting. A stream that is closed reads as
    empty, or refuses what is written (standard error: loses it, as it does where the disk is full), and no file opened later takes its number.
    """
    with contextlib.suppress(OSError):
        for number in range(3):
            try:
                os.fstat(number)
            except OSError:
                os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 (it stays open)
    if sys.stdout is None:
        sys.stdout = ClosedStream()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (it stays open)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if sys.stderr is sys.__stderr__ and isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = Narration(sys.stderr)


def quiet() -> None:
    """Let what is left to write to standard output go nowhere, if it cannot be written."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
