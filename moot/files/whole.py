"""A file written whole or not at all: what was there before stays until the new one is complete."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, data: str | bytes, *, synced: bool = False) -> None:
    """Write a file into a folder that is there; text is written in UTF-8, as it is.

    A link stays a link, to the new file; a device or a pipe is written to, and nothing takes its place.
    With ``synced`` it returns when the disk has it. Raises ``OSError`` and, for a path that no file can have, ``ValueError``; the
    caller says what could not be kept.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
