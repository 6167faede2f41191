"""Rulings of every kind are written word for word as they were. If one differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

import pytest

from tests.opinion.as_written import HOME, texts


@pytest.mark.parametrize("name", texts())
def test_a_ruling_is_written_as_it_was(name: str) -> None:
    golden = HOME / f"{name}.txt"
    assert golden.exists(), "run python scripts/goldens.py"
    assert texts()[name]() == golden.read_text(encoding="utf-8")


def test_no_ruling_is_left_over() -> None:
    assert {path.stem for path in HOME.iterdir()} == set(texts())
