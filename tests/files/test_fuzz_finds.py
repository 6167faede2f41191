"""What scripts/fuzz.py found, each as it was found; and a short run of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from moot.files.case.read import read_case_text
from tests.files.pages import HERE

ROOT = HERE.parent.parent
BASE = (HERE / "base-case.yaml").read_text(encoding="utf-8")


def test_a_rule_with_a_value_no_dial_has_ended_check_in_a_traceback() -> None:
    """The stock question on a limiting principle said the rule in words before anybody had checked it."""
    assert "rule: [{hurry: [at-once]}]" in BASE
    case, found = read_case_text(BASE.replace("rule: [{hurry: [at-once]}]", "rule: [{hurry: [at-onse]}]"), "x.yaml")
    assert case is None
    assert "M220" in {problem.code for problem in found}


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="limits of memory are set as on Linux")
def test_a_short_run_of_the_fuzzer_finds_nothing(tmp_path) -> None:
    script = str(ROOT / "scripts" / "fuzz.py")
    done = subprocess.run(
        [sys.executable, script, "--minutes", "0.5", "--seed", "11"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "MOOT_SAVES": str(tmp_path)},
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
