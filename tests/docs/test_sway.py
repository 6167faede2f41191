"""scripts/sway.py measures every shipped case, also one that no court decided."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import moot
from moot.case import Side
from moot.files.folders import list_cases

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import sway_targets


@pytest.mark.parametrize("id", sorted(list_cases()))
def test_which_seat_won_is_known_of_every_case(id: str) -> None:
    """The table ended in a traceback at the first case without a real decision."""
    case = moot.load_case(id)
    won = [sway_targets.won_in_life((id, case.bench, side)) for side in Side]
    assert won.count(True) == (2 if case.historical is None else 1)
