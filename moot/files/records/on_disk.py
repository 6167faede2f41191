"""What a record needs of a file system beside its own file: the folder, a free name, a damaged file kept, a name that lasts."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from moot.errors import RecordError
from moot.files.records.reading import SUFFIX

__all__ = ["folder_made", "free_names", "keep_aside", "sync_folder"]


@contextlib.contextmanager
def folder_made(place: Path) -> Iterator[None]:
    """Raise :class:`~moot.errors.RecordError`, in words, where the folder of saves cannot be made."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordError(f"records cannot be kept in {place}: {reason} (MOOT_SAVES names another folder)") from None


def free_names(place: Path, stem: str) -> Iterator[Path]:
    """Names for a record, one after another: the first that is free is taken."""
    yield place / (stem + SUFFIX)
    number = 2
    while True:
        yield place / f"{stem}-{number}{SUFFIX}"
        number += 1


def keep_aside(path: Path, data: bytes) -> None:
    """Keep a damaged file as it was, beside the record that goes on from its good part."""
    number = 1
    while True:
        aside = path.with_name(f"{path.name}.damaged{f'-{number}' if number > 1 else ''}")
        try:
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            number += 1
            continue
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(handle)
        except OSError:
            with contextlib.suppress(OSError):
                aside.unlink()  # nothing has been cut off yet, so the damaged file is still whole
            raise
        sync_folder(path.parent)
        return


def sync_folder(place: Path) -> None:
    """Put the name of a new file on the disk. Systems that cannot sync a folder are let be."""
    with contextlib.suppress(OSError):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
