"""The corners of the round: names, reprs, costs, and a broken state noticed."""

from __future__ import annotations

import pytest

import moot
from moot.case import Side
from moot.errors import IllegalMove, InvalidMove, UnknownName
from moot.round.clock import clock_face, spoken
from moot.round.formats import get_format
from tests import support as small
from tests.round.test_round import LONG, start


def test_an_unknown_format_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="did you mean 'quick'"):
        get_format("quikc")


def test_speech_takes_time_by_its_words() -> None:
    assert spoken("word " * 150) == 4
    assert spoken("word " * 151) == 5
    assert spoken("") == 1
    assert clock_face(7) == "1:45"
    case = small.case(
        small.point("p1", head="pa"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        costs=small.Costs(roadmap=1),
    )
    round = start(case, LONG, "roadmap pa reserve 0")
    assert round.cost(round.parse("plead p1")) == 2  # a short speech; but a point has two halves


def test_a_cost_is_known_before_the_move_and_refused_for_what_is_not_legal() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0")
    assert round.cost(round.parse("plead p1")) == 2
    assert round.cost(round.parse("sit")) == 0
    with pytest.raises(IllegalMove):
        round.cost(moot.round.moves.Plead("p2"))


def test_reprs_say_where_things_stand() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0")
    assert repr(round) == "<Round small before test, 1 moves, petitioner submission>"
    assert "plead p1" in repr(round.legal)
    for move in ("sit", "roadmap ra,rb reserve 0", "sit"):
        round.push(move)
    assert repr(round.outcome()).startswith("<Outcome ")
    assert repr(round.case) == "<Case small>"
    assert repr(round.bench) == "<Bench test>"
    assert repr(round.bench.judges[0]) == "<Judge j>"


def test_the_repr_of_eighty_legal_moves_is_short() -> None:
    round = moot.Round(moot.load_case("sacramento-v-lewis"), moot.load_bench("three"))
    assert len(round.legal) > 20
    assert repr(round.legal).count("roadmap ") == 8
    assert repr(round.legal).endswith(f"and {len(round.legal) - 8} more>")


@pytest.mark.parametrize("wrong", [None, 3, ["sit"]])
def test_what_is_no_move_is_refused_in_one_line_and_changes_nothing(wrong: object) -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0")
    before = round.copy()
    with pytest.raises(InvalidMove, match="is not a move"):
        round.push(wrong)  # type: ignore[arg-type]
    assert round == before


@pytest.mark.parametrize("wrong", ["7", 1.5, None])
def test_a_seed_that_is_no_whole_number_is_refused_where_it_is_given(wrong: object) -> None:
    with pytest.raises(TypeError):
        moot.Round(moot.load_case("first-argument"), moot.load_bench("fictional"), seed=wrong)  # type: ignore[arg-type]


def test_problems_notice_a_line_and_a_stack_that_do_not_agree() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0", "plead p1", "pass")
    round._stack[-1] = round._stack[0]
    assert round.problems() == ["position 3 is not what its line leads to"]
    round._line[1] = moot.round.moves.Sit()
    round._line[2] = moot.round.moves.Sit()
    assert "not legal where it stands" in round.problems()[-1]


def test_nothing_is_legal_once_the_case_is_decided() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0", "sit", "roadmap ra,rb reserve 0", "sit")
    assert not round.legal
    assert round.speaker is None
    with pytest.raises(IllegalMove, match="the case is decided"):
        round.push("sit")


def test_a_player_may_stand_in_for_the_bench() -> None:
    from moot.counsel import Novice

    class Silent:
        def choose(self, round):
            return moot.round.moves.Pass()

    round = start()
    outcome = round.play_out(Novice(1), Novice(2), bench=Silent())
    assert outcome.ruling.disposition
    assert not any(isinstance(move, moot.round.moves.Ask) for move in round.line)


def test_positions_can_be_named_and_not_misnamed() -> None:
    assert str(small.ref("merits.yes")) == "merits.yes"
    for wrong in ("merits", "merits.", ".yes"):
        with pytest.raises(ValueError, match=r"issue\.position"):
            small.ref(wrong)
    case = small.case()
    with pytest.raises(KeyError):
        case.issue["merits"].position("perhaps")


@pytest.mark.parametrize("ticks", [-5, 0, 1.5])
def test_a_measured_move_shorter_than_its_own_cost_would_win_time_and_is_refused(ticks: int) -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0")
    short = moot.round.moves.Plead("p1", ticks=ticks)
    assert short not in round.legal
    with pytest.raises(IllegalMove, match="at least its own cost in ticks, 1"):
        round.push(short)
    round.push("plead p1 @1")
    assert round.problems() == []
