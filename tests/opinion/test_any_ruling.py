"""Every check of a ruling holds whatever the bench heard, and not only what a sitting can bring it to hear."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moot.bench.conference import confer
from moot.case.heard import Heard
from moot.opinion import ruling_document
from tests.opinion import checks
from tests.opinion.sittings import BENCHES, CASES, Sitting, bench_of, case_of

calm = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


def heards(id: str) -> st.SearchStrategy[Heard]:
    """Any points heard whole or in half, any answers, any points withdrawn."""
    case = case_of(id)
    points, answers = sorted(case.point), sorted(case.answers)
    return st.builds(
        lambda full, half, said, withdrawn: Heard(half - full - withdrawn, full - withdrawn, said, withdrawn),
        st.frozensets(st.sampled_from(points), max_size=20),
        st.frozensets(st.sampled_from(points), max_size=6),
        st.frozensets(st.sampled_from(answers), max_size=20),
        st.frozensets(st.sampled_from(points), max_size=2),
    )


@pytest.mark.parametrize("id", CASES)
@calm
@given(data=st.data())
def test_every_ruling_holds(id: str, data) -> None:
    heard = data.draw(heards(id))
    bench = bench_of(data.draw(st.sampled_from(BENCHES)))
    ruling = confer(case_of(id), bench, heard)
    one = Sitting(ruling, ruling_document(ruling))
    for check in checks.ALL:
        check(one)
