"""A letter beside every part of a screen; the letter goes there."""

from __future__ import annotations

from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.jump import JumpScreen, Letter
from moot.tui.screens.lectern.consult import ConsultScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.stands import StandsScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.widgets.pages import Pages
from moot.tui.widgets.safe import Menu
from moot.tui.widgets.transcript import Transcript
from tests.tui.driver import SMALL, game, seen, settle, to_lectern


async def jump(pilot, letter: str) -> None:
    await pilot.press("l")
    await settle(pilot)
    assert isinstance(pilot.app.screen, JumpScreen)
    await pilot.press(letter)
    await settle(pilot)


def places(screen) -> dict[str, tuple[int, int]]:
    return {letter: (jump.at.x, jump.at.y) for letter, jump in screen.letters.items()}


async def test_nothing_but_numbers_and_arrows_reached_the_parts_of_the_lectern(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_lectern(app, pilot)
        lectern = app.screen
        assert isinstance(lectern, LecternScreen)
        await pilot.press("l")
        await settle(pilot)
        assert list(app.screen.letters) == ["a", "b", "c"], "the bench, the transcript, the plan"
        row = seen(app).splitlines()[places(app.screen)["a"][1]]
        assert " a " in row
        await pilot.press("escape")
        await jump(pilot, "b")
        assert lectern.query_one(Transcript).has_focus
        await jump(pilot, "a")
        assert isinstance(app.screen, StandsScreen)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        menu = next(letter for letter, jump in app.screen.letters.items() if jump.go == lectern.query_one(Menu).focus)
        await pilot.press(menu)
        await settle(pilot)
        assert lectern.query_one(Menu).has_focus
        await jump(pilot, "c")
        assert isinstance(app.screen, ConsultScreen)


async def test_a_letter_marks_a_line_of_the_start(tmp_path) -> None:
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await jump(pilot, "d")
        assert isinstance(app.screen, ChooseScreen)
        assert app.screen.query_one(Menu).highlighted == 3


async def test_a_page_after_the_ninth_could_not_be_opened_by_a_key(tmp_path) -> None:
    """Digits reach nine pages. A letter stands over every name that is seen."""
    app = game(saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)
        await jump(pilot, "d")
        assert app.screen.query_one(Pages).open == 3
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert len(app.screen.query(Letter)) == 5


async def test_a_key_that_is_no_letter_takes_the_letters_away_and_does_nothing_else(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for key in ("escape", "space", "z", "enter"):
            await jump(pilot, key)
            assert isinstance(app.screen, BriefScreen)
            assert app.screen.query_one(Pages).open == 0


async def test_a_letter_can_be_clicked(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        across, down = places(app.screen)["c"]
        await pilot.click(offset=(across + 1, down))
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)
        assert app.screen.query_one(Pages).open == 2


async def test_letters_go_when_the_window_changes(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)
