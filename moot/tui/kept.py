"""Records as they are listed: by name, date and result, and all there is to say of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from moot.errors import MootError
from moot.tui.text import Ink, words
from moot.tui.widgets.safe import Entry

if TYPE_CHECKING:
    from moot.bench.ruling import Ruling
    from moot.case import Case

__all__ = ["LABEL", "about", "day_of", "record_entry", "result_of", "waiting"]

LABEL = 12
"""Columns for what stands before a value on the start screen."""


def waiting(path: Path) -> Entry:
    """A record of which only the name is known yet."""
    label = words((f"{'Go on with':{LABEL}}", Ink.QUIET))
    return Entry("", [words((path.stem, Ink.QUIET))], words(("…", Ink.QUIET)), label=label)


def record_entry(path: Path, load: Callable[[str], Case | MootError], *, brief: bool = False) -> Entry:
    """A record in a list: what it is, whose, when, and what came of it (``brief``: one of these). ``load`` gives a case by its id."""
    from moot.files.records import read_record
    from moot.sitting.setup import replay
    from moot.sitting.words.spoken import plural

    what = "Go on with"
    try:
        data = read_record(path)
        head = data.header
        case = load(head.case)
        if isinstance(case, MootError):
            raise case
        said = words(case.caption)
        round = replay(data, case)
        outcome = round.outcome()
        state = result_of(outcome.ruling) if outcome is not None else plural(len(data.moves), "move")
        what = "Decided" if outcome is not None else what
        whose = f"{head.side}, " if outcome is None or not brief else ""
        end = f"{whose}{day_of(head.started)}, {state}"
    except MootError as error:
        said, end = words((str(error), Ink.BAD)), ""
    lead = words((f"{what:{LABEL}}", Ink.QUIET))
    return Entry("", [said], words((end, Ink.QUIET)), label=lead)


def result_of(ruling: Ruling) -> str:
    """What a ruling came to, in few words: ``reversed 6-3``."""
    return f"{ruling.disposition.value} {ruling.votes_for}\u2013{ruling.votes_against}"


def about(path: Path) -> str:
    """All there is to say of a record."""
    from moot.files.records import read_record
    from moot.round.text.format_names import FORMAT_TITLES
    from moot.tui.starting import bench_said

    try:
        head = read_record(path).header
    except MootError as error:
        return str(error)
    when = head.started[:16].replace("T", " ")
    bench = bench_said(head.bench_name) if head.bench_name else "a bench of its own"
    format = FORMAT_TITLES.get(head.format, head.format).partition(":")[0]
    what = f"{head.side} before {bench}; opponent: {head.opponent}; {format}; {head.heat} heat; {head.mode}"
    return f"Begun {when}: {what}. {path}"


def day_of(started: str) -> str:
    """The day of an ISO time as a person writes it."""
    try:
        day = datetime.fromisoformat(started)
    except ValueError:
        return started[:10]
    return f"{day.day} {day:%b}"
