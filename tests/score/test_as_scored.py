"""Sittings are scored as they were. If an entry differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

import pytest

from tests.score.as_scored import SCORED, golden, name_of, text_of


@pytest.mark.parametrize("drawn", SCORED, ids=lambda drawn: name_of(*drawn))
def test_a_sitting_is_scored_as_it_was(drawn: tuple[str, str, str, int, int]) -> None:
    assert text_of(*drawn) == golden()[name_of(*drawn)]


def test_no_entry_is_left_over() -> None:
    assert list(golden()) == [name_of(*drawn) for drawn in SCORED]
