"""What the bench and counsel say could have been said that day, and asks for nothing that was said a moment before."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import moot
from moot.case import Answer, Case, Question
from moot.files.folders import list_cases
from moot.round.heads.stretches import breaks
from tests.golden.test_said_before_asked import heard

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


def _name(case: Case, answer: Answer) -> str:
    """The first word of the name of the authority that an answer picks."""
    authority = case.authority[answer.picks or ""]
    return (authority.short or authority.name).split()[0]


def _with_follow_ups(question: Question) -> Iterator[Question]:
    yield question
    for answer in question.answers:
        for follow_up in answer.follow_ups:
            yield from _with_follow_ups(follow_up)


@pytest.mark.parametrize("id", list_cases())
def test_no_judge_asks_for_the_name_of_a_case_that_counsel_has_just_named(id: str) -> None:
    """Unless counsel named several of those to choose from, and the judge asks which of them."""
    case = moot.load_case(id)
    wrong = []
    for point in case.points:
        for stretch, questions in enumerate(breaks(point), 1):
            said = set(re.findall(r"\w+(?:'s)?", heard(case, point, stretch)))
            for question in (each for first in questions for each in _with_follow_ups(first)):
                named = [
                    answer
                    for answer in question.answers
                    if answer.picks in case.authority and _name(case, answer) in said
                ]
                if question.pick == "authority" and not question.stock and len(named) == 1 and named[0].right:
                    wrong.append(question.id)
    assert wrong == []
