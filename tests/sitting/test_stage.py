"""The machine drives the sitting: every move fires it, and what it enters and leaves is what the faces are told."""

from __future__ import annotations

import pytest

import moot
from moot.case import Side
from moot.counsel import Novice
from moot.errors import PhaseError, RecordError
from moot.round import moves
from moot.round.formats import WHITE_LIGHT
from moot.round.turns.phases import Phase, Trigger
from moot.sitting import stage
from moot.sitting.events import Closed, Decided, Light, Opened
from moot.sitting.session import Session
from moot.sitting.setup import new_session, resume_session


def sitting(seed: int, form: str = "quick", **options) -> Session:
    return Session(
        moot.load_case("first-argument"), moot.load_bench("three"), human=None, seed=seed, format=form, **options
    )


def expected(round: moot.Round) -> list[tuple]:
    """The events of the argument as a whole, worked out from the positions alone."""
    found = [(0, "opened", "petitioner", round.positions[0].clock)]
    pairs = zip(round.positions, round.positions[1:], round.line, strict=False)
    for ply, (before, after, move) in enumerate(pairs, start=1):
        turn, then = round.rules.segment(before.state), round.rules.segment(after.state)
        sat = isinstance(move, moves.Sit)
        if turn is then:
            if before.clock > WHITE_LIGHT >= after.clock > 0:
                found.append((ply, "white"))
            if before.clock > 0 == after.clock:
                found.append((ply, "red"))
            continue
        if before.clock > 0 and not sat:
            found.append((ply, "red"))
        found.append((ply, "closed", turn.id, not sat))
        found.append((ply, "opened", then.id, after.clock) if then else (ply, "decided"))
    return found


def told(events: list) -> list[tuple]:
    found: list[tuple] = []
    for event in events:
        match event:
            case Opened(ply=ply, segment=turn, ticks=ticks):
                found.append((ply, "opened", turn.id, ticks))
            case Closed(ply=ply, segment=turn, by_red_light=by_red_light):
                found.append((ply, "closed", turn.id, by_red_light))
            case Light(ply=ply, color=color):
                found.append((ply, color.value))
            case Decided(ply=ply):
                found.append((ply, "decided"))
    return found


@pytest.mark.parametrize("form", ["quick", "amca", "jessup"])
@pytest.mark.parametrize("seed", range(6))
def test_what_the_machine_enters_and_leaves_is_what_the_faces_are_told(seed: int, form: str) -> None:
    session, player = sitting(seed, form), Novice(seed)
    events = session.open()
    while session.waiting:
        events += session.play(player.choose(session.round))
        assert session._stage.state == session.round.position.phase.value
    assert told(events) == expected(session.round)
    assert session._stage.state == Phase.DECIDED.value


def test_every_move_fires_the_machine(monkeypatch) -> None:
    """`fire` ran in tests alone, and the table of phases was all that play looked at."""
    fired: list[Trigger] = []

    def spy(model, trigger, form, fire=stage.fire):
        fired.append(trigger)
        return fire(model, trigger, form)

    monkeypatch.setattr(stage, "fire", spy)
    session, player = sitting(1), Novice(1)
    session.open()
    while session.waiting:
        session.play(player.choose(session.round))
    assert [trigger for trigger in fired if trigger in {move.trigger for move in session.round.line}] == [
        move.trigger for move in session.round.line
    ]
    assert (fired[0], fired[-2:]) == (Trigger.CALL, [Trigger.CONFER, Trigger.DECIDE])


class Written:
    """A recorder that keeps what it is given, and fails when it is told to."""

    behind = False

    def __init__(self) -> None:
        self.moves: list[str] = []
        self.full = False

    def append(self, move: str) -> None:
        if self.full:
            raise RecordError("the disk is full")
        self.moves.append(move)

    def undo(self, count: int) -> None:
        del self.moves[-count:]


def test_where_machine_and_rules_disagree_the_sitting_stops_and_nothing_is_written(monkeypatch) -> None:
    written = Written()
    session = sitting(1, recorder=written)
    session.open()
    monkeypatch.setattr(stage, "triggers", lambda *_: (Trigger.ROADMAP, Trigger.ASK))
    with pytest.raises(PhaseError, match="comes to phase 'petitioner question' and the rules to"):
        session.play(session.round.legal[0])
    assert (written.moves, session.round.ply) == ([], 0)


def test_a_machine_that_is_elsewhere_is_noticed_before_it_is_fired() -> None:
    session = sitting(1)
    session.open()
    session._stage.state = Phase.CONFERENCE.value
    with pytest.raises(PhaseError, match="the machine is in phase 'conference'"):
        session.play(session.round.legal[0])


def test_a_write_that_fails_takes_the_machine_back_too() -> None:
    written = Written()
    session = sitting(1, recorder=written)
    session.open()
    written.full = True
    with pytest.raises(RecordError):
        session.play(session.round.legal[0])
    written.full = False
    session.play(session.round.legal[0])
    assert session._stage.state == session.round.position.phase.value


def test_a_move_taken_back_takes_the_machine_back() -> None:
    session, player = sitting(3), Novice(3)
    session.open()
    for _ in range(4):
        session.play(player.choose(session.round))
    while session.undo():
        assert session._stage.state == session.round.position.phase.value
    assert session.round.ply == 0
    session.play(session.round.legal[0])


def test_a_sitting_taken_up_again_goes_on_from_its_own_state(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MOOT_SAVES", str(tmp_path))
    session, path = new_session("first-argument", seed=4, side="both", format="quick")
    player = Novice(4)
    session.open()
    for _ in range(5):
        session.play(player.choose(session.round))
    again, _ = resume_session(path)
    assert again._stage.state == again.round.position.phase.value
    assert not [event for event in again.open() if isinstance(event, Opened)]
    while again.waiting:
        again.play(player.choose(again.round))
    assert again._stage.state == Phase.DECIDED.value


def test_a_rebuttal_without_time_is_never_opened() -> None:
    for seed in range(8):
        session = sitting(seed, "scotus-1997")
        events = session.open()
        mapped = next(move for move in session.round.legal if isinstance(move, moves.Roadmap) and move.reserve == 0)
        events += session.play(mapped)
        player = Novice(seed)
        while session.waiting:
            events += session.play(player.choose(session.round))
        assert [event.segment.id for event in events if isinstance(event, Opened)] == ["petitioner", "respondent"]
        assert {event.side for event in events if isinstance(event, Opened)} == set(Side)
