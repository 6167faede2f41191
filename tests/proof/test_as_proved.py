"""The proof finds what it found. If an entry differs and the change is meant: `python scripts/goldens.py`, and read the diff."""

from __future__ import annotations

import pytest

from tests.proof.as_proved import PROVED, golden, text_of


@pytest.mark.parametrize("name", PROVED)
def test_the_proof_finds_what_it_found(name: str) -> None:
    assert text_of(name) == golden()[name]


def test_no_entry_is_left_over() -> None:
    assert list(golden()) == list(PROVED)
