"""The start screen leads to today's questions and to what was played before."""

from __future__ import annotations

import pytest

from moot.files.practice import read_attempts
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.home.history import HistoryScreen
from moot.tui.screens.home.practice import PracticeScreen
from tests.tui.driver import LARGE, SMALL, open_page, read, seen, settle
from tests.tui.test_debrief import badly


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_start_leads_to_five_minutes_of_questions_and_back(size, saves) -> None:
    """There was no reason to come back: no drill could be had from the game."""
    app = MootApp(Options())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "five minutes" in seen(app)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        assert "question 1 of 8" in seen(app)
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
    assert [each.kind for each in read_attempts(saves)[0]] == ["drill"]


async def test_the_start_leads_to_the_history(saves) -> None:
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
        assert ["No sitting" in each.message for each in app._notifications] == [True]
    badly(saves)
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, HistoryScreen)
        assert "1 sitting, " in seen(app)
        assert "County of Sacramento v. Lewis, petitioner, quick" in read(app)
        assert "of 3 votes" in read(app)
        await open_page(app, pilot, "skills")
        assert "%" in read(app)
        await pilot.press("right")
        await settle(pilot)
        assert "1 sitting" in read(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
