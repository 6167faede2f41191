"""Citations held against the real lists of eyecite and reporters-db. In CI this runs and is not skipped."""

from __future__ import annotations

import os

import pytest

from moot.files.cites import reporters
from moot.files.cites.form import well_formed
from moot.files.folders import list_cases
from moot.files.loading import load_case
from tests.files.test_reporters import told

pytestmark = pytest.mark.conformance

if os.environ.get("MOOT_CI") == "conformance":
    import eyecite  # noqa: F401
    import reporters_db  # noqa: F401
else:
    pytest.importorskip("eyecite")
    pytest.importorskip("reporters_db")


def test_with_the_real_list_the_usual_forms_stand() -> None:
    for cite in (
        "785 F.2d 534 (5th Cir. 1986)",
        "759 F. Supp. 1320 (N.D. Ind. 1991)",
        "13 Mass. 356 (1816)",
        "523 U. S. 833 (1998)",
    ):
        assert told(cite) == []


def test_with_the_real_list_a_series_that_does_not_exist_or_began_later_is_told() -> None:
    assert told("785 F.3d 534 (5th Cir. 1986)") == [
        "`F.3d` has no volume of 1986: 785 F.3d 534 (5th Cir. 1986) (it began in 1993; correct the series or the year)"
    ]
    (nowhere,) = told("785 F.9d 534 (5th Cir. 1986)")
    assert nowhere.startswith("no reporter is called `F.9d`")


def test_eyecite_knows_forms_that_ours_alone_does_not() -> None:
    assert reporters.at_hand()
    assert not well_formed("2014-NMSC-040, ¶ 3")
    assert reporters.form_is_known("2014-NMSC-040, ¶ 3")


@pytest.mark.parametrize("id", sorted(list_cases()))
def test_no_shipped_case_cites_a_reporter_that_does_not_exist(id: str) -> None:
    assert reporters.check_reporters(load_case(id)) == []
