"""The round: the lectern, the bench, the clock, the lights, the reserve."""

from __future__ import annotations

import pytest

import moot
from moot.case import BENCH, Side
from moot.errors import IllegalMove
from moot.round import moves
from moot.round.formats import Format, one_speaker
from moot.round.turns.phases import Phase
from tests import support as small

LONG = one_speaker("long", "Long", 100, (0, 2))
SHORT = one_speaker("short", "Short", 6, (0,))


def start(case=None, form: Format = LONG, *line: str, bench=None):
    round = moot.Round(case or small.case(), bench or small.bench(small.judge("j")), format=form)
    for move in line:
        round.push(move)
    return round


def words(round) -> set[str]:
    return {str(move) for move in round.legal}


def test_counsel_opens_with_a_roadmap_of_two_or_three_heads_in_order_and_a_reserve() -> None:
    round = start()
    assert words(round) == {f"roadmap {heads} reserve {reserve}" for heads in ("pa,pb", "pb,pa") for reserve in (0, 2)}
    round.push("roadmap pb,pa reserve 2")
    assert round.position.clock == 100 - 8 - 1
    assert words(round) == {"plead p2", "turn pa", "sit"}


def test_a_question_breaks_in_half_way_and_the_point_can_be_resumed() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"),), ticks=5),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = start(case, LONG, "roadmap pa,pb reserve 0", "plead p1")
    assert round.turn == BENCH
    assert round.position.clock == 99 - 3  # the first half, rounded up
    assert round.position.heard.half == {"p1"}
    round.push("ask q1")
    assert round.turn is Side.PETITIONER
    assert words(round) == {"answer q1.a", "answer q1.b"}
    round.push("answer q1.a")
    round.push("pass")
    assert round.position.heard.half == {"p1"}
    assert words(round) == {"resume", "turn pb", "sit"}
    before = round.position.clock
    round.push("resume")
    assert before - round.position.clock == 2
    assert round.position.heard.full == {"p1"}
    assert round.position.heard.half == set()


def test_a_point_with_questions_enough_is_said_in_three_stretches_and_may_be_broken_into_twice() -> None:
    """After one interruption counsel resumed and was never broken into again."""
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"), small.question("q2")), ticks=8),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = start(case, LONG, "roadmap pa,pb reserve 0", "plead p1")
    clocks = [round.position.clock]
    assert words(round) == {"ask q1", "pass"}
    for move in ("ask q1", "answer q1.a", "pass", "resume"):
        round.push(move)
    assert round.turn == BENCH
    assert words(round) == {"ask q2", "pass"}
    assert round.position.heard.half == {"p1"}
    for move in ("ask q2", "answer q2.a", "pass"):
        round.push(move)
    clocks.append(round.position.clock)
    assert words(round) == {"resume", "turn pb", "sit"}
    round.push("resume")
    clocks.append(round.position.clock)
    assert round.position.heard.full == {"p1"}
    assert clocks == [97, 97 - 2 - 3 - 2, 97 - 4 - 6]
    let_run = start(case, LONG, "roadmap pa,pb reserve 0", "plead p1", "pass")
    assert words(let_run) == {"ask q2", "pass"}
    let_run.push("pass")
    assert let_run.position.heard.full == {"p1"}
    assert let_run.position.clock == 99 - 8


def test_a_flag_that_only_the_second_place_reads_is_kept_while_counsel_may_resume() -> None:
    late = small.question("late", when=(small.Guard("q1.a"),))
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"), late), ticks=8),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    line = ("roadmap pa,pb reserve 0", "plead p1", "ask q1")
    assert words(start(case, LONG, *line, "answer q1.a", "pass", "resume")) == {"ask late", "pass"}
    assert words(start(case, LONG, *line, "answer q1.b", "pass", "resume")) == {"pass"}


def test_uninterrupted_a_point_is_heard_in_full_and_spends_all_its_time() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0", "plead p1", "pass")
    assert round.position.heard.full == {"p1"}
    assert round.position.clock == 99 - 2


def test_moving_on_leaves_a_point_half_said() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0", "plead p1", "ask q1", "answer q1.a", "pass", "turn pb")
    assert "resume" not in words(round)
    assert round.position.heard.half == {"p1"}


