"""Every ruling of sittings drawn by seed says what was found, is true of the sitting, and reads as an opinion does."""

from __future__ import annotations

import pytest

from tests.opinion import checks
from tests.opinion.sittings import BENCHES, CASES, sitting

FEW = 4
MANY = 34
"""Seeds of the slow run: three benches and five cases make 510 sittings."""


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.__name__)
def test_a_ruling_holds(check, case) -> None:
    for seed in range(FEW):
        for bench in BENCHES:
            check(sitting(case, bench, seed))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_every_ruling_of_five_hundred_holds(case) -> None:
    for seed in range(FEW, FEW + MANY):
        for bench in BENCHES:
            for check in checks.ALL:
                check(sitting(case, bench, seed))
