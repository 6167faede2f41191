"""After `sh scripts/play`, the commands of the README work as it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from moot.cli import parser

ROOT = Path(__file__).parents[2]

# Stands in for Python and pip, so that nothing is downloaded: it makes a `moot` that runs this checkout.
PYTHON = """#!/bin/sh
echo "$*" >>"{log}"
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python";;
  "-m pip") printf '#!/bin/sh\\nexec "{python}" -m moot "$@"\\n' >"{venv}/bin/moot"; chmod +x "{venv}/bin/moot";;
esac
"""


@pytest.fixture
def shell(tmp_path, saves):
    venv, log = tmp_path / "venv", tmp_path / "log"
    python = tmp_path / "python"
    python.write_text(PYTHON.format(log=log, venv=venv, python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    env = {**os.environ, "MOOT_VENV": str(venv), "PYTHON": str(python), "PYTHONPATH": str(ROOT)}

    def run(*words: str, input: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", *words], cwd=ROOT, input=input, capture_output=True, text=True, check=False, env=env
        )

    run.log = log
    return run


def test_the_next_commands_work_after_the_first(shell) -> None:
    first = shell("scripts/play", "first-argument", "--plain", input="1\n1\n")
    assert first.returncode == 0, first.stderr
    for words in (("why",), ("replay",), ("list", "--json"), ("--version",)):
        done = shell("scripts/moot", *words)
        assert done.returncode == 0, done.stderr
        assert done.stdout
    assert shell.log.read_text().count("-m pip install") == 1, "it is set up once"


def test_any_command_sets_up_what_is_missing_and_passes_its_words_and_code_on(shell) -> None:
    done = shell("scripts/moot", "check", "no such file.yaml")
    assert done.returncode == 2
    assert "no such file.yaml" in done.stderr


def test_the_readme_says_how_moot_is_typed() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    before = readme.split("`moot play`", 1)[0]
    assert "sh scripts/moot why" in before
    known = set(parser()._subparsers._group_actions[0].choices)
    assert set(re.findall(r"sh scripts/moot ([a-z]+)", readme)) <= known
