"""Dates, years, and real opinions as walks of the tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.case.problems import history
from moot.case.problems.dates import years
from moot.files.case_file import read_case_text

TEXT = (Path(__file__).parents[1] / "files" / "base-case.yaml").read_text()


def codes(*changes: tuple[str, str]) -> list[str]:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return found(text)


def found(text: str) -> list[str]:
    case, problems = read_case_text(text, "base-case.yaml")
    return [problem.code for problem in (history(case) if case is not None else problems)]


def test_the_thirtieth_of_february_was_a_date() -> None:
    assert codes(("decided: 1991-02-04", "decided: 1991-02-30")) == ["M470"]


def test_a_case_decided_before_it_was_argued_was_valid() -> None:
    assert codes(("argued: 1990-11-05", "argued: 1991-11-05")) == ["M471"]


def test_a_judgment_below_from_after_the_argument_was_valid() -> None:
    assert codes(("(CA3 1989)", "(CA3 1998)")) == ["M471"]


def test_an_authority_from_after_the_argument_was_valid() -> None:
    changes = (("(1950)", "(2005)"), ("year: 1950", "year: 2005"))
    assert codes(*changes) == ["M472"]


def test_a_later_authority_from_before_the_argument_was_valid() -> None:
    assert codes(("(2002)", "(1982)"), ("year: 2002", "year: 1982")) == ["M473"]


def test_a_wrong_year_does_not_keep_the_case_from_being_played() -> None:
    case, problems = read_case_text(TEXT.replace("year: 1950", "year: 1905"), "base-case.yaml")
    assert case is not None
    assert problems == []


def test_a_year_that_differs_from_the_citation_was_valid() -> None:
    assert codes(("year: 1950", "year: 1905")) == ["M474"]
    assert codes(("501 U.S. 1 (1991)", "501 U.S. 1 (1992)")) == ["M474"]


def test_a_statute_s_edition_is_not_its_year() -> None:
    assert codes(("12 Pa. Cons. Stat. § 7", "12 Pa. Cons. Stat. § 7 (1994)")) == []


@pytest.mark.parametrize(
    ("cite", "found"),
    [
        ("339 U.S. 306 (1950)", (1950,)),
        ("77 Eng. Rep. 194 (K.B. 1604)", (1604,)),
        ("141 F.3d 111 (CA4 1998) (en banc)", (1998,)),
        ("107 D.L.R. (4th) 342 (Can. 1993)", (1993,)),
        ("1920 Westm. 4", ()),
        ("Cal. Veh. Code § 17004 (West 1971)", ()),
        ("U.S. Const. amend. IV", ()),
    ],
)
def test_the_years_of_a_citation(cite: str, found: tuple[int, ...]) -> None:
    assert years(cite) == found


def test_a_real_opinion_that_no_walk_reaches_was_valid() -> None:
    assert codes(("issue: warning, position: due}", "issue: warning, position: not-due}")) == ["M465"]


def test_a_dissent_must_reach_another_judgment() -> None:
    text = TEXT.replace(
        "id: majority\n    author: hale\n    kind: opinion of the court",
        "id: majority\n    author: hale\n    kind: dissenting",
    )
    text = text.replace("hale: author", "hale: dissenting")
    assert "M465" not in found(text)
    other = text.replace("disposition: reversed\n  votes", "disposition: affirmed\n  votes").replace(
        "issue: warning, position: due}", "issue: warning, position: not-due}"
    )
    assert "M465" in found(other)
