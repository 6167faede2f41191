"""Until the first frame Python does not look for memory that nobody uses; from then on it does, whatever happens."""

from __future__ import annotations

import argparse
import gc

import pytest

from moot.commands.sitting import play
from moot.errors import MootError
from moot.tui.app import MootApp
from moot.tui.options import Options
from tests.tui.driver import SMALL, settle


async def test_after_the_first_frame_memory_is_looked_for_again(tmp_path) -> None:
    app = MootApp(Options(saves=tmp_path))
    gc.disable()
    try:
        async with app.run_test(size=SMALL) as pilot:
            await settle(pilot)
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_game_that_cannot_be_opened_leaves_it_as_it_was(monkeypatch) -> None:
    seen = []

    def fails(args: argparse.Namespace) -> int:
        seen.append(gc.isenabled())
        raise MootError("no")

    monkeypatch.setattr(play, "_open_screen", fails)
    with pytest.raises(MootError):
        play._screen(argparse.Namespace())
    assert seen == [False]
    assert gc.isenabled()
