"""Nobody at the lectern or on the bench speaks in the words of an opinion that has yet to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import moot
from moot.case import Case, Question, Side
from moot.files.folders import list_cases

RUN = 8
"""So many words in a row are the opinion's own, and no chance."""

EARLIER = {"m-governors", "sc-governors", "sc-deliberate", "m-totality", "sc-font", "sc-conclusion"}
"""Holdings whose words are quoted from what was there to be read: Daniels (the first three), Betts, Paul v. Davis, the question presented."""


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9'§-]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    told = words(text)
    return {tuple(told[at : at + RUN]) for at in range(len(told) - RUN + 1)}


def spoken(case: Case) -> Iterator[tuple[str, str]]:
    """Every speech, question and answer, those of the engine too, with its id."""

    def of(question: Question) -> Iterator[tuple[str, str]]:
        yield question.id, question.text
        for answer in question.answers:
            yield answer.id, answer.text
            for follow_up in answer.follow_ups:
                yield from of(follow_up)

    for point in case.points:
        yield point.id, point.speech
        for question in point.questions:
            yield from of(question)


def before(case: Case) -> str:
    """What there was to read before the argument: the record, the judgment below, and the authorities as the file has them."""
    told = [entry.text for entry in case.record] + [entry.text for entry in case.outside_record]
    told += [f"{one.name} {one.cite} {one.says}" for one in case.authorities]
    told += [case.below.summary, case.facts, case.question_presented, *(case.party(side).asks for side in Side)]
    return " | ".join(told)


@pytest.mark.parametrize("id", [id for id in list_cases() if moot.load_case(id).real])
def test_no_one_speaks_in_the_words_of_the_opinion_to_come(id: str) -> None:
    """`Then your rule is this: a purpose to cause harm unrelated to the legitimate object of arrest`, five months before the Court wrote it."""
    case = moot.load_case(id)
    earlier = [holding.quote for opinion in case.opinions for holding in opinion.holdings if holding.id in EARLIER]
    known = runs(before(case)).union(*map(runs, earlier))
    own = {
        run: holding.id
        for opinion in case.opinions
        for holding in opinion.holdings
        for run in runs(holding.quote) - known
    }
    found = {where: (own[run], " ".join(run)) for where, text in spoken(case) for run in runs(text) & own.keys()}
    assert found == {}
