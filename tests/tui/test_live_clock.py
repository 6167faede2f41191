"""The live clock: seconds count, the room changes with them, training may stop it, and the record plays again exactly."""

from __future__ import annotations

import argparse
import io
import re

import pytest

import moot
from moot.commands.sitting import play as command
from moot.files.records import read_record
from moot.plain.play import play
from moot.round import moves
from moot.sitting.live import LiveClock
from moot.sitting.replaying import replay
from moot.sitting.setup import new_session
from moot.sitting.showing.look import View
from moot.tui.widgets.banner import Bar
from tests.tui.driver import LARGE, SMALL, game, play_out, read_on, seen, settle, to_lectern


class Time:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def lectern():
    case = moot.load_case("sacramento-v-lewis")
    round = moot.Round(case, moot.load_bench("three"), seed=3, format="quick", heat="cold")
    while round.turn == moot.BENCH or any(isinstance(move, moves.Roadmap) for move in round.legal):
        round.push(round.legal[0])
    return round


def test_thinking_costs_whole_ticks_beside_what_is_said() -> None:
    time, round = Time(), lectern()
    clock = LiveClock(time)
    plead = next(move for move in round.legal if isinstance(move, moves.Plead))
    own = round.rules.transition(round.position.state, plead).cost
    for seconds, ticks in ((14.9, None), (15.1, own + 1), (46, own + 3)):
        clock.run()
        time.at += seconds
        assert clock.measured(round, plead).ticks == ticks
        assert clock.seconds == 0
    before = round.position.clock
    round.push(moves.Plead(plead.point, ticks=own + 3))
    assert before - round.position.clock == own + 3


def test_what_takes_no_time_hands_its_seconds_on() -> None:
    time, round = Time(), lectern()
    clock = LiveClock(time)
    turn = next(move for move in round.legal if isinstance(move, moves.Turn))
    clock.run()
    time.at += 31
    assert clock.measured(round, turn) == turn
    assert turn.ticks is None
    round.push(turn)
    plead = next(move for move in round.legal if isinstance(move, moves.Plead))
    assert clock.measured(round, plead).ticks == round.rules.transition(round.position.state, plead).cost + 2
    clock.run()
    time.at += 60
    clock.stop()
    time.at += 60
    assert clock.seconds == 60
    assert clock.measured(round, moves.Sit()) == moves.Sit()
    assert clock.seconds == 0


@pytest.mark.parametrize(
    ("spent", "shown"), [(0, 10), (1, 10), (14, 10), (15, 9), (16, 9), (149, 1), (150, 0), (200, 0)]
)
def test_the_clock_shows_a_tick_until_the_whole_of_it_has_passed(spent, shown) -> None:
    """What is shown is rounded up: a tick of which one second is gone can still be used."""
    bar = Bar(moot.load_case("first-argument"))
    bar.set_reactive(Bar.shown, View(clock=10))
    bar.set_reactive(Bar.spent, spent)
    assert bar.now.clock == shown


def timed(app) -> Time:
    """Give the lectern's clock to the test."""
    time = Time()
    app.screen.live = LiveClock(time)
    app.screen._start_clock()
    return time


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_no_clock_ran(size, tmp_path) -> None:
    app = game(format="quick", bench="three", heat="cold", seed=3, clock="live", saves=tmp_path)
    async with app.run_test(size=size) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        screen, time = app.screen, timed(app)
        left = screen.session.round.position.clock * 15

        async def told(seconds: int) -> str:
            time.at += seconds
            screen._tick()
            await settle(pilot)
            return seen(app).splitlines()[0]

        assert f"{(left - 7) // 60}:{(left - 7) % 60:02d}" in await told(7)
        assert not screen.has_class("-ending")
        await told(left - 7 - 29)
        assert screen.has_class("-ending")
        assert "! 0:29" in seen(app)
        line = len(screen.session.round.line)
        await pilot.press("1")
        await play_out(app, pilot)
        made = screen.session.round.line[line]
        assert made.ticks is not None
        path, round = app.sitting.path, app.sitting.session.round
    data = read_record(path)
    assert any("@" in move for move in data.moves)
    again = replay(data)
    assert again.positions == round.positions
    assert again.outcome().ruling.disposition is round.outcome().ruling.disposition


