"""The small parts of a round, each by itself: its own checks, the dice, the order of answers, phases as words, who is silent and asked."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import replace

import pytest

import moot
from moot.case import Side
from moot.case.formats import Format, Segment
from moot.errors import InvalidPosition, PhaseError
from moot.round.dice import Dice, LineDice
from moot.round.formats import FORMATS, format_of
from moot.round.offered import answers_offered
from moot.round.position import PositionOfPlay
from moot.round.rules import rules_for
from moot.round.text.position import read_position
from moot.round.turns.machine import triggers
from moot.round.turns.phases import Phase, Trigger, course_of
from tests import support as small
from tests.round.made import FORM, OPEN, started

# -- what a round finds wrong with itself ------------------------------------------------------------------------------------


def test_a_round_in_order_finds_nothing_wrong_whatever_its_clock() -> None:
    round = started()
    for move in (*OPEN, "ask q1", "answer q1.a", "pass", "resume", "sit"):
        round.push(move)
        assert round.problems() == []


@pytest.mark.parametrize(("clock", "found"), [(0, []), (1, []), (-1, ["the clock is negative"])])
def test_a_clock_below_zero_is_told(clock: int, found) -> None:
    round = started()
    round._stack[0] = round._stack[0]._replace(clock=clock)
    assert round.problems() == found


def test_an_argument_that_cannot_go_on_is_told() -> None:
    round = started()
    round._legal = ()
    assert round.problems() == ["no move is legal and the case is not decided"]


def test_every_position_that_the_line_does_not_lead_to_is_told_by_number() -> None:
    round = started(*OPEN, "pass")
    round._stack[1:3] = [round._stack[0], round._stack[0]]
    assert round.problems() == [f"position {number} is not what its line leads to" for number in (1, 2)]


# -- the dice ------------------------------------------------------------------------------------------------------------------


def test_weights_below_nothing_are_refused_and_not_drawn_by() -> None:
    with pytest.raises(AssertionError, match="weights must not be negative"):
        Dice("a").pick(["x", "y"], [-3, 1 - 3 + 3])
    assert {Dice("a", n).pick("xyz", [0, 5, 0]) for n in range(20)} == {"y"}
    drawn = [Dice("w", n).pick("xy", [1, 9]) for n in range(200)]
    assert 8 <= drawn.count("x") <= 35


def test_dice_keyed_by_a_line_are_those_of_the_whole_key_however_the_line_changes() -> None:
    line_dice = LineDice("bench", 7)
    for line in ((), ("a",), ("a", "b", "c"), ("a", "b"), ("x",), ("x", "y"), ()):
        assert [line_dice.at(line).below(1000) for _ in range(2)] == [Dice("bench", 7, *line).below(1000)] * 2
    again = pickle.loads(pickle.dumps(line_dice))
    assert again.at(("x",)).below(1000) == Dice("bench", 7, "x").below(1000)


def test_many_throws_of_one_key_are_spread_and_the_same_every_time() -> None:
    throws = [Dice("many").below(6) for _ in range(3)]
    assert len(set(throws)) == 1
    dice, other = Dice("many"), Dice("many")
    found = [dice.below(6) for _ in range(600)]
    assert found == [other.below(6) for _ in range(600)]
    assert all(70 <= found.count(face) <= 130 for face in range(6))
    assert [Dice("vector", 1).below(10**6), Dice("vector", 2).below(1 << 200) >> 180] == VECTOR


VECTOR = [178414, 427670]


def test_a_pool_of_the_dice_is_filled_again_at_the_throw_that_the_specification_says() -> None:
    """One throw later, or sooner, and every long sitting would be drawn otherwise."""
    dice = Dice("pool")
    throws = "".join(str(dice.below(2 + n % 7)) for n in range(3000))
    assert hashlib.sha256(throws.encode()).hexdigest()[:16] == "85fba9af55786668"


# -- the answers offered -----------------------------------------------------------------------------------------------------------


def five() -> moot.Case:
    answers = [small.answer(f"q1.{letter}") for letter in "abcde"]
    return small.case(
        small.point("p1", head="pa", questions=(small.question("q1", *answers),)),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )


def test_no_answers_are_offered_where_no_question_is_pending() -> None:
    assert answers_offered(started(*OPEN, case=five())) == ()


def test_answers_are_offered_in_an_order_of_seed_and_line_whoever_asked() -> None:
    def order(seed: int, by: str, last: str = "pass") -> str:
        line = (*OPEN, f"ask q1{by}") if last == "pass" else ("roadmap pa,pb reserve 0", "plead p1", f"ask q1{by}")
        return "".join(move.answer[-1] for move in answers_offered(started(*line, case=five(), seed=seed)))

    assert sorted(order(1, "")) == list("abcde")
    assert order(1, " by j") == order(1, " by k") == order(1, "")
    assert len({order(seed, "") for seed in range(12)}) > 6
    assert [order(seed, "", "other") for seed in range(5)] != [order(seed, "") for seed in range(5)]


# -- phases and formats ------------------------------------------------------------------------------------------------------------


def test_a_phase_is_one_word_for_programs() -> None:
    phase = Phase("petitioner-2 roadmap")
    assert (phase.name, phase.segment, str(phase)) == ("PETITIONER_2_ROADMAP", "petitioner-2", "petitioner-2 roadmap")
    assert (Phase.CALLED.name, Phase.CALLED.segment) == ("CALLED", "")
    for wrong in ("lunch", "petitioner lunch", "roadmap", " roadmap", "Petitioner roadmap"):
        with pytest.raises(ValueError, match="is no phase"):
            Phase(wrong)


def test_what_a_move_brings_with_it_is_told_and_what_leads_nowhere_is_refused() -> None:
    course = course_of(FORM)
    speaks, decided = course.turns[0].submission, Phase.DECIDED
    last = course.turns[-1].submission
    assert triggers(speaks, Trigger.SIT, course.turns[1].opening, FORM) == (Trigger.SIT,)
    assert triggers(speaks, Trigger.PLEAD, course.turns[1].opening, FORM) == (Trigger.PLEAD, Trigger.RED_LIGHT)
    assert triggers(course.turns[1].submission, Trigger.SIT, decided, FORM) == (
        Trigger.SIT,
        Trigger.NO_REPLY,
        Trigger.CONFER,
        Trigger.DECIDE,
    )
    assert triggers(last, Trigger.SIT, decided, FORM) == (Trigger.SIT, Trigger.CONFER, Trigger.DECIDE)
    with pytest.raises(PhaseError, match=r"'sit' in phase .* does not lead to 'called'"):
        triggers(last, Trigger.SIT, Phase.CALLED, FORM)


def test_a_case_s_own_format_comes_before_the_one_it_names() -> None:
    case = small.case()
    own = Format("own", "Own", (Segment("a", Side.PETITIONER, 9), Segment("b", Side.RESPONDENT, 9)))
    assert format_of(case, None) is FORMATS["quick"]
    assert format_of(replace(case, form=own), None) == own
    assert format_of(replace(case, form=own), "amca") is FORMATS["amca"]
    assert format_of(case, own) is own


def test_more_than_a_slot_holds_cannot_be_reserved() -> None:
    assert read_position("called; clock 1; reserve 255")[0].reserve == 255
    assert read_position("called; clock 1; reserve 0,3")[0].reserve == 3 << 8
    with pytest.raises(InvalidPosition, match="no more than 255 ticks can be reserved"):
        read_position("called; clock 1; reserve 256")
    assert str(PositionOfPlay.parse("called; clock 1; reserve 0,3")) == "called; clock 1; reserve 0,3"


def test_the_stretches_of_a_point_and_what_a_later_rule_reads_are_at_hand() -> None:
    rules = rules_for(small.case(), FORM)
    assert rules.stretches("p1") == (1, 1)
    assert rules.flags == ()
