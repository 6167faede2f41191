"""Practice as the page shows it: one question after another, in the words of the plain form, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from moot.errors import MootError, RecordError
from moot.files.folders import saves_dir
from moot.files.library import load_bench, load_case
from moot.files.practice import NAME, Attempt, append_attempt
from moot.plain.practice import practice_lines, question_lines
from moot.plain.speech import plural
from moot.sitting.practice.attempts import all_attempts, due_again
from moot.sitting.practice.engine import Finished, Posed, Practice, PracticeEvent
from moot.sitting.practice.tasks import DRILL, HOT_SEAT, drill_tasks, hot_seat_tasks
from moot.sitting.showing.choices import choices
from moot.sitting.words.spoken import what_was_said

__all__ = ["PagePractice", "drill_of", "hot_seat_of"]

PageData = dict[str, Any]


class PagePractice:
    """A practice under way in the page."""

    def __init__(self, practice: Practice, title: str, told: str, notes: Sequence[str] = ()) -> None:
        self.practice = practice
        self.title, self.told = title, told
        self.notes = list(notes)
        practice.log = self._log

    def begin(self) -> PageData:
        """The first question."""
        return self._data(self.practice.open(), "")

    def answer(self, number: int) -> PageData:
        """Give the answer with this number, from 1. Raises ``MootError`` where there is none."""
        task = self.practice.task
        offered = choices(task.round) if task is not None else ()
        if not 1 <= number <= len(offered):
            raise MootError(f"There is no answer {number}.")
        choice = offered[number - 1]
        return self._data(self.practice.answer(choice.move), f"You answer: {choice.text}")

    def hint(self) -> PageData:
        """A hint, each time a stronger one."""
        return self._data(self.practice.hint(), "")

    def view(self) -> PageData:
        """The answers, the best first."""
        return self._data(self.practice.view(), "")

    def skip(self) -> PageData:
        """Pass the question over."""
        return self._data(self.practice.skip(), "")

    def _data(self, events: Sequence[PracticeEvent], said: str) -> PageData:
        told = [said] if said else []
        told += [para.text for para in practice_lines([each for each in events if not isinstance(each, Posed)])]
        posed = next((each for each in events if isinstance(each, Posed)), None)
        done = next((each for each in events if isinstance(each, Finished)), None)
        return {
            "title": self.title,
            "about": self.told,
            "told": [line for line in told if line],
            "question": self._question(posed) if posed else None,
            "again": posed is None and done is None,
            "done": due_again(all_attempts(self.notes.append), datetime.now(UTC).date()) if done else "",
            "over": done is not None,
            "log": self.log_text(),
            "notes": self._notes(),
        }

    def _question(self, posed: Posed) -> PageData:
        task = posed.task
        *before, asked = [para.text for para in question_lines(task.round) if para.text]
        if asked.startswith("("):  # what is supposed stands under the question
            asked = f"{before.pop()} {asked}"
        return {
            "count": f"Question {posed.number} of {posed.of}",
            "origin": task.origin,
            "before": before,
            "asked": asked,
            "given": what_was_said(task.round.case, task.given) if task.given is not None else "",
            "options": [{"text": each.text, "note": each.note} for each in choices(task.round)],
        }

    def _log(self, attempt: Attempt) -> None:
        try:
            append_attempt(attempt)
        except RecordError as error:
            self.notes.append(f"Practice is not kept: {error}")

    @staticmethod
    def log_text() -> str:
        """The log of practice as it is on the page's disk, for the browser to keep."""
        path = saves_dir() / NAME
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def _notes(self) -> list[str]:
        notes, self.notes = self.notes, []
        return notes


def drill_of(case: str) -> PagePractice:
    """A drill: what is due, then new questions of this case. Raises ``MootError`` where there is none."""
    notes: list[str] = []
    tasks = drill_tasks(
        all_attempts(notes.append), load_case(case), DRILL, datetime.now(UTC).date(), notes.append, lambda: case
    )
    if not tasks:
        raise MootError("There is no question to drill in this case.")
    back = sum(bool(task.origin) for task in tasks)
    told = f"{plural(len(tasks), 'question')}: {back} that you fumbled before, {len(tasks) - back} new."
    return PagePractice(Practice(tasks, "drill"), "Drill", told, notes)


def hot_seat_of(case: str, judge: str) -> PagePractice:
    """Ten questions of one judge. Raises ``MootError`` where the judge does not sit, or has nothing to ask."""
    loaded = load_case(case)
    bench = load_bench(loaded.bench)
    if judge not in bench.judge:
        raise MootError(f"{judge} does not sit in {loaded.caption}.")
    tasks = hot_seat_tasks(loaded, bench, judge, HOT_SEAT, datetime.now(UTC).isoformat())
    told = (
        f"{plural(len(tasks), 'question')} from {bench.judge[judge].title} in {loaded.caption}. The judge is simulated."
    )
    return PagePractice(Practice(tasks, "hot seat"), "Hot seat", told)
