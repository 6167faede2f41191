"""The list of choices: one mark, where the highlight is, and nothing laid out again when it moves."""

from __future__ import annotations

import pytest

from moot.tui.text import Hanging
from moot.tui.widgets.safe import Menu
from tests.tui.driver import LARGE, game, seen, settle, to_lectern


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def marked(app) -> list[int]:
    """The numbers of the choices that carry the mark."""
    rows = [row.lstrip() for row in seen(app).splitlines()]
    return [
        int(row.split()[1]) for row in rows if row.startswith("▸") and row.split()[1:2] and row.split()[1].isdigit()
    ]


async def test_every_key_laid_every_choice_out_again(monkeypatch) -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        menu = app.screen.query_one(Menu)
        number = len(menu.entries)
        assert number > 2
        for place in (*range(1, number), 0):
            await pilot.press("down")
            await settle(pilot)
            assert marked(app) == [place + 1]
        laid = []
        rows = Hanging._rows
        monkeypatch.setattr(Hanging, "_rows", lambda self, width: laid.append(width) or rows(self, width))
        for place in range(1, number):
            await pilot.press("down")
            await settle(pilot)
            assert marked(app) == [place + 1]
        assert not laid


async def test_the_mark_keeps_its_place_when_the_window_is_resized() -> None:
    app = game(heat="cold", seed=1)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("down")
        await settle(pilot)
        for size in ((60, 24), (140, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert marked(app) == [2]
