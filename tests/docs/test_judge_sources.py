"""docs/judge-sources.md enters every source of the nine, with its pages, and no other."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "judge-sources.md").read_text(encoding="utf-8")
NINE = {
    "scalia": "Justice Scalia",
    "souter": "Justice Souter",
    "stevens": "Justice Stevens",
    "rehnquist": "Chief Justice Rehnquist",
    "oconnor": "Justice O'Connor",
    "kennedy": "Justice Kennedy",
    "thomas": "Justice Thomas",
    "ginsburg": "Justice Ginsburg",
    "breyer": "Justice Breyer",
}


def sources(judge: str) -> set[str]:
    """What the judge file cites, each up to its year."""
    text = (HOME / "judges" / f"{judge}.yaml").read_text(encoding="utf-8")
    cited = [each for whole in re.findall(r'source: "([^"]+)"', text) for each in whole.split("; ")]
    return {re.sub(r"(\(\d{4}\)).*", r"\1", each) for each in cited}


def rows(heading: str) -> dict[str, tuple[str, str]]:
    """The sources entered under a heading: whether each was read, and what stands there."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    table = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| ")]
    return {row[0].strip(): (row[1].strip(), row[2].strip()) for row in table[1:]}


@pytest.mark.parametrize("judge", NINE)
def test_every_source_of_the_nine_is_entered_with_its_pages(judge: str) -> None:
    """Some hundred pages stood in the judge files, and nothing said that nobody had looked at them."""
    entered = rows(NINE[judge])
    assert set(entered) == sources(judge)
    assert {read for read, _ in entered.values()} <= {"yes", "in part", "not read"}


@pytest.mark.parametrize("judge", NINE)
def test_a_source_is_called_read_and_nothing_is_said_of_what_stands_there(judge: str) -> None:
    entered = rows(NINE[judge])
    assert [source for source, (read, told) in entered.items() if read != "not read" and not told] == []
    partly = {source: told for source, (read, told) in entered.items() if read == "in part"}
    assert [source for source, told in partly.items() if not re.match(r"n?\.?\s?\d", told)] == [], "which pages?"


def test_the_page_counts_its_own_rows() -> None:
    told = re.search(r"(\d+) sources stand in the nine files: (\d+) were read, (\d+) in part, (\d+) not\.", PAGE)
    assert told is not None
    counted = Counter(read for name in NINE.values() for read, _ in rows(name).values())
    assert [int(each) for each in told.groups()] == [
        counted.total(),
        counted["yes"],
        counted["in part"],
        counted["not read"],
    ]


def test_a_plurality_is_cited_as_an_opinion_of_the_court() -> None:
    """Three Justices joined pages 744-748 of Pacifica, and the judge file gave them to the Court."""
    text = (HOME / "judges" / "stevens.yaml").read_text(encoding="utf-8")
    cited = re.findall(r"438 U\.S\. 726, ([\d-]+) \(1978\)( \(opinion of Stevens, J\.\))?", text)
    assert {(pages, bool(note)) for pages, note in cited} == {("748-751", False), ("744-748", True)}
