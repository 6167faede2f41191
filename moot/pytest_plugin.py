"""The pytest plugin: a coach's files (cases, judges, benches, formats, assignments, score sheets) are collected as tests.

``pytest my-case.yaml`` (or a folder) gives, for each case file: *valid*, *proved*, *must* where the case asks for properties,
*quotations*, and *historical* where the case says what was really decided; for every other file of moot: *valid*. A failure prints the diagnostics, not a traceback.
Only files whose first lines say ``format: moot-case/…`` (or ``moot-judge/…`` and so on) are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from moot.files.folders import kind_of, read_bytes

__all__ = ["MootFile", "MootItem", "pytest_collect_file"]

_HEAD = 8000
_KINDS = ("case", "judge", "bench", "format", "assignment", "sheet")
"""What `moot check` checks."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> MootFile | None:
    """Take a YAML file that says it is one of moot's."""
    if file_path.suffix not in {".yaml", ".yml"} or _kind(file_path) is None:
        return None
    return MootFile.from_parent(parent, path=file_path)


def _kind(path: Path) -> str | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    kind = kind_of(head)
    return kind if kind in _KINDS else None


def _keys(path: Path) -> frozenset[str]:
    """The keys at the top of a file, as YAML has them: quoted, in braces or indented. Empty for a file that cannot be read."""
    from moot.errors import MootError
    from moot.files.yaml.read import parse
    from moot.files.yaml.values import Map

    try:
        value = parse(read_bytes(path), str(path)).value
    except MootError:
        return frozenset()
    return frozenset(value) if isinstance(value, Map) else frozenset()


class Found(Exception):
    """What is wrong, as text to print."""


class MootFile(pytest.File):
    """One file of moot's."""

    def collect(self) -> Iterator[MootItem]:
        """The tests of this file."""
        yield self._item("valid", _valid)
        if _kind(self.path) != "case":
            return
        yield self._item("proved", _proved)
        keys = _keys(self.path)
        if "must" in keys:
            yield self._item("must", _must)
        yield self._item("quotations", _quotations)
        if "historical" in keys:
            yield self._item("historical", _historical)

    def _item(self, name: str, check: Callable[[Path], None]) -> MootItem:
        return MootItem.from_parent(self, name=name, check=check)


class MootItem(pytest.Item):
    """One test of a file."""

    def __init__(self, *, check: Callable[[Path], None], **more: Any) -> None:
        super().__init__(**more)
        self.check = check

    def runtest(self) -> None:
        """Check it."""
        self.check(self.path)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The diagnostics, for what we found; a traceback only for what we did not expect."""
        if isinstance(excinfo.value, Found):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where and what."""
        return self.path, None, f"{self.path.name}::{self.name}"


def _errors(path: Path, problems: Any) -> None:
    """Raise the errors among the problems, each shown at its line of the file."""
    from moot.files.case.read import written_out
    from moot.files.diagnostics.render import render_each

    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        data = read_bytes(path)
        document = written_out(data, str(path))
        placed = [problem if problem.line else document.located(problem) for problem in errors]
        source = data.decode("utf-8", "replace")
        raise Found("\n\n".join(render_each(placed, source)))


def _case(path: Path) -> Any:
    """The case; a file that is not valid is told about once, by the test of that name."""
    from moot.files.case.read import read_case

    case, _ = read_case(path)
    if case is None:
        pytest.skip("the file is not valid")
    return case


def _valid(path: Path) -> None:
    from moot.counsel.opponents import names
    from moot.files.assignment import read_assignment
    from moot.files.case.read import read_case
    from moot.files.formats.read import read_format
    from moot.files.judge.read import read_bench_file, read_judge
    from moot.files.sheet import read_sheet

    read: dict[str, Callable[[Path], Any]] = {
        "case": read_case,
        "judge": read_judge,
        "bench": read_bench_file,
        "format": read_format,
        "assignment": lambda path: read_assignment(path, names()),
        "sheet": read_sheet,
    }
    kind = _kind(path) or "case"
    value, problems = read[kind](path)
    if kind == "case" and value is not None:
        from moot.proof.historical.facts import check_history

        problems = [*problems, *check_history(value, _bench(value))]
    _errors(path, problems)


def _bench(case: Any) -> Any:
    """The bench of the case; None where it cannot be seated."""
    from moot.errors import MootError
    from moot.files.loading import load_bench

    try:
        return load_bench(case.bench)
    except MootError:
        return None


def _proved(path: Path) -> None:
    from moot.proof import prove

    certificate = prove(_case(path), dead=False)
    if not certificate:
        _errors(path, certificate.problems)
        raise Found(str(certificate))


def _must(path: Path) -> None:
    """What the case asks for in `must`: what is refuted fails, and so does what could not be decided."""
    from moot.study.must import answer_properties

    case = _case(path)
    if not case.must:
        pytest.skip("`must` asks for nothing")
    bench = _bench(case)
    if bench is None:
        raise Found(f"the properties of {case.id} were not looked at: the bench `{case.bench}` cannot be seated")
    wrong = [each for each in answer_properties(case, bench) if each.verdict != "PROVED"]
    if wrong:
        told = [
            f"{each.verdict}: {each.property}: {each.reason}"
            + (f"\n    {each.shows}: {'; '.join(map(str, each.line))}" if each.line else "")
            for each in wrong
        ]
        raise Found(f"what {case.id} must:\n  " + "\n  ".join(told))


def _quotations(path: Path) -> None:
    from moot.files.cites.check import check_citations, check_quotations

    case = _case(path)
    _errors(path, [*check_quotations(case, path.parent), *check_citations(case)])


def _historical(path: Path) -> None:
    """The line stands before the case's own bench, as `moot check` has it, and gives the real ruling."""
    from moot.proof.historical.line import check_line, walk_line
    from moot.score.result import result

    case = _case(path)
    if case.historical is None or not case.historical.line:
        pytest.skip("no historical line is given")
    bench = _bench(case)
    if bench is None:
        raise Found(f"the historical line of {case.id} was not walked: the bench `{case.bench}` cannot be seated")
    _errors(path, check_line(case, bench))
    outcome = walk_line(case, bench).round.outcome()
    assert outcome is not None
    beside = result(outcome.ruling)
    wrong = [f"{one.judge}: {one.here}, really {one.really}" for one in beside.roles if one.here != one.really]
    if beside.here is not beside.really:
        wrong.insert(0, f"disposition: {beside.here}, really {beside.really}")
    if wrong:
        raise Found(f"on the historical line of {case.id}\n  " + "\n  ".join(wrong))
