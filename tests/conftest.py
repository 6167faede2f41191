"""Records of the tests go to a folder of their own, no example of a property is timed, and a shipped file is read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import moot.files.case.read
import moot.files.judge.read

# Hypothesis fails an example that takes longer than 200 ms. On a busy machine that says nothing about the code.
settings.register_profile("moot", deadline=None)
settings.load_profile("moot")

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = (ROOT / "scenarios", ROOT / "judges")


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    monkeypatch.setenv("MOOT_SAVES", str(folder))
    return folder


def once(read: Callable[[Path], tuple[Any, list]]) -> Callable[[Path], tuple[Any, list]]:
    """A reader that reads a shipped file once while it is not written to. What it gives is frozen, so tests can share it."""
    known: dict[tuple[str, int, int], tuple[Any, tuple]] = {}

    def reading(path):
        place = Path(path).absolute()
        if not any(place.is_relative_to(folder) for folder in SHIPPED):
            return read(path)
        stat = place.stat()
        key = str(path), stat.st_mtime_ns, stat.st_size
        if key not in known:
            value, found = read(path)
            known[key] = value, tuple(found)
        value, found = known[key]
        return value, list(found)

    return reading


# Hundreds of tests load a case by its name; those of the readers themselves read texts, or call the readers.
moot.files.case.read.read_case = once(moot.files.case.read.read_case)
moot.files.judge.read.read_judge = once(moot.files.judge.read.read_judge)
