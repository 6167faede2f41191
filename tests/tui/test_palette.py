"""The command palette under keys that come faster than it is drawn. Textual's own ended the game; see `GamePalette`."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.command import Hits

from moot.tui.commands import GameCommands
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.themes import DEFAULT
from tests.tui.driver import LARGE, game, read_on, settle, to_lectern


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


async def at_once(app, pilot, *keys: str) -> None:
    """Press keys without waiting between them, as a paste or a held key does."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(4):
        await settle(pilot)
    await app.workers.wait_for_complete()
    await settle(pilot)


@pytest.mark.parametrize("size", [(100, 30), (40, 4), (1, 10)])
@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_a_page_key_before_the_palette_has_lines_ended_the_game(size, key, tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        place = app.screen
        await at_once(app, pilot, "ctrl+p", key, key)
        await pilot.press("ctrl+p", key, key, "escape", "escape")
        await settle(pilot)
        assert app.screen is place


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_one_more_key_while_the_palette_closes_closed_the_screen_below(key, tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        below = list(app.screen_stack)
        await at_once(app, pilot, "ctrl+p", *"theme", *[key] * 5)
        assert app.screen_stack[: len(below)] == below


async def test_enter_before_the_search_was_done_ran_a_command_that_does_not_fit(monkeypatch, tmp_path) -> None:
    usual = GameCommands.search

    async def slow(self: GameCommands, query: str) -> Hits:
        if query == "theme":
            await asyncio.sleep(0.2)
        async for hit in usual(self, query):
            yield hit

    monkeypatch.setattr(GameCommands, "search", slow)
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        below = list(app.screen_stack)
        await pilot.press("ctrl+p", "e")  # The first that fits is Enter's own: to the lectern.
        await at_once(app, pilot)
        await at_once(app, pilot, "backspace", *"theme", "enter", "enter")
        assert app.screen_stack[: len(below)] == below


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_key_pressed_before_the_palette_had_closed_reached_the_screen_below(key, tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        below = list(app.screen_stack)
        await pilot.press("ctrl+p", *"theme")
        await at_once(app, pilot)
        pressed = [events.Key(key, None) for _ in range(4)]
        await at_once(app, pilot, "enter")
        assert app.screen_stack == below
        for late in pressed:  # The app is slow: it comes to these when the palette has closed.
            app.post_message(late)
        await at_once(app, pilot)
        assert app.screen_stack == below
        await at_once(app, pilot, "enter")
        assert isinstance(app.screen, RoadmapScreen)  # A key pressed now is for the screen below.


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_that_the_closing_palette_passed_up_reached_the_screen_below(key, tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        below, handle = list(app.screen_stack), app.on_event
        await pilot.press("ctrl+p", *"theme")
        await at_once(app, pilot)

        async def slow(event: events.Event) -> None:
            """The palette has passed every key up before the first of them is acted on."""
            if isinstance(event, events.Key) and event.is_forwarded:
                await asyncio.sleep(0.1)
            await handle(event)

        app.on_event = slow
        await at_once(app, pilot, *[key] * 5)
        assert app.screen_stack == below


async def test_enter_again_at_the_palette_chose_the_move_twice(tmp_path) -> None:
    app = game(bench="three", format="quick", saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        screen, session = app.screen, app.sitting.session
        assert isinstance(screen, LecternScreen)
        ran: list[int] = []
        screen.action_choose = ran.append
        before = session.round.ply
        await pilot.press("ctrl+p")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        await at_once(app, pilot, *["enter"] * 5)
        assert ran == [1]
        assert app.screen is screen
        assert session.round.ply == before


async def test_the_roadmap_s_heads_by_the_palette_in_one_breath(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, RoadmapScreen)
        await at_once(app, pilot, "ctrl+p", *"head", "enter", "enter")
        await pilot.press("ctrl+p", *"head", "enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, RoadmapScreen | ChooseScreen)


async def test_a_theme_was_seen_only_when_it_had_been_chosen(tmp_path) -> None:
    """A theme that is marked in the palette is shown at once; without Enter the one before comes back, and is kept."""
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        for key, shown, kept in (("escape", "moot-paper", ""), ("enter", "moot-paper", "moot-paper")):
            await pilot.press("ctrl+p", *"theme: light")
            await settle(pilot)
            await pilot.press("down")
            await settle(pilot)
            assert app.theme == shown
            assert not app.settings.theme
            await pilot.press(key)
            await settle(pilot)
            assert app.settings.theme == kept
            assert app.theme == (kept or DEFAULT)
