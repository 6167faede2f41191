"""The first screen stands before any case, judge or record is read, and what is read after it changes nothing chosen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from moot.files.folders import list_cases
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.pages.brief import BriefScreen
from moot.tui.widgets.safe import Menu
from tests.tui.driver import LARGE, SMALL, decided, game, seen, settle, to_lectern

ROOT = Path(__file__).parents[2]

FIRST = """
import asyncio, sys
from moot.tui.app import MootApp
from moot.tui.screens.home.choose import ChooseScreen

shown = []

def read_on(self):
    rows = ["".join(segment.text for segment in strip) for strip in self._compositor.render_strips()]
    shown.append("\\n".join(rows))
    heavy = [name for name in ("yaml", "moot.case", "moot.bench.judging.reasoning", "moot.round.round") if name in sys.modules]
    print(heavy)

ChooseScreen._read_on = read_on

async def main():
    async with MootApp().run_test(size=(100, 30)) as pilot:
        await pilot.pause()

asyncio.run(main())
print(shown[0])
"""


def test_the_first_screen_waits_for_no_case_no_judge_and_no_record() -> None:
    """Every case and every judge was read before the first frame."""
    done = subprocess.run([sys.executable, "-c", FIRST], cwd=ROOT, capture_output=True, text=True, check=True)
    first, _, screen = done.stdout.partition("\n")
    assert first == "[]"
    assert "You argue" in screen
    assert "The nine of 1998 (9 judges)" in screen or "Three invented judges (3 judges)" in screen
    assert "moot-case" not in screen


async def test_each_case_is_named_before_it_is_read_as_it_is_after(saves) -> None:
    decided(saves)
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ChooseScreen)
        for id in list_cases():
            screen.row("case").at = screen.row("case").values.index(id)
            before = screen._said(screen.row("case"))
            screen._follow_case()
            rows = [screen.row(key).value for key in ("bench", "format")]
            case = screen._cases.read(id)
            assert before == screen._said(screen.row("case")) == case.caption
            assert rows == [case.bench, case.argument]


async def test_the_case_chosen_is_read_once_the_screen_stands() -> None:
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        screen = app.screen
        assert list(screen._cases) == [screen.row("case").value]
        assert screen.case.question_presented[:40] in " ".join(seen(app).split())
        await pilot.press("right")
        await settle(pilot)
        assert len(screen._cases) == 2
        assert screen.case.question_presented[:40] in " ".join(seen(app).split())


async def test_the_mark_stays_where_it_is_when_the_records_come(saves) -> None:
    app = game(bench="three", format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        menu = app.screen.query_one(Menu)
        menu.highlighted = 2
        app.screen._read_on()
        assert menu.highlighted == 2
        await settle(pilot)
        assert "Go on with" in seen(app)


async def test_a_bench_of_judges_named_one_by_one_is_kept_on_the_start_screen() -> None:
    """It was replaced by the first bench of the list, and an unknown opponent by the novice."""
    app = MootApp(Options(case="first-argument", bench="souter,scalia", opponent="nobody"))
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert app.screen.row("bench").value == "souter,scalia"
        assert "(2 judges)" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "no opponent called 'nobody'" in " ".join(seen(app).split())


async def test_a_case_that_was_read_before_is_not_read_again(monkeypatch) -> None:
    import moot
    from moot.sitting import setup

    case, bench = moot.load_case("first-argument"), moot.load_bench("three")

    def again(name):
        raise AssertionError("read again")

    monkeypatch.setattr(setup, "load_case", again)
    monkeypatch.setattr(setup, "load_bench", again)
    options = Options(case="first-argument", side="petitioner", loaded_case=case, loaded_bench=bench)
    app = MootApp(options)
    async with app.run_test(size=SMALL):
        assert isinstance(app.screen, BriefScreen)
        assert app.sitting.case is case


def test_a_case_named_on_the_command_line_is_refused_before_the_screen_or_told_on_it(tmp_path, monkeypatch) -> None:
    import argparse

    import pytest

    from moot.commands.sitting import play
    from moot.errors import MootError, UnknownName
    from moot.tui import run

    opened = []
    monkeypatch.setattr(run, "run", lambda options: opened.append(options) or 0)
    words = dict.fromkeys(("side", "bench", "format", "seed", "resume", "clock")) | {
        "opponent": "novice",
        "heat": "hot",
        "exam": False,
        "assigned": "",
        "due": "",
    }
    with pytest.raises(UnknownName, match="did you mean 'first-argument'"):
        play._screen(argparse.Namespace(case="first-argumen", **words))
    with pytest.raises(MootError, match="there is no file"):
        play._screen(argparse.Namespace(case=str(tmp_path / "nowhere.yaml"), **words))
    assert not opened
    play._screen(argparse.Namespace(case="first-argument", **words))
    assert opened[-1].loaded_case is None, "the start screen reads it after its first frame"
    play._screen(argparse.Namespace(case="first-argument", **words | {"side": "petitioner"}))
    assert opened[-1].loaded_case.id == "first-argument"
