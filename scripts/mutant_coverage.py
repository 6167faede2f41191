"""Which tests run a line of a room, and how long each takes: measured once with coverage, and kept."""

from __future__ import annotations

import hashlib
import json
import signal
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from mutant_trials import Cases, in_child, run_pytest

__all__ = ["Covered", "measured"]


class Covered(NamedTuple):
    """What the tests of a room run: the seconds each takes; for every file and line the tests that run it ("" is an import)."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, set[str]]]

    def tests_of(self, module: str, first: int, last: int) -> set[str]:
        """The tests that run any of these lines of a file."""
        lines = self.lines.get(module, {})
        return set().union(*(lines.get(line, set()) for line in range(first, last + 1)))

    def tests_near(self, module: str, others: Iterable[str]) -> set[str]:
        """The tests that run anything of a file, or of the others."""
        return set().union(*(tests for each in (module, *others) for tests in self.lines.get(each, {}).values()))


_AGAIN = 0.02
"""So many seconds later it is looked again whether a test that takes too long can be broken off."""


class _Timed:
    """Notes how long every test takes of the processor, and breaks off one that takes longer than ``longest`` seconds. What does not pass is not used."""

    def __init__(self, longest: float) -> None:
        self.longest = longest
        self.seconds: dict[str, float] = {}
        self.left_out: set[str] = set()
        self._runs = False

    def _over(self, *_: object) -> None:
        # What is raised between the parts of a test would end pytest itself.
        if self._runs:
            pytest.skip("takes too long")
        signal.setitimer(signal.ITIMER_VIRTUAL, _AGAIN)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        signal.signal(signal.SIGVTALRM, self._over)
        signal.setitimer(signal.ITIMER_VIRTUAL, self.longest)
        began = time.process_time()
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.seconds[item.nodeid] = time.process_time() - began

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Any:
        self._runs = True
        try:
            return (yield)
        finally:
            self._runs = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.left_out.add(report.nodeid)


def measured(tree: Path, room: str, files: list[str], kept: Path, *, longest: float, reading: bool) -> Covered:
    """What these files of tests run of a room, but for tests that take longer than so many seconds of the processor.

    What is kept of a file holds while it, the room and the tests' support are the same.
    """
    known: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    common = f"{longest} " + _hash(
        tree, [*sorted((tree / "moot" / room).rglob("*.py")), *sorted((tree / "tests").glob("*.py"))]
    )
    keys = {file: common + _hash(tree, [tree / file]) for file in files}
    new = [file for file in files if known.get(file, {}).get("key") != keys[file]]
    if new:
        seconds, lines = _run(tree, room, new, longest=longest, reading=reading)
        for file in new:
            known[file] = {
                "key": keys[file],
                "seconds": {test: taken for test, taken in seconds.items() if test.split("::")[0] == file},
                "lines": {
                    module: {line: ran for line, tests in by_line.items() if (ran := _of_file(tests, file))}
                    for module, by_line in lines.items()
                },
            }
        kept.write_text(json.dumps(known), encoding="utf-8")
    found = Covered({}, {})
    for file in files:
        found.seconds.update(known[file]["seconds"])
        for module, by_line in known[file]["lines"].items():
            for line, tests in by_line.items():
                found.lines.setdefault(module, {}).setdefault(int(line), set()).update(tests)
    return found


def _of_file(tests: Iterable[str], file: str) -> list[str]:
    return sorted(test for test in tests if not test or test.split("::")[0] == file)


def _hash(tree: Path, paths: Iterable[Path]) -> str:
    found = hashlib.blake2b(digest_size=8)
    for path in paths:
        found.update(str(path.relative_to(tree)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _run(
    tree: Path, room: str, files: list[str], *, longest: float, reading: bool
) -> tuple[dict[str, float], dict[str, dict[int, set[str]]]]:
    """Run files of tests without a mutant: the seconds of every test, and the tests of every line."""
    from coverage import CoverageData

    times, timed = tree / ".times", _Timed(longest)

    def work() -> int:
        words = [f"--cov=moot/{room}", "--cov-context=test", "--cov-report=", *files]
        code = run_pytest(tree, words, timed, *(() if reading else (Cases(),)))
        used = {test: taken for test, taken in timed.seconds.items() if test not in timed.left_out}
        times.write_text(json.dumps(used), encoding="utf-8")
        return code

    if in_child(work, None) not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise SystemExit(f"the tests of {room} cannot be run:\n{(tree / '.log').read_text(encoding='utf-8')[-3000:]}")
    data = CoverageData(str(tree / ".coverage"))
    data.read()
    lines = {
        str(Path(name).relative_to(tree)): {
            line: {context.rpartition("|")[0] for context in contexts}
            for line, contexts in data.contexts_by_lineno(name).items()
        }
        for name in data.measured_files()
    }
    return json.loads(times.read_text(encoding="utf-8")), lines
