"""An opponent who looks ahead: it thinks in the background, and the screen stays the player's."""

from __future__ import annotations

import threading

import pytest

from moot.counsel import Novice
from moot.errors import StoppedThinking
from moot.files.records import read_record
from moot.tui.screens.lectern.lectern import LecternScreen
from tests.tui.driver import SMALL, briefly, game, seen, settle, to_lectern


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


class Patient(Novice):
    """Thinks until it is hurried or stopped."""

    thinks = True

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        self.asked = 0
        self.hurried, self.stopped = threading.Event(), False

    def hurry(self) -> None:
        self.hurried.set()

    def stop(self) -> None:
        self.stopped = True
        self.hurried.set()

    def choose(self, round):
        self.asked += 1
        assert self.hurried.wait(20)
        self.hurried.clear()
        if self.stopped:
            self.stopped = False
            raise StoppedThinking("stopped")
        return super().choose(round)


async def thinking(app, pilot) -> Patient:
    """Sit down, so that the other side is to move."""
    await to_lectern(app, pilot)
    patient = app.sitting.session.opponent = Patient()
    await pilot.press("s", "y")
    for _ in range(40):
        await settle(pilot)
        if app.screen.thinking:
            break
        await pilot.press("space")
    assert "The other side is thinking" in seen(app)
    return patient


async def test_the_space_bar_lets_them_speak_with_the_best_so_far() -> None:
    app = game(format="quick", bench="three", heat="cold")
    async with app.run_test(size=SMALL) as pilot:
        await thinking(app, pilot)
        assert "space to let them speak" in seen(app)
        ply = app.sitting.session.round.ply
        await pilot.press("space")
        for _ in range(40):
            await settle(pilot)
            if app.sitting.session.round.ply > ply:
                break
        assert app.sitting.session.round.ply > ply


async def test_a_choice_can_be_taken_back_while_the_other_side_thinks() -> None:
    app = game(format="quick", bench="three", heat="cold")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        line = app.sitting.session.round.line
        app.sitting.session.opponent = Patient()
        await pilot.press("s", "y")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert not app.screen.thinking
        assert app.sitting.session.round.line == line
        assert app.screen.offered
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert app.sitting.session.round.line == line, "what was thought of before is not said now"
        assert "stopped" not in seen(app)


async def test_leaving_waited_for_the_other_side_to_finish_thinking() -> None:
    app = game(format="quick", bench="three", heat="cold")
    async with app.run_test(size=SMALL) as pilot:
        patient = await thinking(app, pilot)
        line = tuple(str(move) for move in app.sitting.session.round.line)
        await pilot.press("q")
        await pilot.pause()
    assert patient.asked == 1
    assert read_record(app.sitting.path).moves == line, "nothing is recorded after the player left"


async def test_the_petitioner_thought_while_the_screen_stood_still() -> None:
    """As respondent against search the first screen comes before the other side has thought of anything."""
    app = game(side="respondent", format="quick", bench="three", heat="cold")
    async with app.run_test(size=SMALL) as pilot:
        app.sitting.session.opponent = patient = Patient()
        await pilot.press("enter")
        for _ in range(20):
            await settle(pilot)
            if isinstance(app.screen, LecternScreen) and app.screen.thinking:
                break
            await pilot.press("space")
        assert app.screen.thinking
        assert app.sitting.session.round.ply == 0
        patient.hurried.set()
        await pilot.press("q")


@pytest.mark.slow
async def test_a_whole_sitting_against_search_by_keys() -> None:
    app = game(case="first-argument", opponent="search", bench="three", seed=3, mode="exam")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        for _ in range(200):
            screen = app.screen
            if not isinstance(screen, LecternScreen):
                break
            if screen.thinking:
                await app.workers.wait_for_complete()
                await settle(pilot)
            elif screen.reading:
                await pilot.press("f")
            else:
                await pilot.press(str(briefly(screen.offered)), "y")
            await settle(pilot)
        assert app.sitting.session.round.turn is None
        assert read_record(app.sitting.path).moves == tuple(str(move) for move in app.sitting.session.round.line)
