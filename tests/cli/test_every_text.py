"""Every text about a sitting is the same whatever the hash seed, the time zone and the locale of the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from moot.files.folders import list_cases

SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Apia", "LC_ALL": "C"},
)

LONG = ("atwater-v-lago-vista", "sacramento-v-lewis", "washington-v-glucksberg", "wilson-v-layne")
"""The cases whose texts take longest: theirs are compared in CI and not by the README's command."""


@pytest.mark.parametrize(
    "case", [pytest.param(id, marks=[pytest.mark.slow] if id in LONG else []) for id in sorted(list_cases())]
)
def test_every_text_of_a_drawn_sitting_is_the_same_under_two_hash_seeds(case) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.cli.every_text", case],
            stdout=subprocess.PIPE,
            env={**os.environ, **setting},
            encoding="utf-8",
        )
        for setting in SETTINGS
    ]
    one, two = (json.loads(each.communicate(timeout=120)[0]) for each in running)
    assert len(one) == 18
    assert all(one.values())
    assert [what for what in one if one[what] != two[what]] == []
