"""Settings stand behind one key, are used at once and remembered; a damaged file costs one line and no more."""

from __future__ import annotations

import json

import pytest

from moot.errors import MootError
from moot.files.settings import CHOICES, Settings, read_settings, write_settings
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.settings import SettingsScreen
from tests.tui.driver import SMALL, game, seen, settle, to_lectern


def test_what_is_written_is_read_again(saves) -> None:
    settings = Settings("moot-paper", "reduced", "live", "on", "hidden")
    write_settings(settings)
    assert read_settings() == (settings, "")
    assert [each.name for each in saves.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", "[" * 9000, '"x"', '{"theme": 1}', '{"motion": "wild"}', '{"theme": "../x"}']
)
def test_a_damaged_file_gives_the_defaults_and_one_line(saves, damaged) -> None:
    saves.mkdir()
    (saves / "settings.json").write_text(damaged)
    settings, told = read_settings()
    assert settings == Settings()
    assert "settings.json" in told
    assert "\n" not in told
    write_settings(settings)
    assert read_settings() == (Settings(), "")


def test_one_bad_value_does_not_cost_the_others(saves) -> None:
    saves.mkdir()
    (saves / "settings.json").write_text(json.dumps({"bell": "on", "motion": 7, "more": 1}))
    settings, told = read_settings()
    assert settings.bell == "on"
    assert "motion" in told
    assert "more" not in told


def test_settings_that_cannot_be_kept_are_one_line(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MootError, match="the settings cannot be kept"):
        write_settings(Settings(), tmp_path / "file")


def test_every_default_is_the_first_of_its_choices() -> None:
    assert all(getattr(Settings(), name) == values[0] for name, values in CHOICES.items())


async def test_the_theme_was_gone_at_the_next_start(saves) -> None:
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("comma")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("right")
        await settle(pilot)
        assert app.theme == "moot-paper"
        await pilot.press("down", "right")
        await settle(pilot)
        assert "Everything is shown at once" in seen(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
    app = MootApp(Options())
    assert app.theme == "moot-paper"
    assert app.settings.motion == "reduced"


async def test_a_theme_chosen_in_the_palette_is_kept_too(saves) -> None:
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"contrast")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    assert read_settings()[0].theme == "moot-contrast"


async def test_the_settings_open_over_every_screen_and_a_damaged_file_is_told(saves) -> None:
    saves.mkdir()
    (saves / "settings.json").write_text("{")
    app = game(bench="three", format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "is damaged" in app.unsettled
        await pilot.press("comma", "escape")
        await to_lectern(app, pilot)
        await pilot.press("comma")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("comma")
        await settle(pilot)
        assert not isinstance(app.screen, SettingsScreen)
    assert (saves / "settings.json").read_text() == "{", "looking never writes"


async def test_a_theme_that_is_gone_falls_back(saves) -> None:
    write_settings(Settings(theme="no-such"))
    assert MootApp(Options()).theme == "moot"
