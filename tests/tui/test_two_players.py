"""Two people at one keyboard: the hand-over, notes that stay apart, the verdict side by side."""

from __future__ import annotations

import io

import pytest

from moot.case import Side
from moot.errors import MootError
from moot.files.notes import notes_path
from moot.plain.play import play
from moot.sitting.setup import new_session
from moot.sitting.turns import CounselNotes
from moot.tui.app import MootApp
from moot.tui.options import Options
from moot.tui.screens.decided.debrief import DebriefScreen
from moot.tui.screens.lectern.hand_over import HandOverScreen
from moot.tui.screens.lectern.lectern import LecternScreen
from moot.tui.screens.lectern.notes import NotesScreen
from moot.tui.screens.lectern.roadmap import RoadmapScreen
from tests.tui.driver import LARGE, SMALL, is_sit, open_page, read, read_on, seen, settle


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def both(**more) -> MootApp:
    return MootApp(Options(case="first-argument", side="both", seed=3, mode="exam", **more))


async def test_two_players_shared_a_screen_without_a_hand_over(tmp_path) -> None:
    app = both(saves=tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        handed = []
        for _ in range(80):
            if app.sitting.session.round.turn is None:
                break
            screen = app.screen
            if isinstance(screen, HandOverScreen):
                handed.append(app.sitting.session.round.speaker)
                rows = seen(app)
                assert "Hand the keyboard to" in rows
                assert app.sitting.case.caption not in rows, "the sitting shows through"
                await pilot.press("enter")
            elif isinstance(screen, RoadmapScreen):
                await pilot.press("1", "2", "enter")
            elif isinstance(screen, LecternScreen) and screen.offered:
                sit = [number for number, each in enumerate(screen.offered, 1) if is_sit(each)]
                await pilot.press(*([str(sit[0]), "y"] if sit else ["1"]))
            else:
                await pilot.press("f", "space")
            await settle(pilot)
        assert handed[:2] == [Side.PETITIONER, Side.RESPONDENT]
        assert all(one is not other for one, other in zip(handed, handed[1:], strict=False))
        app.to_debrief()
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        await open_page(app, pilot, "sides")
        rows = read(app)
        for words in ("Votes", "Findings moved", "Ballot, of 100"):
            assert words in rows
        for side in Side:
            assert app.sitting.case.party(side).counsel.split()[-1] in rows


async def test_a_player_read_the_other_player_s_notes(tmp_path) -> None:
    app = both(saves=tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await read_on(app, pilot)
        await pilot.press("1", "2", "enter")
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert isinstance(app.screen, NotesScreen)
        await pilot.press(*"[b]press", "space", *"them", "enter", *"second")
        await pilot.press("escape")
        await settle(pilot)
        notes = CounselNotes(app.sitting.path)
        assert notes.of(Side.PETITIONER) == ["[b]press them", "second"], "a line that was typed is not lost"
        for _ in range(40):
            await read_on(app, pilot)
            if app.sitting.session.round.speaker is Side.RESPONDENT:
                break
            sit = [number for number, each in enumerate(app.screen.offered, 1) if is_sit(each)]
            await pilot.press(*([str(sit[0]), "y"] if sit else ["1"]))
            await settle(pilot)
        await pilot.press("1", "2", "enter")
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert "press them" not in seen(app)
        assert "None yet." in seen(app)


def test_notes_in_a_damaged_file_were_written_over(tmp_path) -> None:
    record = tmp_path / "one.jsonl"
    notes = CounselNotes(record)
    notes.add(Side.PETITIONER, "keep this")
    path = notes_path(record)
    path.write_text('{"petitioner": [1]}', encoding="utf-8")
    for act in (
        lambda: notes.of(Side.PETITIONER),
        lambda: notes.add(Side.RESPONDENT, "x"),
        lambda: notes.strike(Side.PETITIONER, 1),
    ):
        with pytest.raises(MootError, match="are damaged; move the file away"):
            act()
    assert path.read_text(encoding="utf-8") == '{"petitioner": [1]}'


def test_the_plain_form_hands_over_and_keeps_notes_apart(tmp_path) -> None:
    session, path = new_session("first-argument", side="both", seed=3, mode="exam", saves=tmp_path)
    typed = (
        "note Press them on the fine.\nnote\nnotes\n1\n1\n"
        "sit\n"
        "1\n1\n1\nnotes\nnote mine\nstrike 9\nstrike 1\nstrike\nsit\n" + "1\n" * 60
    )
    out = io.StringIO()
    assert play(session, path, io.StringIO(typed), out) == 0
    text = out.getvalue()
    for side in Side:
        assert f"Hand the keyboard to {session.case.party(side).counsel}" in text
    assert "1. Press them on the fine." in text
    assert "There is no note 9." in text
    assert session.round.turn is None
    assert "SIDE BY SIDE" in text
    assert text.index("SIDE BY SIDE") < text.index("MARKS" if "MARKS" in text else "BALLOT")


class Terminal(io.StringIO):
    """A source that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_other_takes_the_keyboard_with_enter(tmp_path) -> None:
    session, path = new_session("first-argument", side="both", seed=3, mode="exam", saves=tmp_path)
    out = io.StringIO()
    assert play(session, path, Terminal("\nquit\n"), out) == 0
    assert "Press Enter when you have it." in out.getvalue()
    session, path = new_session("first-argument", side="both", seed=3, mode="exam", saves=tmp_path)
    out = io.StringIO()
    assert play(session, path, Terminal(""), out) == 0
    assert "go on with: moot play" in out.getvalue()
