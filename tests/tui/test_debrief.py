"""The debrief by its keys: the question before it, its pages, and a mistake tried again."""

from __future__ import annotations

import pytest

from moot.counsel import Novice
from moot.files.records import read_record
from moot.round import moves
from moot.score.answering import loss_after
from moot.sitting.setup import new_session, resume_session
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.debrief import DebriefScreen
from moot.tui.screens.decided.prompt import PromptScreen
from moot.tui.screens.decided.reader import ReaderScreen
from moot.tui.screens.decided.ruling import RulingScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.widgets.pages import Pages
from tests.tui.driver import LARGE, SMALL, open_page, read, read_on, seen, settle


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def badly(folder, pick=max):
    """The record of a sitting whose every answer was the worst on offer; with ``min``, the best."""
    session, path = new_session(
        "sacramento-v-lewis", bench="three", format="quick", seed=5, opponent="novice", saves=folder
    )
    session.open()
    person = Novice(5)
    while session.waiting:
        round = session.round
        offered = [move for move in round.legal if isinstance(move, moves.GiveAnswer)]
        heard = round.position.heard
        worst = pick(offered, key=lambda move: loss_after(round.case, move.answer, heard), default=None)
        session.play(worst or person.choose(round))
    return path


async def to_the_prompt(app, pilot) -> None:
    await pilot.press("f", "enter")
    await settle(pilot)
    assert isinstance(app.screen, RulingScreen)
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_question_is_asked_once_and_the_first_page_says_three_things(size, tmp_path) -> None:
    app = MootApp(Options(resume=badly(tmp_path), saves=tmp_path))
    async with app.run_test(size=size) as pilot:
        await to_the_prompt(app, pilot)
        assert isinstance(app.screen, PromptScreen)
        assert "cost you most" in seen(app)
        await pilot.press("1")
        await settle(pilot)
        assert ("Yes. The debrief says why." in seen(app)) is (app.screen.prompt.right == 0)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        for heading in ("One thing you did well", "One answer to change", "One question to expect next time"):
            assert heading in seen(app), "the first screen shows all three without scrolling"
        await pilot.press("r", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)


async def test_on_a_small_screen_the_question_did_not_say_what_to_press_nor_whether_it_was_right(tmp_path) -> None:
    """Both stood under four answers, below the end of a screen of twenty rows."""
    app = MootApp(Options(resume=badly(tmp_path), saves=tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_prompt(app, pilot)
        assert "A number answers; enter skips it." in seen(app)
        await pilot.press("1")
        await settle(pilot)
        assert app.screen.prompt.reply(0)[:30] in seen(app)


async def test_the_first_page_says_so_where_there_is_no_answer_to_change(tmp_path) -> None:
    app = MootApp(Options(resume=badly(tmp_path, min), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await to_the_prompt(app, pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert "No answer to change" in seen(app)
        assert "One answer to change" not in seen(app)


async def test_enter_on_a_mistake_stands_before_the_question_again_and_leaves_the_record(tmp_path) -> None:
    path = badly(tmp_path)
    before = path.read_bytes()
    app = MootApp(Options(resume=path, saves=tmp_path))
    async with app.run_test(size=LARGE) as pilot:
        await to_the_prompt(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        assert "try it again" not in seen(app)
        mistake = screen.debriefs[0].change
        await open_page(app, pilot, f"mistake-{mistake.ply}")
        assert "try it again" in seen(app)
        for part in (mistake.question, mistake.said, mistake.better, mistake.law, mistake.votes):
            assert part in read(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LecternScreen)
        await read_on(app, pilot)
        assert app.sitting.session.round.ply == mistake.ply - 1
        assert app.sitting.session.round.pending.text == mistake.question
        new = app.sitting.path
        await pilot.press("1")
        await settle(pilot)
    assert path.read_bytes() == before
    assert new != path
    assert read_record(new).moves[: mistake.ply - 1] == read_record(path).moves[: mistake.ply - 1]
    session, _ = resume_session(new)
    assert session.round.ply >= mistake.ply


async def test_the_reader_opens_at_the_passage_that_a_mistake_cites_and_comes_back(tmp_path) -> None:
    app = MootApp(Options(resume=badly(tmp_path), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await to_the_prompt(app, pilot)
        await pilot.press("enter")
        await settle(pilot)
        debrief = app.screen
        mistake = next(each for each in debrief.debriefs[0].mistakes if each.court and each.court.opinion == "majority")
        await open_page(app, pilot, f"mistake-{mistake.ply}")
        await pilot.press("o")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        pages = screen.query_one(Pages)
        assert mistake.court.pin.startswith(pages.pages[pages.open].title.split(" ")[0][:3])
        await settle(pilot)
        first = " ".join(mistake.court.quote.split()[:2])
        assert first in " ".join(seen(app).split())
        await pilot.press("full_stop")
        await settle(pilot)
        assert "2 of " in seen(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is debrief


async def test_the_reader_finds_words_and_says_where_no_text_ships(tmp_path) -> None:
    app = MootApp(Options(resume=badly(tmp_path), saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await to_the_prompt(app, pilot)
        await pilot.press("enter", "o")
        await settle(pilot)
        screen = app.screen
        await pilot.press("slash", *"riot", "space", "x", "backspace", "backspace", "enter")
        await settle(pilot)
        assert app.screen is screen
        assert screen.wanted == "riot"
        assert "riot" in seen(app)
        page = screen.query_one(Pages).open
        await pilot.press("n")
        await settle(pilot)
        assert screen.query_one(Pages).open != page or screen.shown
        await pilot.press("slash", *"zzqq[b]", "enter")
        await settle(pilot)
        assert app.screen is screen
        for _ in screen.opinions:
            if not screen.opinion.pages:
                break
            await pilot.press("o")
            await settle(pilot)
        assert screen.opinion.pages or "does not come with the case" in read(app)
