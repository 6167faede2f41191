"""What is settled before a sitting: the rows of the start screen, what their values are called and what they mean.

Nothing that this module imports at its top may load a case, a judge or a record: the first frame waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.counsel.opponents import HOW
from moot.errors import MootError
from moot.files.folders import list_benches
from moot.files.heads import ids_of, read_head
from moot.round.text.format_names import FORMAT_TITLES
from moot.sitting.modes import BOTH, TRAINING, seat
from moot.tui.first_run import FIRST_CASE, WELCOME

if TYPE_CHECKING:
    from moot.case import Case

__all__ = ["LESSON", "NOTES", "StartRow", "bench_said", "meaning", "row_of", "said"]


@dataclass
class StartRow:
    """One thing to settle: its name, the values it may have, and which it has."""

    key: str
    label: str
    values: list[str]
    at: int = 0

    @property
    def value(self) -> str:
        return self.values[self.at] if self.values else ""


def row_of(key: str, label: str, values: list[str], value: str | None) -> StartRow:
    """A row with this value chosen; one that is not among the usual ones stands before them."""
    if value and value not in values:
        values = [value, *values]
    return StartRow(key, label, values, values.index(value) if value else 0)


def said(row: StartRow, case: Case | None, head: dict[str, str] | None) -> str:
    """What the value of a row is called. ``case`` and ``head`` are what is known of the case chosen."""
    if row.key == "case":
        return case.caption if case else head["caption"] if head else row.value
    if row.key == "format" and row.value in FORMAT_TITLES:
        return FORMAT_TITLES[row.value]
    if row.key == "side" and row.value == BOTH:
        return "both in turn"
    if row.key == "mode":
        return "training (you may take back)" if row.value == TRAINING else "exam (nothing is taken back)"
    if row.key == "bench":
        return bench_said(row.value)
    return row.value


def bench_said(id: str) -> str:
    """A bench by its title, and how many sit."""
    path = list_benches().get(id)
    head = read_head(path, "bench", ("title", "judges")) if path is not None else None
    if head is not None and (judges := ids_of(head["judges"])):
        title, seats = head["title"], len(judges)
    else:
        from moot.files.loading import load_bench

        try:
            bench = load_bench(id)
        except MootError:
            return id
        title, seats = bench.title, len(bench.judges)
    return f"{title} ({seats} judge{'s' * (seats > 1)})"


def meaning(row: StartRow, case: Case, *, first: bool) -> str:
    """What the marked line is for, or what its value means."""
    from moot.case import Side
    from moot.files.loading import load_bench
    from moot.opinion.prose.grammar import joined
    from moot.sitting.words.spoken import both, judge_name

    if row.key == "case":
        lesson = f"{LESSON} " if first and case.id == FIRST_CASE else ""
        return f"{lesson}{case.question_presented}"
    if row.key == "format" and first:
        return f"{NOTES['format']} {WELCOME}"
    if row.key == "side" and row.value in tuple(Side):
        party = case.party(Side(seat(row.value)[0]))
        return f"{both(party.speakers)}, for {party.name}: asks {party.asks}."
    if row.key == "bench":
        try:
            bench = load_bench(row.value)
        except MootError as error:
            return str(error)
        return f"{joined([judge_name(bench, judge.id) for judge in bench.judges])}."
    return NOTES.get(f"{row.key} {row.value}") or NOTES.get(row.key, "")


LESSON = "Never played? This short case, made up to learn the game on, takes ten minutes. Enter begins it."

NOTES = {
    "side both": "You speak for each side in turn, replies included.",
    **{f"opponent {name}": said for name, said in HOW.items()},
    "format": "How long each side has at the lectern. In quick, everything is spoken in brief.",
    "heat cold": "The bench asks seldom.",
    "heat normal": "The bench asks about half the time it could.",
    "heat hot": "The bench hardly lets you finish.",
    "heat historical": "Only what was really asked, by whoever asked it.",
    "mode training": "You may take a choice back, as often as you like.",
    "mode exam": "What is said is said.",
}
