"""The one way a command writes a text to a file that was named on the command line."""

from __future__ import annotations

from moot.errors import MootError
from moot.files.folders import home_of
from moot.files.whole import write_whole

__all__ = ["write"]

_READ = (".yaml", ".yml", ".jsonl", ".opinion.txt")
"""Endings of the files that moot reads: cases, judges, records, opinions. A report never takes the place of one."""


def write(where: str, text: str) -> None:
    """Write the whole file or none of it: what was there before stays until the new one is complete.

    Raises :class:`~moot.errors.MootError`, also for a file that moot reads.
    """
    path = home_of(where)
    try:
        if path.exists() and path.name.endswith(_READ):
            raise MootError(f"{where} is a case, a judge, a record or an opinion, and would be lost; name another file")
        # A link stays a link; a device or a pipe is written, not replaced.
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="")
            return
        write_whole(target, text)
    except (OSError, ValueError, RuntimeError) as error:
        raise MootError(f"{where} cannot be written: {getattr(error, 'strerror', None) or error}") from None
