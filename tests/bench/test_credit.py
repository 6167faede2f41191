"""Credit: one table, each judge's own prices, bounded."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from moot.bench.credit import BOUND, FIT, credits, fit, ledger
from moot.bench.persona import Prices
from moot.case import Heard, Manner, Purpose, Side, Tone
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


@given(st.sets(st.integers(0, 39)), st.sampled_from(list(Manner)))
def test_credit_is_bounded_and_belongs_to_the_side_that_answered(which, manner) -> None:
    questions = tuple(small.question(f"q{n}", small.answer(f"q{n}.a", manner)) for n in range(40))
    case = small.case(small.point("p", head="pa", questions=questions), small.point("r", Side.RESPONDENT, "ra"))
    heard = Heard(answers=frozenset(f"q{n}.a" for n in which))
    judge = replace(small.judge("j"), prices=Prices(3, 3, 3, 3, 3, 3))
    assert -BOUND <= credits(judge, case, heard)[Side.PETITIONER] <= BOUND
    assert credits(judge, case, heard)[Side.RESPONDENT] == 0


def test_a_judge_with_no_price_for_evasion_does_not_mind_it() -> None:
    case, _ = one_question(small.answer("q.a", Manner.EVADE))
    heard = Heard(answers=frozenset({"q.a"}))
    minds = replace(small.judge("j"), prices=Prices(evasion=3))
    indifferent = replace(small.judge("j"), prices=Prices(evasion=0))
    assert credits(minds, case, heard)[Side.PETITIONER] == -1  # two times three marks, over four, towards nought
    assert credits(indifferent, case, heard)[Side.PETITIONER] == 0
