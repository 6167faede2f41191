"""In training it is seen what the argument moves: a needle for each judge on the issue at hand, never the vote; an exam shows none."""

from __future__ import annotations

import dataclasses

import pytest

import moot
from moot.bench.judging.reasoning import reason
from moot.case import Side
from moot.files.folders import list_cases
from moot.report.needles import FIRM, findings_moved, issue_at_hand, needle_told, needles
from moot.score.sway import sway
from moot.tui.screens.lectern.stands import StandsScreen
from moot.tui.widgets.banner import Bar, BenchRow, needle_drawn
from tests.tui.driver import LARGE, SMALL, game, read_on, seen, settle, to_lectern


def argued(case, seed=3):
    round = moot.Round(case, moot.load_bench(case.bench), seed=seed, format="quick")
    round.play_out(petitioner=moot.counsel.Novice(), respondent=moot.counsel.Novice())
    return round


@pytest.mark.parametrize("id", list_cases())
def test_a_needle_points_where_the_finding_is_and_starts_where_the_briefs_left_it(id) -> None:
    case = moot.load_case(id)
    round = argued(case)
    seen_any = False
    for ply in range(0, round.ply, 5):
        issue = issue_at_hand(round, ply)
        if issue is None:
            continue
        seen_any = True
        assert not issue.preliminary
        for judge, needle in zip(round.bench.judges, needles(round, issue, ply), strict=True):
            assert needle.judge == judge.id
            for heard, value in ((round.positions[0].heard, needle.briefs), (round.positions[ply].heard, needle.now)):
                favors = issue.position(reason(judge, case, heard).findings[issue.id]).favors
                assert abs(value) <= FIRM
                assert (value < 0) is (favors is Side.PETITIONER)
                assert (value > 0) is (favors is Side.RESPONDENT)
    assert seen_any


def test_the_findings_moved_are_those_of_the_result() -> None:
    case = moot.load_case("sacramento-v-lewis")
    round = argued(case)
    ruling = round.outcome().ruling
    for side in Side:
        assert findings_moved(round, side) == sum(map(len, sway(ruling)[side].findings.values()))
    assert findings_moved(round, Side.PETITIONER, 0) == 0


def test_why_a_judge_stands_there_is_told_without_ids_and_without_the_vote() -> None:
    case = moot.load_case("sacramento-v-lewis")
    round = argued(case)
    ids = {*case.point, *case.answers}
    for ply in (6, round.ply - 2):
        issue = issue_at_hand(round, ply)
        for needle in needles(round, issue):
            told = needle_told(round, issue, needle, Side.PETITIONER)
            assert not [id for id in ids if f" {id}" in told or f"“{id}" in told]
            assert " vote" not in told.split("“")[0]
            assert "”." not in told
            assert ".." not in told


def test_a_needle_has_an_ascii_form_of_the_same_size() -> None:
    needle = needles(round := argued(moot.load_case("first-argument")), issue_at_hand(round, 6))[0]
    drawn, plain = needle_drawn(needle, "utf-8").plain, needle_drawn(needle, "ascii").plain
    assert len(drawn) == len(plain) == 2 * FIRM + 1
    assert plain.isascii()
    assert "●" in drawn


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_lectern_did_not_show_what_was_moved(size, tmp_path) -> None:
    app = game(format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=size) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        screen = app.screen
        bench = screen.query_one(BenchRow)
        assert len(bench.needles) == 9
        assert seen(app).count("●") >= 9
        assert "0 moved" in seen(app) or "0 findings moved" in seen(app)
        for _ in range(8):
            await pilot.press("1")
            await read_on(app, pilot)
        assert screen.query_one(Bar).moved == findings_moved(screen.session.round, Side.PETITIONER)
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(app.screen, StandsScreen)
        assert screen.issue().question[:20] in seen(app)
        await pilot.press("w")
        await settle(pilot)
        app.settings = dataclasses.replace(app.settings, needles="hidden")
        screen._weigh()
        await settle(pilot)
        assert not bench.needles
        assert "moved" not in seen(app).splitlines()[0]


async def test_an_exam_shows_no_needle_and_counts_nothing(tmp_path) -> None:
    app = game(format="quick", seed=3, mode="exam", saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        assert not app.screen.query_one(BenchRow).needles
        assert " moved" not in seen(app)
        assert "why" not in seen(app).splitlines()[-1]
        await pilot.press("w")
        await settle(pilot)
        assert not isinstance(app.screen, StandsScreen)


async def test_nothing_at_the_lectern_said_which_side_a_needle_points_to() -> None:
    """Where there is room for it: the bench of three on which the game is learned."""
    app = game(case="first-argument", bench="three", seed=3, opponent="novice")
    async with app.run_test(size=SMALL) as pilot:
        await to_lectern(app, pilot)
        row = next(row for row in seen(app).splitlines() if "┼" in row)
        assert row.strip().startswith("for petitioner ←")
        assert row.strip().endswith("→ for respondent")
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "for petitioner ←" not in seen(app)
