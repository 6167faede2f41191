"""Credit: one table, each judge's own prices, a rate."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from moot.bench.judging.bench_credit import SHRINK, SPAN, credit_of, credits
from moot.bench.judging.credit import FIT, fit, ledger
from moot.bench.persona import Prices
from moot.case import Concession, ConcessionKind, Heard, Manner, Purpose, Side, Tone
from tests import support as small


def one_question(*answers, **more):
    asked = small.question("q", *answers, **more)
    return small.case(small.point("p", head="pa", questions=(asked,))), asked


def test_the_table_is_whole_and_no_manner_is_best_for_every_purpose() -> None:
    assert set(FIT) == {(purpose, manner) for purpose in Purpose for manner in Manner}
    for manner in Manner:
        assert any(FIT[purpose, manner] < max(FIT[purpose, other] for other in Manner) for purpose in Purpose)


def test_fighting_a_friendly_question_costs() -> None:
    given_ = small.answer("q.a", Manner.DISTINGUISH)
    _, neutral = one_question(given_, purpose=Purpose.CRITICISM)
    _, friendly = one_question(given_, purpose=Purpose.CRITICISM, tone=Tone.HELPFUL)
    assert fit(neutral, given_) == 2
    assert fit(friendly, given_) == -1


def test_declining_is_right_where_the_question_tempts_outside_the_record() -> None:
    declined = small.answer("q.a", Manner.DECLINE)
    _, plain = one_question(declined, purpose=Purpose.CRITICISM)
    _, tempting = one_question(declined, small.answer("q.b", outside=("gossip",)), purpose=Purpose.CRITICISM)
    assert fit(plain, declined) == 0
    assert fit(tempting, declined) == 2


def test_a_contradiction_costs_only_when_the_other_thing_was_said_and_stands() -> None:
    first = small.question("q1", small.answer("q1.a"))
    second = small.question("q2", small.answer("q2.a", Manner.DECLINE, contradicts=("q1.a",)))
    case = small.case(small.point("p", head="pa", questions=(first, second)))
    judge = small.judge("j")

    def marks(heard: Heard) -> list[str]:
        return [entry.what for entry in ledger(judge, case, heard, Side.PETITIONER) if entry.said == "q2.a"]

    assert "a contradiction" not in marks(Heard(answers=frozenset({"q2.a"})))
    assert "a contradiction" in marks(Heard(answers=frozenset({"q1.a", "q2.a"})))
    assert "a contradiction" not in marks(Heard(answers=frozenset({"q1.a", "q2.a"}), retracted=frozenset({"q1.a"})))


def both_sides(mine: list[Manner], theirs: list[Manner]):
    """A case in which each side answers so many questions, each in its manner, and all of it heard."""
    questions = tuple(small.question(f"p{n}", small.answer(f"p{n}.a", manner)) for n, manner in enumerate(mine))
    others = tuple(small.question(f"r{n}", small.answer(f"r{n}.a", manner)) for n, manner in enumerate(theirs))
    case = small.case(
        small.point("p", head="pa", questions=questions), small.point("r", Side.RESPONDENT, "ra", questions=others)
    )
    return case, Heard(answers=frozenset(case.answers))


@given(st.lists(st.sampled_from(list(Manner)), max_size=40), st.lists(st.sampled_from(list(Manner)), max_size=12))
def test_what_credit_gives_one_side_it_takes_from_the_other_and_the_mean_mark_bounds_it(mine, theirs) -> None:
    case, heard = both_sides(mine, theirs)
    judge = replace(small.judge("j"), prices=Prices(3, 3, 3, 3, 3, 3))
    found = credits(judge, case, heard)
    assert found[Side.PETITIONER] == -found[Side.RESPONDENT]
    worth = {}
    for side, answers in ((Side.PETITIONER, len(mine)), (Side.RESPONDENT, len(theirs))):
        marks = sum(entry.marks for entry in ledger(judge, case, heard, side))
        worth[side] = credit_of(marks, answers)
        assert abs(worth[side]) <= SPAN * 6
        assert abs(worth[side]) == SPAN * abs(marks) // (answers + SHRINK)
    assert abs(found[Side.PETITIONER] * 2 - (worth[Side.PETITIONER] - worth[Side.RESPONDENT])) <= 1


def test_credit_at_forty_questions_still_tells_good_answers_from_middling_ones() -> None:
    good, middling = ([Manner.DIRECT] * 40, [Manner.CONCEDE] * 40)
    judge = replace(small.judge("j"), prices=Prices(2, 2))
    for theirs in ([], [Manner.CONCEDE] * 40):
        high = credits(judge, *both_sides(good, theirs))[Side.PETITIONER]
        low = credits(judge, *both_sides(middling, theirs))[Side.PETITIONER]
        assert high - low >= 6


def test_few_answers_say_little() -> None:
    judge = replace(small.judge("j"), prices=Prices(2, 2))
    one, many = (credits(judge, *both_sides([Manner.DIRECT] * n, []))[Side.PETITIONER] for n in (1, 20))
    assert 0 < 3 * one < many


def test_equally_good_answers_on_both_sides_move_nothing() -> None:
    judge = small.judge("j")
    alike = credits(judge, *both_sides([Manner.DIRECT] * 9, [Manner.DIRECT] * 9))
    assert alike == {Side.PETITIONER: 0, Side.RESPONDENT: 0}


def test_candor_is_worth_at_least_1_under_a_friendly_question() -> None:
    given_ = small.answer("q.a", Manner.DISTINGUISH)
    corrects = replace(given_, retracts=("p",))
    concedes = replace(given_, concedes=Concession(ConcessionKind.LAW, "the point", ("p",)))
    _, friendly = one_question(given_, purpose=Purpose.SUPPORT, tone=Tone.HELPFUL)
    assert fit(friendly, given_) == -1
    assert fit(friendly, corrects) == fit(friendly, concedes) == 1


def test_an_answer_that_gave_the_case_away_and_withdrew_nothing_was_paid_as_candor() -> None:
    """Of the concessions that the case files call bad answers, most withdraw nothing; each earned a mark."""
    empty = replace(small.answer("q.a", Manner.CONCEDE), worth=-2)
    real = replace(empty, concedes=Concession(ConcessionKind.LAW, "the point", ("p",)))
    fair = replace(empty, worth=0)
    heard, judge = Heard(answers=frozenset({"q.a"})), replace(small.judge("j"), prices=Prices(candor=3))
    found = [credits(judge, one_question(answer)[0], heard)[Side.PETITIONER] for answer in (empty, real, fair)]
    assert found[0] < 0 < found[1] == found[2]


def test_what_the_case_says_an_answer_is_worth_overrides_the_table() -> None:
    answer = replace(small.answer("q.a", Manner.DISTINGUISH), worth=1)
    _, friendly = one_question(answer, purpose=Purpose.SUPPORT, tone=Tone.HELPFUL)
    assert fit(friendly, answer) == 1
    assert fit(friendly, replace(answer, worth=-2)) == -2


def test_a_judge_with_no_price_for_evasion_does_not_mind_it() -> None:
    case, _ = one_question(small.answer("q.a", Manner.EVADE))
    heard = Heard(answers=frozenset({"q.a"}))
    reasonings = replace(small.judge("j"), prices=Prices(evasion=3))
    indifferent = replace(small.judge("j"), prices=Prices(evasion=0))
    assert (
        credits(reasonings, case, heard)[Side.PETITIONER] == -4
    )  # half of 8 x 6 marks over 1 answer and 4, toward zero
    assert credits(indifferent, case, heard)[Side.PETITIONER] == 0
