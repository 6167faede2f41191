"""On the historical line each real case comes out as it did."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import moot
from moot.bench.conference import JudgmentBy
from moot.case import OpinionKind, Treatment
from moot.files.folders import list_cases
from moot.score import result

REAL = [id for id in sorted(list_cases()) if moot.load_case(id).historical]


def historical(case_id: str, bench: str):
    case = moot.load_case(case_id)
    round = moot.Round(case, moot.load_bench(bench))
    for move in case.historical.line:
        round.push(move if bench == case.bench else move.partition(" by ")[0])
    return round


@pytest.mark.parametrize("id", REAL)
def test_the_historical_line_gives_the_real_ruling(id: str) -> None:
    case = moot.load_case(id)
    beside = result(historical(id, case.bench).outcome().ruling)
    assert beside.here is beside.really
    assert {role.judge: role.here for role in beside.roles} == {role.judge: role.really for role in beside.roles}
    # A real judge for whom there is no file has a vote and no seat.
    seated = [vote for vote in case.historical.votes if vote.judge in moot.load_bench(case.bench).judge]
    assert len(beside.roles) == len(seated) == len(moot.load_bench(case.bench).judges)


def test_lewis_comes_out_opinion_by_opinion_and_ground_by_ground() -> None:
    ruling = historical("sacramento-v-lewis", "lewis-1998").outcome().ruling
    assert (ruling.votes_for, ruling.votes_against, ruling.paradox) == (9, 0, False)
    # Joining whole and joining except as to a part are not told apart: Justice Ginsburg leaves the Court on the fault required.
    got = [
        (
            opinion.author,
            opinion.kind,
            {*opinion.joined, *ruling.in_part(opinion)} if opinion is ruling.lead else set(opinion.joined),
            opinion.ground,
        )
        for opinion in ruling.opinions
    ]
    assert got == [
        (
            "souter",
            OpinionKind.COURT,
            {"rehnquist", "oconnor", "kennedy", "ginsburg", "breyer"},
            "application.no-shock",
        ),
        ("rehnquist", OpinionKind.CONCURRING, set(), "party-presentation"),
        ("kennedy", OpinionKind.CONCURRING, {"oconnor"}, "history-and-tradition"),
        ("breyer", OpinionKind.CONCURRING, set(), "minimalism"),
        ("stevens", OpinionKind.IN_THE_JUDGMENT, set(), "established.not-established"),
        ("scalia", OpinionKind.IN_THE_JUDGMENT, {"thomas"}, "rooted.not-rooted"),
    ]
    lead = ruling.lead.holdings
    assert lead["culpability"] == "purpose"
    assert lead["order"] == "rights-first"
    assert lead["coverage"] == "only-if-covered"


def test_three_judges_reverse_on_three_walks_and_one_who_decides_the_question_announces_the_judgment() -> None:
    ruling = historical("sacramento-v-lewis", "three").outcome().ruling
    assert (ruling.disposition.value, ruling.votes_for) == ("reversed", 3)
    assert ruling.judgment_by is JudgmentBy.NO_LEAD
    assert len({opinion.walk for opinion in ruling.opinions}) == 3
    # Justice Stevens is senior, but immunity does not decide the question presented.
    assert [opinion.author for opinion in ruling.opinions] == ["scalia", "stevens", "souter"]


def test_every_real_episode_is_in_the_case_once_and_says_who_asked() -> None:
    case = moot.load_case("sacramento-v-lewis")
    sources = [question.source for question in case.questions.values() if question.source]
    expected = [f"P{n}" for n in range(1, 19)] + [f"R{n}" for n in range(1, 23)] + ["B1"]
    assert sorted(sources) == sorted(expected)
    assert all(question.asked_by for question in case.questions.values() if question.source)
    assert len(case.questions) - len(expected) >= 25


def test_every_mark_but_not_reached_is_pinned_and_quoted_and_nothing_substantive_is_unmarked() -> None:
    case = moot.load_case("sacramento-v-lewis")
    marked = [*case.points, *(answer for answer in case.answers.values() if answer.substantive)]
    for said in marked:
        assert {mark.opinion for mark in said.marks} >= {"majority", "scalia", "stevens"}, said.id
        for mark in said.marks:
            if mark.treatment is Treatment.NOT_REACHED:
                assert mark.reason
            else:
                holding = case.opinion[mark.opinion].holding(mark.holding)
                assert holding.pin
                assert 0 < len(holding.quote.split()) <= 50


def test_the_three_concurrences_mark_what_they_speak_to_and_nothing_else() -> None:
    """They had one holding each, and no mark named them."""
    case = moot.load_case("sacramento-v-lewis")
    spoken = [mark for each in (*case.points, *case.answers.values()) for mark in each.marks]
    for opinion in ("rehnquist", "kennedy", "breyer"):
        mine = [mark for mark in spoken if mark.opinion == opinion]
        assert mine
        assert all(mark.treatment is not Treatment.NOT_REACHED for mark in mine)
    assert "kn-ignore" in {mark.holding for mark in case.point["p-flight"].marks}


FOLD = str.maketrans({"“": "'", "”": "'", "’": "'", "‘": "'", '"': "'", "`": "'", "—": "-", "–": "-"})


def fold(text: str) -> str:
    text = re.sub(r"\[(?:\*|fn)\d+\]", "", text).translate(FOLD).replace("U. S.", "U.S.")
    return re.sub(r"\s+", " ", text)


def test_every_quotation_of_the_opinion_is_verbatim() -> None:
    """Against the text that ships: the opinion of the Court."""
    case = moot.load_case("sacramento-v-lewis")
    home = Path(__file__).parents[2]
    court = fold((home / "scenarios" / "sacramento-v-lewis.opinion.txt").read_text(encoding="utf-8"))
    holdings = case.opinion["majority"].holdings
    assert len(holdings) >= 60
    for holding in holdings:
        at = 0
        for part in re.split(r" \. \. \. \.? ?", fold(holding.quote)):
            at = court.find(part, at)
            assert at >= 0, holding.id
