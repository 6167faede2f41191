"""Rulings of every kind are written word for word as they were. If one differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

import pytest

from tests.opinion.as_written import HOME, RULINGS, name_of, ruling_of, written


@pytest.mark.parametrize("drawn", RULINGS, ids=lambda drawn: name_of(*drawn))
def test_a_ruling_is_written_as_it_was(drawn: tuple[str, str, int | None, int]) -> None:
    golden = HOME / f"{name_of(*drawn)}.txt"
    assert golden.exists(), "run python scripts/goldens.py"
    assert written(ruling_of(*drawn)) == golden.read_text(encoding="utf-8")


def test_no_ruling_is_left_over() -> None:
    assert {path.stem for path in HOME.iterdir()} == {name_of(*drawn) for drawn in RULINGS}
