"""The three streams of a program, which may be closed or full."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys

__all__ = ["ClosedStream", "quiet", "ready"]


class ClosedStream(io.TextIOBase):
    """Standard output that was closed before the program began: to write to it is an error of the system."""

    def write(self, _: str) -> int:
        """Refuse, as the system would."""
        raise OSError(errno.EBADF, "standard output is closed")


def ready() -> None:
    """Make the streams fit to use.

    What a stream cannot carry becomes a question mark: no character stops a sitting. A stream that is closed reads as
    empty, or refuses what is written (standard error: swallows it), and no file opened later takes its number.
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


def quiet() -> None:
    """Let what is left to write to standard output go nowhere, if it cannot be written."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
