"""An interruption is seen: the speech arrives word by word, is cut with a dash, and a judge leans in before breaking in."""

from __future__ import annotations

import dataclasses

import pytest

from moot.counsel import Novice
from moot.files.settings import Settings
from moot.sitting.events import Asked, Begun, Reacted, Resumed
from moot.sitting.setup import new_session
from moot.sitting.showing.look import LEANS, view
from moot.tui.arriving import Arriving
from moot.tui.screens.lectern import telling
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.text import EMPTY, Hanging, words
from moot.tui.widgets.banner import Bar, BenchRow, Plan
from moot.tui.widgets.transcript import Transcript
from tests.tui.driver import LARGE, SMALL, game, seen, settle, to_lectern

DASH = "\u2013"


def shown(app) -> str:
    return app.screen.query_one(Transcript).last.content.plain


async def broken_in(app, pilot) -> LecternScreen:
    """Plead points until one is broken into, and stop while it arrives."""
    await to_lectern(app, pilot)
    screen = app.screen
    assert isinstance(screen, LecternScreen)
    app.pace = True
    for _ in range(12):
        await pilot.press("1")
        await pilot.pause()
        following = screen.queue[0].events[0] if screen.queue else None
        if screen.arriving is not None and isinstance(following, Asked) and following.broke_in:
            return screen
        await pilot.press("x", "x")
        await settle(pilot)
    raise AssertionError("nobody breaks in")


def test_a_speech_arrives_in_whole_words_and_ends_as_it_was() -> None:
    whole = Hanging(words("Cassidy"), [words("May it please the Court.")], indent=11, beside=[words("face")])
    arriving = Arriving(whole)
    steps = [arriving.step() for _ in range(5)]
    assert [each.paragraphs[0].plain for each in steps[:3]] == ["May", "May it", "May it please"]
    assert steps[-1] is whole
    assert arriving.done
    assert Arriving(Hanging(EMPTY, [EMPTY], indent=0)).step().paragraphs[0].plain == ""


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_speech_stood_there_whole_and_the_question_with_it(size, monkeypatch, tmp_path) -> None:
    """An interruption did not look like one: speech and question came at one stroke."""
    monkeypatch.setattr(telling, "PACE", 60.0)
    monkeypatch.setattr(telling, "LEAN", 60.0)
    app = game(format="quick", heat="hot", seed=3, saves=tmp_path)
    async with app.run_test(size=size) as pilot:
        screen = await broken_in(app, pilot)
        whole = screen.arriving.whole.paragraphs[0].plain
        assert whole.endswith(DASH), "it is cut in mid-sentence"
        assert len(shown(app)) < len(whole) / 2
        assert "any key" in seen(app)
        screen._step()
        screen._step()
        assert DASH not in shown(app)
        line = app.sitting.session.round.line
        await pilot.press("1")
        await settle(pilot)
        assert shown(app) == f"{whole}" or whole in screen.query_one(Transcript).last.shown.plain
        assert app.sitting.session.round.line == line, "the key that completes a speech chooses nothing"
        asker = screen.leaning
        seat = next(seat for seat in screen.query_one(BenchRow).seats if seat.judge == asker)
        assert seat.look is LEANS
        assert "leans" in seen(app)
        assert not isinstance(screen.told[-1], Asked), "the question waits for the judge who leans in"
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(screen.told[-1], Asked)
        assert screen.offered
        assert "leans" not in seen(app)


async def test_the_words_come_by_themselves(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(telling, "LEAN", 0.001)
    app = game(format="quick", heat="hot", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        screen = await broken_in(app, pilot)
        screen._timer.stop()
        screen._timer = screen.set_interval(0.001, screen._step)
        for _ in range(200):
            await pilot.pause(0.01)
            if screen.offered:
                break
        assert isinstance(screen.told[-1], Asked)


async def test_the_fast_key_and_reduced_motion_show_everything_at_once(tmp_path) -> None:
    app = game(format="quick", heat="hot", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        screen = await broken_in(app, pilot)
        await pilot.press("f")
        await settle(pilot)
        assert screen.offered
        assert screen.arriving is None
        app.pace = None
        app.settings = dataclasses.replace(Settings(), motion="reduced")
        assert not app.paced
        await pilot.press("1")
        await settle(pilot)
        assert screen.arriving is None


async def test_nothing_arrives_behind_another_screen(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(telling, "PACE", 60.0)
    app = game(format="quick", heat="hot", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        screen = await broken_in(app, pilot)
        screen.action_help()
        await settle(pilot)
        before = screen.arriving.words
        screen._step()
        assert screen.arriving.words == before
        await pilot.press("escape")
        await settle(pilot)
        screen.action_undo()
        await settle(pilot)
        assert screen.arriving is None
        assert screen.offered


async def test_the_plan_and_the_clock_told_while_a_speech_arrived_how_it_would_end(monkeypatch, tmp_path) -> None:
    """A point stood there as half said, and its time as spent, before its first word had been heard."""
    monkeypatch.setattr(telling, "PACE", 60.0)
    monkeypatch.setattr(telling, "LEAN", 60.0)
    app = game(format="quick", heat="hot", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        screen = await broken_in(app, pilot)
        point = app.sitting.case.point[screen.told[-1].point].title
        bar, plan = screen.query_one(Bar), screen.query_one(Plan)
        before = bar.shown.clock
        assert {row.state for row in plan.shown.plan if row.title == point} == {"open"}
        await pilot.press("space")
        await settle(pilot)
        assert screen.leaning
        assert {row.state for row in plan.shown.plan if row.title == point} == {"half"}
        assert bar.shown.clock < before


def test_a_look_stayed_on_the_bench_while_the_next_point_was_argued(tmp_path) -> None:
    session, _ = new_session("first-argument", format="quick", heat="hot", seed=3, opponent="novice", saves=tmp_path)
    told = list(session.open())
    person, looked, begun = Novice(5), 0, 0
    while session.waiting:
        for event in session.play(person.choose(session.round)):
            told.append(event)
            seats = view(session.round, told).seats
            looked += isinstance(event, Reacted) and any(seat.look for seat in seats)
            if isinstance(event, Begun | Resumed):
                begun += 1
                assert not any(seat.look for seat in seats), event
    assert looked
    assert begun
