"""The room changes at the white light and in the last thirty seconds."""

from __future__ import annotations

from dataclasses import replace

from moot.tui.screens.lectern import telling
from moot.tui.widgets.banner import BenchRow
from tests.tui.driver import LARGE, game, read_on, seen, settle, to_lectern


async def test_the_last_thirty_seconds_do_not_look_like_the_first(monkeypatch) -> None:
    """0:15 looked like 25:00."""
    app = game(bench="three", format="scotus-1997", heat="cold")
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        real, borders = telling.view, {}
        for ticks, light, told in ((60, False, "15:00"), (20, True, "5:00"), (2, True, "! 0:30"), (1, True, "! 0:15")):
            monkeypatch.setattr(
                telling, "view", lambda *given, ticks=ticks: replace(real(*given), clock=ticks, total=120)
            )
            app.screen._look()
            await settle(pilot)
            assert told in seen(app).split("\n")[0]
            assert ("● white" in seen(app)) is light
            assert app.screen.has_class("-ending") is (ticks <= 2)
            borders[ticks] = app.screen.query_one(BenchRow).styles.border_bottom
        assert len({borders[60], borders[20], borders[2]}) == 3
        assert borders[2] == borders[1]
