"""What each answer would do, without a search."""

from __future__ import annotations

from functools import cache

import pytest

import moot
from moot.bench.conference import confer
from moot.case import Side
from moot.errors import MootError
from moot.round import moves
from moot.study.alternatives import answer_alternatives, answer_share, votes_for


@cache
def _played() -> moot.Round:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench), seed=3)
    round.play_out(moot.counsel.Novice(1), moot.counsel.Novice(2))
    return round


def _questions() -> list[moot.Round]:
    whole = _played()
    return [
        moot.Round.from_line(whole.case, whole.bench, whole.line[:ply], seed=whole.seed)
        for ply, move in enumerate(whole.line)
        if isinstance(move, moves.GiveAnswer)
    ]


def test_every_legal_answer_is_there_once_and_the_best_is_right() -> None:
    for round in _questions():
        before = round.line
        found = answer_alternatives(round)
        assert round.line == before
        assert sorted(each.answer for each in found) == sorted(
            move.answer for move in round.legal if isinstance(move, moves.GiveAnswer)
        )
        assert found[0].right
        assert found[0].share == max(each.share for each in found)


def test_votes_are_those_of_the_conference() -> None:
    for round in _questions()[:4]:
        side = round.speaker
        assert side is not None
        for each in answer_alternatives(round):
            round.push(moves.GiveAnswer(each.answer))
            ruling = confer(round.case, round.bench, round.position.heard)
            wants = side is not round.case.below.won
            assert each.votes == sum(one.vote.disturbs is wants for one in ruling.standings.values())
            assert len(votes_for(round, round.position.heard, side)) == each.votes
            round.pop()


def test_what_is_lost_is_lost_on_the_ballot() -> None:
    for round in _questions():
        side = round.speaker
        assert side is not None
        for each in answer_alternatives(round):
            round.push(moves.GiveAnswer(each.answer))
            lost = {
                item.name
                for item in moot.score(round).ballots[side].items
                for loss in item.losses
                if loss.ply == round.ply and loss.move == f"answer {each.answer}"
            }
            # A move may also end the turn, which is no fault of the answer as such.
            assert lost - {"time", "structure"} == {item for item, _, _ in each.losses}
            round.pop()
            assert 0 <= answer_share(round.case, each.answer, round.position.heard) <= 1


def test_without_a_question_there_is_nothing_to_compare() -> None:
    case = moot.load_case("first-argument")
    round = moot.Round(case, moot.load_bench(case.bench))
    assert round.turn is Side.PETITIONER
    with pytest.raises(MootError, match="no question is pending"):
        answer_alternatives(round)
