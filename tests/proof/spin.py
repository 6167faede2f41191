"""Running SPIN on an exported model."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

PRESENT = bool(shutil.which("spin") and shutil.which("gcc"))


class Found(NamedTuple):
    """What SPIN reports."""

    states: int
    transitions: int
    errors: int
    unreached: int
    text: str


def run(model: str, folder: Path) -> Found:
    """Explore the model exhaustively: no reduction, no lossy storage. Unoptimised code, for it compiles much sooner."""
    (folder / "model.pml").write_text(model)
    for command in (
        "spin -a model.pml",
        "gcc -O0 -w -DNOREDUCE -DSAFETY -DMEMLIM=4096 -o pan pan.c",
    ):
        done = subprocess.run(command.split(), cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    text = subprocess.run(["./pan", "-m20000"], cwd=folder, capture_output=True, text=True, check=False).stdout
    assert "Full statespace search" in text and "max search depth too small" not in text, text
    unreached = re.search(r"\((\d+) of \d+ states\)", text)
    return Found(
        int(re.search(r"(\d+) states, stored", text)[1]),
        int(re.search(r"(\d+) transitions", text)[1]),
        int(re.search(r"errors: (\d+)", text)[1]),
        int(unreached[1]),
        text,
    )
