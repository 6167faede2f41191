"""A write that fails while the bench or the other counsel is to move does not leave the game stuck."""

from __future__ import annotations

import os

import pytest

from moot.files.records import read_record, records
from moot.tui.screens.home.choose import ChooseScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from tests.tui.driver import LARGE, SMALL, game, read_on, seen, settle, to_lectern


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


class Disk:
    """A disk that is full after ``room`` more writes."""

    def __init__(self, monkeypatch) -> None:
        self.room = 10**6
        self.real = os.write
        monkeypatch.setattr(os, "write", self.write)

    def write(self, handle: int, data: bytes) -> int:
        if data.startswith(b'{"n"'):
            if not self.room:
                raise OSError(28, "No space left on device")
            self.room -= 1
        return self.real(handle, data)


async def test_a_write_that_fails_in_the_bench_s_move_is_tried_again(saves, monkeypatch) -> None:
    app = game(bench="three", format="quick", heat="hot")
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        disk = Disk(monkeypatch)
        session = app.sitting.session
        disk.room = 1
        before = session.round.ply
        await pilot.press("1")
        await settle(pilot)
        assert isinstance(app.screen, LecternScreen)
        assert session.round.ply == before + 1
        assert not session.waiting
        # What was said before the write failed is shown, and pressing on says again what is wrong.
        assert any(event.ply == before + 1 for event in app.screen.told)
        for _ in range(3):
            await pilot.press("space")
            await settle(pilot)
        assert session.round.ply == before + 1
        disk.room = 10**6
        await pilot.press("space")
        await settle(pilot)
        await read_on(app, pilot)
        assert session.waiting or session.round.turn is None
        assert tuple(str(move) for move in session.round.line) == read_record(app.sitting.path).moves
        assert len(set(app.screen.told)) == len(app.screen.told)


async def test_a_bad_record_is_named_on_the_start_screen(saves) -> None:
    app = game(bench="three", format="quick")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
    (good,) = records(saves)
    os.mkfifo(saves / "pipe.jsonl")
    first, rest = good.read_text(encoding="utf-8").split("\n", 1)
    for name, case in (("tilde", "~nosuchuser/x"), ("zero", "/dev/zero")):
        text = first.replace('"sacramento-v-lewis"', f'"{case}"')
        (saves / f"{name}.jsonl").write_text(f"{text}\n{rest}", encoding="utf-8")
    from moot.tui.app import MootApp
    from moot.tui.options import Options

    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
        assert app.screen.records == [good]
        shown = " ".join(seen(app).split())
        assert "A record is passed over" in shown
        assert "And 2 more" in shown
