"""A place that has to be worked out says so at once, and keys pressed before it stands do not go past it."""

from __future__ import annotations

from textual.events import Key
from textual.widgets._toast import Toast

from moot.sitting.setup import new_session
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
from moot.tui.widgets.safe import Menu
from tests.tui.driver import SMALL, decided, game, seen, settle, to_lectern


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
    _, path = new_session("first-argument", bench="three", side="both", saves=tmp_path)
    assert "both sides before" in about(path)


def noticed(app: MootApp) -> list[str]:
    """The notices that are shown."""
    return [each.message for each in app._notifications]


async def test_a_key_that_did_nothing_said_nothing(tmp_path) -> None:
    app = game(case="first-argument", bench="three", seed=3, mode="exam")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        for key, why in (
            ("w", "In an exam the bench keeps its counsel."),
            ("u", "In an exam nothing is taken back."),
            ("p", "The live clock is off"),
            ("m", "is marked while they argue"),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert why in noticed(app)[-1]
        before = noticed(app)
        await pilot.press(key)
        await settle(pilot)
        assert noticed(app) == before, "a notice that is shown is not shown twice"


async def test_the_fast_key_at_a_hint_did_nothing_and_said_nothing(tmp_path) -> None:
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "f")
        await settle(pilot)
        assert "Hint" in seen(app)
        await pilot.press("f")
        await settle(pilot)
        assert noticed(app) == ["Space goes on from the hint."]


async def test_a_short_note_covered_the_choices(tmp_path) -> None:
    """It stood at the bottom, over the third and fourth answer."""
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await to_lectern(app, pilot)
        menu = app.screen.query_one(Menu)
        while not menu.region.height:
            await pilot.press("space")
            await settle(pilot)
        app.notify("Nothing is left to read: choose what to say.")
        await settle(pilot)
        note = app.screen.query_one(Toast)
        assert note.region.height
        assert note.region.bottom <= menu.region.y
