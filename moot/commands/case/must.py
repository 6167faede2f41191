"""The properties of `must` as `moot check` tells them, with the record of the line that refutes one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moot.bench.persona import Bench
from moot.case import Case
from moot.errors import Diagnostic, MootError

if TYPE_CHECKING:
    from moot.study.must import PropertyAnswer

__all__ = ["KeptAnswer", "answered", "must_problems"]


@dataclass(frozen=True)
class KeptAnswer:
    """An answer, its number in the file, and the record kept of the line that refutes it (None: no line, or none was kept)."""

    number: int
    found: PropertyAnswer
    record: Path | None = None
    replay: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As `moot check --json` prints it."""
        return {**self.found.to_dict(), "record": str(self.record) if self.record else None}

    def __str__(self) -> str:
        return f"must {self.number}: {self.found.verdict}: {self.found.property} ({self.found.reason})"


def answered(case: Case, bench: Bench | None, format: str | None, path: Path) -> tuple[KeptAnswer, ...]:
    """Answer what the case at ``path`` asks for, and keep the line that refutes a property as a record."""
    from moot.round.formats import format_of
    from moot.study.must import PropertyAnswer, answer_properties

    if bench is None:
        reason = f"the bench `{case.bench}` cannot be seated"
        return tuple(
            KeptAnswer(n, PropertyAnswer(each, "UNDECIDED", reason)) for n, each in enumerate(case.must, start=1)
        )
    return tuple(
        _kept(number, found, case, bench, format_of(case, format).id, path)
        for number, found in enumerate(answer_properties(case, bench, format), start=1)
    )


def _kept(number: int, found: PropertyAnswer, case: Case, bench: Bench, format: str, path: Path) -> KeptAnswer:
    from moot.proof import keep_line

    if found.verdict != "REFUTED" or not found.line:
        return KeptAnswer(number, found)
    try:
        record = keep_line(case, bench, found.line, format)
    except MootError as why:
        return KeptAnswer(number, found, None, f"its line could not be kept: {why}")
    return KeptAnswer(number, found, record, f"{found.shows}: see it with: moot replay {record} --case {path}")


def must_problems(answers: tuple[KeptAnswer, ...]) -> list[Diagnostic]:
    """What does not hold as errors (M520), what could not be decided as warnings (M521)."""
    problems: list[Diagnostic] = []
    for each in answers:
        key = ("must", each.number - 1)
        if each.found.verdict == "REFUTED":
            message = f"REFUTED: {each.found.property}: {each.found.reason}"
            problems.append(Diagnostic("M520", message, key, each.replay or "ask for less, or mend the case"))
        elif each.found.verdict == "UNDECIDED":
            message = f"UNDECIDED: {each.found.property}: {each.found.reason}"
            help = "ask for less, or for it with fewer judges; nothing was proved either way"
            problems.append(Diagnostic("M521", message, key, help, "warning"))
    return problems
