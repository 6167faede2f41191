"""What a move costs: a pace divides it, and what is left over counts whole."""

from __future__ import annotations

import pytest

from moot.round.clock import answer_cost, ask_cost, first_half, point_cost, roadmap_cost, spoken
from moot.round.formats import Format
from tests import support as small


@pytest.mark.parametrize(("ticks", "paced"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_pace_rounds_up(ticks: int, paced: int) -> None:
    form = Format("brisk", "Brisk", 100, (0,), pace=2)
    case = small.case(costs=small.Costs(roadmap=ticks, point=ticks, ask=ticks, answer=ticks))
    question = case.questions["q1"]
    assert roadmap_cost(case, form) == paced
    assert ask_cost(question, case, form) == paced
    assert answer_cost(question.answers[0], case, form) == paced
    assert point_cost(case.point["p1"], case, form) == max(2, paced)


def test_words_and_halves_round_up_too() -> None:
    assert [spoken("word " * many) for many in (0, 1, 37, 38, 75, 76)] == [1, 1, 1, 2, 2, 3]
    assert [first_half(cost) for cost in (2, 3, 4, 5)] == [1, 2, 2, 3]
