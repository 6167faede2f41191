"""A place that has to be worked out says so at once, and keys pressed before it stands do not go past it."""

from __future__ import annotations

from textual.events import Key

from moot.tui.app import MootApp
from moot.tui.kept import about
from moot.tui.options import Options
from moot.tui.screens.decided.conference import ConferenceScreen
from moot.tui.screens.decided.debrief import DebriefScreen
from moot.tui.screens.decided.prompt import PromptScreen
from moot.tui.screens.decided.ruling import RulingScreen
from moot.tui.screens.find import Find
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.pages.transcript import TranscriptScreen
from moot.tui.widgets.keyline import KeyLine
from tests.tui.driver import SMALL, decided, game, settle, to_lectern


async def test_a_second_enter_at_the_end_of_the_conference_went_past_the_ruling(tmp_path) -> None:
    app = MootApp(Options(resume=decided(tmp_path), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        app.to_conference(over=True)
        await settle(pilot)
        assert isinstance(app.screen, ConferenceScreen)
        early = [Key("enter", "\r") for _ in range(3)]
        for key in early:
            app.post_message(key)
        await settle(pilot)
        assert isinstance(app.screen, RulingScreen), "the other two were pressed before it stood"


async def test_nothing_said_that_a_place_is_being_worked_out(tmp_path) -> None:
    app = MootApp(Options(resume=decided(tmp_path), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        app.to_conference(over=True)
        await settle(pilot)
        line = app.screen.query_one(KeyLine)
        said = []
        app.work_out(lambda: said.append(line.render().plain))
        await settle(pilot)
        assert said == ["One moment …"]
        assert "read the ruling" in line.render().plain


async def test_the_debrief_was_worked_out_twice(tmp_path, monkeypatch) -> None:
    """Once for its question, and once more after it."""
    made = []
    init = DebriefScreen.__init__
    monkeypatch.setattr(DebriefScreen, "__init__", lambda self, sitting: (made.append(1), init(self, sitting))[1])
    app = MootApp(Options(resume=decided(tmp_path), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        app.to_debrief()
        await settle(pilot)
        if isinstance(app.screen, PromptScreen):
            await pilot.press("enter")
            await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert len(made) == 1
        app.to_ruling()
        await settle(pilot)
        app.to_debrief()
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.is_attached


async def test_the_key_that_finds_words_did_nothing_at_the_lectern() -> None:
    """Words could be looked for in what was said only on the transcript's own screen, which the lectern does not open."""
    app = game()
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("slash")
        await settle(pilot)
        assert isinstance(app.screen, Find)
        await pilot.press(*"please", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        assert app.screen.query_one("Speech.-found")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, LecternScreen)


async def test_a_record_named_its_bench_and_format_by_id(tmp_path) -> None:
    said = about(decided(tmp_path))
    assert "before Three ways of judging (3 judges)" in said
    assert "; Quick; normal heat; " in said
