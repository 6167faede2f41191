"""A round copied, deep-copied, pickled and compared; what it refuses; how it says it ended."""

from __future__ import annotations

import copy
import pickle

import pytest

import moot
from moot.bench.ruling import JudgmentBy
from moot.case import Side
from moot.counsel import Novice
from moot.errors import UnknownName
from moot.files.records import new_header
from moot.opinion import line_up
from moot.sitting.setup import MODES
from tests import support as small
from tests.bench.test_conference import THREE, THREE_TREE, WANTS

WAYS = {
    "copy.copy": copy.copy,
    "copy.deepcopy": copy.deepcopy,
    "pickle": lambda round: pickle.loads(pickle.dumps(round)),
    "copy": lambda round: round.copy(),
}


def lewis(seed: int = 3, plies: int = 20, **more):
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"), seed=seed, **more)
    from moot.round.draw import draw

    novice = Novice(seed)
    for _ in range(plies):
        round.push(draw(round) if round.turn == "bench" else novice.choose(round))
    return round


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("plies", [0, 20])
def test_a_copy_is_equal_and_moves_of_one_leave_the_other_alone(way: str, plies: int) -> None:
    """`copy.copy` shared the stack of moves; deepcopy and pickle raised."""
    round = lewis(plies=plies, format="quick", heat="hot")
    line, position = round.line, round.position
    other = WAYS[way](round)
    assert other == round
    assert (other.line, other.position, other.positions) == (line, position, round.positions)
    assert (other.seed, other.format, other.heat) == (round.seed, round.format, round.heat)
    other.push(next(iter(other.legal)))
    assert (round.line, round.position) == (line, position)
    assert other != round
    assert round.problems() == other.problems() == []
    other.pop()
    assert other == round


def test_a_pickled_round_is_decided_alike() -> None:
    round = lewis(plies=0)
    round.play_out(Novice(1), Novice(2))
    again = pickle.loads(pickle.dumps(round))
    assert line_up(again.outcome().ruling) == line_up(round.outcome().ruling)
    assert moot.score(again).ballots == moot.score(round).ballots


def test_a_subclass_is_copied_as_what_it_is() -> None:
    mine = _Mine(small.case(), small.bench(small.judge("j")))
    assert {type(WAYS[way](mine)) for way in WAYS} == {_Mine}


class _Mine(moot.Round):
    """Another kind of round."""


def test_rounds_differ_by_each_thing_that_makes_them() -> None:
    one = lewis()
    assert one == lewis()
    assert one != lewis(seed=4, plies=0)
    assert lewis(plies=0) != lewis(plies=0, heat="hot")
    assert lewis(plies=0) != lewis(plies=0, format="quick")
    assert lewis(plies=0) != moot.Round(one.case, moot.load_bench("lewis-1998"), seed=3)
    assert lewis(plies=0) != moot.Round(moot.load_case("washington-v-glucksberg"), one.bench, seed=3)
    assert one != "a round"
    with pytest.raises(TypeError):
        hash(one)


def test_a_case_with_other_words_makes_another_round() -> None:
    from dataclasses import replace

    case, bench = small.case(), small.bench(small.judge("j"))
    assert moot.Round(case, bench) == moot.Round(replace(case, version=2), bench)
    assert moot.Round(case, bench) != moot.Round(replace(case, facts="Other facts."), bench)
    assert moot.Round(case, bench) != moot.Round(case, small.bench(small.judge("j", held={"notice": 1})))


def test_a_round_is_made_from_its_line() -> None:
    round = lewis()
    words = [str(move) for move in round.line]
    assert moot.Round.from_line(round.case, round.bench, words, seed=3) == round


def test_a_heat_that_is_none_is_refused_at_once() -> None:
    case, bench = small.case(), small.bench(small.judge("j"))
    with pytest.raises(UnknownName, match="no heat called 'boiling'; known: cold, historical, hot, normal"):
        moot.Round(case, bench, heat="boiling")
    with pytest.raises(UnknownName, match="did you mean 'normal'"):
        moot.Round(case, bench, heat="normel")


def test_the_mode_of_a_record_is_a_mode() -> None:
    header = new_header(small.case(), small.bench(small.judge("j")), format="quick", seed=1)
    assert header.mode in MODES


@pytest.mark.parametrize(
    ("votes", "won", "reason", "winner"),
    [
        ("rrr", Side.RESPONDENT, JudgmentBy.OPINION, Side.PETITIONER),
        ("vva", Side.RESPONDENT, JudgmentBy.OPINION, Side.PETITIONER),
        ("rrvva", Side.RESPONDENT, JudgmentBy.PLURALITY, Side.PETITIONER),
        ("aar", Side.RESPONDENT, JudgmentBy.OPINION, Side.RESPONDENT),
        ("aar", Side.PETITIONER, JudgmentBy.OPINION, Side.PETITIONER),
        ("rra", Side.PETITIONER, JudgmentBy.OPINION, Side.RESPONDENT),
        ("rraa", Side.RESPONDENT, JudgmentBy.DIVIDED, None),
    ],
)
def test_an_outcome_says_what_carried_it_and_for_whom(votes: str, won: Side, reason: JudgmentBy, winner) -> None:
    judges = [small.judge(f"j{n}", n, held={WANTS[vote]: 2}) for n, vote in enumerate(votes, 1)]
    round = moot.Round(small.case(issues=(THREE,), tree=THREE_TREE, won=won), small.bench(*judges))
    assert round.outcome() is None
    outcome = round.play_out(Novice(1), Novice(2))
    assert (outcome.reason, outcome.winner) == (reason, winner)
