"""One question after another: you stand before it, answer, and hear why it is right or not yet. Yields events; knows no screen.

A face asks :meth:`Practice.open` once and shows the events; while :attr:`Practice.task` is there it offers the answers of
:func:`~moot.sitting.showing.choices.choices` for its round, and calls :meth:`~Practice.answer`, :meth:`~Practice.hint`, :meth:`~Practice.view` or
:meth:`~Practice.skip`. The first answer to each question is what is logged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

from moot.case import Question
from moot.errors import IllegalMove
from moot.files.practice import Attempt
from moot.round import moves
from moot.round.moves import Move
from moot.round.round import Round
from moot.sitting.practice.hints import advice
from moot.study.alternatives import AnswerAlternative, answer_alternatives

__all__ = [
    "Finished",
    "Grade",
    "Graded",
    "Hinted",
    "Posed",
    "Practice",
    "PracticeEvent",
    "PracticeTally",
    "Revealed",
    "Skipped",
    "Task",
]


class Grade(StrEnum):
    """How an answer was: the best on the ballot, within .035 of it, or not yet there."""

    RIGHT = "right"
    ALSO_RIGHT = "also right"
    NOT_YET = "not yet"


@dataclass(frozen=True)
class Task:
    """One question to answer.

    ``round`` stands before it; ``given`` is the answer once given, if there was one; ``origin`` says where the question comes from.
    """

    round: Round
    origin: str = ""
    given: str | None = None

    @cached_property
    def alternatives(self) -> tuple[AnswerAlternative, ...]:
        """The answers that may be given, the best first."""
        return answer_alternatives(self.round)

    @property
    def question(self) -> Question:
        """The question."""
        pending = self.round.pending
        assert pending is not None
        return pending

    def verdict(self, answer: str) -> Grade:
        """How this answer is."""
        found = next(each for each in self.alternatives if each.answer == answer)
        if not found.right:
            return Grade.NOT_YET
        best = self.alternatives[0]
        same = (found.share, found.votes) == (best.share, best.votes)
        return Grade.RIGHT if same else Grade.ALSO_RIGHT


@dataclass(frozen=True, slots=True)
class PracticeTally:
    """How a practice went: right at the first answer, at a later one, looked up, skipped, and not reached."""

    first: int = 0
    later: int = 0
    viewed: int = 0
    skipped: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class PracticeEvent:
    """Something that happened at question ``number`` of ``of``."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Posed(PracticeEvent):
    """A question is put."""

    task: Task


@dataclass(frozen=True, slots=True)
class Graded(PracticeEvent):
    """An answer was given, and how it is. ``others`` are further answers that are right too, told only where this one is."""

    task: Task
    verdict: Grade
    answer: AnswerAlternative
    others: tuple[AnswerAlternative, ...]


@dataclass(frozen=True, slots=True)
class Hinted(PracticeEvent):
    """A hint."""

    text: str


@dataclass(frozen=True, slots=True)
class Revealed(PracticeEvent):
    """The answers were looked up."""

    task: Task


@dataclass(frozen=True, slots=True)
class Skipped(PracticeEvent):
    """The question was passed over."""


@dataclass(frozen=True, slots=True)
class Finished(PracticeEvent):
    """There is no further question."""

    tally: PracticeTally


@dataclass
class Practice:
    """A practice under way. ``kind`` is what it is called in the log; ``log`` writes an attempt down, and is left out where none is kept."""

    tasks: Sequence[Task]
    kind: str
    log: Callable[[Attempt], None] | None = None
    tried: list[str] = field(default_factory=list)
    _at: int = 0
    _hints: int = 0
    _first: int = 0
    _later: int = 0
    _viewed: int = 0
    _skipped: int = 0

    @property
    def task(self) -> Task | None:
        """The question now; None when there is no further one."""
        return self.tasks[self._at] if self._at < len(self.tasks) else None

    @property
    def tally(self) -> PracticeTally:
        """How it has gone so far."""
        return PracticeTally(self._first, self._later, self._viewed, self._skipped, len(self.tasks) - self._at)

    def open(self) -> list[PracticeEvent]:
        """Begin."""
        return list(self._pose())

    def answer(self, move: Move) -> list[PracticeEvent]:
        """Give an answer. Raises :class:`~moot.errors.IllegalMove` for what cannot be said there, and changes nothing."""
        task = self._now()
        if not isinstance(move, moves.GiveAnswer) or move not in task.round.legal:
            raise IllegalMove(f"{move}: this is not one of the answers")
        verdict = task.verdict(move.answer)
        if not self.tried:
            self._write(task, right=verdict is not Grade.NOT_YET)
        self.tried.append(move.answer)
        told = next(each for each in task.alternatives if each.answer == move.answer)
        where = self._at + 1, len(self.tasks)
        if verdict is Grade.NOT_YET:
            return [Graded(*where, task, verdict, told, ())]
        if len(self.tried) == 1:
            self._first += 1
        else:
            self._later += 1
        others = tuple(each for each in task.alternatives if each.right and each is not told)
        return [Graded(*where, task, verdict, told, others), *self._go_on()]

    def hint(self) -> list[PracticeEvent]:
        """A hint, each time a stronger one; the last again when there is no further one."""
        task = self._now()
        self._hints += 1
        return [Hinted(self._at + 1, len(self.tasks), advice(task.question, self._untried(task), self._hints))]

    def view(self) -> list[PracticeEvent]:
        """Look the answers up. It counts as not known, unless an answer was given before."""
        task = self._now()
        if not self.tried:
            self._write(task, right=False)
        self._viewed += 1
        return [Revealed(self._at + 1, len(self.tasks), task), *self._go_on()]

    def skip(self) -> list[PracticeEvent]:
        """Pass the question over. Nothing is logged."""
        self._now()
        self._skipped += 1
        return [Skipped(self._at + 1, len(self.tasks)), *self._go_on()]

    # -- inside --------------------------------------------------------------------------------------------------

    def _now(self) -> Task:
        if (task := self.task) is None:
            raise IllegalMove("there is no further question")
        return task

    def _untried(self, task: Task) -> list[AnswerAlternative]:
        """The answers that have not been given yet, here or before."""
        return [each for each in task.alternatives if each.answer not in (*self.tried, task.given)]

    def _go_on(self) -> Iterator[PracticeEvent]:
        self._at += 1
        self._hints = 0
        self.tried = []
        yield from self._pose()

    def _pose(self) -> Iterator[PracticeEvent]:
        if (task := self.task) is None:
            yield Finished(len(self.tasks), len(self.tasks), self.tally)
        else:
            yield Posed(self._at + 1, len(self.tasks), task)

    def _write(self, task: Task, *, right: bool) -> None:
        if self.log is not None:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self.log(Attempt(task.round.case.id, task.question.id, right, now, self.kind))
