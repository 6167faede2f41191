"""Outcomes: what is seen is shown by a line, and lines are drawn evenly."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

import moot
from moot.case import ConcessionKind
from moot.proof import prove
from moot.proof.reference.compile import compile_model
from moot.proof.reference.explore import upper_bounds
from moot.round.formats import one_speaker
from moot.round.round import Round
from moot.round.rules import rules_for
from moot.study.contributions import state_contributions
from moot.study.estimates import share
from moot.study.outcomes import outcomes
from moot.study.sampling import UniformLineSampler
from moot.testing import cases, formats
from tests import support


def counted(case, form):
    model = compile_model(rules_for(case, form))
    return UniformLineSampler(model, upper_bounds(model)[0])


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(), formats(longest=20))
def test_counting_from_the_end_equals_counting_from_the_start(case, form):
    assert counted(case, form).lines == prove(case, format=form, dead=False).paths


def test_every_line_is_as_likely_as_any_other():
    case = support.case(
        support.point("p1", support.PETITIONER, "pa", questions=(support.question("q1"),)),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
    )
    lines = counted(case, one_speaker("tiny", "Tiny", 20, (0,)))
    drawn = Counter(tuple(lines.draw(3, number)) for number in range(4000))
    assert len(drawn) == lines.lines
    expected = 4000 / lines.lines
    spread = sum((count - expected) ** 2 / expected for count in drawn.values())
    # Chi-square: its mean is the degrees of freedom, its variance twice that; four deviations are never met by chance.
    freedom = lines.lines - 1
    assert spread < freedom + 4 * (2 * freedom) ** 0.5


def test_what_is_seen_is_shown_by_a_line_that_plays():
    case, bench = moot.load_case("brower-v-inyo"), moot.load_bench("three")
    found = outcomes(case, bench, format="quick", lines=60)
    assert found.lines == prove(case, bench, format="quick", dead=False).paths
    words = {word for issues in found.findings.values() for positions in issues.values() for word in positions.values()}
    assert words <= {"seen", "open", "impossible"}
    for (kind, *names), line in found.witness.items():
        round = Round(case, bench, format="quick")
        for move in line:
            round.push(move)
        ruling = round.outcome().ruling
        if kind == "finding":
            judge, issue, position = names
            assert ruling.reasonings[judge].findings[issue] == position
            assert found.findings[judge][issue][position] == "seen"
        elif kind == "disposition":
            assert ruling.disposition.value == names[0]
        else:
            assert (str(ruling.votes_for), str(ruling.votes_against)) == tuple(names)
    assert sum(each.count for each in found.dispositions.values()) == 60
    assert all(value["kind"] == "SAMPLED" for value in found.to_dict()["dispositions"].values())


def test_outcomes_and_simulations_have_one_wilson_interval():
    """There were two, with z to three digits and to seven, so one sample had two intervals."""
    case, bench = moot.load_case("first-argument"), moot.load_bench("three")
    found = outcomes(case, bench, format="quick", lines=40, tries=0)
    assert all(each == share(each.count, 40) for each in found.dispositions.values())


def test_an_empty_sample_says_nothing():
    found = share(0, 0)
    assert (found.part, found.low, found.high) == (0.0, 0.0, 1.0)


def test_state_contributions_counts_a_concession_that_closes_points():
    gives = support.answer("q1.a", concedes=support.Concession(ConcessionKind.LAW, "That.", ("p2", "p3")))
    case = support.case(
        support.point(
            "p1", support.PETITIONER, "pa", questions=(support.question("q1", gives, support.answer("q1.b")),)
        ),
        support.point("p2", support.PETITIONER, "pb"),
        support.point("p3", support.PETITIONER, "pb"),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
    )
    (found,) = [each for each in state_contributions(case, "scotus-1997") if each.without == "the concession in `q1.a`"]
    assert found.saves > 0


def test_state_contributions_names_what_makes_states_many():
    case = support.case(
        *(support.point(f"p{n}", support.PETITIONER, "pa", questions=(support.question(f"pq{n}"),)) for n in range(3)),
        support.point("p9", support.PETITIONER, "pb"),
        support.point("r1", support.RESPONDENT, "ra", "merits.no"),
        support.point("b1", support.PETITIONER, None, replies_to=("ra",)),
    )
    found = state_contributions(case, "scotus-1997")
    names = [each.without for each in found]
    assert "the reply `b1`" in names
    assert "the point `p0`" in names
    assert [each.states for each in found] == sorted(each.states for each in found)
    whole = prove(case, format="scotus-1997", dead=False).states
    assert all(each.of == whole and each.states <= whole for each in found)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["quick"])
def test_every_line_of_lewis_counted_twice_is_the_same(form):
    case = moot.load_case("sacramento-v-lewis")
    assert counted(case, form).lines == prove(case, format=form, dead=False).paths
