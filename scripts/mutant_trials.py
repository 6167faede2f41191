"""How mutants.py runs the tests: every mutant in a child of a process that has everything ready.

A child starts at once and leaves nothing behind: no cache, no limit, no half-changed module. It is of a process that has collected the
tests, and the code of the mutated functions, or the mutated constant, is exchanged in it. Where the line runs when moot is imported and
no test fails so, or where nothing can be exchanged, another child imports moot with the mutant in it, and collects the tests by itself.
"""

from __future__ import annotations

import ast
import gc
import math
import multiprocessing
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import hypothesis
import pytest

__all__ = ["Cases", "Trials", "Verdict", "in_child", "run_pytest"]

QUICK = "not slow and not spin and not conformance and not browser and not wheel"

ENDLESS, MORE = 20.0, 15.0
"""A test that takes so many times its usual time, and so many seconds more, is taken for endless. Time of the processor.

So many seconds, because tests share what one of them has made ready: the first of those that are chosen has to make it again.
"""

WAITED = 120.0
"""Tests that have not ended after so many times the processor's time they take are stopped: something waits forever."""

MEMORY = 4 << 30
"""Bytes a child may take."""

EXAMPLES = 20
"""Examples of a property whose test does not say how many. They are the same in every run."""

CANNOT = 99
"""Exit code of a child in which the code of functions could not be exchanged."""

_FORK = multiprocessing.get_context("fork")


class Verdict(NamedTuple):
    """What became of a mutant: "killed", "endless", "survived" or "stopped"; and the test that noticed."""

    word: str
    test: str = ""


def _quickest(items: Iterable[pytest.Item], seconds: dict[str, float]) -> list[pytest.Item]:
    """The chosen tests, the quickest first. Tests of one file that take about as long stay together: what they share is made once."""
    return sorted(
        (item for item in items if item.nodeid in seconds),
        key=lambda item: (math.floor(2 * math.log2(seconds[item.nodeid] + 0.01)), item.nodeid.split("::")[0]),
    )


def _limited(item: pytest.Item, seconds: float, told: Path) -> None:
    """Note which test runs, and let a signal end this process if it comes to no end."""
    told.write_text(item.nodeid, encoding="utf-8")
    signal.setitimer(signal.ITIMER_VIRTUAL, MORE + ENDLESS * seconds)


class _Chosen:
    """In a process that imports moot with the mutant: runs the chosen tests."""

    def __init__(self, seconds: dict[str, float], told: Path) -> None:
        self.seconds, self.told = seconds, told

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = _quickest(items, self.seconds)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        _limited(item, self.seconds[item.nodeid], self.told)


class _Server:
    """In a process that has collected the tests: tries what it is sent, each in a child, and never runs a test itself."""

    def __init__(self, line: Connection, tree: Path) -> None:
        self.line, self.tree = line, tree
        self.functions: list[FunctionType] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.line.send("ready")
        own = f"{self.tree / 'moot'}/"
        functions = [each for each in gc.get_objects() if isinstance(each, FunctionType)]
        self.functions = [each for each in functions if each.__code__.co_filename.startswith(own)]
        gc.collect()
        gc.freeze()  # The children share what is there.
        while (sent := self.line.recv()) is not None:
            change, seconds, most = sent
            self.line.send(in_child(lambda: self._tried(session, change, seconds), most))  # noqa: B023
        return True

    def _tried(self, session: pytest.Session, change: tuple[str, str, str] | None, seconds: dict[str, float]) -> int:
        os.setpgid(0, 0)
        if change is not None and not _exchange(str(self.tree / change[0]), *change[1:], self.functions):
            return CANNOT
        items = _quickest(session.items, seconds)
        for item, after in zip(items, [*items[1:], None], strict=True):
            _limited(item, seconds[item.nodeid], self.tree / ".test")
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.testsfailed:
                return 1
        return 0 if items else int(pytest.ExitCode.NO_TESTS_COLLECTED)


def _exchange(path: str, source: str, text: str, functions: Iterable[FunctionType]) -> bool:
    """Give the functions of a file the code that this text of it would give them; whether that was possible.

    Nothing need be done where the file is not imported yet: it will be read with the mutant.
    """
    if path not in {getattr(module, "__file__", None) for module in sys.modules.values()}:
        return True
    codes: dict[tuple[str, int], CodeType | None] = {}
    waiting = [compile(text, path, "exec", dont_inherit=True)]
    while waiting:
        code = waiting.pop()
        name = code.co_qualname, code.co_firstlineno
        codes[name] = None if name in codes else code  # Two in one line cannot be told apart.
        waiting += [each for each in code.co_consts if isinstance(each, CodeType)]
    changed = False
    for function in functions:
        old = function.__code__
        if old.co_filename == path:
            new = codes.get((old.co_qualname, old.co_firstlineno))
            if new is None or new.co_freevars != old.co_freevars:
                return False
            if new != old:
                function.__code__, changed = new, True
    return changed or _reassign(path, source, text)


