"""The bench has faces: one for each look, in ASCII too, and the one who asks is drawn large beside the question."""

from __future__ import annotations

import itertools

import pytest

from moot.sitting.showing.look import ASKS, LEANS, LOOKS
from moot.tui.widgets.banner import BenchRow
from moot.tui.widgets.faces import CALM, FACES, MIDDLE_WIDTH, SMALL_WIDTH, ascii_only, face_of, in_ascii
from moot.tui.widgets.transcript import Speech, Transcript
from tests.tui.driver import LARGE, SMALL, game, read_on, seen, settle, to_lectern

FRAME = "╭───────╮"


def test_every_look_has_a_face_of_its_own_in_every_size() -> None:
    """Nine gray names stood for the bench, and a look was one word."""
    assert set(FACES) == {ASKS, LEANS, *LOOKS.values()}
    for forms in (lambda face: face.middle(), lambda face: face.large(), lambda face: in_ascii(face.middle())):
        drawn = [forms(face) for face in (CALM, *FACES.values())]
        for one, other in itertools.combinations(drawn, 2):
            assert one != other, "\n".join(one)


def test_a_face_keeps_its_size_and_its_ascii_form_is_ascii() -> None:
    for face in (CALM, *FACES.values()):
        for rows, width in ((face.small(), SMALL_WIDTH), (face.middle(), MIDDLE_WIDTH), (face.large(), len(FRAME))):
            assert {len(row) for row in rows} == {len(row) for row in in_ascii(rows)} == {width}
            assert all(row.isascii() for row in in_ascii(rows)), rows
    assert face_of(None) is CALM


@pytest.mark.parametrize(
    ("encoding", "term", "plain"), [("utf-8", "xterm", False), ("ascii", "xterm", True), ("UTF-8", "linux", True)]
)
def test_a_terminal_without_the_characters_gets_ascii_faces(monkeypatch, encoding, term, plain) -> None:
    monkeypatch.setenv("TERM", term)
    assert ascii_only(encoding) is plain


async def asked(app, pilot) -> None:
    """Go on until the bench asks a question of the player."""
    await to_lectern(app, pilot)
    for _ in range(12):
        await read_on(app, pilot)
        if app.sitting.session.round.position.state.pending:
            return
        await pilot.press("1")
        await settle(pilot)
    raise AssertionError("nobody asks")


async def test_the_one_who_asks_is_drawn_large_beside_the_question_and_only_while_it_stands() -> None:
    """The one sign of who asked was a name that turned from gray to white, four rows above."""
    app = game(format="quick", heat="hot")
    async with app.run_test(size=LARGE) as pilot:
        await asked(app, pilot)
        rows = seen(app).split("\n")
        (top,) = (index for index, row in enumerate(rows) if FRAME in row)
        seat = next(each for each in app.screen.query_one(BenchRow).seats if each.now)
        assert rows[top - 1].startswith(f" {seat.name}"), "the face stands under the name, at the question"
        assert "°   °" in rows[top + 2]
        await pilot.press("1")
        await settle(pilot)
        assert FRAME not in seen(app)
        assert not any(speech.shown.beside for speech in app.screen.query(Speech).results())
        await pilot.press("u")
        await settle(pilot)
        assert FRAME in seen(app), "the question stands again"


async def test_the_large_face_follows_the_size_of_the_screen() -> None:
    """On a low screen it would push the question's first words out of sight."""
    app = game(format="quick", heat="hot")
    async with app.run_test(size=SMALL) as pilot:
        await asked(app, pilot)
        assert FRAME not in seen(app)
        assert "(°o°)" in seen(app), "the bench has small faces"
        await pilot.resize_terminal(*LARGE)
        await settle(pilot)
        assert FRAME in seen(app)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert FRAME not in seen(app)
        assert "(°o°)" not in seen(app), "no row is spent on faces"
        assert app.screen.query_one(BenchRow).size.height == 2
        assert app.screen.query_one(Transcript).size.height >= 3


async def test_faces_on_the_bench_are_three_rows_high_where_there_is_room_and_ascii_where_there_must_be(
    monkeypatch,
) -> None:
    monkeypatch.setenv("TERM", "linux")
    app = game(format="quick", heat="hot")
    async with app.run_test(size=LARGE) as pilot:
        await asked(app, pilot)
        bench = app.screen.query_one(BenchRow)
        drawn = bench.render().plain
        assert drawn.isascii() is False, "the sign of the look is one that the game uses everywhere"
        faces = drawn.split("\n")[:3]
        assert all(row.isascii() for row in faces)
        assert faces[1].count("| o o |") == len(bench.seats) - 1
        assert "| O O |" in faces[1]
        assert ".-------." in seen(app)


async def test_at_sixty_columns_the_bench_was_cut_to_an_ellipsis(tmp_path) -> None:
    app = game(heat="hot", format="quick", seed=5, saves=tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_lectern(app, pilot)
        for _ in range(40):
            await read_on(app, pilot)
            if app.screen.session.round.position.state.pending:
                break
            await pilot.press("1")
            await settle(pilot)
        rows = seen(app).splitlines()[1:3]
        assert "…" not in "".join(rows)
        assert rows[0].split() == ["Gins", "Sout", "Scal", "Stev", "Rehn", "O'Co", "Kenn", "Thom", "Brey"]
        asks = next(seat for seat in app.screen.query_one(BenchRow).seats if seat.now)
        assert rows[1].strip().startswith(f"▸ {asks.name} asks")


@pytest.mark.parametrize("key", ["question_mark", "w"])
async def test_a_page_over_the_lectern_did_not_say_how_it_is_closed(key, tmp_path) -> None:
    app = game(format="quick", seed=5, saves=tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_lectern(app, pilot)
        await read_on(app, pilot)
        await pilot.press(key)
        await settle(pilot)
        assert "esc close" in seen(app).splitlines()[-1] + seen(app).splitlines()[-2]
