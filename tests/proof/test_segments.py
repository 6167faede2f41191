"""Formats of any shape: the round, the explorers and SPIN agree on every one.

A surrebuttal once went through the rules and both explorers untouched; the model for SPIN left it out without a word, and SPIN
reported no errors.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from moot.case.formats import format_problems
from moot.proof.spin.promela import promela
from moot.testing import cases, segmented
from tests.proof.made import ANYONE
from tests.proof.spin import PRESENT
from tests.proof.test_brute_force import agree as brute
from tests.proof.test_spin import agree as spin
from tests.proof.test_turns import agree as explorers

QUICK = settings(
    deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True, phases=[Phase.generate]
)


@settings(QUICK, max_examples=60)
@given(segmented())
def test_every_made_format_can_be_played(form) -> None:
    assert list(format_problems(form)) == []


@settings(QUICK, max_examples=60)
@given(cases(heads=2, points=1, questions=1, replies=1, respondent_replies=1), segmented(longest=5))
def test_the_round_walked_line_by_line_agrees(case, form) -> None:
    brute(case, ANYONE, form)


@settings(QUICK, max_examples=40)
@given(cases(heads=3, points=2, questions=1, respondent_replies=2), segmented(longest=14))
def test_both_explorers_agree(case, form) -> None:
    explorers(case, form)


@pytest.mark.spin
@pytest.mark.slow
@pytest.mark.skipif(not PRESENT and not os.environ.get("MOOT_CI"), reason="spin and gcc are not installed")
@settings(QUICK, max_examples=12)
@given(cases(heads=2, points=2, questions=1, respondent_replies=2), segmented(longest=12))
def test_spin_agrees_whatever_segments_there_are(tmp_path_factory, case, form) -> None:
    spin(case, form, None, tmp_path_factory.mktemp("spin"))
    assert all(
        segment.id.upper().replace("-", "_") in promela(case, form) for segment in form.segments if segment.replies
    )
