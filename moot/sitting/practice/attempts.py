"""Every question that was answered so far, in sittings and in practice, and when what was fumbled comes back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from moot.files.practice import Attempt, read_attempts
from moot.files.records import kept
from moot.sitting.practice.schedule import schedule
from moot.sitting.practice.tasks import played
from moot.sitting.replaying import Say
from moot.sitting.words.spoken import plural

__all__ = ["all_attempts", "due_again"]


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


def due_again(attempts: Iterable[Attempt], today: date) -> str:
    """One sentence: how many fumbled questions come back next, and when; empty where none does."""
    coming = schedule(list(attempts))
    if not coming:
        return ""
    soonest = min(each.day for each in coming.values())
    number = sum(each.day <= max(soonest, today) for each in coming.values())
    when = (
        "now"
        if soonest <= today
        else "tomorrow"
        if soonest == today + timedelta(days=1)
        else f"on {soonest.isoformat()}"
    )
    verb = "is" if number == 1 else "are"
    return f"{plural(number, 'question')} that you fumbled {verb} due again {when}."
