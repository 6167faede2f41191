"""The public helpers: they build valid cases of every shape, and notice a broken engine."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import moot
from moot.case.formats import format_problems
from moot.case.problems import problems
from moot.files.text import clean
from moot.testing import RoundMachine, benches, cases, formats, hostile_text, lines, random_round_test
from moot.testing.rounds import segmented

calm = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@calm
@given(cases(), benches())
def test_made_cases_are_valid_and_play_to_a_ruling(case, bench) -> None:
    assert [problem for problem in problems(case) if problem.severity == "error"] == []
    random_round_test(case, bench, rounds=2)


@calm
@given(formats(longest=6) | segmented(longest=6))
def test_made_formats_have_no_fault(form) -> None:
    """A made format could set aside a minute of a turn that had less, which a format file may not."""
    assert list(format_problems(form)) == []


@calm
@given(st.data())
def test_made_lines_are_legal_from_the_call_of_the_case(data) -> None:
    case, bench = data.draw(cases()), data.draw(benches())
    line = data.draw(lines(case, bench))
    round = moot.Round(case, bench)
    for move in line:
        round.push(move)
    assert round.problems() == []


@calm
@given(hostile_text())
def test_hostile_text_is_made_harmless(text) -> None:
    tidy = clean(text)
    assert "\x1b" not in tidy
    assert "\n" not in tidy
    assert clean(tidy) == tidy


def test_random_rounds_notice_a_broken_check() -> None:
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("three")

    def never(round) -> None:
        assert round.ply < 3, "more than two moves"

    with pytest.raises(AssertionError, match="more than two moves"):
        random_round_test(case, bench, rounds=1, check=never)


class LewisMachine(RoundMachine):
    """As a coach would extend it: their own case and bench."""

    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench("three")


TestLewis = LewisMachine.TestCase
TestLewis.settings = settings(max_examples=8, stateful_step_count=60, deadline=None)


def test_a_failing_example_is_told_in_a_few_words() -> None:
    """A property that failed on a real case ended in a warning that its two megabytes were too large to print."""
    from hypothesis.vendor.pretty import pretty

    case = moot.load_case("sacramento-v-lewis")
    bench = moot.load_bench(case.bench)
    assert len(pretty((case, bench, bench.judges))) < 500
