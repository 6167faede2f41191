"""What the bench and counsel say could have been said that day: no brief that does not argue the point, no page of the opinion to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import moot
from moot.case import Case
from moot.files.folders import list_cases

YOUR_BRIEF = re.compile(
    r"\b[Yy]our brief (?:says|has|mentions|speaks|puts|cites|makes)\b|\b[Yy]our brief that\b|\bin your brief\b(?! for)"
)
"""A judge who says what counsel's brief argues ("I looked in your brief for" says what it does not)."""

REPORTED = re.compile(r"^\d+ U\.S\. (\d+)")
PAGE = re.compile(r"\b[Pp]ages? (\d+)")


def spoken(case: Case) -> Iterator[tuple[str, str]]:
    """Every speech, question and answer, stock questions included, with its id."""
    for point in case.points:
        yield point.id, point.speech
        for question in point.walk():
            yield question.id, question.text
            for answer in question.answers:
                yield answer.id, answer.text


@pytest.mark.parametrize("id", list_cases())
def test_no_judge_reads_a_point_in_a_brief_that_does_not_argue_it(id: str) -> None:
    """A point outside the brief is outside it when a judge asks, too. A reply is free: its brief is the opening one."""
    case = moot.load_case(id)
    wrong = [
        (question.id, found[0])
        for point in case.points
        if point.head and not point.argument.briefed
        for question in point.walk()
        if not question.stock
        for found in YOUR_BRIEF.finditer(question.text)
    ]
    assert wrong == []


@pytest.mark.parametrize("id", [id for id in list_cases() if moot.load_case(id).real])
def test_nobody_in_court_names_a_page_of_the_opinion_that_is_yet_to_be_written(id: str) -> None:
    case = moot.load_case(id)
    found = REPORTED.match(case.citation)
    assert found is not None
    first = int(found[1])
    last = max(
        int(page)
        for opinion in case.opinions
        for holding in opinion.holdings
        for page in re.findall(r"\d{3,4}", holding.pin)
    )
    wrong = [(where, page) for where, text in spoken(case) for page in PAGE.findall(text) if first <= int(page) <= last]
    assert wrong == []
