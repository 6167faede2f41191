"""Counsel who look ahead: the same way twice, within the time, and never in the way of a person."""

from __future__ import annotations

import math
import threading
import time

import pytest

import moot
from moot.case import Side
from moot.counsel import Greedy, Search, search
from moot.counsel.greedy import standing
from moot.counsel.opponents import HOW, OPPONENTS, how
from moot.errors import StoppedThinking, UnknownName
from moot.files.records import read_record
from moot.round.draw import draw
from moot.sitting.partners import Interruptible
from moot.sitting.setup import new_session, replay

CASE = moot.load_case("first-argument")
BENCH = moot.load_bench(CASE.bench)


def started(seed: int = 3, *, case=CASE, bench=BENCH) -> moot.Round:
    """A round in which the petitioner is to plead."""
    round = moot.Round(case, bench, seed=seed)
    round.push(Greedy().choose(round))
    return round


def test_a_record_of_a_sitting_against_search_replays_to_the_same_round(tmp_path) -> None:
    session, path = new_session("first-argument", side="petitioner", opponent="search", seed=11, saves=tmp_path)
    session.open()
    person = Greedy()
    while session.waiting:
        session.play(person.choose(session.round))
    again = replay(read_record(path))
    assert again.line == session.round.line
    assert again.outcome().ruling.votes_for == session.round.outcome().ruling.votes_for


def test_what_it_had_thought_before_changed_what_it_said() -> None:
    """A sitting gone on with is argued as it would have been: the choice is a function of the seed and the line."""
    whole = moot.Round(CASE, BENCH, seed=4)
    one = Search(7)
    while whole.turn is not None and whole.ply < 12:
        players = {Side.PETITIONER: one.choose, Side.RESPONDENT: Greedy().choose}
        whole.push(players.get(whole.turn, draw)(whole))
    for ply in range(whole.ply):
        before = whole.positions[ply]
        if whole.rules.side(before.state) is Side.PETITIONER and not before.state.bench:
            there = moot.Round.from_line(CASE, BENCH, whole.line[:ply], seed=4)
            assert Search(7).choose(there) == whole.line[ply]


def test_it_changed_the_round_it_looked_ahead_in() -> None:
    round = started()
    line, positions = round.line, round.positions
    assert Search(1).choose(round) in round.legal
    assert (round.line, round.positions) == (line, positions)


def test_out_of_time_it_says_what_greedy_says() -> None:
    round = started()
    assert Search(1, seconds=0.0).choose(round) == Greedy().choose(round)


def test_it_could_not_be_stopped_or_hurried() -> None:
    case = moot.load_case("sacramento-v-lewis")
    for what in ("hurry", "stop"):
        round = started(case=case, bench=moot.load_bench(case.bench))
        counsel = Search(1, seconds=60.0, sittings=4000)
        assert isinstance(counsel, Interruptible)
        threading.Timer(0.3, getattr(counsel, what)).start()
        began = time.monotonic()
        if what == "hurry":
            assert counsel.choose(round) in round.legal
        else:
            with pytest.raises(StoppedThinking):
                counsel.choose(round)
        assert time.monotonic() - began < 30
        # Only that one thought was cut short.
        counsel.sittings = 1
        assert Search(1, sittings=1).choose(started()) == counsel.choose(started())


def test_search_stands_better_with_the_bench_than_greedy_and_greedy_than_novice() -> None:
    """A small sample of what scripts/opponents.py measures: both seats of a few seeds."""
    for one, other in (("search", "greedy"), ("greedy", "novice")):
        lead = 0
        for seed in range(5):
            for petitioner, respondent, sign in ((one, other, 1), (other, one, -1)):
                round = moot.Round(CASE, BENCH, seed=seed)
                round.play_out(moot.counsel.make(petitioner, seed), moot.counsel.make(respondent, seed))
                heard = round.position.heard
                lead += sign * (standing(round, heard, Side.PETITIONER) - standing(round, heard, Side.RESPONDENT))
        assert lead > 0, (one, other)


def test_every_opponent_of_ours_says_how_it_chooses() -> None:
    assert set(HOW) == set(OPPONENTS)
    assert len({how(name) for name in OPPONENTS}) == len(OPPONENTS)
    with pytest.raises(UnknownName):
        how("nobody-at-all")


@pytest.mark.parametrize("lines", [1, 7])
def test_a_limit_in_seconds_alone_made_a_sitting_differ_from_machine_to_machine(lines, monkeypatch) -> None:
    """A limit in lines is looked along exactly, and the choice is the same twice."""
    round = started()
    looked = []
    end = search._Thinking._end

    def counted(self, *args):
        looked.append(args)
        return end(self, *args)

    monkeypatch.setattr(search._Thinking, "_end", counted)
    choices = [Search(1, seconds=math.inf, lines=lines).choose(round) for _ in range(2)]
    assert choices[0] == choices[1]
    assert choices[0] in round.legal
    assert len(looked) == 2 * lines
