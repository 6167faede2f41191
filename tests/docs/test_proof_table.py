"""The states and moves in the table of docs/proof.md are those of the shipped cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import moot
from moot.files.folders import list_cases

PAGE = (Path(__file__).parents[2] / "docs" / "proof.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^ +\| ([\w-]+), [\w-]+ \| ([\d,]+) \| ([\d,]+) \| [\d.]+ s \|", PAGE, flags=re.MULTILINE)


def test_every_shipped_case_has_a_row() -> None:
    assert {id for id, _, _ in ROWS} == set(list_cases())


@pytest.mark.parametrize(("id", "states", "moves"), ROWS, ids=[id for id, _, _ in ROWS])
def test_the_counts_stayed_when_a_case_was_changed(id: str, states: str, moves: str) -> None:
    proved = moot.prove(moot.load_case(id))
    assert (f"{proved.states:,}", f"{proved.moves:,}") == (states, moves)
