"""Many records as rows of a gradebook, computed once and kept."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import moot
from moot.case import Case
from moot.case.fingerprint import prose_hash, structure_hash
from moot.commands.printing import say
from moot.errors import MootError
from moot.files.cache import Cache
from moot.files.folders import read_bytes
from moot.files.loading import load_case, load_judge
from moot.files.records import RecordData, judge_hash, read_record
from moot.report.gradebook import GradebookRow, rows_of, students
from moot.sitting.replaying import replay

__all__ = ["gradebook", "tell_unread"]

_VERSION = f"1-{moot.__version__}"


def gradebook(paths: Sequence[Path], case: str | None) -> tuple[list[GradebookRow], list[str]]:
    """The rows of these records in their order, and what could not be read, each with why.

    A record that has been read before, of a case and judges that are still the same, is not replayed again.
    """
    book = _Book(case)
    rows: list[GradebookRow] = []
    unread: list[str] = []
    whose = students(paths)
    shown = sys.stderr.isatty()
    try:
        for number, path in enumerate(paths, 1):
            if shown and number % 10 == 0:
                print(f"\r{number} of {len(paths)} records", end="", file=sys.stderr, flush=True)
            try:
                rows += [replace(row, student=whose[path]) for row in book.rows(path)]
            except MootError as error:
                unread.append(str(error))
    finally:
        book.cache.save()
        if shown:
            print(file=sys.stderr)
    return rows, unread


class _Book:
    """Reads records; each case and each judge is loaded once."""

    def __init__(self, case: str | None) -> None:
        self.named = case
        self.cache = Cache("gradebook", _VERSION)
        self.cases: dict[str, Case] = {}
        self.prints: dict[str, str] = {}
        self.judges: dict[str, str] = {}

    def rows(self, path: Path) -> list[GradebookRow]:
        """The rows of one record. Raises ``MootError``."""
        data = read_record(path)
        case = self._case(data)
        key = self._key(path, data)
        kept = self.cache.get(key)
        if isinstance(kept, list):
            try:
                return [GradebookRow.from_dict(each) for each in kept]
            except (KeyError, TypeError, ValueError, AttributeError):
                pass  # a cache that somebody has edited is computed again
        told: list[str] = []
        round = replay(data, case, told.append)
        if round.ply < len(data.moves):
            raise MootError(f"{path}: {told[-1] if told else 'not every move still stands'}")
        rows = list(rows_of(data, round, ""))
        self.cache.put(key, [row.to_dict() for row in rows])
        return rows

    def _case(self, data: RecordData) -> Case:
        id = data.header.case
        if id not in self.cases:
            case = self.cases[id] = load_case(self.named or id)
            self.prints[id] = f"{structure_hash(case)}|{prose_hash(case)}"
        return self.cases[id]

    def _key(self, path: Path, data: RecordData) -> str:
        """What the rows of a record depend on: its bytes, the case and the judges as they are now."""
        for judge in data.header.bench:
            if judge not in self.judges:
                self.judges[judge] = judge_hash(load_judge(judge))
        parts = [self.prints[data.header.case], *(self.judges[judge] for judge in data.header.bench)]
        found = hashlib.sha256(read_bytes(path))
        found.update("|".join((path.name, *parts)).encode())
        return found.hexdigest()


def tell_unread(unread: Sequence[str]) -> None:
    """Name what was not read, on standard error."""
    for each in unread:
        say(f"moot: not read: {each}", sys.stderr)
