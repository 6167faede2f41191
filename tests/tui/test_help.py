"""The help of each screen: what stands there, and the keys that are bound there."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import moot.tui.screens
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.base import GameScreen
from moot.tui.screens.help import _SILENT, HelpScreen, keys_told
from moot.tui.screens.help_pages import PAGES
from moot.tui.screens.home.listing import ListingScreen
from moot.tui.screens.home.path import PathScreen
from moot.tui.screens.lectern.consult import ConsultScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.pages.transcript import TranscriptScreen
from moot.tui.screens.settings import SettingsScreen
from moot.tui.widgets.keyline import key_name
from moot.tui.widgets.safe import Menu
from tests.tui.driver import LARGE, SMALL, game, seen, settle, to_lectern
from tests.tui.places import places


def _kinds(kind: type) -> set[type]:
    return {kind} | {each for below in kind.__subclasses__() for each in _kinds(below)}


def test_every_screen_has_a_page_of_its_own() -> None:
    for found in pkgutil.walk_packages(moot.tui.screens.__path__, "moot.tui.screens."):
        importlib.import_module(found.name)
    shown = {kind.__name__ for kind in _kinds(GameScreen) if "heading" in vars(kind) or "compose" in vars(kind)}
    bases = {"GameScreen", "ListingScreen", "ReadingScreen"}
    assert shown - bases <= set(PAGES)
    assert len({about.name for about in PAGES.values()}) == len(PAGES)


@pytest.mark.slow
async def test_one_page_of_help_told_the_same_keys_on_every_screen(tmp_path, monkeypatch) -> None:
    """Each key that does something is told, and no key is told that is not bound."""
    monkeypatch.chdir(tmp_path)
    saves = Path("saves")
    app = MootApp(Options(saves=saves))
    told: dict[str, tuple[str, ...]] = {}
    async with app.run_test(size=LARGE) as pilot:
        async for place in places(app, pilot, saves):
            screen = app.screen
            if type(screen).__name__ not in PAGES:
                continue
            rows = keys_told(screen)
            keys = {key for row in rows for key in row.keys}
            own = [each.binding for each in screen.active_bindings.values() if each.enabled]
            mine = {
                key_name(each) for each in own if each.description and not each.system and each.action not in _SILENT
            }
            assert mine <= keys, place
            assert all(row.called and row.keys for row in rows), place
            assert len({row.called for row in rows}) == len(rows), (place, [row.called for row in rows])
            told[place] = tuple(sorted(keys))
    assert len(set(told.values())) > len(told) / 2


async def test_help_says_what_is_on_the_screen_it_is_opened_over(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert "The brief" in seen(app)
        assert "sit down" not in seen(app)
        await pilot.press("escape")
        await to_lectern(app, pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        shown = "\n".join(row.plain for row in app.screen._rows())
        assert "At the lectern" in shown
        assert "sit down" in shown
        assert "The white light means" in shown


async def test_dialogs_had_no_help(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("comma", "question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.about is PAGES["SettingsScreen"]
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)


async def test_t_began_a_mode_without_a_sign(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        assert isinstance(app.screen, LecternScreen)
        assert "Reading back" not in seen(app)
        await pilot.press("t")
        await settle(pilot)
        assert "Reading back" in seen(app)
        await pilot.press("t")
        await settle(pilot)
        assert "Reading back" not in seen(app)
        assert app.screen.query_one(Menu).has_focus
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert app.screen.reading or app.screen.query_one(Menu).has_focus
        assert "Reading back" not in seen(app)


async def test_t_before_anything_was_said_did_nothing_and_said_nothing(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert not isinstance(app.screen, TranscriptScreen)
        assert "Nothing has been said yet." in seen(app)


async def test_numbers_on_the_path_were_shown_and_did_nothing(tmp_path) -> None:
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, PathScreen)
        taken = []
        screen.take = taken.append
        await pilot.press("3", "9")
        assert taken == [2]
        assert isinstance(screen, ListingScreen)


async def test_the_decision_tree_did_not_show_what_was_not_asked(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, ConsultScreen)
        shown = "\n".join(row.plain for row in app.screen._tree())
        assert "not argued; nothing asked" in shown
        assert "argued by" not in shown
