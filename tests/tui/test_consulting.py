"""At the lectern: what is closed and why, what is conceded, the decision tree, notes, and words found; the transcript from everywhere."""

from __future__ import annotations

import pytest

import moot
from moot.case import Side
from moot.files.folders import list_cases
from moot.graphs.branches import branches
from moot.graphs.build import decision
from moot.round import moves
from moot.sitting.showing.standing import closed, concessions, presses
from moot.sitting.turns import CounselNotes
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.conference import ConferenceScreen
from moot.tui.screens.lectern.consult import ConsultScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from moot.tui.screens.pages.transcript import TranscriptScreen
from moot.tui.widgets.pages import Pages
from moot.tui.widgets.transcript import Speech
from tests.tui.driver import LARGE, SMALL, game, play_out, read, read_on, seen, settle, to_lectern

CASES = list_cases()


def played(id, seed=3):
    case = moot.load_case(id)
    round = moot.Round(case, moot.load_bench(case.bench), seed=seed, format="quick")
    round.play_out(petitioner=moot.counsel.Novice(), respondent=moot.counsel.Novice())
    return round


@pytest.mark.parametrize("id", CASES)
def test_what_is_closed_is_what_cannot_be_pleaded_and_it_says_why_without_ids(id) -> None:
    whole = played(id)
    case = whole.case
    titles = {point.title: point.id for point in case.points}
    found = 0
    for ply in range(whole.ply):
        round = moot.Round.from_line(
            case, whole.bench, whole.line[:ply], seed=whole.seed, format=whole.format, heat=whole.heat
        )
        if round.speaker is None or round.turn == moot.BENCH:
            continue
        legal = {move.point for move in round.legal if isinstance(move, moves.Plead)}
        for each in closed(round):
            found += 1
            assert each.why
            assert not any(name in each.why.split() for name in case.point)
            if not each.head:
                ids = [point.id for point in case.points if point.title == each.title]
                assert not set(ids) <= legal, each
                assert titles
    assert found


@pytest.mark.parametrize("id", CASES)
def test_every_concession_that_stands_is_told_once(id) -> None:
    round = played(id)
    case, heard = round.case, round.position.heard
    given = [each for each in heard.answers if case.answers[each].concedes and each not in heard.retracted]
    told = list(concessions(round))
    assert len(told) == len(given)
    assert all(each.what and each.words for each in told)


@pytest.mark.parametrize("id", CASES)
def test_the_tree_is_drawn_whole_and_what_is_shared_once(id) -> None:
    graph = decision(moot.load_case(id))
    rows = branches(graph)
    drawn = [row for row in rows if not row.again]
    assert {row.text for row in drawn} >= {box.text for box in graph.boxes}
    assert len([row for row in rows if row.answer]) == len(graph.arrows)
    assert all(row.number for row in rows if row.again)
    assert rows[0].lines == ""
    for row in rows[1:]:
        assert row.lines.endswith(("├─ ", "└─ "))


def test_a_point_presses_what_it_attacks() -> None:
    case = moot.load_case("sacramento-v-lewis")
    point = next(each for each in case.points if each.argument.attacks)
    target = point.argument.attacks[0].target
    assert presses(case, [target], point.id) == target
    assert presses(case, [], point.id) == ""


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_nothing_could_be_looked_up_but_the_brief(size, tmp_path) -> None:
    app = game(format="quick", bench="three", seed=3, saves=tmp_path)
    async with app.run_test(size=size) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        await pilot.press("1")
        await read_on(app, pilot)
        for key, words in (
            ("x", "What you cannot take up now"),
            ("c", "What has been conceded"),
            ("d", "From the questions to the judgment"),
            ("n", "Weak points of the other side"),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert isinstance(app.screen, ConsultScreen), key
            assert words in seen(app)
            await pilot.press(key)
            await settle(pilot)
            assert isinstance(app.screen, LecternScreen)
        await pilot.press("a")
        await settle(pilot)
        assert app.screen.query_one(Pages).open == 4
        await pilot.press("slash", *"Rochin", "enter")
        await settle(pilot)
        assert "Rochin" in seen(app)
        (row,) = app.screen.query(".row.-found")
        assert "Rochin" in row.showing.plain
        told: list[str] = []
        app.tell = told.append
        await pilot.press("slash", *"zebra", "enter")
        await settle(pilot)
        assert "zebra" in told[-1]


async def test_the_transcript_could_not_be_read_where_it_decides(tmp_path) -> None:
    """On the roadmap of respondent `t` did nothing."""
    app = game(side="respondent", format="quick", bench="three", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await read_on(app, pilot)
        assert isinstance(app.screen, RoadmapScreen)
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        speeches = list(app.screen.query(Speech).results())
        assert len(speeches) > 4
        await pilot.press("slash", *"please the court", "enter")
        await settle(pilot)
        assert any(speech.has_class("-found") for speech in speeches)
        await pilot.press("y")
        await settle(pilot)
        assert "ay it please the Court" in app.clipboard
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, RoadmapScreen)
        await pilot.press("1", "2", "enter")
        await play_out(app, pilot, len)
        assert isinstance(app.screen, ConferenceScreen)
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)


