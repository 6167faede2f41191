"""What is legal but poor was passed over in silence; it is a warning now, unless the case accepts it with a reason."""

from __future__ import annotations

import dataclasses

import pytest

import moot
from moot.case import Attack, Attacking
from moot.files.folders import list_cases
from moot.proof.historical.thin import check_thin


def told(case, bench=None):
    return [problem.code for problem in check_thin(case, bench or moot.load_bench(case.bench))]


@pytest.mark.parametrize("id", sorted(list_cases()))
def test_a_shipped_case_is_not_poor_or_says_why_it_is_meant_so(id):
    case = moot.load_case(id)
    assert told(case) == []
    given = set(told(dataclasses.replace(case, accepts=())))
    assert given == {code for code, _ in case.accepts}, "what is accepted is really there"


def test_equal_rebuts_that_cancel_were_passed_over():
    case = moot.load_case("lark-river")
    assert told(dataclasses.replace(case, accepts=())) == ["M444"]
    other = [
        dataclasses.replace(point, argument=dataclasses.replace(point.argument, strength=2))
        if point.id == "r-rain"
        else point
        for point in case.points
    ]
    assert told(dataclasses.replace(case, accepts=(), points=tuple(other))) == []


def test_an_undercut_of_equal_strength_does_not_cancel():
    case = moot.load_case("lark-river")
    other = [
        dataclasses.replace(
            point,
            argument=dataclasses.replace(
                point.argument,
                attacks=tuple(Attack(Attacking.UNDERCUT, each.target) for each in point.argument.attacks),
            ),
        )
        for point in case.points
    ]
    assert told(dataclasses.replace(case, accepts=(), points=tuple(other))) == []


def test_a_quotation_without_a_text_was_not_counted():
    case = moot.load_case("first-argument")
    bare = dataclasses.replace(case, opinions=tuple(dataclasses.replace(each, text=None) for each in case.opinions))
    (found,) = check_thin(bare, moot.load_bench(case.bench))
    assert found.code == "M324"
    assert found.message.startswith(f"{sum(len(each.holdings) for each in case.opinions)} quotations of ")


def test_without_a_bench_or_a_line_nothing_is_said_of_the_line():
    case = moot.load_case("sacramento-v-lewis")
    bare = dataclasses.replace(case, accepts=())
    assert {problem.code for problem in check_thin(bare, None)} == {"M324"}
