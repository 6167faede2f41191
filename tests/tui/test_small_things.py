"""Small things on the screens that were said or offered wrongly."""

from __future__ import annotations

from moot.case import Disposition
from moot.counsel import Novice
from moot.counsel.opponents import OPPONENTS
from moot.files.loading import load_case
from moot.sitting.events import Light
from moot.sitting.setup import new_session
from moot.sitting.showing.choices import point_note
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.conference import ConferenceScreen, _against
from moot.tui.screens.decided.ruling import RulingScreen
from moot.tui.screens.lectern.consult import ConsultScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.screens.lectern.stands import StandsScreen
from moot.tui.starting import NOTES
from moot.tui.text import EMPTY, Hanging, words
from moot.tui.widgets.banner import BenchRow, Plan
from moot.tui.widgets.pages import Pages
from moot.tui.widgets.transcript import Speech, Transcript, set_event
from tests.tui.driver import LARGE, SMALL, decided, game, read_on, seen, settle, to_lectern


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
        last = seen(app).splitlines()[-1]
        assert "next" not in last, "there is no judge after the last"
        assert "enter read the ruling" in last
        await pilot.press("space")
        await settle(pilot)
        assert isinstance(app.screen, RulingScreen)


async def test_the_conference_counted_votes_to_disturb(tmp_path) -> None:
    """A word of the engine's: a student reverses or vacates."""
    app = MootApp(Options(resume=decided(tmp_path)))
    async with app.run_test(size=SMALL) as pilot:
        app.to_conference()
        await pilot.press("f")
        await settle(pilot)
        top = seen(app).splitlines()[0]
        assert "disturb" not in top
        assert " to reverse" in top
        assert " to affirm" in top
    assert _against([]) == "reverse"
    assert _against([Disposition.VACATED_AND_REMANDED, Disposition.AFFIRMED]) == "vacate"
    assert _against([Disposition.VACATED_AND_REMANDED, Disposition.REVERSED]) == "reverse or vacate"
    assert _against([Disposition.REVERSED_IN_PART, Disposition.AFFIRMED]) == "reverse in part"
    assert _against([Disposition.REVERSED_IN_PART, Disposition.REVERSED]) == "reverse", "nobody would vacate"


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


async def test_a_number_without_a_choice_did_nothing_and_said_nothing(tmp_path) -> None:
    app = game(case="first-argument", bench="three", format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        ply, count = app.sitting.session.round.ply, len(app.screen.offered)
        await pilot.press("9")
        await settle(pilot)
        assert app.sitting.session.round.ply == ply
        assert f"There are {count} choices." in seen(app)


async def test_ctrl_c_named_another_key_than_the_key_line(tmp_path) -> None:
    app = game(case="first-argument", bench="three", format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert app.is_running
        assert "To leave, press q" in seen(app)


async def test_in_a_small_window_nothing_said_that_a_weak_answer_can_be_marked(tmp_path) -> None:
    app = game(side="respondent", format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "space", "space")
        await settle(pilot)
        assert "m mark as weak" in seen(app).splitlines()[-1]


async def test_a_window_that_grew_threw_the_transcript_to_its_first_line(tmp_path) -> None:
    app = game(format="quick", saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        for _ in range(3):
            await read_on(app, pilot)
            await pilot.press("1")
            await settle(pilot)
        await read_on(app, pilot)
        transcript = app.screen.query_one(Transcript)
        for size in ((30, 10), (120, 40), (60, 20), (200, 60), SMALL):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert transcript.scroll_y == transcript.max_scroll_y, size
        transcript.scroll_to(y=3, animate=False)
        await settle(pilot)
        top = next(speech for speech in transcript.query(Speech) if speech.virtual_region.bottom > 3)
        for size in ((100, 20), (70, 22), SMALL):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert top.virtual_region.y <= transcript.scroll_y < top.virtual_region.bottom, size


async def test_a_reader_at_the_end_was_left_above_it_when_the_words_took_more_rows(tmp_path) -> None:
    """In a window made narrower the speeches grow a moment after the window changes; what was said last was below the screen."""
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("1")
        await settle(pilot)
        transcript = app.screen.query_one(Transcript)
        speech = transcript.query(Speech).first()
        assert transcript._place is None
        speech.show(Hanging(EMPTY, [words("word " * 400)], indent=12))
        await settle(pilot)
        assert transcript.max_scroll_y > 0
        assert transcript.scroll_y == transcript.max_scroll_y


async def test_the_mouse_did_nothing_on_the_names_of_pages_the_bench_and_the_plan(tmp_path) -> None:
    app = game(format="quick", saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        names = seen(app).splitlines()
        row = next(n for n, line in enumerate(names) if "4 Record" in line)
        await pilot.click(offset=(names[row].index("4 Record") + 2, row))
        await settle(pilot)
        pages = app.screen.query_one(Pages)
        assert pages.pages[pages.open].id == "record"
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        await pilot.click(BenchRow)
        await settle(pilot)
        assert isinstance(app.screen, StandsScreen)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.click(Plan)
        await settle(pilot)
        assert isinstance(app.screen, ConsultScreen)


async def test_the_names_of_pages_that_do_not_fit_are_turned_to_by_the_mouse(tmp_path) -> None:
    app = game(format="quick", saves=tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        row = seen(app).splitlines()[1]
        await pilot.click(offset=(row.index("›"), 1))
        await settle(pilot)
        pages = app.screen.query_one(Pages)
        assert pages.open == 1
        await pilot.click(offset=(seen(app).splitlines()[1].index("1 Case"), 1))
        await settle(pilot)
        assert pages.open == 0


def test_an_authority_cited_at_two_places_was_named_twice() -> None:
    case = load_case("first-argument")
    notes = [point_note(case, point) for point in case.points]
    assert any("Garrity" in note for note in notes)
    assert not any("Garrity, Garrity" in note for note in notes)


async def test_a_digit_while_something_is_read_did_nothing_and_said_nothing() -> None:
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, LecternScreen)
        assert app.screen.reading
        ply = app.sitting.session.round.ply
        await pilot.press("3")
        await settle(pilot)
        assert "Space goes on; then you choose." in seen(app)
        assert app.sitting.session.round.ply == ply


async def test_a_roadmap_that_cannot_be_given_rang_a_bell_and_said_nothing() -> None:
    app = game(case="first-argument", bench="three", seed=3)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        for _ in range(6):
            if isinstance(app.screen, RoadmapScreen):
                break
            await pilot.press("space")
            await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Take 2 heads" in seen(app)
        await pilot.press("7")
        await settle(pilot)
        assert "There are 2 heads." in seen(app)
        assert isinstance(app.screen, RoadmapScreen)
