"""Counsel in reply who tells the bench what the other side said speaks of its brief, or of what it must have said to be replied to."""

from __future__ import annotations

import re

import pytest

import moot
from moot.case import Case, Point
from moot.files.folders import list_cases
from tests.golden.test_said_before_asked import stems

CLAIM = re.compile(
    r"(?:\b(?:[Cc]ounsel|[Mm]y friends?|M[rs]s?\. [A-Z][\w-]+|[Oo]pposing counsel|[Tt]he other side|[Pp]etitioners?|[Rr]espondents?)"
    r" (?:just |has |have |here )*(?:said|says?|told|tells?|asked|asks|called|calls?|argued|argues?|gave|gives?|conceded|agreed|answered|read)\b"
    r"|\b[Ww]e(?:'re| are|'ve been| have been) told\b)[^.?!]*"
)
"""What counsel says of the other side's argument, to the end of the sentence."""


def in_it(claim: str, point: Point) -> bool:
    """Whether two words of the claim, or its only one, are in what the point says."""
    of = stems(claim) - {"respo", "petit", "couns"}
    return len(of & stems(f"{point.title} {point.speech}")) >= min(2, len(of))


def told(case: Case, point: Point) -> list[tuple[str, str]]:
    """Each claim of a reply about the other side, with a point that alone opens the reply and does not say it."""
    theirs = [each for each in case.points if each.side != point.side]
    return [
        (found[0], each.id)
        for found in CLAIM.finditer(point.speech)
        if not any(in_it(found[0], each) for each in theirs if each.argument.briefed)
        for each in theirs
        if (each.id in point.replies_to or each.head in point.replies_to) and not in_it(found[0], each)
    ]


@pytest.mark.parametrize("id", list_cases())
def test_no_reply_quotes_a_point_that_the_other_side_may_have_left_unsaid(id: str) -> None:
    case = moot.load_case(id)
    assert [(point.id, *each) for point in case.points if point.replies for each in told(case, point)] == []
