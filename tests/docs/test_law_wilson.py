"""docs/law/wilson-v-layne.md names only ids that are in the case, and every holding."""

from __future__ import annotations

import re
from pathlib import Path

import moot

PAGE = (Path(__file__).parents[2] / "docs" / "law" / "wilson-v-layne.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
CASE = moot.load_case("wilson-v-layne")
HOLDINGS = {holding.id: holding for opinion in CASE.opinions for holding in opinion.holdings}
ANSWERS = {f"{id}.{answer.id.rpartition('.')[2]}" for id, one in CASE.questions.items() for answer in one.answers}
POSITIONS = {f"{issue.id}.{position.id}" for issue in CASE.issues for position in issue.positions}


def named(row: list[str]) -> list[str]:
    return re.findall(r"`([a-z0-9.-]+)`", row[3]) if len(row) > 3 else []


def test_every_id_in_the_table_of_propositions_is_in_the_case() -> None:
    items = (*CASE.record, *CASE.outside_record, *CASE.authorities)
    known = {*HOLDINGS, *ANSWERS, *POSITIONS, *CASE.point, *CASE.questions, *(item.id for item in items)}
    assert [id for row in ROWS for id in named(row) if id not in known] == []


def test_every_holding_is_in_the_table_on_its_page() -> None:
    assert set(HOLDINGS) - {id for row in ROWS for id in named(row)} == set()
    wrong = []
    for row in ROWS:
        pages = [int(found) for found in re.findall(r"\d{3}", row[1])]
        for id in named(row):
            if id in HOLDINGS and not min(pages) <= int(HOLDINGS[id].pin[:3]) <= max(pages):
                wrong.append((id, row[1], HOLDINGS[id].pin))
    assert wrong == []


def test_few_propositions_are_not_carried() -> None:
    assert len(ROWS) >= 90
    assert sum("*not carried*" in row[3] for row in ROWS) <= 4
