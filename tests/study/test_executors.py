"""`moot.simulate`: the same seeds give the same numbers, wherever the sittings are held."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

import moot
from moot.case import Side
from moot.counsel import Greedy, Novice
from moot.errors import UnknownName
from moot.round.formats import get_format
from moot.study.simulation_plan import SimulationPlan, held

CASE = moot.load_case("first-argument")
BENCH = moot.load_bench("three")
HERE = moot.simulate(CASE, BENCH, n=30, respondent="greedy", seed=5, format="quick").to_dict()


def there(executor, n: int = 30):
    return moot.simulate(CASE, BENCH, n=n, respondent="greedy", seed=5, format="quick", executor=executor)


def test_threads_give_the_same_numbers() -> None:
    with ThreadPoolExecutor(2) as pool:
        assert there(pool).to_dict() == HERE


def test_processes_give_the_same_numbers() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert there(pool).to_dict() == HERE


class Slow:
    """Anything with ``submit`` will do. This one works when it is asked for a result, in whatever order it likes."""

    def __init__(self) -> None:
        self.sent: list[tuple] = []

    def submit(self, function, /, *args):
        self.sent.append(args)
        future: Future = Future()
        # What crosses to another process or machine is pickled on the way.
        function, args = pickle.loads(pickle.dumps((function, args)))
        future.set_result(pickle.loads(pickle.dumps(function(*args))))
        return future


def test_work_is_cut_into_pieces_that_can_be_pickled() -> None:
    executor = Slow()
    assert there(executor).to_dict() == HERE
    assert len(executor.sent) == 15
    assert max(len(pickle.dumps(args)) for args in executor.sent) < 1_000_000


def test_a_worker_keeps_what_it_knows_of_a_case_between_pieces() -> None:
    plan = SimulationPlan(CASE, BENCH, "novice", "novice", get_format("quick"))
    one, two = (pickle.loads(pickle.dumps(plan)) for _ in range(2))
    assert one is two
    assert one.case is not CASE
    other = pickle.loads(pickle.dumps(SimulationPlan(CASE, BENCH, "novice", "novice", get_format("quick"))))
    assert other is not one


def test_what_is_not_needed_any_more_is_cancelled() -> None:
    asked: list[Future] = []

    class Idle:
        def submit(self, function, /, *args):
            future: Future = Future()
            if not asked:
                future.set_result(function(*args))
            asked.append(future)
            return future

    sittings = held(SimulationPlan(CASE, BENCH, "novice", "novice", get_format("quick")), 30, Idle())
    next(sittings)
    sittings.close()
    assert all(future.cancelled() for future in asked[1:])


def last(round):
    return round.legal[-1]


def test_counsel_may_be_a_name_a_class_a_player_or_a_function() -> None:
    by_name = moot.simulate(CASE, BENCH, n=4, petitioner="novice", respondent="greedy", format="quick")
    by_class = moot.simulate(CASE, BENCH, n=4, petitioner=Novice, respondent=Greedy(), format="quick")
    assert by_name.ballots == by_class.ballots
    assert by_class.plan.counsel_name(Side.PETITIONER) == "Novice"
    found = moot.simulate(CASE, BENCH, n=2, petitioner=last, respondent="novice", format="quick")
    assert found.to_dict()["petitioner"] == "last"


@pytest.mark.parametrize(
    ("more", "error", "says"),
    [
        ({"n": 0}, ValueError, "at least one sitting"),
        ({"petitioner": "novise"}, UnknownName, "did you mean 'novice'"),
        ({"respondent": 7}, TypeError, "respondent must be a function"),
        ({"heat": "hto"}, UnknownName, "did you mean 'hot'"),
        ({"format": "quikc"}, UnknownName, "did you mean 'quick'"),
        ({"executor": 2}, TypeError, "executor must have submit"),
    ],
)
def test_what_is_wrong_is_refused_before_the_first_sitting(more, error, says) -> None:
    with pytest.raises(error, match=says):
        moot.simulate(CASE, BENCH, **more)


def test_the_numbers_are_plain_values_and_the_verdict_fits_them() -> None:
    found = moot.simulate(CASE, BENCH, n=30, format="quick")
    assert json.loads(json.dumps(found.to_dict()))["sittings"] == 30
    won = found.wins[Side.PETITIONER]
    assert (
        found.verdict
        == {
            (True, False): "The petitioner wins more often than not.",
            (False, True): "The respondent wins more often than not.",
            (False, False): "Neither side is shown to win more often than the other.",
        }[won.low > 0.5, won.high < 0.5]
    )
    assert "\n" not in repr(found)
    assert f"| petitioner wins | {won.count} |" in found._repr_markdown_()
