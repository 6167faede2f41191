"""What a screen of 60 by 20 cut off or broke."""

from __future__ import annotations

import pytest
from textual.events import Key

from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.debrief import DebriefScreen
from moot.tui.screens.lectern.consult import ConsultScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.text import words, wrapped
from moot.tui.widgets.transcript import Transcript
from tests.tui.driver import decided, game, read_on, seen, settle, to_lectern

TINY = (60, 20)


async def to_a_question(app, pilot) -> LecternScreen:
    """Through points to the first question."""
    await to_lectern(app, pilot)
    for _ in range(40):
        await read_on(app, pilot)
        assert isinstance(app.screen, LecternScreen)
        if app.sitting.session.round.pending is not None:
            return app.screen
        await pilot.press("1")
        await settle(pilot)
    raise AssertionError("no question")


async def test_the_beginning_of_a_question_was_above_the_screen(tmp_path) -> None:
    app = game(heat="hot", format="quick", saves=tmp_path)
    async with app.run_test(size=TINY) as pilot:
        screen = await to_a_question(app, pilot)
        last = screen.query_one(Transcript).last
        first = " ".join(last.shown.paragraphs[0].plain.split()[:4])
        assert first in seen(app)
        assert "Your answer" in seen(app)
        await pilot.resize_terminal(100, 34)
        await settle(pilot)
        await pilot.resize_terminal(*TINY)
        await settle(pilot)
        assert first in seen(app)


async def test_the_head_was_cut_to_one_letter(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=TINY) as pilot:
        await to_lectern(app, pilot)
        top = seen(app).splitlines()[0]
        assert "1/2" in top
        assert "\u2026" not in top


async def test_space_was_not_among_the_keys_of_the_roadmap(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=TINY) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        for _ in range(10):
            if isinstance(app.screen, RoadmapScreen):
                break
            await pilot.press("space")
            await settle(pilot)
        assert isinstance(app.screen, RoadmapScreen)
        assert "space take, drop" in seen(app).splitlines()[-1]
        await pilot.press("space")
        await settle(pilot)
        row = next(line for line in seen(app).splitlines() if "\u25cf first" in line)
        assert row.split()[:4] == ["\u25b8", "1", "\u25cf", "first"], "the mark stands beside the number"


async def test_a_value_of_the_start_wrapped_under_its_label(tmp_path) -> None:
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=(52, 20)) as pilot:
        await settle(pilot)
        rows = seen(app).splitlines()
        place = next(n for n, row in enumerate(rows) if row.strip().startswith("Format"))
        assert rows[place].index("\u2039") <= len(rows[place + 1]) - len(rows[place + 1].lstrip())


@pytest.mark.parametrize("width", range(14, 50))
def test_an_ellipsis_with_its_quotation_mark_stood_alone_on_a_line(width) -> None:
    text = "to Justice O'Connor: \u201cIt may be sensible, but it's an incentive \u2026\u201d"
    rows = [row.plain.rstrip() for row in wrapped(words(text), width)]
    assert "\u2026\u201d" not in rows
    assert " ".join(rows) == text


async def test_a_record_was_set_in_a_column_of_seven_letters(tmp_path) -> None:
    path = decided(tmp_path)
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=TINY) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert "County of Sacramento v. Lewis" in seen(app), path


async def test_the_sign_of_reading_back_was_cut(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=TINY) as pilot:
        await to_lectern(app, pilot)
        await pilot.press("t")
        await settle(pilot)
        row = next(row for row in seen(app).splitlines() if "Reading back" in row)
        assert row.endswith("to the choices")


async def test_the_start_proposed_the_first_case_of_the_alphabet_after_another_was_argued(tmp_path) -> None:
    decided(tmp_path)
    app = MootApp(Options(saves=tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "\u2039 County of Sacramento v. Lewis \u203a" in seen(app)


async def test_a_space_pressed_before_the_roadmap_stood_took_a_head(tmp_path) -> None:
    app = game(saves=tmp_path)
    async with app.run_test(size=TINY) as pilot:
        early = Key("space", None)
        await pilot.press("enter")
        await settle(pilot)
        for _ in range(10):
            if isinstance(app.screen, RoadmapScreen):
                break
            await pilot.press("space")
            await settle(pilot)
        app.post_message(early)
        await settle(pilot)
        assert app.screen.chosen == []
        await pilot.press("space")
        await settle(pilot)
        assert len(app.screen.chosen) == 1


async def test_the_debrief_had_no_tree_of_what_was_not_asked(tmp_path) -> None:
    app = MootApp(Options(resume=decided(tmp_path)))
    async with app.run_test(size=(100, 34)) as pilot:
        await settle(pilot)
        app.push_screen(DebriefScreen(app.sitting))
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, ConsultScreen)
        assert "nothing asked" in seen(app)
