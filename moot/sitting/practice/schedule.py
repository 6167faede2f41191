"""When a fumbled question comes back: after 1, 3, 7 and 21 days, and then no more.

A fixed ladder of four steps. Libraries of spaced repetition fit a forgetting curve to hundreds of reviews of a card; a question of oral argument is
seen a few times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from moot.files.practice import Attempt

__all__ = ["DAYS", "Due", "schedule"]

DAYS = (1, 3, 7, 21)
"""After so many days a fumbled question comes back, each time it has been answered well once more."""


@dataclass(frozen=True, slots=True)
class Due:
    """A question that was fumbled: the step of the ladder it is on, the day it comes back, and how often it was fumbled."""

    case: str
    question: str
    step: int
    day: date
    fumbled: int


def schedule(attempts: Iterable[Attempt]) -> dict[tuple[str, str], Due]:
    """The questions that are to come back, by case and id.

    A wrong answer puts a question on the first step. A right one on or after its day moves it up a step; after the last it is known, and
    leaves. A right answer before its day changes nothing.
    """
    found: dict[tuple[str, str], Due] = {}
    for each in sorted(attempts, key=lambda one: one.time):
        key, day = (each.case, each.question), each.time.date()
        due = found.get(key)
        if not each.right:
            fumbled = 1 + (due.fumbled if due else 0)
            found[key] = Due(each.case, each.question, 0, day + timedelta(days=DAYS[0]), fumbled)
        elif due is not None and day >= due.day:
            if due.step + 1 == len(DAYS):
                del found[key]
            else:
                found[key] = replace(due, step=due.step + 1, day=day + timedelta(days=DAYS[due.step + 1]))
    return found
