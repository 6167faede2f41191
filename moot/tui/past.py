"""What was played and practiced before, read from the folder of records: for the drill and for the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from moot.files.practice import read_attempts
from moot.files.records import readable
from moot.sitting.practice.engine import Task
from moot.sitting.practice.tasks import DRILL, Played, drill_tasks, played, started_of
from moot.sitting.setup import learning_case
from moot.sitting.words.spoken import plural
from moot.study.history import Past, Progress, past, progress

__all__ = ["Notify", "drill_of", "progress_of"]

Notify = Callable[[str], None]


def _played(saves: Path | None, tell: Notify) -> list[Played]:
    """The records that a person argued, played again."""
    return list(played(readable(tell, saves), tell))


def drill_of(saves: Path | None, today: date, tell: Notify) -> tuple[Task, ...]:
    """The questions of today's drill. ``tell`` gets a line on what is left out. Raises ``MootError``."""
    attempts = [attempt for record in _played(saves, tell) for attempt in record.attempts()]
    practiced, bad = read_attempts(saves)
    if bad:
        tell(f"{plural(bad, 'line')} of the practice log cannot be read.")
    attempts = sorted([*attempts, *practiced], key=lambda each: each.time)
    return drill_tasks(attempts, None, DRILL, today, tell, learning_case)


def progress_of(saves: Path | None, today: date, tell: Notify) -> Progress:
    """The progress over every record that a person argued. Raises ``MootError``."""
    found: list[Past] = []
    for each in _played(saves, tell):
        header = each.data.header
        found += [
            past(each.round, side, record=each.data.path.name, started=started_of(header), mode=header.mode)
            for side in each.sides
        ]
    return progress(found, today)
