"""Quotations are verbatim, on their pages, and their typography does not matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from moot.errors import MootError
from moot.files.case.read import read_case_text
from moot.files.cites.check import check_citations, check_quotations, fold, read_opinion
from moot.files.folders import list_cases
from moot.files.loading import load_case
from tests.files.pages import HERE

BASE = (HERE / "base-case.yaml").read_text()
TEXT = (
    "The officer's instinct was to do his “job”—no more. Graham, 490 U. S. 386. A long appre-\nhension of [*41] the\n"
    "suspect.[7] It ended there.\nTHE NOTE. 7 An attempted seizure is no seizure."
)


@pytest.mark.parametrize(
    "quote",
    [
        'the officer’s instinct was to do his "job" -- no more',
        "The officer`s   instinct",
        "Graham, 490 U.S. 386",
        "A long apprehension of the suspect. It ended there.",
        "``job''—no more",
    ],
)
def test_typography_does_not_matter(tmp_path, quote):
    (tmp_path / "o.txt").write_text(TEXT)
    assert read_opinion(tmp_path / "o.txt").find(quote)


@pytest.mark.parametrize("quote", ["the officers instinct", "Graham 490 U.S. 386", "of suspect", ""])
def test_words_and_points_do(tmp_path, quote):
    (tmp_path / "o.txt").write_text(TEXT)
    assert read_opinion(tmp_path / "o.txt").find(quote) == []


def test_folding_is_stable():
    for text in (TEXT, "A.  B. Smith -- U. S. v. X"):
        assert fold(fold(text)) == fold(text)


def told(pin: str, quote: str, folder: Path) -> list[str]:
    text = BASE.replace('pin: "4"', f'pin: "{pin}"').replace("A sign is the least that fairness asks.", f'"{quote}"')
    case, found = read_case_text(text, "base-case.yaml")
    assert case is not None, [str(each) for each in found]
    return [problem.code for problem in check_quotations(case, folder)]


@pytest.mark.parametrize(
    ("pin", "quote", "codes"),
    [
        ("40", "long apprehension", []),
        ("41", "suspect.", []),
        ("40", "suspect.", ["M317"]),
        ("40-41", "suspect.", []),
        ("40", "apprehension of the suspect", []),
        ("41", "apprehension of the suspect", []),
        ("42", "apprehension of the suspect", ["M317"]),
        ("41 n. 7", "An attempted seizure", []),
        ("41", "An attempted seizure", ["M317"]),
        ("41 n. 8", "An attempted seizure", ["M317"]),
        ("41 n. 7", "suspect.", ["M317"]),
        ("p. 41", "suspect.", ["M319"]),
        ("41", "a quiet suspect", ["M316"]),
    ],
)
def test_pages(tmp_path, pin, quote, codes):
    (tmp_path / "base-case.opinion.txt").write_text(TEXT)
    pages = f"us_page,char_offset\n40,0\n41,{TEXT.index('[*41]')}\n41 n.7,{TEXT.index('7 An')}\n"
    (tmp_path / "base-case.opinion.pages.csv").write_text(pages)
    assert told(pin, quote, tmp_path) == codes


def test_the_limit_of_25_words_cut_clauses_in_half_and_is_50(tmp_path):
    whole = "A sign is the least that fairness asks. " + "word " * 42
    (tmp_path / "base-case.opinion.txt").write_text("[*4] " + whole + "word")
    assert told("4", whole.strip(), tmp_path) == []
    assert told("4", whole + "word", tmp_path) == ["M315"]


def test_a_bad_table_of_pages_is_one_line(tmp_path):
    (tmp_path / "o.txt").write_text(TEXT)
    (tmp_path / "o.pages.csv").write_text("us_page,char_offset\nforty,0\n")
    with pytest.raises(MootError, match="line 2"):
        read_opinion(tmp_path / "o.txt")


def test_the_text_lies_beside_the_case(tmp_path):
    case = load_case(HERE / "base-case.yaml")
    assert [problem.code for problem in check_quotations(case, tmp_path)] == ["M210"]
    outside = BASE.replace("text: base-case.opinion.txt", "text: ../../etc/passwd")
    case, _ = read_case_text(outside, "base-case.yaml")
    assert [problem.code for problem in check_quotations(case, tmp_path)] == ["M210"]


@pytest.mark.parametrize(
    "cite",
    [
        "490 U.S. 386 (1989)", "785 F.2d 534 (CA5 1986)", "4 Wheat. 235 (1819)", "759 F. Supp. 1320 (N.D. Ind. 1991)",
        "22 F.3d 1296 (CA3 1994) (en banc)", "9 Cal. 4th 1154, 892 P.2d 1185 (1995)", "42 U.S.C. § 1983",
        "U.S. Const. amend. XIV, § 1", "[1997] 1 AC 1", "[2004] UKHL 22", "499 U.S. 621, 629 (1991)",
        "Cal. Veh. Code § 17004 (West 1971)", "5 U.S. (1 Cranch) 137 (1803)", "598 U.S. ___ (2023)",
    ],
)  # fmt: skip
def test_citations_that_are_well_formed(cite):
    assert cites(cite) == []


@pytest.mark.parametrize(
    "cite", ["490 U.S. (1989)", "Graham", "490 U.S. 386", "490 u.s. 386 (1989)", "490 U.S. 386 (89)"]
)
def test_citations_that_are_not(cite):
    assert cites(cite) == ["M318"]


def cites(cite: str) -> list[str]:
    case, found = read_case_text(BASE.replace("339 U.S. 306 (1950)", cite), "base-case.yaml")
    assert case is not None, found
    return [problem.code for problem in check_citations(case)]


def test_shipped_citations_are_well_formed():
    for name in list_cases():
        assert check_citations(load_case(name)) == []
