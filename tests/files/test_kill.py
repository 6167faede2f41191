"""A game that is killed loses nothing, and a record that is damaged is named: a short run of scripts/kill.py."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.files.pages import HERE

ROOT = HERE.parent.parent


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
def test_a_short_run_of_kills_and_damage_loses_nothing(tmp_path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "kill.py"), "-n", "6", "--seed", "3", "--step", "21"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "MOOT_SAVES": str(tmp_path), "TMPDIR": str(tmp_path)},
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SIGKILL, screen" in done.stdout
