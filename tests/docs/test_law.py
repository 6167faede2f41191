"""Every page of docs/law names only ids that are in its case, has every holding on its page, and counts its own rows."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import moot
from moot.case import Case
from moot.files.folders import list_cases

FOLDER = Path(__file__).parents[2] / "docs" / "law"
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
STATES = ("carried", "part", "not")
LINKED = ("atwater-v-lago-vista", "washington-v-glucksberg")
"""Pages on which a holding stands beside a point, question or position that is marked by it."""


class Row(NamedTuple):
    """One proposition: its pages, whether it is carried, and the ids that carry it."""

    pages: tuple[int, ...]
    state: str
    ids: tuple[str, ...]


class Law(NamedTuple):
    """A page and its case."""

    case: Case
    text: str
    rows: tuple[Row, ...]

    @property
    def holdings(self) -> dict[str, int]:
        """Every holding, with the first page of its pin; 0 where a pin has none."""
        found = {}
        for opinion in self.case.opinions:
            for holding in opinion.holdings:
                pages = re.findall(r"\b\d{3}\b", holding.pin)
                found[holding.id] = int(pages[0]) if pages else 0
        return found

    @property
    def marked(self) -> dict[str, set[str | None]]:
        """Points, questions and positions, each with the holdings that mark it."""
        case = self.case
        return {
            **{point.id: {mark.holding for mark in point.marks} for point in case.points},
            **{
                id: {mark.holding for answer in one.answers for mark in answer.marks}
                for id, one in case.questions.items()
            },
            **{
                f"{issue.id}.{position.id}": {mark.holding for mark in position.marks}
                for issue in case.issues
                for position in issue.positions
            },
        }

    @property
    def known(self) -> set[str]:
        """Everything an id may name."""
        case = self.case
        answers = {
            f"{id}.{answer.id.rpartition('.')[2]}" for id, one in case.questions.items() for answer in one.answers
        }
        items = (*case.record, *case.outside_record, *case.authorities, *case.dials)
        return {*self.holdings, *self.marked, *answers, *(item.id for item in items)}


@cache
def law(id: str) -> Law:
    text = (FOLDER / f"{id}.md").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if not re.match(r"\| \d+ \|", line):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        # The page of Wilson has no column of its own for what is carried.
        state = cells[3] if len(cells) > 4 else "not" if "not carried" in cells[3] else "carried"
        pages = tuple(int(found) for found in re.findall(r"\b\d{3}\b", cells[1]))
        rows.append(Row(pages, state, tuple(re.findall(r"`([a-z0-9.-]+)`", cells[-1]))))
    return Law(moot.load_case(id), text, tuple(rows))


def test_every_real_case_has_a_page() -> None:
    real = {id for id in list_cases() if moot.load_case(id).real}
    assert real <= set(PAGES)


@pytest.mark.parametrize("id", PAGES)
def test_every_id_in_the_table_of_propositions_is_in_the_case(id) -> None:
    assert [name for row in law(id).rows for name in row.ids if name not in law(id).known] == []


@pytest.mark.parametrize("id", PAGES)
def test_a_carried_proposition_names_where_and_one_not_carried_names_nothing(id) -> None:
    assert [row for row in law(id).rows if row.state == "carried" and not row.ids] == []
    # The page of Wilson says what it does not count as carrying.
    if id != "wilson-v-layne":
        assert [row for row in law(id).rows if row.state.startswith("not") and row.ids] == []


@pytest.mark.parametrize("id", PAGES)
def test_every_holding_is_named_by_a_mark(id) -> None:
    page = law(id)
    said = [mark.holding for answer in page.case.answers.values() for mark in answer.marks]
    assert set(page.holdings) - set(said).union(*page.marked.values()) == set()


@pytest.mark.parametrize("id", [id for id in PAGES if id not in ("sacramento-v-lewis", "washington-v-glucksberg")])
def test_every_holding_is_in_the_table_on_its_page(id) -> None:
    page = law(id)
    assert set(page.holdings) - {name for row in page.rows for name in row.ids} == set()
    wrong = [
        (name, row.pages, page.holdings[name])
        for row in page.rows
        for name in row.ids
        if page.holdings.get(name) and row.pages and not min(row.pages) <= page.holdings[name] <= max(row.pages)
    ]
    assert wrong == []


@pytest.mark.parametrize("id", LINKED)
def test_a_holding_stands_beside_what_is_marked_by_it(id) -> None:
    page = law(id)
    apart = []
    for row in page.rows:
        said = [name for name in row.ids if name in page.marked]
        apart += [
            name
            for name in row.ids
            if name in page.holdings and said and not any(name in page.marked[each] for each in said)
        ]
    assert apart == []


@pytest.mark.parametrize("id", PAGES)
def test_the_page_counts_its_rows_truly(id) -> None:
    counted = re.search(r"(\d+) propositions: (\d+) carried, (\d+) in part, (\d+) not", law(id).text)
    if counted is None:
        assert id in ("wilson-v-layne", "sacramento-v-lewis")
        return
    found = [next(state for state in STATES if row.state.startswith(state)) for row in law(id).rows]
    assert tuple(map(int, counted.groups())) == (len(found), *(found.count(state) for state in STATES))


def test_few_propositions_of_wilson_are_not_carried() -> None:
    rows = law("wilson-v-layne").rows
    assert len(rows) >= 90
    assert sum(row.state == "not" for row in rows) <= 4
