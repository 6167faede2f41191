"""The plugin for pytest: `pytest path/to/my-case.yaml` (or a folder) tests case, judge and bench files.

A case file becomes four tests: it is valid, it is proved, its quotations are verbatim and its citations well formed, and,
where it has a historical line, that line ends in the real ruling. A judge or bench file becomes one: it is valid.
Files are known by their first key, `format: moot-case/1` and the like; other YAML is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from moot.errors import Diagnostic

__all__ = ["pytest_collect_file"]

_FORMAT = re.compile(rb"^format:\s*[\"']?moot-(case|judge|bench)/", re.MULTILINE)
_HEAD = 4096


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take case, judge and bench files."""
    if file_path.suffix not in (".yaml", ".yml"):
        return None
    with file_path.open("rb") as file:
        kind = _FORMAT.search(file.read(_HEAD))
    if kind is None:
        return None
    made: MootFile = MootFile.from_parent(parent, path=file_path)
    made.kind = kind[1].decode()
    return made


class MootFile(pytest.File):
    """One file of a coach."""

    kind = "case"

    def collect(self) -> Iterator[pytest.Item]:
        """The tests of the file."""
        names = ("valid", "proved", "cites", "historical") if self.kind == "case" else ("valid",)
        for name in names:
            item: MootItem = MootItem.from_parent(self, name=name)
            item.kind = self.kind
            yield item


class Problems(Exception):
    """What is wrong with the file, as `moot check` shows it."""


class MootItem(pytest.Item):
    """One test of a file."""

    kind = "case"

    def runtest(self) -> None:
        """Run it."""
        getattr(self, f"_{self.name}")()

    def _valid(self) -> None:
        from moot.files import case_file, judge_file

        read: Any = {
            "case": case_file.read_case,
            "judge": judge_file.read_judge,
            "bench": judge_file.read_bench_file,
        }[self.kind]
        self._tell([problem for problem in read(self.path)[1] if problem.severity == "error"])

    def _proved(self) -> None:
        from moot.proof import prove

        certificate = prove(self._case(), dead=False)
        if not certificate:
            self._tell(list(certificate.problems), str(certificate))

    def _cites(self) -> None:
        from moot.files.cites import check_citations, check_quotations

        case = self._case()
        found = [*check_quotations(case, self.path.parent), *check_citations(case)]
        self._tell([problem for problem in found if problem.severity == "error"])

    def _historical(self) -> None:
        from moot.files.judge_file import load_bench
        from moot.round.round import Round
        from moot.score.result import result

        case = self._case()
        if case.historical is None or not case.historical.line:
            pytest.skip("no historical line is given")
        round = Round(case, load_bench(case.bench), heat="historical")
        for move in case.historical.line:
            round.push(move)
        outcome = round.outcome()
        if outcome is None:
            raise Problems(f"the historical line stops after {round.ply} moves, and the case is not decided")
        beside = result(outcome.ruling)
        wrong = [
            f"{role.judge}: {role.here} here, really {role.really}" for role in beside.roles if role.here != role.really
        ]
        if beside.here is not beside.really:
            wrong.insert(0, f"the judgment: {beside.here} here, really {beside.really}")
        if wrong:
            raise Problems("the historical line does not end in the real ruling:\n" + "\n".join(wrong))

    def _case(self) -> Any:
        from moot.files.case_file import read_case

        case, _ = read_case(self.path)
        if case is None:
            pytest.skip("the file is not valid")
        return case

    def _tell(self, problems: list[Diagnostic], more: str = "") -> None:
        """Fail with the problems, each at its line of the file."""
        if not problems and not more:
            return
        from moot.files.diagnostics import render_all
        from moot.files.yamlread import parse

        data = self.path.read_bytes()
        document = parse(data, str(self.path))
        placed = [problem if problem.line else document.located(problem) for problem in problems]
        text = render_all(placed, data.decode("utf-8", "replace"))
        raise Problems("\n".join(part for part in (text, more) if part))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The diagnostics alone; a traceback only for what nobody foresaw."""
        from moot.errors import MootError

        if isinstance(excinfo.value, Problems | MootError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test stands."""
        return self.path, None, f"{self.path.name}: {self.name}"
