"""A judge who joins and writes apart gives a reason for it: the principle, what speaks for the view, and what counsel said when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from moot.bench.conference import Opinion
from moot.case import PRINCIPLES, OpinionKind
from moot.opinion.prose.principles import PUT
from moot.opinion.prose.styles import STYLES
from tests.opinion.sittings import CASES, Sitting, sittings

WORDS = 55


def concurring(case: str) -> Iterator[tuple[Sitting, Opinion, str]]:
    """The concurrences of some sittings, with their text."""
    for one in sittings(case, range(8)):
        for opinion in one.ruling.opinions:
            if opinion.kind is OpinionKind.CONCURRING:
                yield one, opinion, one.page(opinion)


def test_every_principle_is_put_as_an_opinion_puts_it() -> None:
    assert PUT.keys() == PRINCIPLES.keys()
    assert all(text[0].islower() and not text.endswith(".") for text in PUT.values())


@pytest.mark.parametrize("case", CASES)
def test_a_judge_who_joins_and_writes_says_for_what_principle(case: str) -> None:
    """`I join the Court's opinion, but point out one thing. Justice Stevens states the case for it.`"""
    for _, opinion, page in concurring(case):
        if "real opinion: “" not in page:
            assert PUT[opinion.ground].lower() in page.lower(), page
            assert len(page.split()) >= WORDS, page


def test_what_counsel_said_when_asked_is_an_answer_of_this_sitting() -> None:
    frames = {frame for style in STYLES.values() for frame in style.frames["view.asked"]}
    spoken = [re.compile(re.sub(r"\\\{\w+\\\}", "(.+?)", re.escape(frame))) for frame in frames]
    seen = 0
    for case in CASES:
        for one, _, page in concurring(case):
            given = " ".join(one.ruling.case.answers[id].says for id in one.heard.answers).lower()
            for found in (match for pattern in spoken for match in pattern.finditer(page)):
                said = max(found.groups(), key=len).removeprefix("that ").rstrip(".").lower()
                seen += 1
                assert said.split(" that ")[-1][:40] in given, found[0]
    assert seen
