"""Moves and their notation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import moot
from moot.errors import AmbiguousMove, IllegalMove, InvalidMove
from moot.round import moves
from moot.round.moves import parse_move
from tests import support as small

ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
ticks = st.none() | st.integers(1, 9999)
some_moves = st.one_of(
    st.builds(moves.Roadmap, st.lists(ids, min_size=1, max_size=3).map(tuple), st.integers(0, 9), ticks=ticks),
    st.builds(moves.Plead, ids, ticks=ticks),
    st.builds(moves.Resume, ticks=ticks),
    st.builds(moves.Turn, ids),
    st.builds(moves.Sit, ticks=ticks),
    st.builds(moves.GiveAnswer, st.builds("{}.{}".format, ids, ids), ticks=ticks),
    st.builds(moves.Ask, ids, st.none() | ids, ticks=ticks),
    st.builds(moves.Pass),
)


@given(some_moves)
def test_notation_parses_back_and_prints_to_a_fixed_point(move) -> None:
    parsed = parse_move(str(move))
    assert parsed == move
    assert str(parsed) == str(move)


@given(some_moves)
def test_repr_evaluates_back(move) -> None:
    assert eval(repr(move), vars(moves)) == move


@given(st.text(max_size=30))
def test_any_text_is_a_move_or_an_invalid_move_and_nothing_else(text: str) -> None:
    try:
        move = parse_move(text)
    except InvalidMove as error:
        assert "\n" not in str(error)
    else:
        assert parse_move(str(move)) == move


@pytest.mark.parametrize("text", ["pass @3", "sit @0", "turn a @2", "plead a @0", "plead", "roadmap", "answer q", ""])
def test_what_is_not_a_move_is_invalid(text: str) -> None:
    with pytest.raises(InvalidMove):
        parse_move(text)


def test_spaces_and_case_are_forgiven() -> None:
    assert parse_move("  PLEAD   p-riot ") == moves.Plead("p-riot")


def test_who_asks_is_no_part_of_the_move() -> None:
    assert moves.Ask("q", "scalia") == moves.Ask("q", "souter") == moves.Ask("q")
    assert len({moves.Ask("q", "scalia"), moves.Ask("q")}) == 1


def test_part_of_a_move_is_enough_where_it_fits_only_one() -> None:
    round = moot.Round(small.case(), small.bench(small.judge("j")))
    round.push("roadmap pa,pb reserve 1")
    assert round.parse("p1") == moves.Plead("p1")
    assert round.parse("turn") == moves.Turn("pb")
    with pytest.raises(AmbiguousMove):
        round.parse("p")
    with pytest.raises(InvalidMove):
        round.parse("zebra")
    with pytest.raises(IllegalMove):
        round.push("turn pa")


def test_the_move_was_called_answer_as_the_answers_of_a_case_are() -> None:
    """Counsel in other packages may still say so for one version, and are told."""
    with pytest.warns(DeprecationWarning, match="GiveAnswer"):
        assert moves.Answer is moves.GiveAnswer
    with pytest.raises(AttributeError):
        moves.Nothing
