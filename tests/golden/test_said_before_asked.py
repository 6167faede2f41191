"""A judge who says "you said" speaks of what counsel has said by then, not of the rest of a speech the bench has cut short."""

from __future__ import annotations

import re

import pytest

import moot
from moot.case import Case, Point
from moot.files.folders import list_cases
from moot.round.clock import point_cost
from moot.round.formats import get_format
from moot.round.heads.stretches import breaks, cut_up
from moot.sitting.words.speaking import broken_off

CLAIM = re.compile(
    r"\b[Yy]ou (?:just )?(?:say|said|tell us|told us|mention(?:ed)?|lean on|call|called|cite|cited|quote|quoted|speak of|spoke of)\b(?! in your brief)[^.?!:]*"
    r"|\b[Yy]ou've (?:just )?(?:said|told us|cited|praised|mentioned)\b[^.?!:]*"
)
"""A judge's own words for what counsel said, to the end of the clause."""

ASKED = re.compile(r"\b(?:do|did|would|could|will|can|have|that|what) (?:have )?$", re.IGNORECASE)
"""Before the claim: a question what counsel says, or would say, claims nothing."""


def stems(text: str) -> set[str]:
    """The words of five letters and more, by their first five."""
    return {word[:5].lower() for word in re.findall(r"[A-Za-z]{5,}", text)}


def heard(case: Case, point: Point, stretch: int) -> str:
    """What counsel has said of this point when the bench may first ask: its head, and its words up to the break."""
    places = breaks(point)
    ticks = cut_up(point_cost(point, case, get_format("scotus-1997")), 2 if len(places) < 2 else 3)
    head = case.head[point.head].title if point.head else ""
    return f"{head} {broken_off(point.speech, ticks, stretch)}"


def claims(case: Case) -> list[tuple[str, str, str]]:
    """Each question that says what counsel said, with the claim and what counsel has said by then."""
    return [
        (question.id, found[0], heard(case, point, stretch))
        for point in case.points
        for stretch, questions in enumerate(breaks(point), 1)
        for question in questions
        if not question.stock
        for found in CLAIM.finditer(question.text)
        if not ASKED.search(question.text[: found.start()])
    ]


@pytest.mark.parametrize("id", list_cases())
def test_no_judge_quotes_a_part_of_the_speech_that_was_not_yet_said(id: str) -> None:
    early = [
        (question, claim)
        for question, claim, said in claims(moot.load_case(id))
        if len(stems(claim)) > 1 and not stems(claim) & stems(said)
    ]
    assert early == []


def test_the_check_notices_a_claim_of_what_comes_after_the_break() -> None:
    case = moot.load_case("sacramento-v-lewis")
    point = case.point["p-manual"]
    said = heard(case, point, 2)
    assert not stems("the careful county would be the one") & stems(said)
    assert stems("the careful county would be the one") & stems(point.speech)
