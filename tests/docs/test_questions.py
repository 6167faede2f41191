"""What the bench asks, by the measures of scripts/questions.py, over a few seeds."""

from __future__ import annotations

import importlib.util
import sys
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

import moot
from moot.case.stock import FOLLOW_UPS

PATH = Path(__file__).parents[2] / "scripts" / "questions.py"
REAL = ("sacramento-v-lewis", "washington-v-glucksberg", "atwater-v-lago-vista", "wilson-v-layne")


@pytest.fixture(scope="module")
def questions() -> ModuleType:
    spec = importlib.util.spec_from_file_location("questions_script", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def asked(questions: ModuleType, id: str, heat: str, seeds: int, format: str | None = None) -> list[int]:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    sittings = [questions.play(case, bench, seed, heat, format) for seed in range(seeds)]
    return [len(sitting.asks) for sitting in sittings]


@pytest.mark.parametrize("id", REAL[:3])
def test_seven_in_ten_of_the_real_episodes_whose_point_is_pleaded_are_asked(questions: ModuleType, id: str) -> None:
    """In Glucksberg 68 in a hundred were: chains of them hung on answers that counsel need not give."""
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    real = {each.id for each in case.questions.values() if each.asked_by}
    could = got = 0
    for seed in range(12):
        sitting = questions.play(case, bench, seed, "historical", None)
        mine = {each for each in real if case.point_of[each].id in sitting.pleaded}
        could, got = could + len(mine), got + len(mine & {ask.question.id for ask in sitting.asks})
    assert got >= 0.7 * could


def test_a_hot_bench_asks_half_as_many_again_and_a_cold_one_half(questions: ModuleType) -> None:
    """A hot bench asked a quarter more than at the normal heat: there was no room on the clock."""
    cold, normal, hot = (sum(sum(asked(questions, id, heat, 5)) for id in REAL) for heat in ("cold", "normal", "hot"))
    assert 1.3 < hot / normal < 1.6
    assert 0.4 < cold / normal < 0.6


@pytest.mark.parametrize("id", REAL)
def test_the_quick_format_has_eight_to_twelve_questions(questions: ModuleType, id: str) -> None:
    counts = asked(questions, id, "normal", 8, "quick")
    assert 8 <= sum(counts) / len(counts) <= 13


@pytest.mark.parametrize("id", REAL)
def test_a_real_case_has_twenty_questions_and_a_fifth_of_them_at_most_are_stock(questions: ModuleType, id: str) -> None:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    total = 0
    for seed in range(6):
        kinds = [ask.question.stock for ask in questions.play(case, bench, seed, "normal", None).asks]
        total += len(kinds)
        assert 5 * sum(bool(kind) and kind not in FOLLOW_UPS for kind in kinds) <= len(kinds)
    assert total >= 6 * 19


def test_chance_alone_is_the_mean_total_variation_of_a_sample(questions: ModuleType) -> None:
    """Nothing said how much of a total variation chance alone gives: at 320 openings some four or five points."""
    # Two judges, two draws: the shares are 0, 50 or 100 with chances 1/4, 1/2 and 1/4, so 25 points on the average.
    assert questions.chance({"one": 50, "two": 50}, 2) == pytest.approx(25)
    # One draw from 30 and 70: 70 points off with 3 chances in 10, 30 with 7.
    assert questions.chance({"one": 30, "two": 70}, 1) == pytest.approx(42)
    by = [questions.chance(questions.OPENS, draws) for draws in (0, 80, 320, 1280)]
    assert by[0] == 0
    assert by[1] > by[2] > by[3] > 0
    assert by[1] == pytest.approx(2 * by[2], rel=0.1)


def test_a_smaller_bench_is_measured_against_the_shares_of_those_who_sit(questions: ModuleType) -> None:
    """The five of Brower were 37 points from the shares of nine, four of whom do not sit."""
    real = questions.sitting_shares(questions.SHARES, moot.load_bench("brower-1989"))
    assert set(real) == {"rehnquist", "stevens", "oconnor", "scalia", "kennedy"}
    assert sum(real.values()) == pytest.approx(100)
    assert real["scalia"] / real["kennedy"] == pytest.approx(questions.SHARES["scalia"] / questions.SHARES["kennedy"])
    assert questions.sitting_shares(questions.SHARES, moot.load_bench("fictional")) == {}


@pytest.mark.parametrize("id", REAL)
def test_a_quarter_at_most_of_what_is_asked_is_made_by_the_engine(questions: ModuleType, id: str) -> None:
    """In Glucksberg and Wilson 27 to 28 in a hundred were, counting follow-ups."""
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    asks = [ask for seed in range(12) for ask in questions.play(case, bench, seed, "normal", None).asks]
    assert 100 * sum(bool(ask.question.stock) for ask in asks) / len(asks) < 26


REPLAYED = ("washington-v-glucksberg", "atwater-v-lago-vista", "brower-v-inyo", "lark-river")


@pytest.mark.parametrize("id", REPLAYED)
def test_twenty_sittings_of_one_seat_shared_more_than_a_quarter_of_their_questions(
    questions: ModuleType, id: str
) -> None:
    """28 to 33 in a hundred with the same points pleaded each time: there were two or three questions under a point."""
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    for counsel in (7, None):
        played = [questions.play(case, bench, seed, "normal", None, counsel) for seed in range(20)]
        for side in moot.Side:
            sets = [{ask.question.id for ask in sitting.asks if ask.side is side} for sitting in played]
            alike = [len(one & other) / len(one | other) for one, other in combinations(sets, 2)]
            assert sum(alike) / len(alike) < 0.255, (counsel, side)
