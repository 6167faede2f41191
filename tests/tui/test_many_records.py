"""The start with more records than are shown: it reads those it shows, and shows them one after the other."""

from __future__ import annotations

import pytest

import moot
from moot.files.records import Record, index, new_header, read_record
from moot.files.records.index import summaries
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.home.choose import ChooseScreen
from tests.tui.driver import LARGE, seen, settle


@pytest.fixture
def many(tmp_path, saves, monkeypatch):
    monkeypatch.setenv("MOOT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(index, "FEW", 3)
    monkeypatch.setattr(index, "_SETTLED", 0)
    case, bench = moot.load_case("first-argument"), moot.load_bench("fictional")
    for seed in range(9):
        with Record.create(new_header(case, bench, format="quick", seed=seed), saves) as record:
            record.append("roadmap h1, h2")
    summaries(saves)
    return saves


async def test_the_start_read_every_record_whole(many, monkeypatch) -> None:
    read = []
    monkeypatch.setattr(index, "read_record", lambda path: read.append(path) or read_record(path))
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert len(app.screen.records) == 5
        rows = [row for row in seen(app).splitlines() if "Go on with" in row]
        assert len(rows) == 5
        assert all("Quill" in row and "1 move" in row for row in rows), "each is replayed in its turn"
    assert read == []


async def test_records_stand_by_name_until_they_are_replayed(many, monkeypatch) -> None:
    monkeypatch.setattr(ChooseScreen, "_replay_next", lambda self: None)
    app = MootApp(Options())
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        rows = [row for row in seen(app).splitlines() if "Go on with" in row]
        assert len(rows) == 5
        assert all("first-argument-" in row and "…" in row for row in rows)
        await pilot.press("up")
        await settle(pilot)
        assert app.screen.records
