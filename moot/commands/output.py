"""The one way a command writes a text to a file that was named on the command line."""

from __future__ import annotations

from pathlib import Path

from moot.errors import MootError
from moot.files.folders import home_of, kind_of
from moot.files.whole import write_whole

__all__ = ["keep_what_is_read", "write"]

_READ = (".yaml", ".yml", ".jsonl", ".opinion.txt", ".pages.csv")
"""Endings of the files that moot reads: cases, judges, records, opinions. A report never takes the place of one."""


def keep_what_is_read(path: Path, where: str) -> None:
    """Refuse to write over a file that moot reads, under whatever name or link. Raises :class:`~moot.errors.MootError`, and ``OSError``."""
    if not path.is_file():
        return
    named = path.name.endswith(_READ) or path.resolve().name.endswith(_READ)
    if not named:
        with path.open("rb") as file:
            named = kind_of(file.read(8000)) is not None
    if named:
        raise MootError(f"{where} is a case, a judge, a record or an opinion, and would be lost; name another file")


def write(where: str, text: str) -> None:
    """Write the whole file or none of it: what was there before stays until the new one is complete.

    Raises :class:`~moot.errors.MootError`, also for a file that moot reads.
    """
    path = home_of(where)
    try:
        keep_what_is_read(path, where)
        write_whole(path, text)
    except (OSError, ValueError, RuntimeError) as error:
        raise MootError(f"{where} cannot be written: {getattr(error, 'strerror', None) or error}") from None