async def test_the_clock_stops_in_training_and_while_a_page_is_read_and_runs_on_in_an_exam(tmp_path) -> None:
    for mode in ("training", "exam"):
        app = game(format="quick", bench="three", seed=3, clock="live", mode=mode, saves=tmp_path)
        async with app.run_test(size=LARGE) as pilot:
            await to_lectern(app, pilot)
            await read_on(app, pilot)
            screen, time = app.screen, timed(app)
            await pilot.press("b")
            await settle(pilot)
            time.at += 20
            await pilot.press("escape")
            await settle(pilot)
            assert screen.live.seconds == (0 if mode == "training" else 20)
            await pilot.press("p")
            await settle(pilot)
            time.at += 40
            assert screen.live.seconds == (0 if mode == "training" else 60)
            assert ("stopped" in seen(app)) is (mode == "training")
            await pilot.press("p")
            time.at += 5
            assert screen.live.seconds == (5 if mode == "training" else 65)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_at_0_00_nothing_happened_until_the_next_speech(size, tmp_path) -> None:
    app = game(format="quick", bench="three", heat="cold", seed=3, clock="live", saves=tmp_path)
    async with app.run_test(size=size) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        screen, time = app.screen, timed(app)
        round = screen.session.round
        left, ply = round.position.clock, round.ply
        time.at += left * 15 - 1
        screen._tick()
        await settle(pilot)
        assert round.ply == ply
        time.at += 1
        screen._tick()
        await settle(pilot)
        assert str(round.line[ply]) == f"sit @{left}"
        assert re.search(r"[A-Z]\w+ +Thank you, counsel. Your time is up\.", seen(app))
        assert "■ Red light: the time is up." in seen(app)
        assert "sits down" not in seen(app)
        path = app.sitting.path
        await pilot.press("u")
        await settle(pilot)
        assert round.ply == ply
        assert screen.live.seconds < left * 15
        time.at += left * 15
        screen._tick()
        await settle(pilot)
        again = replay(read_record(path))
    assert str(again.line[ply]) == f"sit @{left}"
    assert again.positions[ply + 1].state.phase is not again.positions[ply].state.phase


async def test_the_answer_that_is_owed_may_be_given_after_0_00(tmp_path) -> None:
    app = game(format="quick", bench="three", heat="hot", seed=3, clock="live", saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        for _ in range(9):
            if app.screen.session.round.position.state.pending:
                break
            await pilot.press("1")
            await read_on(app, pilot)
        screen, time = app.screen, timed(app)
        round = screen.session.round
        assert round.position.state.pending
        ply = round.ply
        time.at += 3600
        screen._tick()
        await settle(pilot)
        assert round.ply == ply
        await pilot.press("1")
        await settle(pilot)
        assert isinstance(round.line[ply], moves.GiveAnswer)


def test_a_turn_that_the_live_clock_stopped_counted_as_ended_in_time() -> None:
    round = lectern()
    clock = round.position.clock
    for move, kept in ((moves.Sit(ticks=clock), False), (moves.Sit(), True)):
        copy = round.copy()
        side = copy.speaker
        copy.push(move)
        items = moot.score(copy).ballots[side].items
        found = [loss.why for item in items if item.name == "time" for loss in item.losses]
        assert ("stopped by the red light" in found) is not kept


async def test_turns_stay_the_default(tmp_path) -> None:
    app = game(format="quick", bench="three", seed=3, saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        time = timed(app)
        time.at += 500
        await pilot.press("1")
        await settle(pilot)
        assert all(move.ticks is None for move in app.sitting.session.round.line)


def test_the_plain_form_counts_the_seconds_too(tmp_path, monkeypatch) -> None:
    class Slow(LiveClock):
        @property
        def seconds(self) -> float:
            return 33.0

    monkeypatch.setattr("moot.plain.play.LiveClock", Slow)
    session, path = new_session("first-argument", bench="three", format="quick", seed=3, saves=tmp_path)
    play(session, path, io.StringIO("1\n1\n1\n1\n1\n1\n"), io.StringIO(), live=True)
    assert any(move.endswith(("@3", "@4", "@5", "@6")) for move in read_record(path).moves)
    assert not any("roadmap" in move and "@" in move for move in read_record(path).moves)


def test_a_line_typed_after_0_00_was_still_said(tmp_path, monkeypatch) -> None:
    class Late(LiveClock):
        @property
        def seconds(self) -> float:
            return 3600.0

    monkeypatch.setattr("moot.plain.play.LiveClock", Late)
    session, path = new_session("first-argument", bench="three", format="quick", seed=3, saves=tmp_path)
    told = io.StringIO()
    play(session, path, io.StringIO("1\n1\n1\n1\n1\n1\n"), told, live=True)
    assert any(move.startswith("sit @") for move in read_record(path).moves)
    assert "Thank you, counsel. Your time is up." in told.getvalue()


def test_the_option_reaches_the_game(monkeypatch) -> None:
    from moot.tui import run

    opened = []
    monkeypatch.setattr(run, "run", lambda options: opened.append(options) or 0)
    words = dict.fromkeys(("side", "bench", "format", "seed", "resume"))
    command._screen(
        argparse.Namespace(
            case=None, opponent="novice", heat="hot", exam=False, assigned="", due="", clock="live", **words
        )
    )
    assert opened[-1].clock == "live"
