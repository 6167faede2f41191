"""What the first plain prompt waits for. `scripts/bench_start.py` measures it; these are the causes that can come back unseen."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT

PROMPT = (
    "import io, sys\n"
    "from moot.cli import main\n"
    "sys.stdin, shown, sys.stdout = io.StringIO(TYPED), sys.stdout, io.StringIO()\n"
    "assert main(['play', 'first-argument', '--plain', '--seed', '1']) == 0\n"
    "assert '\\n> ' in sys.stdout.getvalue()\n"
    "print(*sys.modules, file=shown)\n"
)

LATER = (
    "moot.bench.conference",
    "moot.case.problems",
    "moot.files.case",
    "moot.files.judge.read",
    "moot.files.schema",
    "moot.files.yaml",
    "moot.graphs",
    "moot.opinion.compose",
    "moot.plain.closing",
    "moot.plain.obeying",
    "moot.proof",
    "moot.report",
    "moot.score",
    "moot.study",
    "textual",
    "yaml",
)
"""Needed for a text that was not read before, for what is typed at the prompt, or at the end."""


@pytest.fixture
def loaded(tmp_path, monkeypatch):
    """The modules that a process has loaded which showed the prompt and had this typed at it, where the case was read before."""
    monkeypatch.setenv("MOOT_CACHE", str(tmp_path / "cache"))

    def run(typed):
        code = f"TYPED = {typed!r}\n{PROMPT}"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
        return done.stdout.split()

    run("")
    return run


def late(modules):
    return [name for name in modules if f"{name}.".startswith(tuple(f"{each}." for each in LATER))]


def test_the_first_prompt_loads_nothing_that_is_needed_later(loaded):
    """It loaded the reader of YAML, the marks, the pictures and the reports: 239 modules of moot, and took twice as long."""
    modules = loaded("")
    assert late(modules) == []
    assert len([name for name in modules if name.partition(".")[0] == "moot"]) <= 150


def test_what_is_typed_at_it_is_loaded_then(loaded):
    assert "moot.plain.obeying" in late(loaded("brief\n"))


def test_garbage_is_collected_again_once_the_sitting_is_open(monkeypatch):
    import gc
    import io

    from moot.cli import main

    seen = []
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.setattr("moot.plain.play.play", lambda *_, **__: seen.append(gc.isenabled()) or 0)
    assert main(["play", "first-argument", "--plain"]) == 0
    assert main(["play", "nothing-of-this-name", "--plain"]) == 2
    assert seen == [True]
    assert gc.isenabled()