def _reassign(path: str, source: str, text: str) -> bool:
    """Give the constants of a file the value that this text of it would give them, wherever they were imported; whether that was possible.

    Only what is assigned at the top of the file. What was worked out from it on import stays as it was, so that a test which
    fails has noticed the mutant, and one that passes has not said anything yet.
    """
    module = next(each for each in list(sys.modules.values()) if getattr(each, "__file__", None) == path)
    before, after = ast.parse(source).body, ast.parse(text).body
    if len(before) != len(after):
        return False
    differing = [new for old, new in zip(before, after, strict=True) if ast.dump(old) != ast.dump(new)]
    for statement in differing:
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        value = getattr(statement, "value", None)
        if not isinstance(value, ast.expr) or not all(isinstance(target, ast.Name) for target in targets):
            return False
        found = eval(compile(ast.Expression(value), path, "eval", dont_inherit=True), dict(vars(module)))
        for target in targets:
            old = vars(module)[target.id]
            for each in list(sys.modules.values()):
                if getattr(each, "__dict__", {}).get(target.id) is old:
                    setattr(each, target.id, found)
    return bool(differing)


class Cases:
    """Reads a case that is named once, and gives every test a copy of it: to read it takes longer than most tests."""

    @pytest.hookimpl(tryfirst=True, wrapper=True)
    def pytest_runtestloop(self) -> Any:
        from moot.files import folders
        from moot.files.case import read

        load = read.load_case
        kept = {name: pickle.dumps(load(name)) for name in folders.list_cases()}
        read.load_case = lambda name: pickle.loads(kept[name]) if name in kept else load(name)
        return (yield)


def run_pytest(tree: Path, words: Iterable[str], *plugins: object) -> int:
    """Run pytest in this process, which is a child, on a copy of the project."""
    os.setpgid(0, 0)
    os.chdir(tree)
    output = os.open(tree / ".log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.environ["PYTHONPATH"] = str(tree)
    sys.path.insert(0, str(tree))
    hypothesis.settings.register_profile(
        "mutants", deadline=None, derandomize=True, max_examples=EXAMPLES, database=None
    )
    options = ["-q", "--no-header", "--tb=line", "-p", "no:xdist", "-m", QUICK, "--hypothesis-profile=mutants"]
    # Hypothesis is imported already: that its own assertions are not rewritten does not matter.
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning", f"--basetemp={tree / '.temp'}"]
    return int(pytest.main([*options, *words], plugins=plugins))


def in_child(work: Callable[[], int], seconds: float | None) -> int | None:
    """Exit code of work done in a child (below zero the signal that ended it); None if it was stopped after so many seconds."""
    child = _FORK.Process(target=lambda: os._exit(work()))
    child.start()
    child.join(seconds)
    over = child.exitcode is None
    if over:
        assert child.pid is not None
        os.killpg(child.pid, signal.SIGKILL)
        child.join()
    return None if over else child.exitcode


class Trials:
    """Tries mutants of a copy of the project against some files of tests. ``reading``: mutants may change how a case is read."""

    def __init__(self, tree: Path, files: list[str], *, reading: bool) -> None:
        self.tree, self.files, self.reading = tree, files, reading
        self.line, theirs = _FORK.Pipe()
        self.server = _FORK.Process(target=lambda: self._serve(theirs))
        self.server.start()
        if self.line.recv() != "ready":
            raise RuntimeError("the tests cannot be collected")

    def _serve(self, line: Connection) -> None:
        _unkept()
        more = () if self.reading else (Cases(),)
        os._exit(run_pytest(self.tree, ["-p", "no:pytest_cov", *self.files], _Server(line, self.tree), *more))

    def fails(self, seconds: dict[str, float]) -> str:
        """The first of these tests that fails where nothing has been changed, or takes far longer than was measured; else nothing."""
        self.line.send((None, seconds, None))
        return (self.tree / ".test").read_text(encoding="utf-8") if self.line.recv() else ""

    def close(self) -> None:
        """End the process that has collected the tests."""
        self.line.send(None)
        self.server.join()

    def tried(self, module: str, text: str, seconds: dict[str, float], *, imported: bool) -> Verdict:
        """Try one mutant of a file against tests, of which it is known how long they take. ``imported``: its line runs on import."""
        most = WAITED * (1 + sum(seconds.values()))
        path, told = self.tree / module, self.tree / ".test"
        source, stat = path.read_bytes(), path.stat()
        told.write_text("", encoding="utf-8")
        try:
            path.write_text(text, encoding="utf-8")
            # Python takes what it compiled for the file as it is only if the times agree.
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 10**12))
            self.line.send(((module, source.decode(), text), seconds, most))
            code = self.line.recv()
            # To import and collect again takes longest, so what a test notices without it is not tried so.
            if code == CANNOT or (imported and code == 0):
                code = in_child(lambda: self._apart(seconds), most)
        finally:
            path.write_bytes(source)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        test = told.read_text(encoding="utf-8") or "the import"
        if code is None:
            return Verdict("stopped", test)
        if code == 0:
            return Verdict("survived")
        if code == pytest.ExitCode.NO_TESTS_COLLECTED:
            raise RuntimeError(f"no test was run: {(self.tree / '.log').read_text(encoding='utf-8')[-2000:]}")
        return Verdict("endless" if code == -signal.SIGVTALRM else "killed", test)

    def _apart(self, seconds: dict[str, float]) -> int:
        _unkept()
        files = sorted({test.split("::")[0] for test in seconds})
        return run_pytest(self.tree, ["-x", "-p", "no:pytest_cov", *files], _Chosen(seconds, self.tree / ".test"))


def _unkept() -> None:
    """Keep nothing that is compiled from here on, in this process or in those it starts: it may be of a mutant."""
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
