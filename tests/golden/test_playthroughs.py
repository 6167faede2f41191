"""The golden playthroughs. If one differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

from pathlib import Path

import pytest

import moot
from moot.files.folders import list_cases
from tests.golden.playthrough import playthrough

HERE = Path(__file__).parent
PLAYED = [id for id in sorted(list_cases()) if moot.load_case(id).historical]


@pytest.mark.parametrize("id", PLAYED)
def test_the_historical_line_plays_as_it_did(id: str) -> None:
    golden = HERE / f"{id}.txt"
    assert golden.exists(), "run python scripts/goldens.py"
    assert playthrough(moot.load_case(id)) == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(PLAYED)
