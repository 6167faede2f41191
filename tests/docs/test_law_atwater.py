"""docs/law/atwater-v-lago-vista.md names only ids that are in the case, has every holding, and counts its own rows."""

from __future__ import annotations

import re
from pathlib import Path

import moot

PAGE = (Path(__file__).parents[2] / "docs" / "law" / "atwater-v-lago-vista.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
CASE = moot.load_case("atwater-v-lago-vista")
HOLDINGS = {holding.id: holding for opinion in CASE.opinions for holding in opinion.holdings}
POSITIONS = {
    f"{issue.id}.{position.id}": {mark.holding for mark in position.marks}
    for issue in CASE.issues
    for position in issue.positions
}
MARKED = {
    **{point.id: {mark.holding for mark in point.marks} for point in CASE.points},
    **{
        id: {mark.holding for answer in question.answers for mark in answer.marks}
        for id, question in CASE.questions.items()
    },
    **POSITIONS,
}


def named(row: list[str]) -> list[str]:
    return re.findall(r"`([a-z0-9.-]+)`", row[4]) if len(row) > 4 else []


def test_every_id_in_the_table_of_propositions_is_in_the_case() -> None:
    known = {*HOLDINGS, *MARKED, *(item.id for item in (*CASE.record, *CASE.outside_record, *CASE.authorities))}
    assert [id for row in ROWS for id in named(row) if id not in known] == []


def test_a_carried_proposition_names_where_and_one_not_carried_names_nothing() -> None:
    assert [row for row in ROWS if not row[3].startswith("not") and not named(row)] == []
    assert [row for row in ROWS if row[3].startswith("not") and named(row)] == []


def test_every_holding_is_in_the_table_beside_what_is_marked_by_it() -> None:
    apart = []
    for row in ROWS:
        said = [id for id in named(row) if id in MARKED]
        apart += [id for id in named(row) if id in HOLDINGS and not any(id in MARKED[each] for each in said)]
    assert apart == []
    assert set(HOLDINGS) == {id for row in ROWS for id in named(row)} & set(HOLDINGS)


def test_a_holding_stands_in_a_row_of_its_page() -> None:
    wrong = []
    for row in ROWS:
        pages = [int(found) for found in re.findall(r"\d{3}", row[1])]
        for id in named(row):
            if id in HOLDINGS:
                pins = [int(found) for found in re.findall(r"\b\d{3}\b", HOLDINGS[id].pin)]
                if not min(pages) <= pins[0] <= max(pages):
                    wrong.append((id, row[1]))
    assert wrong == []


def test_the_page_counts_its_rows_truly() -> None:
    counted = re.search(r"(\d+) propositions: (\d+) carried, (\d+) in part, (\d+) not", PAGE)
    assert counted is not None
    states = [re.match(r"carried|part|not", row[3])[0] for row in ROWS]
    found = (len(ROWS), *(states.count(state) for state in ("carried", "part", "not")))
    assert tuple(int(number) for number in counted.groups()) == found
