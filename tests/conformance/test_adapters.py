"""OpenSpiel's and PettingZoo's own tests, on every shipped case. In CI they run and are not skipped."""

from __future__ import annotations

import contextlib
import io
import os
import warnings

import pytest

import moot
from moot.files.folders import list_cases

if os.environ.get("MOOT_CI") == "conformance":
    import pettingzoo
    import pyspiel
else:
    pyspiel = pytest.importorskip("pyspiel")
    pettingzoo = pytest.importorskip("pettingzoo")

from moot.adapters import openspiel
from moot.adapters import pettingzoo as zoo

pytestmark = [pytest.mark.conformance, pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")]

CASES = sorted(list_cases())


@pytest.fixture(scope="module", params=CASES)
def sitting(request):
    case = moot.load_case(request.param)
    return case, moot.load_bench(case.bench)


def test_openspiel_random_simulations_with_serialisation_and_a_state_checker(sitting) -> None:
    game = openspiel.load_game(*sitting, format="quick")
    seen = []

    def check(state) -> None:
        assert state.round.problems() == []
        assert state.is_terminal() == (state.round.outcome() is not None)
        seen.append(state.round.ply)

    pyspiel.random_sim_test(game, num_sims=3, serialize=True, verbose=False, state_checker_fn=check)
    assert seen


def test_openspiel_games_sim_test(sitting) -> None:
    from open_spiel.python.tests.games_sim_test import GamesSimTest

    game = openspiel.load_game(*sitting, format="quick")
    with contextlib.redirect_stdout(io.StringIO()):
        GamesSimTest().sim_game(game)


def test_openspiel_chances_add_up_and_returns_are_zero_sum(sitting) -> None:
    import random

    game = openspiel.load_game(*sitting, format="quick")
    dice = random.Random(3)
    for _ in range(5):
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                outcomes = state.chance_outcomes()
                assert abs(sum(chance for _, chance in outcomes) - 1) < 1e-9
                assert {action for action, _ in outcomes} <= set(state.legal_actions())
            state.apply_action(dice.choice(state.legal_actions()))
        assert sum(state.returns()) == 0


def test_pettingzoo_api_test(sitting) -> None:
    from pettingzoo.test import api_test

    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        api_test(zoo.env(*sitting), num_cycles=200)


def test_pettingzoo_seed_test(sitting) -> None:
    from pettingzoo.test import seed_test

    with contextlib.redirect_stdout(io.StringIO()):
        seed_test(lambda: zoo.env(*sitting), num_cycles=200)


def test_an_action_the_mask_forbids_is_refused_with_a_reason() -> None:
    case = moot.load_case("sacramento-v-lewis")
    env = zoo.env(case, moot.load_bench("three"))
    env.reset(seed=1)
    forbidden = int(env.observe("petitioner")["action_mask"].argmin())
    with pytest.raises(moot.IllegalMove):
        env.step(forbidden)


@pytest.mark.parametrize(
    ("id", "form"), [("first-argument", "scotus-1997"), ("first-argument", "jessup"), ("lark-river", "jessup")]
)
def test_no_line_is_longer_than_the_game_says(id: str, form: str) -> None:
    """A point with two places to break in takes two passes and two resumptions: lines of 188 moves had a limit of 177."""
    case = moot.load_case(id)
    assert moot.prove(case, format=form).longest <= openspiel.table_for(case, form).longest


def test_two_speakers_and_both_replies_through_openspiel() -> None:
    game = openspiel.load_game(moot.load_case("lark-river"), moot.load_bench("lark-court"), format="jessup")
    pyspiel.random_sim_test(game, num_sims=3, serialize=True, verbose=False)
