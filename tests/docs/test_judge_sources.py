"""docs/judge-sources.md enters every source of the three named judges, with its pages, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "judge-sources.md").read_text(encoding="utf-8")
NAMED = {"scalia": "Justice Scalia", "souter": "Justice Souter", "stevens": "Justice Stevens"}
OTHERS = ("rehnquist", "oconnor", "kennedy", "thomas", "ginsburg", "breyer")


def sources(judge: str) -> set[str]:
    """What the judge file cites, each up to its year."""
    text = (HOME / "judges" / f"{judge}.yaml").read_text(encoding="utf-8")
    cited = [each for whole in re.findall(r'source: "([^"]+)"', text) for each in whole.split("; ")]
    return {re.sub(r"(\(\d{4}\)).*", r"\1", each) for each in cited}


def rows(heading: str) -> dict[str, str]:
    """The sources entered under a heading, and whether each was read."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    table = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| ")]
    return {row[0].strip(): row[1].strip() for row in table[1:]}


@pytest.mark.parametrize("judge", NAMED)
def test_every_source_of_a_named_judge_is_entered_with_its_pages(judge: str) -> None:
    """Some seventy pages stood in the judge files, and nothing said that nobody had looked at them."""
    entered = rows(NAMED[judge])
    assert set(entered) == sources(judge)
    assert set(entered.values()) <= {"yes", "in part", "not read"}


def test_what_is_said_of_the_other_six_is_cited_by_them() -> None:
    cited = {source for judge in OTHERS for source in sources(judge)}
    told = re.findall(r"(?:[A-Z][\w.' ]+ )?v\. [^(]*?\(\d{4}\)", PAGE.split("## The other six", 1)[1])
    assert len(told) >= 8
    for each in told:
        assert any(each.split(",", 1)[1] in source for source in cited), each
