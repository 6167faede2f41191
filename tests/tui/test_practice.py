"""Practice on the screen: the questions that were fumbled, again, by keys alone."""

from __future__ import annotations

import pytest

from moot.files.practice import read_attempts
from moot.sitting.practice.engine import Grade
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.debrief import DebriefScreen
from moot.tui.screens.home.practice import PracticeScreen
from moot.tui.widgets.faces import FACES
from tests.tui.driver import LARGE, SMALL, seen, settle
from tests.tui.test_debrief import badly, to_the_prompt

TOP = next(iter(FACES.values())).large()[0]


async def to_practice(app, pilot) -> PracticeScreen:
    await to_the_prompt(app, pilot)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(app.screen, DebriefScreen)
    await pilot.press("m")
    await settle(pilot)
    assert isinstance(app.screen, PracticeScreen)
    return app.screen


def key_of(screen: PracticeScreen, *, right: bool) -> str:
    """The number of an answer that is right, or that is not."""
    task = screen.practice.task
    fits = [(task.verdict(each.move.answer) is not Grade.NOT_YET) is right for each in screen.offered]
    return str(fits.index(True) + 1)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_was_fumbled_can_be_tried_again_from_the_debrief(size, tmp_path) -> None:
    """`moot retry` was to be had line by line only: the game never led to it."""
    record = badly(tmp_path)
    before = record.read_bytes()
    app = MootApp(Options(resume=record, saves=tmp_path))
    async with app.run_test(size=size) as pilot:
        screen = await to_practice(app, pilot)
        many = len(screen.practice.tasks)
        assert many > 1
        assert f"question 1 of {many}" in seen(app)
        assert (TOP in seen(app)) is (size == LARGE)
        pending = screen.practice.task.question
        assert " ".join(seen(app).split()).count("You said:") == 1
        assert pending.text.split()[0] in seen(app), "the question is in sight on a small screen too"
        await pilot.press(key_of(screen, right=False))
        await settle(pilot)
        assert "Not yet." in seen(app)
        assert f"question 1 of {many}" in seen(app), "a wrong answer stays"
        await pilot.press("h")
        await settle(pilot)
        assert "Hint:" in seen(app)
        await pilot.press(key_of(screen, right=True))
        await settle(pilot)
        assert "ight." in seen(app)
        assert f"question 1 of {many}" in seen(app), "why it is right is read before the next question"
        await pilot.press("space")
        await settle(pilot)
        assert f"question 2 of {many}" in seen(app)
        await pilot.press("v")
        await settle(pilot)
        await pilot.press("space")
        for _ in range(many - 2):
            await settle(pilot)
            await pilot.press("s")
        await settle(pilot)
        told = " ".join(seen(app).split())
        assert "1 right at a later one, 1 looked up" in told
        assert many == 2 or f"{many - 2} skipped" in told
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
    attempts, bad = read_attempts(tmp_path)
    assert [(each.right, each.kind) for each in attempts] == [(False, "retry"), (False, "retry")]
    assert not bad
    assert record.read_bytes() == before


async def test_practice_can_be_left_at_once_and_a_log_that_cannot_be_written_is_told(tmp_path) -> None:
    app = MootApp(Options(resume=badly(tmp_path), saves=tmp_path))
    (tmp_path / "practice.log").mkdir()
    async with app.run_test(size=LARGE) as pilot:
        screen = await to_practice(app, pilot)
        await pilot.press(key_of(screen, right=True))
        await settle(pilot)
        assert sum("not kept" in each.message for each in app._notifications) == 1
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
