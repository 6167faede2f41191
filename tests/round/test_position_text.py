"""A position of play as text and back, what a round says of itself, and who may play."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import moot
from moot.case import Side
from moot.errors import IllegalMove, InvalidMove, InvalidPosition
from moot.round import moves
from moot.round.position import PositionOfPlay
from moot.testing import benches, cases, lines
from tests import support as small


def small_round(**more) -> moot.Round:
    return moot.Round(small.case(), small.bench(small.judge("j"), small.judge("k", 2)), **more)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_every_position_of_a_line_is_read_back_from_its_text(data) -> None:
    case, bench = data.draw(cases()), data.draw(benches())
    round = moot.Round.from_line(case, bench, data.draw(lines(case, bench)), format="quick")
    for position in round.positions:
        text = str(position)
        assert "\n" not in text
        assert PositionOfPlay.parse(text) == position
        assert str(PositionOfPlay.parse(text)) == text


def test_positions_of_a_shipped_case_have_texts_of_their_own() -> None:
    case = moot.load_case("sacramento-v-lewis")
    round = moot.Round(case, moot.load_bench("three"), seed=2, format="quick", heat="hot")
    round.play_out(moot.counsel.Novice(2), moot.counsel.Novice(2))
    texts = {str(position): position for position in round.positions}
    assert len(texts) == len(set(round.positions))
    assert all(PositionOfPlay.parse(text) == position for text, position in texts.items())


@given(
    st.text(max_size=60) | st.from_regex(r"(called|decided)(; (clock|cut|menu|left|x) ?[a-z0-9,.]*)*", fullmatch=True)
)
def test_any_text_is_a_position_or_an_invalid_one_and_nothing_else(text: str) -> None:
    try:
        position = PositionOfPlay.parse(text)
    except InvalidPosition as error:
        assert "\n" not in str(error)
    else:
        assert PositionOfPlay.parse(str(position)) == position


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "begins with a phase"),
        ("lunch; clock 3", "not with 'lunch'"),
        ("decided", "how many ticks are left"),
        ("decided; clock 0; clock 1", "only one `clock`"),
        ("decided; clock -1", "`clock` takes numbers, not '-1'"),
        ("decided; clock 1,2", "`clock` takes one value, not 2"),
        ("decided; clock 0; cut yes", "`cut` takes no value"),
        ("decided; clock 0; mood good", "'mood' is no part of a position"),
        ("decided; clock 0; head <b>", "`head` takes ids, not '<b>'"),
    ],
)
def test_a_wrong_position_is_refused_in_one_line(text: str, says: str) -> None:
    with pytest.raises(InvalidPosition, match=says):
        PositionOfPlay.parse(text)


def test_the_repr_of_a_position_is_short_and_evaluates_back() -> None:
    """It was 314 characters long where nothing had happened yet."""
    position = small_round().position
    assert repr(position) == "PositionOfPlay.parse('petitioner roadmap; clock 32')"
    assert eval(repr(position)) == position


def test_a_round_says_its_clock_head_and_question() -> None:
    round = small_round(format="quick")
    assert (round.clock, round.head, round.heads_left, round.pending) == (32, None, (), None)
    round.push("roadmap pb,pa reserve 1")
    assert round.head is round.case.head["pb"]
    assert round.heads_left == (round.case.head["pa"],)
    assert round.clock == 32 - 1 - 4
    round.push("plead p2")
    round.push("ask q2")
    assert round.pending is round.case.questions["q2"]
    round.push("answer q2.a")
    assert round.pending is None
    round.push("pass")
    round.push("turn pa")
    assert (round.head, round.heads_left) == (round.case.head["pa"], ())


def test_a_move_as_text_is_legal_when_the_move_is() -> None:
    """`"plead p2" in round.legal` was silently False."""
    round = small_round(format="quick")
    round.push("roadmap pa,pb reserve 1")
    assert "plead p1" in round.legal
    assert "p1" in round.legal, "push would take it"
    assert "plead p2" not in round.legal
    assert "plead nothing" not in round.legal
    assert "" not in round.legal
    assert None not in round.legal
    assert all(str(move) in round.legal for move in round.legal)


def test_asking_by_a_judge_who_does_not_sit_is_not_legal() -> None:
    """`in` said yes to a move that `push` refuses."""
    round = small_round()
    round.push("roadmap pa,pb reserve 1")
    round.push("plead p1")
    assert "ask q1 by k" in round.legal
    assert moves.Ask("q1", "nobody") not in round.legal
    with pytest.raises(IllegalMove, match="nobody does not sit"):
        round.push(moves.Ask("q1", "nobody"))


def first(round):
    return round.legal[0]


def test_a_plain_function_plays() -> None:
    """A function was refused with an AttributeError from inside the round."""
    one, other = small_round(seed=4), small_round(seed=4)
    one.play_out(petitioner=first, respondent=moot.counsel.Novice(3))
    other.play_out(petitioner=lambda round: str(round.legal[0]), respondent=moot.counsel.Novice(3))
    assert one.line == other.line
    silent = small_round()
    silent.play_out(first, first, bench=lambda round: "pass")
    assert not any(isinstance(move, moves.Ask) for move in silent.line)


@pytest.mark.parametrize("wrong", [None, "novice", 7, moot.counsel.Novice])
def test_what_is_no_player_is_refused_before_a_move_is_made(wrong) -> None:
    round = small_round()
    with pytest.raises(TypeError, match="respondent must be a function of the round, or an object with choose"):
        round.play_out(first, wrong)
    assert round.ply == 0


def test_a_player_who_returns_no_move_is_named() -> None:
    round = small_round()
    with pytest.raises(InvalidMove, match="petitioner chose None, which is not a move"):
        round.play_out(lambda round: None, first)
    assert round.turn is Side.PETITIONER


def test_the_conference_is_held_once_for_an_outcome_and_again_after_a_move_is_taken_back(monkeypatch) -> None:
    """Every look at the outcome of a round held the conference again: three times for each simulated sitting."""
    from moot.bench import conference as module

    held = []
    confer = module.confer
    monkeypatch.setattr(module, "confer", lambda *words: held.append(words) or confer(*words))
    round = small_round()
    outcome = round.play_out(first, first)
    assert round.outcome() is outcome
    moot.score(round)
    assert len(held) == 1
    assert round.copy().outcome().ruling.disposition == outcome.ruling.disposition
    last = round.pop()
    assert round.outcome() is None
    round.push(last)
    assert round.outcome() is not outcome
