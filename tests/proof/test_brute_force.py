"""The explorer against every line of the real round, walked one by one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings

from moot.proof import perft, prove
from moot.proof.reference.compile import allowed_transitions, compile_model
from moot.proof.reference.explore import explore, upper_bounds
from moot.round.round import Round
from moot.round.rules import rules_for
from moot.testing import benches, cases, formats
from tests import support
from tests.proof.made import ANYONE, TooMany, Walked

SLOW = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


def agree(case, bench, form):
    certificate = prove(case, bench, format=form, dead=False)
    assume(certificate.paths <= 3_000)
    try:
        walked = Walked(case, bench, form, most=40_000)
    except TooMany:
        assume(False)
    assert certificate.verdict == "PROVED"
    assert certificate.paths == sum(walked.lengths.values())
    assert certificate.states == len(walked.states)
    assert certificate.moves == walked.moves
    assert (certificate.shortest, certificate.longest) == (min(walked.lengths), max(walked.lengths))
    total = sum(length * count for length, count in walked.lengths.items())
    assert certificate.mean == Fraction(total, certificate.paths)
    rules = rules_for(case, form)
    model = compile_model(rules, allowed_transitions(rules, case, bench))
    reach = explore(model, upper_bounds(model)[1])
    states = {(state, clock) for n, state in enumerate(model.states) for clock in reach.ticks(n)}
    assert states == walked.states
    return certificate


@SLOW
@given(cases(heads=2, points=2, questions=1, replies=1), formats(longest=8))
def test_every_question_free(case, form):
    agree(case, ANYONE, form)
    assert prove(case, format=form, dead=False).paths == prove(case, ANYONE, format=form, dead=False).paths


@SLOW
@given(cases(heads=2, points=1, questions=2, replies=2), formats(longest=8), benches(2))
def test_narrowed_to_a_bench(case, form, bench):
    narrowed = agree(case, bench, form)
    assert narrowed.paths <= prove(case, format=form, dead=False).paths


def test_the_small_case_by_hand():
    """One head and one point a side, no question, no rebuttal: what can be counted on fingers."""
    case = support.case(
        support.point("p1", support.PETITIONER, "pa", ticks=2),
        support.point("r1", support.RESPONDENT, "ra", "merits.no", ticks=2),
    )
    from moot.round.formats import one_speaker

    certificate = prove(case, format=one_speaker("tiny", "Tiny", 10, (0,)))
    # A side: roadmap, then sit; or roadmap, plead, pass, sit. Two ways each.
    assert certificate.paths == 4
    assert (certificate.shortest, certificate.longest, certificate.mean) == (4, 8, 6)
    # Petitioner: roadmap; at the lectern; pleaded; heard. Respondent the same. Decided.
    assert certificate.states == 9
    assert certificate.moves == 10
    # With just the time for the roadmap and half the point the red light ends the turn: the pass is never made.
    short = prove(case, format=one_speaker("tiny", "Tiny", 2, (0,)))
    assert (short.paths, short.longest) == (4, 4 + 0)


@pytest.mark.parametrize("depth", range(5))
def test_perft_counts_lines_and_leaves_the_round_as_it_was(depth):
    round = Round(support.case(), ANYONE, format="quick")
    counts = [1, 2, 4, 8]
    assert perft(round, depth) == perft(round.copy(), depth)
    assert round.ply == 0
    if depth < 2:
        assert perft(round, depth) == counts[depth]
