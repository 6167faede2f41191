"""Cases and judges by name: read from files, or from a library that was compiled beforehand.

The web page has no YAML reader: its cases and judges were checked and compiled when the page was built. Everywhere else
no library is in use, and the readers of files are imported on the first call.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from moot.bench.persona import Bench, Judge
from moot.case import Case
from moot.errors import MootError, UnknownName
from moot.files import folders
from moot.round.formats import Format

__all__ = ["Library", "library", "list_cases", "load_bench", "load_case", "load_judge", "own_format", "use"]


@dataclass(frozen=True)
class Library:
    """Everything that can be named, by id."""

    cases: Mapping[str, Case] = field(default_factory=dict)
    judges: Mapping[str, Judge] = field(default_factory=dict)
    benches: Mapping[str, Bench] = field(default_factory=dict)
    formats: Mapping[str, Format] = field(default_factory=dict)


_Value = TypeVar("_Value")

_used: Library | None = None


def use(library: Library | None) -> None:
    """Take every case, judge and bench from this library from now on; None: from files again."""
    global _used
    _used = library


def library() -> Library | None:
    """The library in use."""
    return _used


def list_cases() -> Mapping[str, object]:
    """The cases that can be named, by id."""
    return folders.list_cases() if _used is None else _used.cases


def load_case(name: str | os.PathLike[str]) -> Case:
    """The case of a known id or of a path. Raises as :func:`moot.files.loading.load_case` does."""
    if _used is None:
        from moot.files.loading import load_case as read

        return read(name)
    before = (case for case in _used.cases.values() if (case.id, os.fspath(name)) in case.renamed_from)
    return _used.cases.get(os.fspath(name)) or next(before, None) or _named("case", name, _used.cases)


def load_judge(name: str | os.PathLike[str]) -> Judge:
    """The judge of a known id or of a path. Raises as :func:`moot.files.loading.load_judge` does."""
    if _used is None:
        from moot.files.loading import load_judge as read

        return read(name)
    return _named("judge", name, _used.judges)


def load_bench(name: str | os.PathLike[str] | Sequence[str | Judge]) -> Bench:
    """The bench of a known name, of a path, or of judges named one by one. Raises as the reader of files does."""
    if _used is None:
        from moot.files.loading import load_bench as read

        return read(name)
    if isinstance(name, str) and "," not in name:
        if name in _used.judges and name not in _used.benches:
            return load_bench([name])
        return _named("bench", name, _used.benches)
    if isinstance(name, os.PathLike):
        return _named("bench", name, _used.benches)
    ids = [part.strip() for part in name.split(",") if part.strip()] if isinstance(name, str) else name
    judges = [item if isinstance(item, Judge) else load_judge(item) for item in ids]
    try:
        return Bench(",".join(judge.id for judge in judges), ", ".join(judge.name for judge in judges), tuple(judges))
    except ValueError as error:
        raise MootError(str(error)) from None


def own_format(name: str | None) -> str | Format | None:
    """The format of this name that came with the library; else the name as it is."""
    return name if _used is None or name is None else _used.formats.get(name, name)


def _named(kind: str, name: str | os.PathLike[str], known: Mapping[str, _Value]) -> _Value:
    try:
        return known[os.fspath(name)]
    except KeyError:
        raise UnknownName(kind, os.fspath(name), known) from None
