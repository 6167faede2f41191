"""A first run leads into the game: a short case to learn on, and every case in quick until one sitting is finished."""

from __future__ import annotations

from moot.files.folders import list_cases
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.pages.brief import BriefScreen
from tests.tui.driver import LARGE, SMALL, decided, game, seen, settle, to_lectern

LEWIS = "sacramento-v-lewis"


async def test_the_readme_s_command_opens_a_short_sitting_and_not_half_an_hour() -> None:
    """The first sitting of everyone who followed README was the longest there is."""
    app = MootApp(Options(case=LEWIS))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert app.screen.row("format").value == "quick"
        assert "Quick: 8 minutes" in seen(app)
        await pilot.press("down", "down", "down", "down")
        await settle(pilot)
        assert "finished one sitting" in " ".join(seen(app).split()), "the reason is told where it can be changed"
        await pilot.press("enter")
        await settle(pilot)
        assert (app.sitting.case.id, app.sitting.session.round.format.id) == (LEWIS, "quick")


async def test_a_first_run_begins_with_the_case_to_learn_on() -> None:
    """It began with whatever case is first in the alphabet."""
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert app.screen.row("case").value == "first-argument"
        assert "Never played?" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)
        assert app.sitting.case.id == "first-argument"


async def test_the_case_to_learn_on_is_offered_beside_another_one() -> None:
    app = MootApp(Options(case=LEWIS))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "Learn first" in seen(app)
        await pilot.press("end")
        await settle(pilot)
        assert "Never played?" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.sitting.case.id == "first-argument"
        assert app.sitting.sides == ("petitioner",)


async def test_after_a_finished_sitting_a_case_has_its_own_length(saves) -> None:
    decided(saves)
    app = MootApp(Options(case=LEWIS))
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert app.screen.row("format").value == "scotus-1997"
        assert "Learn first" not in seen(app)
        assert "Decided" in seen(app)


async def test_a_sitting_that_was_left_does_not_count_as_finished(saves) -> None:
    app = game(bench="three", format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
    app = MootApp(Options(case=LEWIS))
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert app.screen.row("format").value == "quick"
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.sitting.session.round.format.id == "quick"


async def test_a_format_that_was_asked_for_stands_in_a_first_run_too() -> None:
    app = MootApp(Options(case=LEWIS, format="scotus-1997"))
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert app.screen.row("format").value == "scotus-1997"


async def test_every_case_can_be_begun_as_a_first_run_proposes_it(tmp_path) -> None:
    for number, id in enumerate(list_cases()):
        app = MootApp(Options(case=id, saves=tmp_path / str(number)))
        async with app.run_test(size=SMALL) as pilot:
            await settle(pilot)
            assert isinstance(app.screen, ChooseScreen)
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, BriefScreen), seen(app)
