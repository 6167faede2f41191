"""A wrong entry of a quiz (a question with `pick`) is wrong for the bench, in the credit, on the ballot and in the look."""

from __future__ import annotations

import pytest

import moot
from moot.bench.judging.bench_credit import credits
from moot.bench.judging.credit import Conduct, conduct_of, fit
from moot.bench.noticing import reaction
from moot.case import Heard
from moot.files.folders import list_cases, list_judges
from moot.files.loading import load_judge
from moot.score.answering import plain_chances

CASES = [moot.load_case(id) for id in list_cases()]
JUDGES = [load_judge(id) for id in list_judges()]
ENTRIES = [
    (case, question, answer)
    for case in CASES
    for question in case.questions.values()
    if question.pick is not None
    for answer in question.answers
]
WRONG = [entry for entry in ENTRIES if not entry[2].right]


def test_there_are_wrong_entries_to_try() -> None:
    assert len(WRONG) >= 75


def test_an_entry_that_the_file_does_not_call_right_is_false_and_not_unknown() -> None:
    assert {answer.right for _, _, answer in ENTRIES} == {True, False}
    assert {answer.right for case in CASES for answer in case.answers.values() if answer.picks is None} <= {None, False}


def test_a_wrong_entry_is_worth_minus_one_and_the_right_one_two() -> None:
    assert {fit(question, answer) for _, question, answer in WRONG} == {-1}
    assert {fit(question, answer) for _, question, answer in ENTRIES if answer.right} == {2}


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.id)
def test_no_judge_praises_or_credits_a_wrong_entry(judge) -> None:
    for case, question, answer in WRONG:
        heard = Heard(answers=frozenset({answer.id}))
        look = "wrong" if question.pick == "authority" else "wrong-page"
        assert reaction(judge, case, question, answer, heard) == look, answer.id
        assert credits(judge, case, heard)[case.side_of(answer.id)] <= 0, answer.id
        entries = conduct_of(question, answer, heard, judge.prices)
        assert all(entry.marks < 0 for entry in entries), answer.id
        assert [entry.what for entry in entries] == [Conduct.WRONG_ENTRY] * (judge.prices.evasion > 0), answer.id


def test_a_wrong_entry_earns_less_on_the_ballot_than_the_right_one() -> None:
    for case, question, answer in WRONG:
        right = next(one for one in question.answers if one.right)
        taken, most = (sum(share for _, share, _ in plain_chances(case, one.id)) for one in (answer, right))
        assert taken < most, answer.id


def test_the_scripted_opponent_names_the_right_entry() -> None:
    for case, question, answer in WRONG:
        assert max(question.answers, key=lambda one: fit(question, one)).right, (case.id, answer.id)
