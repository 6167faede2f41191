"""Cases, judges and benches are equal when all they hold is, wherever they come from."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

import moot

WAYS = {"pickle": lambda value: pickle.loads(pickle.dumps(value)), "deepcopy": copy.deepcopy, "copy": copy.copy}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("id", ["first-argument", "lark-river"])
def test_a_case_out_of_a_pickle_was_not_equal_to_itself(way: str, id: str) -> None:
    """Cases, judges and benches went by identity, so what came back from another process matched nothing."""
    case, bench = moot.load_case(id), moot.load_bench("lewis-1998")
    case.questions  # what is derived is not compared
    for value in (case, bench, bench.judges[0]):
        other = WAYS[way](value)
        assert other is not value
        assert other == value
        assert hash(other) == hash(value)
        assert {value: 1}[other] == 1
    assert moot.load_case(id) == case
    assert moot.load_bench("lewis-1998") == bench


def test_what_differs_in_one_word_or_number_is_not_equal() -> None:
    case, judge = moot.load_case("first-argument"), moot.load_judge("souter")
    assert replace(case, facts=f"{case.facts} ") != case
    assert replace(case, points=case.points[:-1]) != case
    assert replace(judge, talk=judge.talk + 1) != judge
    assert moot.load_bench(["souter", replace(moot.load_judge("scalia"), opens=9)]) != moot.load_bench(
        ["souter", "scalia"]
    )
    assert case != judge
