"""Words around what the case file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.plain import render
from moot.sitting import spoken
from moot.tui.screens import help as help_screen

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("ticks", "words"), [(20, "five minutes"), (4, "one minute"), (8, "two minutes"), (10, "2:30")]
)
def test_the_white_light_says_the_time_it_shows(monkeypatch, ticks: int, words: str) -> None:
    """ "Five minutes" stood in three renderers beside the constant."""
    monkeypatch.setattr(spoken, "WHITE_LIGHT", ticks)
    assert spoken.white_light_time() == words


def test_docs_help_and_transcripts_name_the_time_of_the_white_light() -> None:
    words = spoken.white_light_time()
    assert f"White shows when {words} are left" in (DOCS / "player.md").read_text(encoding="utf-8")
    assert any(words in rule for rule in help_screen._RULES)
    for module in (render, help_screen):
        assert words not in Path(module.__file__).read_text(encoding="utf-8")
