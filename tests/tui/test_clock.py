"""The header's clock and the plan are the round's at every moment of choice; a bench that passes makes no event."""

from __future__ import annotations

import pytest

import moot
from moot.case import Side
from moot.counsel import Novice
from moot.files.folders import list_cases
from moot.round import moves
from moot.round.clock import clock_face
from moot.sitting.events import Hint
from moot.sitting.session import Session
from moot.sitting.showing.choices import choices
from moot.sitting.showing.look import view
from tests.tui.driver import game, play_out, read_on, seen, to_lectern


@pytest.mark.parametrize("form", ["quick", "scotus-1997"])
@pytest.mark.parametrize("id", list_cases())
def test_the_header_clock_and_the_plan_are_right_at_every_moment_of_choice(id: str, form: str) -> None:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    let_run = 0
    for human, seed in ((Side.PETITIONER, 1), (Side.RESPONDENT, 2), (None, 3)):
        session = Session(case, bench, human=human, opponent=Novice(seed), seed=seed, format=form)
        person = Novice(seed + 10)
        told = [event for event in session.open() if not isinstance(event, Hint)]
        while session.waiting:
            round = session.round
            shown, position = view(round, told), round.position
            assert shown.clock == position.clock, (seed, round.ply)
            assert shown.turn is round.rules.segment(position.state)
            unused = [choice.note for choice in choices(round) if isinstance(choice.move, moves.Sit)]
            assert all(note in ("", f"{clock_face(shown.clock)} unused") for note in unused)
            heard = position.heard
            titles = {point.title: point.id for point in case.points if point.side is shown.side}
            for row in shown.plan:
                if row.point:
                    said = titles[row.title]
                    state = "full" if said in heard.full else "half" if said in heard.half else "open"
                    assert row.state == ("gone" if said in heard.withdrawn else state)
            if not position.state.pending and position.state.head:
                open_ = {move.point for move in round.legal if isinstance(move, moves.Plead)}
                guarded = {point.id for point in case.points_under[position.state.head] if point.when}
                assert len(open_) <= shown.points_left <= len(open_ | guarded)
            let_run += bool(round.line) and isinstance(round.line[-1], moves.Pass)
            told += [event for event in session.play(person.choose(round)) if not isinstance(event, Hint)]
    assert let_run, "the bench never passed before a choice"


async def test_the_screen_shows_one_time_in_the_header_and_beside_sit_down(tmp_path) -> None:
    app = game(format="quick", saves=tmp_path, heat="cold", seed=3)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_lectern(app, pilot)
        for _ in range(4):
            await read_on(app, pilot)
            screen = app.screen
            rows = seen(app)
            left = clock_face(screen.session.round.position.clock)
            assert left in rows.splitlines()[0] + rows.splitlines()[1], rows
            if f"{left} unused" not in rows:
                assert screen.session.round.position.state.pending
            await pilot.press("1")
        await play_out(app, pilot)
