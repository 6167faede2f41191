"""Which parts of the lead opinion a judge joins: the line-up and the judge's own opinion say the same; and a rejected conclusion stands without its reason."""

from __future__ import annotations

import re

import pytest

from moot.case import OpinionKind
from moot.opinion.lineup import line_up
from moot.opinion.plan import joined_parts
from moot.opinion.prose.clauses import without_reason
from moot.opinion.prose.grammar import line_up_names, numbered
from tests.opinion.sittings import CASES, sitting


@pytest.mark.parametrize("case", CASES)
def test_the_line_up_left_out_parts_that_a_concurring_judge_said_were_joined(case: str) -> None:
    for seed in range(6):
        one = sitting(case, "lewis-1998", seed)
        ruling = one.ruling
        for opinion in ruling.opinions[1:]:
            partly = [join for join in ruling.standings[opinion.author].joins if join.opinion == 0 and join.issues]
            if opinion.kind is not OpinionKind.CONCURRING or not partly:
                continue
            joined, rest = joined_parts(ruling, ruling.opinions[0], opinion.author)
            if not joined or not rest:
                continue
            words = numbered(joined) if len(joined) <= len(rest) else f"all but {numbered(rest)}"
            name = line_up_names([ruling.bench.judge[opinion.author]]).partition(",")[0]
            assert re.search(rf"in {words} of which [^;]*?{name}", line_up(ruling)), (case, seed, line_up(ruling))
            head = one.document.section(opinion.number).parts[0].paragraphs[0].text
            assert numbered(joined if len(joined) < len(rest) else rest) in head, (case, seed, head)


def test_a_position_rejected_with_its_own_reason_read_as_the_reason_for_rejecting_it() -> None:
    assert (
        without_reason("that the ban is not arbitrary, since the danger is serious") == "that the ban is not arbitrary"
    )
    assert without_reason("that it was a seizure, because the pursuit ended it") == "that it was a seizure"
    assert without_reason("that the right comes first") == "that the right comes first"
    for case in CASES:
        for seed in range(6):
            one = sitting(case, "lewis-1998", seed)
            for opinion in one.ruling.opinions:
                page = one.page(opinion)
                assert not re.search(r"(?:does not show|is not a reason to hold) that [^.]*, (?:since|because) ", page)
