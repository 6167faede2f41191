"""What `moot retry` and `moot drill` share: the log, and the line-by-line form."""

from __future__ import annotations

import sys
from collections.abc import Callable

from moot.commands.printing import say
from moot.commands.streams import Closed
from moot.errors import MootError, RecordError
from moot.files.practice import Attempt, append_attempt, read_attempts
from moot.files.records import kept
from moot.plain.practice import practice
from moot.sitting.practice.engine import Practice
from moot.sitting.practice.tasks import played
from moot.sitting.replaying import Say
from moot.sitting.spoken import plural

__all__ = ["all_attempts", "logged", "practise"]


def practise(practising: Practice) -> int:
    """Go through the questions on the terminal."""
    if isinstance(sys.stdout, Closed):
        raise MootError("standard output is closed: there is nowhere to practice")
    try:
        return practice(practising)
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


def all_attempts(tell: Say) -> list[Attempt]:
    """Every question answered so far, in sittings and in practice; ``tell`` gets a line on what cannot be read."""
    data = (each.data for each in kept() if each.data is not None)
    found = [attempt for record in played(data, tell) for attempt in record.attempts()]
    practised, bad = read_attempts()
    if bad:
        tell(
            f"moot: {plural(bad, 'line')} of the practice log cannot be read and {'is' if bad == 1 else 'are'} left out"
        )
    return sorted([*found, *practised], key=lambda each: each.time)
