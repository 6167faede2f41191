"""Small things on the screens that were said or offered wrongly."""

from __future__ import annotations

from moot.counsel import Novice
from moot.counsel.opponents import OPPONENTS
from moot.sitting.events import Light
from moot.sitting.setup import new_session
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.conference import ConferenceScreen
from moot.tui.screens.lectern import LecternScreen
from moot.tui.screens.ruling import RulingScreen
from moot.tui.starting import NOTES
from moot.tui.widgets.transcript import set_event
from tests.tui.driver import SMALL, decided, game, seen, settle


async def test_space_and_enter_and_the_next_judge_go_on_to_the_end_of_the_conference(tmp_path) -> None:
    """At the end the key of the whole conference did nothing."""
    app = MootApp(Options(resume=decided(tmp_path)))
    async with app.run_test(size=SMALL) as pilot:
        app.to_conference()
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ConferenceScreen)
        for _ in range(2 * len(screen.judges)):
            if not screen.done:
                await pilot.press("n")
                await settle(pilot)
        assert screen.done
        assert "next judge" not in seen(app).splitlines()[-1]
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, RulingScreen)


async def test_the_conference_told_every_step_before_what_the_vote_rests_on(tmp_path) -> None:
    app = MootApp(Options(resume=decided(tmp_path)))
    async with app.run_test(size=SMALL) as pilot:
        app.to_conference()
        await settle(pilot)
        screen = app.screen
        walk = screen.ruling.reasonings[screen.judges[0].id].walk
        ground = screen.ruling.case.issue[walk[-1].issue]
        told = screen.query_one("#words").content.plain
        assert len(walk) > 1
        assert told.startswith(f"The vote rests on this.\n{ground.question}")
        assert told.index(ground.position(walk[-1].position).text) < told.index("On the way to it.")


async def test_the_fast_key_is_not_offered_while_a_hint_is_up() -> None:
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "f")
        await settle(pilot)
        assert isinstance(app.screen, LecternScreen)
        assert "Hint" in seen(app)
        assert "to your turn" not in seen(app).splitlines()[-1]
        assert "go on" in seen(app).splitlines()[-1]


def test_the_white_light_is_printed_lit(tmp_path) -> None:
    session, _ = new_session("first-argument", bench="three", seed=1, opponent="novice", saves=tmp_path)
    lit, unlit = "●", "○"
    shown = set_event(Light(1, "white"), None, session.round)
    assert lit in shown.plain
    assert unlit not in shown.plain


def test_every_opponent_described_can_be_named_and_every_one_is_described() -> None:
    described = {key.partition(" ")[2] for key in NOTES if key.startswith("opponent ")}
    assert described == set(OPPONENTS)


async def test_one_move_is_one_move(tmp_path) -> None:
    session, _ = new_session("first-argument", bench="three", seed=1, opponent="novice", saves=tmp_path)
    session.open()
    session.play(Novice(1).choose(session.round))
    assert session.round.ply == 1
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "1 move" in seen(app)
        assert "1 moves" not in seen(app)