def test_follow_ups_come_only_after_their_answer_and_later_questions_after_any() -> None:
    follow = small.question("f")
    first = small.question("q1", small.answer("q1.a", follow_ups=(follow,)), small.answer("q1.b"))
    case = small.case(
        small.point("p1", head="pa", questions=(first, small.question("q2"), small.question("q3"))),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    opening = ("roadmap pa,pb reserve 0", "plead p1")
    assert words(start(case, LONG, *opening)) == {"ask q1", "ask q2", "pass"}
    assert words(start(case, LONG, *opening, "ask q1", "answer q1.a")) == {"ask f", "ask q2", "pass"}
    assert words(start(case, LONG, *opening, "ask q1", "answer q1.b")) == {"ask q2", "pass"}
    assert words(start(case, LONG, *opening, "ask q1", "answer q1.a", "ask f", "answer f.a")) == {"ask q2", "pass"}
    assert words(start(case, LONG, *opening, "ask q2", "answer q2.a")) == {"pass"}


def test_the_bench_never_moves_twice_running() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0", "plead p1", "ask q1")
    with pytest.raises(IllegalMove, match="the bench has had its turn"):
        round.push("pass")


def test_sitting_down_needs_no_question_pending() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0", "plead p1", "ask q1")
    with pytest.raises(IllegalMove, match="a question is pending"):
        round.push("sit")


def test_a_move_that_costs_more_than_remains_is_heard_whole_and_ends_the_turn() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"),), ticks=20),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = start(case, SHORT, "roadmap pa,pb reserve 0", "plead p1")
    assert round.position.heard.full == {"p1"}
    assert round.position.phase is Phase("respondent roadmap")
    assert round.position.clock == 6


def test_at_the_red_light_a_pending_question_may_be_answered_and_no_more_is_asked() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1", ticks=9), small.question("q2")), ticks=2),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = start(case, SHORT, "roadmap pa,pb reserve 0", "plead p1", "ask q1")
    assert round.position.clock == 0
    assert words(round) == {"answer q1.a", "answer q1.b"}
    round.push("answer q1.a")
    assert round.speaker is Side.RESPONDENT


def test_time_used_up_exactly_is_time_gone() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q1"),), ticks=5),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    round = start(case, SHORT, "roadmap pa,pb reserve 0", "plead p1")
    assert (round.position.clock, round.turn) == (2, BENCH)
    round.push("pass")  # the other half takes exactly what remains
    assert round.speaker is Side.RESPONDENT
    assert round.position.heard.full == {"p1"}


def _with_rebuttal():
    return small.case(
        small.point("p1", head="pa"),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
        small.point("r2", Side.RESPONDENT, "rb", "merits.no"),
        small.point("b1", replies_to=("ra",)),
        small.point("b2", replies_to=("r2",), questions=(small.question("q"),)),
    )


def test_rebuttal_is_open_only_in_reply_and_has_exactly_the_reserve() -> None:
    round = start(
        _with_rebuttal(),
        LONG,
        "roadmap pa,pb reserve 2",
        "sit",
        "roadmap rb,ra reserve 0",
        "plead r2",
        "pass",
        "sit",
    )
    assert round.position.phase is Phase("rebuttal submission")
    assert round.speaker is Side.PETITIONER
    assert round.position.clock == 8
    assert words(round) == {"plead b2", "sit"}
    with pytest.raises(IllegalMove, match="respondent said nothing it replies to"):
        round.push("plead b1")
    for move in ("plead b2", "ask q", "answer q.a", "pass", "resume", "sit"):
        round.push(move)
    assert round.position.decided
    assert round.turn is None
    assert round.outcome() is not None


def test_a_format_made_twice_gives_the_same_reasons_for_a_refusal() -> None:
    """The turns of the first of two equal formats serve both, and the second was told that a reply under way was still to come."""
    line = ("roadmap pa,pb reserve 2", "sit", "roadmap rb,ra reserve 0", "plead r2", "pass", "sit")
    for form in (LONG, one_speaker("long", "Long", 100, (0, 2))):
        round = start(_with_rebuttal(), form, *line)
        with pytest.raises(IllegalMove, match="respondent said nothing it replies to"):
            round.push("plead b1")


def test_without_a_reserve_there_is_no_rebuttal() -> None:
    round = start(_with_rebuttal(), LONG, "roadmap pa,pb reserve 0", "sit", "roadmap ra,rb reserve 0", "sit")
    assert round.position.phase is Phase.DECIDED


def test_a_guard_reads_what_was_said_and_is_forgotten_after_its_last_reader() -> None:
    guarded = small.question("late", when=(small.Guard("early.a"),))
    third = small.question("third")
    unsaid = small.question("missing", when=(small.Guard("early.a", wanted=False),))
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("early"),)),
        small.point("p2", head="pb", questions=(guarded, unsaid, third)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    line = ("roadmap pa,pb reserve 0", "plead p1", "ask early")
    said = start(case, LONG, *line, "answer early.a", "pass", "turn pb", "plead p2")
    assert words(said) == {"ask late", "pass"}
    other = start(case, LONG, *line, "answer early.b", "pass", "turn pb", "plead p2")
    assert words(other) == {"ask missing", "pass"}
    assert said.position.state.flags
    said.push("pass")
    said.push("pass")
    assert not said.position.state.flags


def test_eligibility_filters_by_bench_and_never_by_leanings() -> None:
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q", who=("avoidance",)),)),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    line = ("roadmap pa,pb reserve 0", "plead p1")
    assert words(start(case, LONG, *line)) == {"pass"}
    holder = small.bench(small.judge("j"), small.judge("k", 2, held={"avoidance": 1}))
    round = start(case, LONG, *line, bench=holder)
    assert round.askers("q") == ("k",)
    assert words(round) == {"ask q", "pass"}
    with pytest.raises(IllegalMove, match="may not ask"):
        round.push("ask q by j")
    round.push("ask q by k")


def test_measured_ticks_replace_the_cost_and_replay() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0 @5")
    assert round.position.clock == 95
    assert round.peek() == moves.Roadmap(("pa", "pb"), 0, ticks=5)
    again = start(None, LONG, *map(str, round.line))
    assert again.position == round.position


@pytest.mark.parametrize(
    ("line", "move", "why"),
    [
        ((), "plead p1", "opens with a roadmap"),
        ((), "roadmap pa,pb reserve 3", "a reserve the format allows"),
        (("roadmap pa,pb reserve 0",), "roadmap pa,pb reserve 0", "has been given"),
        (("roadmap pa,pb reserve 0",), "plead p2", "belongs to the head 'pb'"),
        (("roadmap pa,pb reserve 0",), "plead r1", "belongs to the other side"),
        (("roadmap pa,pb reserve 0",), "plead nothing", "no such point"),
        (("roadmap pa,pb reserve 0",), "resume", "no point was broken into"),
        (("roadmap pa,pb reserve 0",), "answer q1.a", "no question is pending"),
        (("roadmap pa,pb reserve 0",), "turn pa", "not announced, or has been left"),
        (("roadmap pa,pb reserve 0",), "turn zz", "no such head"),
        (("roadmap pa,pb reserve 0", "plead p1"), "sit", "the bench is to ask or pass"),
        (("roadmap pa,pb reserve 0", "plead p1"), "ask q2", "does not belong"),
        (("roadmap pa,pb reserve 0", "plead p1"), "ask q9", "no such question"),
        (("roadmap pa,pb reserve 0", "plead p1", "pass"), "plead p1", "it has been said"),
        (("roadmap pa,pb reserve 0", "plead p1", "ask q1"), "answer q2.a", "does not answer the pending question"),
    ],
)
def test_every_refusal_gives_its_reason_and_changes_nothing(line, move, why) -> None:
    round = start(None, LONG, *line)
    before = round.position
    with pytest.raises(IllegalMove, match=why):
        round.push(move)
    assert round.position == before
    assert round.ply == len(line)


def test_the_view_of_legal_moves_is_live() -> None:
    round = start()
    legal = round.legal
    assert legal
    assert len(legal) == 4
    round.push(legal[0])
    assert moves.Sit() in legal
    assert moves.Roadmap(("pa", "pb"), 0) not in legal
    assert "sit" in repr(legal)


def test_positions_are_values_and_their_reprs_evaluate_back() -> None:
    import moot.round.position as home
    from moot.round.turns.phases import Phase as PhaseName

    round = start(None, LONG, "roadmap pa,pb reserve 2", "plead p1", "ask q1")
    names = {**vars(home), "Phase": PhaseName}
    assert eval(repr(round.position), names) == round.position
    other = start(None, LONG, "roadmap pa,pb reserve 2", "plead p1", "ask q1")
    assert hash(other.position) == hash(round.position)
    assert other.position == round.position


def test_popping_at_the_start_is_an_index_error() -> None:
    round = start()
    with pytest.raises(IndexError):
        round.pop()
    with pytest.raises(IndexError):
        round.peek()


def test_a_copy_goes_its_own_way() -> None:
    round = start(None, LONG, "roadmap pa,pb reserve 0")
    other = round.copy()
    other.push("sit")
    assert round.ply == 1
    assert other.problems() == [] == round.problems()
