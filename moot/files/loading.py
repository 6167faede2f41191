"""Cases, judges and benches by name or path, from files. What a text was read as is kept, and is not read again (``compiled/``).

A reader of YAML is imported only for a text that was not read before. `moot check`, `moot preview` and whatever else tells what is
wrong with a file call the readers themselves.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from moot.bench.persona import Bench, Judge
from moot.case import Case
from moot.case.fingerprint import fingerprints, remember_fingerprints
from moot.errors import CaseError, Diagnostic, MootError, UnknownName
from moot.files.compiled.store import keep, recall
from moot.files.folders import find, is_there, list_benches, list_cases, list_judges, read_bytes
from moot.files.judge.bench_list import BenchList, seat

__all__ = ["load_bench", "load_case", "load_judge"]


class KeptCase(NamedTuple):
    """A case as it was read, with its two fingerprints: working them out takes as long as all else before a sitting opens."""

    case: Case
    structure: str
    prose: str


def load_case(name: str | os.PathLike[str]) -> Case:
    """The case of a known id or of a path.

    Raises :class:`~moot.errors.CaseError` with every error in the file, :class:`~moot.errors.UnknownName` for an id
    that names nothing, and :class:`~moot.errors.MootError` for a file that cannot be read. Warnings are passed over.
    """
    known = list_cases()
    try:
        path = find("case", name, known)
    except UnknownName:
        renamed = _once_called(os.fspath(name), known.values())
        if renamed is None:
            raise
        return renamed
    return _case_in(path, read_bytes(path))


def _case_in(path: Path, data: bytes) -> Case:
    kept = recall(KeptCase, data)
    if kept is not None:
        remember_fingerprints(kept.case, (kept.structure, kept.prose))
        return kept.case
    from moot.files.case import read

    case, found = read.read_case_text(data, str(path))
    if case is None:
        raise _refused(found)
    # A format that stands in a file of its own may change while the case does not.
    if case.form is None or not is_there(path.with_name(f"{case.argument}.yaml")):
        keep(data, KeptCase(case, *fingerprints(case)))
    return case


def _once_called(id: str, paths: Iterable[Path]) -> Case | None:
    """The case that had this id before, among these files."""
    for path in paths:
        try:
            data = read_bytes(path)
            if b"renamed_from" not in data or id.encode() not in data:
                continue
            case = _case_in(path, data)
        except (MootError, UnicodeError):
            continue
        if (case.id, id) in case.renamed_from:
            return case
    return None


def load_judge(name: str | os.PathLike[str]) -> Judge:
    """The judge of a known id or of a path. Raises as :func:`load_case` does."""
    path = find("judge", name, list_judges())
    data = read_bytes(path)
    judge = recall(Judge, data)
    if judge is None:
        from moot.files.judge import read

        judge, found = read.read_judge_text(data, str(path))
        if judge is None:
            raise _refused(found)
        keep(data, judge)
    return judge


def load_bench(name: str | os.PathLike[str] | Sequence[str | Judge]) -> Bench:
    """The bench of a known name, of a path, or of judges named one by one (``"souter,scalia"`` will do).

    Raises :class:`~moot.errors.UnknownName`, :class:`~moot.errors.CaseError` or :class:`~moot.errors.MootError`.
    """
    if isinstance(name, str) and "," in name:
        name = [part.strip() for part in name.split(",") if part.strip()]
    if not isinstance(name, (str, os.PathLike)):
        judges = [item if isinstance(item, Judge) else load_judge(item) for item in name]
        ids = [judge.id for judge in judges]
        try:
            return Bench(",".join(ids), ", ".join(judge.name for judge in judges), tuple(judges))
        except ValueError as error:
            raise MootError(str(error)) from None
    benches = list_benches()
    if isinstance(name, str) and name not in benches and name in list_judges():
        return load_bench([name])
    path = find("bench", name, benches)
    return _bench_in(path, read_bytes(path))


def _bench_in(path: Path, data: bytes) -> Bench:
    listed = recall(BenchList, data)
    if listed is None:
        from moot.files.judge import read

        listed, found = read.read_bench_list(data, str(path))
        if listed is not None:
            keep(data, listed)
    if listed is not None:
        with suppress(MootError):
            return seat(listed, load_judge)
    # Whatever is wrong, here or with a judge, is told with its line.
    from moot.files.judge import read

    bench, found = read.read_bench_text(data, str(path))
    if bench is None:
        raise _refused(found)
    return bench


def _refused(found: Iterable[Diagnostic]) -> CaseError:
    return CaseError([problem for problem in found if problem.severity == "error"])
