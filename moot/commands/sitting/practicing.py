"""What `moot retry` and `moot drill` share: the log, and the line-by-line form."""

from __future__ import annotations

import sys
from collections.abc import Callable

from moot.commands.printing import say
from moot.commands.streams import ClosedStream
from moot.errors import MootError, RecordError
from moot.files.practice import Attempt, append_attempt
from moot.plain.practice import practice
from moot.sitting.practice.engine import Practice

__all__ = ["logged", "practice_on_terminal"]


def practice_on_terminal(practicing: Practice) -> int:
    """Go through the questions on the terminal."""
    if isinstance(sys.stdout, ClosedStream):
        raise MootError("standard output is closed: there is nowhere to practice")
    try:
        return practice(practicing)
    except KeyboardInterrupt:
        say("\nWhat you have answered is kept.")
        return 0


def logged() -> Callable[[Attempt], None]:
    """Writes attempts to the log. Where it cannot be written, practice goes on, and that is said once."""
    failed = False

    def log(attempt: Attempt) -> None:
        nonlocal failed
        try:
            append_attempt(attempt)
        except RecordError as error:
            if not failed:
                failed = True
                say(f"moot: practice is not kept: {error}", sys.stderr)

    return log
