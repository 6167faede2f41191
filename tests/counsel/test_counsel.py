"""Who can argue: always a legal move, the same for the same seed, and better than chance where that is the point."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.case import Side
from moot.counsel import Greedy, Novice, Scripted
from moot.counsel.greedy import standing
from moot.counsel.opponents import OPPONENTS, make
from moot.errors import UnknownName
from moot.session import Session

CASE = moot.load_case("sacramento-v-lewis")
NINE = moot.load_bench("lewis-1998")


@pytest.mark.parametrize("name", sorted(OPPONENTS))
@pytest.mark.parametrize("case", ["sacramento-v-lewis", "first-argument"])
def test_every_opponent_plays_either_side_to_the_end_and_the_same_way_twice(name, case) -> None:
    value = moot.load_case(case)
    lines = []
    for _ in range(2):
        round = moot.Round(value, moot.load_bench(value.bench), seed=3, format="quick")
        round.play_out(make(name, 3), make(name, 4))
        lines.append(round.line)
    assert lines[0] == lines[1]


def test_an_unknown_opponent_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="did you mean 'greedy'"):
        make("greedi")


def test_a_greedy_respondent_stands_better_with_the_bench_than_a_novice() -> None:
    stood = {}
    for name, player in (("greedy", Greedy()), ("novice", Novice(1))):
        stood[name] = 0
        for seed in range(4):
            round = moot.Round(CASE, NINE, seed=seed)
            round.play_out(Novice(seed), player)
            stood[name] += standing(round, round.position.heard, Side.RESPONDENT)
    assert stood["greedy"] > stood["novice"]


def test_the_interface_s_own_example_runs() -> None:
    round = moot.Round(CASE, NINE, seed=7, format="quick")
    outcome = round.play_out(petitioner=moot.counsel.Greedy(), respondent=moot.counsel.Novice())
    assert outcome.ruling.explain("scalia")
    assert set(moot.score(round).ballots) == set(Side)


def test_the_scripted_advocate_says_what_was_said_and_goes_on_when_history_ends() -> None:
    round = moot.Round(CASE, NINE, seed=1, heat="cold")
    round.play_out(Scripted(), Scripted())
    assert str(round.line[0]) == CASE.historical.line[0]
    assert round.outcome() is not None


@pytest.mark.parametrize("human", list(Side))
@pytest.mark.parametrize(
    "line",
    [
        ["this is not a move"],
        ["roadmap nosuch reserve 9", "plead p-nosuch", "sing a song"],
        ["roadmap forgiven,home reserve 1", "plead p-remit", "??", "ask q-nosuch by nobody"],
    ],
)
def test_a_line_it_cannot_read_ended_the_sitting_without_a_ruling(line, human) -> None:
    case = moot.load_case("first-argument")
    case = replace(case, historical=replace(case.historical, line=tuple(line)))
    session = Session(case, moot.load_bench(case.bench), human=human, opponent=Scripted(), seed=5)
    session.open()
    while session.waiting:
        assert session.round.turn is human
        session.play(session.round.legal[0])
    assert session.round.outcome() is not None
    round = moot.Round(case, moot.load_bench(case.bench), seed=5)
    assert round.play_out(Scripted(), Scripted()).ruling
