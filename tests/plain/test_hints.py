"""A teaching case gives each hint once, at its moment, in training only, and never in the record."""

from __future__ import annotations

import io

import pytest

import moot
from moot.counsel import Novice
from moot.files.records import read_record
from moot.plain.play import play
from moot.round.formats import WHITE_LIGHT
from moot.sitting.events import Hint
from moot.sitting.setup import new_session


@pytest.mark.parametrize(("mode", "given"), [("training", True), ("exam", False)])
def test_hints_come_in_training_only(mode, given) -> None:
    session, path = new_session("first-argument", seed=2, mode=mode, heat="hot")
    out = io.StringIO()
    play(session, path, io.StringIO("1\n" * 120), out)
    text = out.getvalue()
    hints = dict(session.case.hints)
    assert (f"(Hint: {hints['roadmap']})" in text) is given
    assert (text.count("(Hint: ") > 3) is given
    for hint in hints.values():
        assert text.count(hint) <= 1
    assert all(move.split()[0] != "hint" for move in read_record(path).moves)


def test_a_case_without_hints_gives_none() -> None:
    session, _ = new_session("sacramento-v-lewis", seed=2)
    assert not any(isinstance(event, Hint) for event in session.open())


def test_hints_belong_to_known_moments() -> None:
    from moot.case import HINT_MOMENTS

    assert {moment for moment, _ in moot.load_case("first-argument").hints} <= set(HINT_MOMENTS)


def test_the_hint_of_the_white_light_is_due_the_moment_it_comes_on() -> None:
    seen = set()
    for seed in range(12):
        session, _ = new_session("first-argument", seed=seed)
        session.open()
        person = Novice(seed)
        while session.waiting:
            position, rules = session.round.position, session.round.rules
            segment = rules.segment(position.state)
            if not segment.replies and not rules.roadmap_due(position.state):
                on = "white-light" in session._moments()
                assert on == (0 < position.clock <= WHITE_LIGHT)
                seen.add((position.clock > WHITE_LIGHT) - (position.clock < WHITE_LIGHT))
            session.play(person.choose(session.round))
    assert seen == {-1, 0, 1}
