"""Records of the tests go to a folder of their own, nothing is kept of what is read but where a test asks for it, no example of a property is timed, and a shipped file is read once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.vendor.pretty import for_type_by_name

import moot.files.case.read
import moot.files.judge.read

# Hypothesis fails an example that takes longer than 200 ms. On a busy machine that says nothing about the code.
settings.register_profile("moot", deadline=None)
settings.load_profile("moot")

# Of a failing example Hypothesis writes out every field: two megabytes of a case, which it then warns of instead of the failure.
for module, name in (("moot.case.case", "Case"), ("moot.bench.persona", "Judge"), ("moot.bench.persona", "Bench")):
    for_type_by_name(module, name, lambda value, printer, _: printer.text(repr(value)))

# Not the user's cache folder, nor one that is shared by tests: each reads the files. Those of the cache name a folder of their own.
os.environ["MOOT_CACHE"] = "off"

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = (ROOT / "scenarios", ROOT / "judges")


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    folder = tmp_path / "saves"
    monkeypatch.setenv("MOOT_SAVES", str(folder))
    return folder


def once(read: Callable[[bytes | str, str], tuple[Any, list]]) -> Callable[[bytes | str, str], tuple[Any, list]]:
    """A reader that reads the text of a shipped file once. What it gives is frozen, so tests can share it."""
    known: dict[tuple[bytes | str, str], tuple[Any, tuple]] = {}

    def reading(data, file):
        if not any(Path(file).absolute().is_relative_to(folder) for folder in SHIPPED):
            return read(data, file)
        if (data, file) not in known:
            value, found = read(data, file)
            known[data, file] = value, tuple(found)
        value, found = known[data, file]
        return value, list(found)

    return reading


# Hundreds of tests load a case by its name.
moot.files.case.read.read_case_text = once(moot.files.case.read.read_case_text)
moot.files.judge.read.read_judge_text = once(moot.files.judge.read.read_judge_text)
