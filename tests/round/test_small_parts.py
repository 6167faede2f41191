"""The small parts of a round, each by itself: its own checks, the dice, the order of answers, phases as words, who is silent and asked."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import replace

import pytest

import moot
from moot.case import Argument, Modality, PositionRef, Purpose, Side
from moot.case.formats import Format, Segment
from moot.case.hypotheticals.dials import Scene
from moot.errors import IllegalMove, InvalidPosition, PhaseError
from moot.round import moves
from moot.round.asking.askers import depths, matters, pressed_already, same_rule
from moot.round.asking.habits import _plenty
from moot.round.asking.odds import odds
from moot.round.dice import Dice, LineDice
from moot.round.formats import FORMATS, format_of, one_speaker
from moot.round.offered import answers_offered
from moot.round.position import PositionOfPlay
from moot.round.rules import rules_for
from moot.round.text.position import read_position
from moot.round.turns.machine import triggers
from moot.round.turns.phases import Phase, Trigger, course_of
from tests import support as small

FORM = one_speaker("ours", "Ours", 60, (0, 2))
OPEN = ("roadmap pa,pb reserve 2", "plead p1")


def started(*line: str, case: moot.Case | None = None, **more) -> moot.Round:
    bench = small.bench(small.judge("j"), small.judge("k", 2))
    return moot.Round.from_line(case or small.case(), bench, line, format=FORM, **more)


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


# -- who asks --------------------------------------------------------------------------------------------------------------------------


def test_a_question_that_nobody_on_the_bench_may_ask_is_not_legal() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1", who=("notice",)), small.question("q2"))),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = started("roadmap pa,pb reserve 2", "plead p1", case=case)
    assert [str(move) for move in round.legal] == ["pass"]
    assert moves.Ask("q1") not in round.legal
    with pytest.raises(IllegalMove, match="no judge on this bench would ask it"):
        round.push("ask q1")


def test_a_judge_who_is_silent_puts_only_what_that_judge_really_asked() -> None:
    silent = [replace(small.judge(id, n), talk=0) for n, id in ((1, "j"), (2, "k"))]

    def asked(*by: str) -> list[str]:
        question = small.question("q1", purpose=Purpose.CLARIFY, asked_by=by)
        case = small.case(
            small.point("p1", head="pa", questions=(question,)),
            small.point("p2", head="pb"),
            small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        )
        round = moot.Round.from_line(case, small.bench(*silent), OPEN, format=FORM)
        return [str(move) for move, chance in odds(round) if chance]

    assert asked() == ["pass"]
    assert asked("k") == ["pass", "ask q1 by k"]
    assert asked("nobody") == ["pass"]


@pytest.mark.parametrize(
    ("used", "asks"), [(0, False), (3, False), (4, True), (5, True), (20, True), (29, True), (30, True)]
)
def test_nobody_asks_in_the_opening_minutes_that_a_format_protects_and_all_may_after(used: int, asks: bool) -> None:
    form = Format(
        "kept",
        "Kept",
        (Segment("petitioner", Side.PETITIONER, 30, protected=4), Segment("respondent", Side.RESPONDENT, 30)),
    )
    line = ("roadmap pa,pb reserve 0", "plead p1")
    round = moot.Round.from_line(small.case(), small.bench(small.judge("j")), line, format=form)
    round._stack[-1] = round.position._replace(clock=30 - used)
    assert (len(odds(round)) > 1) is asks


@pytest.mark.parametrize(
    ("own", "busy"), [(0, 90), (4, 90), (144, 90), (146, 91), (152, 95), (159, 99), (160, 100), (200, 100)]
)
def test_a_case_of_fewer_questions_is_asked_at_a_slower_pace(own: int, busy: int) -> None:
    questions = tuple(small.question(f"q{n}") for n in range(own))
    stock = tuple(small.question(f"s{n}", stock="rule") for n in range(50))
    case = small.case(
        small.point("p1", head="pa", questions=(*questions, *stock)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    assert _plenty(case) == busy


def test_a_rule_once_stated_is_asked_for_again_only_by_another_side_or_of_another_issue() -> None:
    def about(id: str, issue: str, stock: str = "rule"):
        return replace(small.question(id, stock=stock), text=f"Give me your rule. Which {issue}?")

    case = small.case(
        small.point(
            "p1", head="pa", questions=(about("a", "merits"), about("b", "merits", "then"), about("c", "other"))
        ),
        small.point("p2", head="pb", questions=(about("d", "merits"), about("e", "merits", "limit"))),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no", questions=(about("f", "merits"),)),
        issues=(small.MERITS, replace(small.MERITS, id="other", question="Which other?")),
    )
    stated = {f"{id}.{letter}" for id in "abd" for letter in "ab"}
    assert same_rule(case) == {
        "a": stated,
        "b": stated,
        "d": stated,
        "c": {"c.a", "c.b"},
        "f": {"f.a", "f.b"},
    }


def test_counsel_is_held_to_an_answer_once() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"), small.question("q2"))),
        small.point(
            "p2",
            head="pb",
            questions=(
                small.question("stock-press.q1", stock="press"),
                small.question("stock-stands.q2", stock="stands"),
                small.question("back", returns_to=("q1.a", "q1.b"), stock="return"),
                small.question("again", returns_to=("q2.a",), stock="return"),
            ),
        ),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    held = pressed_already(case)
    assert held == {
        "back": {"stock-press.q1.a", "stock-press.q1.b", "back.a", "back.b"},
        "again": {"stock-stands.q2.a", "stock-stands.q2.b", "again.a", "again.b"},
    }


def test_what_a_question_is_about_and_how_long_a_thread_it_begins() -> None:
    urges = (PositionRef("merits", "yes"), PositionRef("other", "yes"))
    argued = Argument("q1.a", Side.PETITIONER, Modality.ETHICAL, urges, 2)
    last = small.question("q3", scene=Scene(("rule", "x"), ()))
    next = small.question("q2", small.answer("q2.a", follow_ups=(last,)), small.answer("q2.b"))
    first = small.question("q1", small.answer("q1.a", argument=argued, follow_ups=(next,)), small.answer("q1.b"))
    case = small.case(
        small.point("p1", head="pa", questions=(first, small.question("q4"))),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    assert depths(case) == {"q1": 3, "q2": 2, "q3": 1, "q4": 1}
    assert matters(case) == {"q1": {"merits"}, "q2": frozenset(), "q3": {"rule"}, "q4": frozenset()}
