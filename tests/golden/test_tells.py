"""The answers of the shipped cases do not give themselves away, and the ballot follows the Court.

``python scripts/tells.py`` prints the tables; the limits and what counts as past them are in moot/study/tells.
"""

from __future__ import annotations

import pytest

import moot
from moot.case import Answer, Case, OpinionKind, Question, Treatment
from moot.case.hypotheticals.consequence import ReplyOutcome
from moot.files.folders import list_cases
from moot.score.answering import answer_loss
from moot.study.tells.ballots import rule_ballots
from moot.study.tells.table import tells
from moot.study.tells.warnings import check_tells, in_words

CASES = sorted(list_cases())
SEEDS = range(100, 200)
"""The seeds of scripts/tells.py, so that both say the same."""


@pytest.fixture(scope="module", params=CASES)
def case(request) -> Case:
    return moot.load_case(request.param)


def test_no_place_length_word_or_manner_tells_the_best_answer(case: Case) -> None:
    assert [in_words(row) for row in tells(case) if row.fails] == []


def test_moot_check_warns_of_no_tell_in_a_shipped_case(case: Case) -> None:
    assert check_tells(case) == []


@pytest.mark.slow
def test_no_simple_rule_does_better_on_the_ballot_than_random(case: Case) -> None:
    rows = rule_ballots(case, moot.load_bench(case.bench), SEEDS)
    assert [(row.side.value, row.rule) for row in rows if row.fails] == []


def _keeps(case: Case, question: Question, answer: Answer) -> bool:
    """Whether counsel who answers so still holds their position: nothing of their own is given up, and the other side's is not urged."""
    mine = case.point_of[question.id].side
    if answer.consequence is not None and answer.consequence.outcome is ReplyOutcome.GIVEN_AWAY:
        return False
    if answer.concedes is not None and any(case.side_of(id) is mine for id in answer.concedes.gives_up):
        return False
    urged = answer.argument.urges if answer.argument is not None else ()
    return all(case.issue[ref.issue].position(ref.position).favors is not mine.other for ref in urged)


def _by_the_court(case: Case, answer: Answer) -> set[Treatment]:
    court = {opinion.id for opinion in case.opinions if opinion.kind in (OpinionKind.COURT, OpinionKind.PLURALITY)}
    return {mark.treatment for mark in answer.marks if mark.opinion in court}


def _pairs(case: Case) -> list[tuple[Answer, Answer]]:
    """One answer that the Court adopted and one that it rejected, of one question, both keeping counsel's position."""
    found = []
    for question in case.questions.values():
        kept = [] if question.pick else [answer for answer in question.answers if _keeps(case, question, answer)]
        adopted = [one for one in kept if Treatment.ADOPTED in _by_the_court(case, one)]
        rejected = [one for one in kept if {Treatment.REJECTED, Treatment.FORECLOSED} & _by_the_court(case, one)]
        found += [(one, other) for one in adopted for other in rejected]
    return found


def test_an_answer_the_court_adopted_scores_no_less_than_one_it_rejected(case: Case) -> None:
    """Among answers that keep counsel's position; one that gives the case away is scored by its worth, whatever the Court held."""
    worse = [
        (one.id, other.id) for one, other in _pairs(case) if answer_loss(case, one.id) > answer_loss(case, other.id)
    ]
    assert worse == []


def test_there_are_adopted_answers_to_set_beside_rejected_ones() -> None:
    assert len(_pairs(moot.load_case("sacramento-v-lewis"))) > 10
