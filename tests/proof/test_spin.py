"""An independent model checker agrees: SPIN, on a model written from the rules and not from the explored graph."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import moot
from moot.files.folders import list_cases
from moot.proof import prove
from moot.proof.spin.promela import EXTRA_STATES, EXTRA_TRANSITIONS, promela
from moot.testing import benches, cases, formats
from tests.proof.spin import PRESENT, run

pytestmark = [
    pytest.mark.spin,
    pytest.mark.skipif(not PRESENT and not os.environ.get("MOOT_CI"), reason="spin and gcc are not installed"),
]


def agree(case, form, bench, folder):
    certificate = prove(case, bench, format=form, dead=False)
    found = run(promela(case, form, bench), folder)
    assert found.errors == 0, found.text
    assert found.states == certificate.states + EXTRA_STATES
    assert found.transitions == certificate.moves + EXTRA_TRANSITIONS


SMALL = ("brower-v-inyo", "first-argument", "lark-river")


@pytest.mark.parametrize(
    ("id", "form"),
    [
        pytest.param(id, form, marks=[] if id in SMALL else pytest.mark.slow)
        for id in sorted(list_cases())
        for form in ("quick", "scotus-1997")
    ],
)
def test_shipped_cases(id, form, tmp_path):
    agree(moot.load_case(id), form, None, tmp_path)


@pytest.mark.parametrize(
    ("id", "form"),
    [("lark-river", "jessup"), ("first-argument", "jessup"), ("first-argument", "amca"), ("first-argument", "nmcc")],
)
def test_two_speakers_a_side(id, form, tmp_path):
    agree(moot.load_case(id), form, None, tmp_path)


def test_narrowed_to_a_bench(tmp_path):
    agree(moot.load_case("first-argument"), "quick", moot.load_bench(["scalia"]), tmp_path)


@pytest.mark.slow
@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.generate],
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(cases(), formats(longest=24), benches(2))
def test_twenty_small_random_cases(tmp_path_factory, case, form, bench):
    agree(case, form, None if len(bench.judges) == 1 else bench, tmp_path_factory.mktemp("spin"))


def test_spin_sees_a_model_that_is_wrong(tmp_path):
    """So that agreement means something: the same model with one guard taken off has other counts or an error."""
    case = moot.load_case("first-argument")
    text = promela(case, "quick")
    broken = text.replace("!bench && !(said & 1) && ", "!bench && ", 1)
    assert broken != text
    certificate = prove(case, format="quick", dead=False)
    found = run(broken, tmp_path)
    assert (found.states, found.transitions) != (
        certificate.states + EXTRA_STATES,
        certificate.moves + EXTRA_TRANSITIONS,
    )