async def test_a_respondent_had_nothing_to_do_while_the_other_side_argued(tmp_path) -> None:
    app = game(side="respondent", opponent="scripted", format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        case = app.sitting.case
        mine = [point for point in case.points if point.side is Side.RESPONDENT]
        targets = {attack.target for point in mine for attack in point.argument.attacks}
        assert isinstance(screen, LecternScreen)
        for _ in range(80):
            if not isinstance(app.screen, LecternScreen):
                break
            if screen.theirs in targets and screen.theirs not in app.sitting.weak:
                assert "mark as weak" in seen(app).splitlines()[-1]
                await pilot.press("m")
            await pilot.press("space")
            await settle(pilot)
        assert app.sitting.weak
        await pilot.press("1", "2", "enter")
        await settle(pilot)
        await read_on(app, pilot)
        pressing = [each for each in mine if presses(case, app.sitting.weak, each.id)]
        offered = {choice.move.point for choice in screen.offered if isinstance(choice.move, moves.Plead)}
        if offered & {each.id for each in pressing}:
            assert "presses your note" in seen(app)
        await pilot.press("n")
        await settle(pilot)
        assert "! " in read(app)


async def test_marking_twice_takes_the_note_away(tmp_path) -> None:
    app = game(side="respondent", format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter", "space", "space")
        await settle(pilot)
        said = app.screen.theirs
        assert said
        await pilot.press("m")
        assert app.sitting.weak == [said]
        await pilot.press("m")
        assert app.sitting.weak == []


async def test_marks_were_gone_when_the_sitting_was_taken_up_again(tmp_path) -> None:
    app = game(side="respondent", format="quick", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter", "space", "space")
        await settle(pilot)
        said = app.screen.theirs
        await pilot.press("m", "f")
        await read_on(app, pilot)
        CounselNotes(app.sitting.path).add(Side.RESPONDENT, "ask about the speed")
        if isinstance(app.screen, RoadmapScreen):
            await pilot.press("1", "2", "enter")
            await settle(pilot)
        path = app.sitting.path
    again = MootApp(Options(resume=path, saves=tmp_path))
    async with again.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert again.sitting.weak == [said]
        await read_on(again, pilot)
        await pilot.press("n")
        await settle(pilot)
        assert "! " in read(again)
        assert "ask about the speed" in read(again)


def test_marks_and_notes_wrote_each_other_away(tmp_path) -> None:
    case, notes = moot.load_case("first-argument"), CounselNotes(tmp_path / "a.jsonl")
    point = case.points[0].id
    notes.add(Side.PETITIONER, "one")
    notes.mark(Side.PETITIONER, [point, "no-such-thing"])
    notes.add(Side.RESPONDENT, "two")
    assert notes.of(Side.PETITIONER) == ["one"]
    assert notes.of(Side.RESPONDENT) == ["two"]
    assert notes.weak(Side.PETITIONER, case) == [point]
    assert notes.weak(Side.RESPONDENT, case) == []


async def test_nothing_that_is_looked_up_tells_what_is_still_to_come(tmp_path) -> None:
    """The round is ahead of the reader while the other side argues."""
    app = game(side="respondent", format="quick", bench="three", seed=3, saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        assert screen.reading
        assert screen.queue
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, TranscriptScreen)
        assert app.screen.query(Speech).last().ply <= screen.told[-1].ply
        assert app.screen.query(Speech).last().ply < app.sitting.session.round.ply
        await pilot.press("escape", "c")
        await settle(pilot)
        assert app.screen.ply <= screen.told[-1].ply
