"""A concurrence joined in part, from outside the lead coalition."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.bench.conference import Role, confer
from moot.bench.votes.joining import joined_in_part
from moot.case import DecisionTree, Disposition, Heard, Node, OpinionKind
from moot.opinion import line_up
from tests import support as small

# The lead answers `method` by law and never comes to `relief`; the others answer it by need, which leads there.
METHOD = small.issue("method", small.position("law", precedent=1), small.position("need", notice=1))
RELIEF = small.issue("relief", small.position("open", avoidance=2), small.position("shut", bright_lines=2))
OFF = DecisionTree(
    "m",
    (
        Node("m", "method", (("law", "rev"), ("need", "r"))),
        Node("r", "relief", (("open", "rev"), ("shut", "aff"))),
        Node("rev", disposition=Disposition.REVERSED),
        Node("aff", disposition=Disposition.AFFIRMED),
    ),
)
# The same, but relief lies on the lead's road too.
ON = DecisionTree("m", (replace(OFF.nodes[0], then=(("law", "r"), ("need", "r"))), *OFF.nodes[1:]))


# The bench asked about relief.
ASKED = small.point("p", head="pa", urges="relief.open", questions=(small.question("q", small.answer("q.a")),))
ANSWERED = Heard(answers=frozenset({"q.a"}))


def bench(*, shares: bool = True):
    """Two follow the law, one of them holding avoidance at a writer's strength; the third goes by need."""
    plain = small.judge("j1", 1, chief=True, held={"precedent": 5})
    writer = small.judge("j2", 2, held={"precedent": 4, "avoidance": 3 if shares else 1})
    other = small.judge("j3", 3, held={"notice": 4, "avoidance": 1})
    return small.bench(plain, writer, other)


def test_who_came_by_another_road_joins_what_a_concurrence_adds_off_the_opinions_road() -> None:
    ruling = confer(small.case(ASKED, issues=(METHOD, RELIEF), tree=OFF), bench(), ANSWERED)
    concurrence = next(opinion for opinion in ruling.opinions if opinion.kind is OpinionKind.CONCURRING)
    assert (concurrence.author, concurrence.ground) == ("j2", "avoidance")
    assert ruling.standings["j3"].role is Role.IN_THE_JUDGMENT
    assert [(join.opinion, join.issues) for join in ruling.standings["j3"].joins] == [(concurrence.number, ("relief",))]
    assert ruling.in_part(concurrence) == ("j3",)
    assert "filed a concurring opinion, in which J3, J., joined in part." in line_up(ruling)


def test_what_lies_on_the_opinions_road_cannot_be_joined_without_the_opinion() -> None:
    case = small.case(ASKED, issues=(METHOD, RELIEF), tree=ON)
    ruling = confer(case, bench(), ANSWERED)
    assert joined_in_part(case, ruling.opinions, ruling.reasonings) == {}


def test_without_a_concurrence_on_that_ground_there_is_nothing_to_join() -> None:
    ruling = confer(small.case(ASKED, issues=(METHOD, RELIEF), tree=OFF), bench(shares=False), ANSWERED)
    assert ruling.standings["j3"].joins == ()


@pytest.mark.parametrize(
    ("id", "in_part"),
    [
        (
            "washington-v-glucksberg",
            {"oconnor": ("ginsburg", "breyer")},
        ),  # Justice Ginsburg joined whole; here she leaves the Court on the fault required, by 4.
        pytest.param("sacramento-v-lewis", {}, marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_on_the_historical_line_just_those_join_in_part_who_did(id: str, in_part: dict) -> None:
    case = moot.load_case(id)
    round = moot.Round(case, moot.load_bench(case.bench))
    for move in case.historical.line:
        round.push(move)
    ruling = round.outcome().ruling
    found = {opinion.author: ruling.in_part(opinion) for opinion in ruling.opinions if ruling.in_part(opinion)}
    assert found == in_part
