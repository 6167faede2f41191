"""Dates, years, and votes that do not agree with the opinions, by code and place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import (
    Authority,
    Disposition,
    OpinionKind,
    Status,
)
from moot.case.opinion import Historical, Holding, RealOpinion, RealVote
from moot.case.problems import history
from moot.case.problems.dates import years
from moot.case.problems.lineup import reachable
from tests import support as small
from tests.case.hand import (
    COURT,
    Q,
    asking,
    sound,
)


def dated(*acts: Authority, **more) -> list[tuple]:
    return [(each.code, *each.key) for each in history(sound(authorities=acts, **more))]


def act(year: int, cite: str = "", status: Status = Status.BINDING) -> Authority:
    return Authority("x", "A v. B", cite or f"4 U.S. 1 ({year})", "court", year, status, "")


def test_authorities_are_of_their_year_and_of_the_right_side_of_the_argument() -> None:
    on = {"argued": "1990-11-05", "decided": "1991-02-04"}
    assert dated(act(1990), act(1989), act(1990, status=Status.LATER), act(1991, status=Status.LATER), **on) == []
    assert dated(act(1991), act(1989, status=Status.LATER), **on) == [
        ("M472", "authorities", 0, "year"),
        ("M473", "authorities", 1, "status"),
    ]
    assert dated(act(1991), act(1992), decided="1991-02-04") == [("M472", "authorities", 1, "year")]


def test_the_year_of_every_authority_is_compared_with_its_citation_in_a_case_without_dates() -> None:
    wrong = act(1950, "4 U.S. 1 (1951)")
    assert dated(wrong, act(1999), wrong) == [("M474", "authorities", 0, "year"), ("M474", "authorities", 2, "year")]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"argued": "1990-11-05", "decided": "1990-11-05"}, []),
        ({"argued": "1990-11-05", "decided": "1990-11-04"}, [("M471", "argued")]),
        ({"citation": "4 U.S. 1 (1992)", "decided": "1991-02-04"}, [("M474", "citation")]),
        ({"citation": "4 U.S. 1 (1992)"}, []),
        ({"citation": "4 U.S. 1 (1991)", "decided": "1991-02-04"}, []),
    ],
)
def test_a_case_is_argued_before_it_is_decided_in_the_year_it_is_cited_by(more, found) -> None:
    assert dated(**more) == found


def test_the_judgment_below_is_not_later_than_the_argument() -> None:
    for cite, more, found in (
        ("(CA3 1990)", {"argued": "1990-11-05", "decided": "1991-02-04"}, []),
        ("(CA3 1991)", {"argued": "1990-11-05", "decided": "1991-02-04"}, [("M471", "below", "citation")]),
        ("(CA3 1991)", {"decided": "1991-02-04"}, []),
        ("(CA3 1992)", {"decided": "1991-02-04"}, [("M471", "below", "citation")]),
        ("(CA3 1992)", {}, []),
        ("(CA3 1990), reh'g denied (1992)", {"argued": "1991-02-04"}, []),
    ):
        case = sound(**more)
        found_there = history(replace(case, below=replace(case.below, citation=cite)))
        assert [(each.code, *each.key) for each in found_there] == found, (cite, more)
    assert years("4 U.S. 1 (1990) (1992)") == (1990, 1992)


def sitting(votes: str, *opinions: RealOpinion, disposition=Disposition.REVERSED, **more) -> list[tuple]:
    """What is told of votes, each a judge and a role."""
    pairs = [each.partition(" ")[::2] for each in votes.split(", ")]
    case = sound(historical=Historical((), disposition, tuple(RealVote(*pair) for pair in pairs)), **more)
    return [(each.code, *each.key) for each in history(replace(case, opinions=opinions))]


DISSENT = RealOpinion("d", "ives", OpinionKind.DISSENTING, ("june",), "", (Holding("h", "9", "", "x", "merits", "no"),))
JOINED = replace(COURT, joined=("kane",))
VOTES = "hale author, kane joined, ives dissenting, june dissenting"


@pytest.mark.parametrize(
    ("votes", "opinions", "found"),
    [
        (VOTES, (JOINED, DISSENT), []),
        ("hale joined, kane joined, ives dissenting, june dissenting", (JOINED, DISSENT), ["hale"]),
        ("hale author, kane author, ives dissenting, june dissenting", (JOINED, DISSENT), ["kane"]),
        ("hale author, kane joined, ives joined, june dissenting", (JOINED, DISSENT), ["ives"]),
        ("hale author, kane joined, ives dissenting, june joined", (JOINED, DISSENT), ["june"]),
        ("hale author, kane dissenting, ives dissenting, june dissenting", (JOINED, DISSENT), ["kane"]),
        ("hale author, kane took no part, ives dissenting, june dissenting", (JOINED, DISSENT), ["kane"]),
        ("hale author, kane concurring in the judgment, ives dissenting, june dissenting", (JOINED, DISSENT), ["kane"]),
        ("hale author, kane concurring, ives dissenting, june dissenting", (JOINED, DISSENT), []),
        ("hale author, kane joined, ives dissenting, june took no part", (JOINED, DISSENT), []),
    ],
)
def test_a_vote_agrees_with_the_opinions_a_judge_wrote_or_joined(votes, opinions, found) -> None:
    assert sitting(votes, *opinions) == [("M463", "historical", "votes", judge) for judge in found]


def test_a_separate_vote_in_a_real_case_wants_a_separate_opinion() -> None:
    votes = f"{VOTES}, lund concurring, mead concurring"
    other = replace(DISSENT, id="c", author="lund", kind=OpinionKind.CONCURRING, joined=(), holdings=())
    assert sitting(votes, JOINED, DISSENT, other) == []
    assert sitting(votes, JOINED, DISSENT, other, real=True) == [("M464", "historical", "votes", "mead")]
    assert sitting(votes, JOINED, DISSENT, replace(other, joined=("mead",)), real=True) == []


def test_who_joined_a_separate_opinion_is_told_how_its_author_votes() -> None:
    def helps(votes: str) -> list[str]:
        pairs = [each.partition(" ")[::2] for each in votes.split(", ")]
        case = sound(historical=Historical((), Disposition.REVERSED, tuple(RealVote(*pair) for pair in pairs)))
        found = history(replace(case, opinions=(JOINED, replace(DISSENT, kind=OpinionKind.IN_PART))))
        return [each.help.partition("write ")[2] for each in found if each.key[-1] == "june"]

    kind = "concurring in part and dissenting in part"
    assert helps(f"hale author, kane joined, ives {kind}, june joined") == [f"`june: {kind}`"]
    assert helps("hale author, kane joined, ives joined, june joined") == [f"`june: {kind}`"]
    assert helps("hale author, kane joined, ives took no part, june joined") == [f"`june: {kind}`"]
    assert helps("hale author, kane joined, ives dissenting, june joined") == ["`june: dissenting`"]


def test_every_judge_of_an_opinion_has_a_vote_and_stands_in_it_once() -> None:
    assert sitting("hale author, ives dissenting", JOINED, DISSENT) == [
        ("M460", "opinions", 0, "joined", 0),
        ("M460", "opinions", 1, "joined", 0),
    ]
    assert sitting("kane joined, june dissenting", JOINED, DISSENT)[:2] == [
        ("M460", "opinions", 0, "author"),
        ("M460", "opinions", 1, "author"),
    ]
    twice = replace(JOINED, joined=("kane", "hale", "kane"))
    case = replace(sound(), opinions=(twice,))
    found = history(case)
    assert [(each.code, *each.key) for each in found] == [
        ("M463", "opinions", 0, "joined", 1),
        ("M463", "opinions", 0, "joined", 2),
    ]
    assert ["wrote it" in each.message for each in found] == [True, False]


def test_who_asked_a_question_sat() -> None:
    case = asking(replace(small.question("q"), asked_by=("hale", "lund", "nobody")))
    votes = (RealVote("hale", "author"), RealVote("lund", "took no part"))
    found = history(replace(case, historical=Historical((), Disposition.REVERSED, votes)))
    assert [(each.code, *each.key) for each in found] == [("M466", *Q, "asked_by", 1), ("M466", *Q, "asked_by", 2)]
    assert [each.message.rpartition(" it ")[2] for each in found] == ["took no part", "has no vote"]


def test_each_opinion_but_one_in_part_is_a_walk_to_its_judgment() -> None:
    assert sitting(VOTES, JOINED, DISSENT, disposition=Disposition.AFFIRMED) == [
        ("M465", "opinions", 0),
        ("M465", "opinions", 1),
    ]
    part = replace(DISSENT, kind=OpinionKind.IN_PART)
    votes = VOTES.replace("dissenting", "concurring in part and dissenting in part")
    assert sitting(votes, part, JOINED, disposition=Disposition.AFFIRMED) == [("M465", "opinions", 1)]
    assert sitting("hale author", replace(COURT, holdings=())) == []


def test_where_the_walks_of_an_opinion_end() -> None:
    case = sound()
    assert reachable(case, COURT) == {Disposition.REVERSED}
    assert reachable(case, replace(COURT, holdings=())) == {Disposition.REVERSED, Disposition.AFFIRMED}
    no = Holding("i", "5", "", "x", "merits", "no")
    assert reachable(case, replace(COURT, holdings=(*COURT.holdings, no))) == {
        Disposition.REVERSED,
        Disposition.AFFIRMED,
    }
    assert reachable(case, replace(COURT, holdings=(replace(no, position=None), COURT.holdings[0]))) == {
        Disposition.REVERSED
    }
