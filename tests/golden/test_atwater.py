"""The Atwater case is whole: whatever an opinion, a debrief or a drill may ask of it is there."""

from __future__ import annotations

import pytest

import moot
from moot.case import Case


@pytest.fixture(scope="module")
def case() -> Case:
    return moot.load_case("atwater-v-lago-vista")


def test_it_has_the_questions_and_points_asked_for(case: Case) -> None:
    assert len(case.questions) >= 60
    assert [sum(point.side is side and not point.replies for point in case.points) for side in moot.case.Side] == [
        9,
        9,
    ]
    assert sum(point.replies for point in case.points) == 3


def test_every_position_point_and_answer_says_what_an_opinion_needs(case: Case) -> None:
    positions = [position for issue in case.issues for position in issue.positions]
    assert [position.id for position in positions if not (position.reasons and position.marks)] == []
    assert [point.id for point in case.points if not point.says] == []
    assert [answer.id for answer in case.answers.values() if not answer.why] == []
    silent = [answer.id for answer in case.answers.values() if answer.substantive and not answer.says]
    assert [id for id in silent if case.answers[id].argument] == []


def test_every_answer_to_a_plain_question_says_what_it_is_worth(case: Case) -> None:
    plain = [
        question for question in case.questions.values() if not (question.pick or question.scene or question.stock)
    ]
    assert [answer.id for question in plain for answer in question.answers if answer.worth is None] == []
    for question in plain:
        assert max(answer.worth or 0 for answer in question.answers) > 0, question.id


def test_every_real_episode_says_who_asked(case: Case) -> None:
    sourced = [question for question in case.questions.values() if question.source]
    assert len({question.source for question in sourced}) == 33
    assert [question.id for question in sourced if not question.asked_by] == []


def test_nothing_of_the_law_is_dead(case: Case) -> None:
    cited = {id for argument in case.arguments.values() for id in argument.cites}
    picked = {answer.picks for answer in case.answers.values()}
    assert {authority.id for authority in case.authorities} <= cited | picked
    said = [*case.points, *case.answers.values(), *(position for issue in case.issues for position in issue.positions)]
    marked = {(mark.opinion, mark.holding) for each in said for mark in each.marks}
    holdings = {(opinion.id, holding.id) for opinion in case.opinions for holding in opinion.holdings}
    assert holdings <= marked


def test_the_best_answer_is_not_given_away_by_its_place_or_length(case: Case) -> None:
    plain = [
        question for question in case.questions.values() if not (question.pick or question.scene or question.stock)
    ]
    chance = longest = shortest = first = last = 0.0
    for question in plain:
        top = max(answer.worth or 0 for answer in question.answers)
        best = [answer.worth == top for answer in question.answers]
        by_length = sorted(range(len(best)), key=lambda place: len(question.answers[place].text))
        chance += sum(best) / len(best)
        longest += best[by_length[-1]]
        shortest += best[by_length[0]]
        first += best[0]
        last += best[-1]
    for found in (longest, shortest, first, last):
        assert found / len(plain) <= chance / len(plain) + 0.08
