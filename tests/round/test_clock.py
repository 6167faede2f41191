"""What a move costs: a pace divides it, and what is left over counts whole."""

from __future__ import annotations

import pytest

from moot.round.clock import answer_cost, ask_cost, point_cost, roadmap_cost, spoken
from moot.round.formats import one_speaker
from moot.round.heads.stretches import breaks, cut_up
from tests import support as small


@pytest.mark.parametrize(("ticks", "paced"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_pace_rounds_up(ticks: int, paced: int) -> None:
    form = one_speaker("brisk", "Brisk", 100, (0,), pace=2)
    case = small.case(costs=small.Costs(roadmap=ticks, point=ticks, ask=ticks, answer=ticks))
    question = case.questions["q1"]
    assert roadmap_cost(case, form) == paced
    assert ask_cost(question, case, form) == paced
    assert answer_cost(question.answers[0], case, form) == paced
    assert point_cost(case.point["p1"], case, form) == max(2, paced)


def test_words_round_up_too() -> None:
    assert [spoken("word " * many) for many in (0, 1, 37, 38, 75, 76)] == [1, 1, 1, 2, 2, 3]


def test_a_point_is_cut_into_stretches_that_make_the_whole() -> None:
    assert [cut_up(cost, 2) for cost in (2, 3, 4, 5)] == [(1, 1), (2, 1), (2, 2), (3, 2)]
    assert [cut_up(cost, 3) for cost in (3, 4, 5, 8)] == [(1, 1, 1), (1, 1, 2), (1, 2, 2), (2, 3, 3)]
    for stretches in (2, 3):
        for cost in range(stretches, 40):
            assert sum(cut_up(cost, stretches)) == cost
            assert min(cut_up(cost, stretches)) >= 1


def test_every_question_belongs_to_one_place_to_break_in() -> None:
    def ids(*names: str, stock: str = "") -> list[list[str]]:
        roots = tuple(small.question(name, stock="rule" if name in stock else "") for name in names)
        return [[question.id for question in roots] for roots in breaks(small.point("p", head="pa", questions=roots))]

    assert ids() == [[]]
    assert ids("a") == [["a"]]
    assert ids("a", "b") == [["a"], ["b"]]
    assert ids("a", "b", "c") == [["a", "b"], ["c"]]
    assert ids("a", "s", stock="s") == [["a"], ["s"]]
    assert ids("a", "b", "s", "t", stock="st") == [["a"], ["b", "s", "t"]]
    assert ids("s", "t", stock="st") == [["s"], ["t"]]


def test_exactly_the_time_left_is_enough_everywhere() -> None:
    """The rule was written nine times; now it is one function, and rules, compiled model and audit follow it."""
    from moot.proof.reference.compile import compile_model
    from moot.round.clock import expiry_limit, spend
    from moot.round.formats import one_speaker
    from moot.round.rules import Rules
    from tests import support

    assert [spend(clock, 3, timed=True) for clock in (2, 3, 4)] == [(0, True), (0, True), (1, False)]
    assert spend(0, 0, timed=False) == (0, False)
    assert expiry_limit(3) == 3
    rules = Rules(support.case(), one_speaker("short", "Short", 7, (0, 1)))
    model = compile_model(rules)
    for state, edges in zip(model.states, model.edges, strict=True):
        for transition, edge in zip(rules.transitions(state), edges, strict=True):
            for clock in range(8):
                target, left, expired = rules.after(state, clock, transition)
                number, same = edge.after(clock)
                assert (model.states[number], same, edge.expires(clock)) == (target, left, expired)
