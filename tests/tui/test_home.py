"""The home: the docket, the path, records with their results; and no sitting is kept in which nothing was said."""

from __future__ import annotations

from datetime import date

import pytest

import moot
from moot.files.folders import list_cases
from moot.files.practice import Attempt, append_attempt
from moot.files.records import records
from moot.sitting.practice.tasks import skill_tasks
from moot.sitting.setup import default_case, new_session
from moot.study.docket import HARDEST, offer_of
from moot.study.skills import skill_of
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.past import drill_of
from moot.tui.screens.decided.conference import ConferenceScreen
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.home.docket import DocketScreen
from moot.tui.screens.home.path import STEPS, PathScreen
from moot.tui.screens.home.practice import PracticeScreen
from moot.tui.screens.home.records import RecordsScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.widgets.safe import Menu
from tests.tui.driver import LARGE, SMALL, decided, game, seen, settle, to_lectern

LEWIS = "sacramento-v-lewis"


@pytest.mark.parametrize("id", list_cases())
def test_what_a_case_offers_is_counted_from_the_case(id) -> None:
    case = moot.load_case(id)
    offer = offer_of(case)
    assert 1 <= offer.level <= HARDEST
    assert offer.questions == sum(not question.stock for question in case.questions.values())
    assert offer.hypotheticals + offer.tables + offer.concessions <= offer.questions
    assert "None" not in offer.told
    assert not offer.told.startswith("0")


def test_lewis_is_harder_than_the_case_to_learn_on() -> None:
    assert offer_of(moot.load_case("first-argument")).level < offer_of(moot.load_case(LEWIS)).level


@pytest.mark.parametrize("skills", [step.skills for step in STEPS if step.skills])
def test_the_questions_of_a_step_try_its_skill(skills) -> None:
    case = moot.load_case(LEWIS)
    tasks = skill_tasks(case, moot.load_bench(case.bench), skills, 5, "today")
    assert len(tasks) == 5
    assert {skill_of(task.question) in skills for task in tasks} == {True}
    assert len({task.question.id for task in tasks}) == 5


async def test_the_start_showed_no_docket_no_best_and_no_last(saves) -> None:
    decided(saves)
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert isinstance(app.screen, DocketScreen)
        shown = seen(app)
        for id in list_cases():
            assert moot.load_case(id).caption in shown
        assert "best as petitioner" in shown
        assert "last: 20" in shown
        place = app.screen.ids.index("wilson-v-layne")
        app.screen.query_one(Menu).highlighted = place
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
        assert app.screen.row("case").value == "wilson-v-layne"


async def test_records_stand_by_name_date_and_result(saves) -> None:
    """They were listed without a result, and a decided one was offered to go on with."""
    decided(saves)
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "Decided" in seen(app)
        assert "Go on with" not in seen(app)
        await pilot.press("r")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert isinstance(app.screen, RecordsScreen)
        assert "1 sitting" in seen(app)
        assert any(f"{words} " in seen(app) for words in ("reversed", "affirmed", "vacated", "remanded"))
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ConferenceScreen)


async def test_the_path_leads_from_a_first_argument_to_a_whole_case(saves) -> None:
    case = moot.load_case(LEWIS)
    right = [each.id for each in case.questions.values() if skill_of(each) == "hypotheticals"][:5]
    for id in right:
        append_attempt(Attempt(LEWIS, id, right=True, at="2026-01-01T00:00:00+00:00", kind="drill"), saves)
    app = MootApp(Options(seed=5))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(app.screen, PathScreen)
        assert app.screen.done == {"hypotheticals"}
        assert "1 of 6 steps done" in seen(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PracticeScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PathScreen)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)
        assert app.sitting.case.id == "first-argument"


async def test_a_finished_first_argument_finishes_the_first_step(saves) -> None:
    session, _ = new_session("first-argument", bench="three", format="quick", seed=5, opponent="novice", saves=saves)
    session.open()
    person = moot.counsel.Novice(5)
    while session.waiting:
        session.play(person.choose(session.round))
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert "first" in app.screen.done
        assert "whole" not in app.screen.done


@pytest.mark.parametrize("side", ["petitioner", "respondent"])
async def test_a_sitting_in_which_nothing_was_said_was_kept(side, saves) -> None:
    app = game(side=side, bench="three", format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert records() != []
        app.to_choices()
        await settle(pilot)
        assert records() == []


async def test_what_was_said_is_kept_and_so_is_an_exam(saves) -> None:
    app = game(bench="three", format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        app.to_choices()
        await settle(pilot)
    assert len(records()) == 1
    app = MootApp(Options(resume=records()[0]))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        app.to_choices()
    assert len(records()) == 1
    app = game(bench="three", format="quick", mode="exam")
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        app.to_choices()
    assert len(records()) == 2


async def test_the_start_screen_stood_without_its_styles() -> None:
    """Textual loads no styles for a default screen: until another screen had been opened everything stuck to the left edge."""
    app = MootApp(Options())
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert seen(app).splitlines()[1].startswith("  moot")
        assert "? help  q leave" in seen(app).splitlines()[-1], "help and leave are the last to go"
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "? help  q leave" in seen(app).splitlines()[-1]


async def test_the_docket_began_with_a_hard_case_and_did_not_say_what_is_argued(saves) -> None:
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        levels = [offer_of(moot.load_case(id)).level for id in app.screen.ids]
        assert app.screen.ids[0] == "first-argument"
        assert levels[1:] == sorted(levels[1:])
        app.screen.query_one(Menu).highlighted = app.screen.ids.index(LEWIS)
        await settle(pilot)
        assert "doctrinal" in seen(app)
        assert "Most cited: Daniels" in seen(app)


@pytest.mark.parametrize("id", list_cases())
def test_what_is_argued_in_a_case_is_counted_from_its_points(id) -> None:
    case = moot.load_case(id)
    offer = offer_of(case)
    assert 1 <= len(offer.modalities) <= 5
    assert len(offer.authorities) == 4
    cited = [sum(each.id in point.argument.cites for point in case.points) for each in offer.authorities]
    assert cited == sorted(cited, reverse=True)


def test_somebody_who_named_no_case_got_the_first_in_the_alphabet(saves, monkeypatch) -> None:
    """A new case early in the alphabet changed what `moot demo`, the plain form and the drill open."""
    monkeypatch.setenv("MOOT_SAVES", str(saves / "none"))
    assert default_case() == LEWIS
    assert {task.round.case.id for task in drill_of(saves / "none", date(2026, 1, 1), lambda _: None)} == {
        "first-argument"
    }
