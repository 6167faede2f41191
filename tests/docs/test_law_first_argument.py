"""docs/law/first-argument.md names only ids that are in the case, has every holding, and counts its own rows."""

from __future__ import annotations

import re
from pathlib import Path

import moot

PAGE = (Path(__file__).parents[2] / "docs" / "law" / "first-argument.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
CASE = moot.load_case("first-argument")
HOLDINGS = {holding.id for opinion in CASE.opinions for holding in opinion.holdings}


def named(row: list[str]) -> list[str]:
    return re.findall(r"`([a-z0-9.-]+)`", row[4]) if len(row) > 4 else []


def test_every_id_in_the_table_is_in_the_case_and_every_holding_in_the_table() -> None:
    known = HOLDINGS | set(CASE.questions) | {point.id for point in CASE.points} | {dial.id for dial in CASE.dials}
    known |= {item.id for item in (*CASE.record, *CASE.authorities)}
    known |= {f"{issue.id}.{position.id}" for issue in CASE.issues for position in issue.positions}
    there = {id for row in ROWS for id in named(row)}
    assert there <= known
    assert there >= HOLDINGS


def test_every_holding_is_named_by_a_mark() -> None:
    said = (*CASE.points, *CASE.answers.values())
    assert {mark.holding for each in said for mark in each.marks} >= HOLDINGS


def test_the_page_counts_its_rows() -> None:
    counted = re.search(r"(\d+) propositions: (\d+) carried, (\d+) in part, (\d+) not", PAGE)
    assert counted is not None
    states = [row[3].strip("| ") if len(row) > 3 else "" for row in ROWS]
    found = (len(ROWS), *(states.count(state) for state in ("carried", "part", "not")))
    assert tuple(int(number) for number in counted.groups()) == found
    assert all((state == "not") is not bool(named(row)) for row, state in zip(ROWS, states, strict=True))
