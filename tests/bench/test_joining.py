"""A concurrence joined in part, from outside the lead coalition."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.bench.conference import JudgmentBy, Role, confer
from moot.bench.votes.joining import joined_in_part
from moot.case import DecisionTree, Disposition, Heard, Node, OpinionKind
from moot.counsel import Novice
from moot.opinion import line_up
from tests import support as small

# The lead answers `method` by law and never comes to `relief`; the others answer it by need, which leads there.
METHOD = small.issue("method", small.position("law", precedent=1), small.position("need", notice=2))
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
        ("washington-v-glucksberg", {"oconnor": ("ginsburg", "breyer")}),
        ("sacramento-v-lewis", {}),
        ("atwater-v-lago-vista", {}),
        ("wilson-v-layne", {"rehnquist": ("stevens",)}),
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


# What divides judges and decides nothing does not keep them apart

ONE, OTHER = ({"precedent": 3}, {"minimalism": 3})


def steps(off: str = "second"):
    """Two questions, then the merits. Either answer to the second leads there; ``off`` is where the other answer to the first leads."""
    issues = (
        small.issue("first", small.position("on", precedent=2), small.position("off", minimalism=2)),
        small.issue("second", small.position("on", precedent=2), small.position("off", minimalism=2)),
        small.issue("merits", small.position("yes", notice=1), small.position("no", avoidance=1)),
    )
    nodes = (
        Node("first", "first", (("on", "second"), ("off", off))),
        Node("second", "second", (("on", "merits"), ("off", "merits"))),
        Node("merits", "merits", (("yes", "rev"), ("no", "aff"))),
        Node("rev", disposition=Disposition.REVERSED),
        Node("aff", disposition=Disposition.AFFIRMED),
    )
    asked = small.point("p", head="pa", urges="second.off", questions=(small.question("q", small.answer("q.a")),))
    return small.case(asked, issues=issues, tree=DecisionTree("first", nodes))


def ruled(case, *held: dict):
    judges = [small.judge(f"j{n}", n, held={"notice": 1, **one}) for n, one in enumerate(held, 1)]
    return confer(case, small.bench(*judges), ANSWERED)


def test_who_answers_otherwise_two_questions_that_lead_to_the_same_one_left_no_opinion_of_the_court() -> None:
    """In a third of drawn sittings of *Atwater* and *Lewis* a majority agreed on the decisive ground, and no opinion spoke for the Court."""
    ruling = ruled(steps(), ONE, ONE, OTHER)
    assert ruling.judgment_by is JudgmentBy.OPINION
    assert ruling.lead.joined == ("j2",)
    assert [(join.opinion, join.issues) for join in ruling.standings["j3"].joins] == [(0, ("merits",))] + [
        (1, None)
    ] * 0
    assert ruling.standings["j3"].role is Role.CONCURRING, "it writes on the part that it does not join"
    assert ruling.opinions[1].ground == "minimalism"


def test_who_skips_a_question_by_a_preliminary_step_and_would_answer_it_alike_left_no_opinion_of_the_court() -> None:
    """In *Lewis* five judges agreed on every part of an opinion, two of whom would not have come to some of them."""
    case = steps(off="merits")
    first = replace(case.issues[0], preliminary=True)
    ruling = ruled(replace(case, issues=(first, *case.issues[1:])), ONE, ONE, {"minimalism": 2, "precedent": 1})
    assert ruling.standings["j3"].joins[0].issues == ("merits",)
    assert ruling.judgment_by is JudgmentBy.OPINION


def test_a_plurality_is_made_up_to_a_majority_by_those_who_find_its_last_ground_alike() -> None:
    """With six judges on one ground the ruling said that no opinion spoke for the Court."""
    case = steps(off="rev")
    second = replace(case.issues[1], positions=(small.position("on", notice=1), small.position("off", avoidance=1)))
    case = replace(case, issues=(case.issues[0], second, case.issues[2]))
    against = {**ONE, "avoidance": 9}
    ruling = ruled(case, ONE, ONE, OTHER, against, against)
    assert (ruling.judgment_by, ruling.votes_for) == (JudgmentBy.OPINION, 3)
    assert ruling.standings["j3"].joins[0].issues == ("second", "merits")
    enough = ruled(case, ONE, ONE, ONE, OTHER, against)
    assert enough.standings["j4"].role is Role.IN_THE_JUDGMENT, (
        "there is a majority without it, and it goes its own road"
    )


@pytest.mark.parametrize(
    "id", ["atwater-v-lago-vista", "sacramento-v-lewis", "washington-v-glucksberg", "wilson-v-layne"]
)
def test_nobody_joins_a_part_that_finds_otherwise_and_every_author_took_the_road_of_the_opinion(id: str) -> None:
    case = moot.load_case(id)
    bench = moot.load_bench(case.bench)
    for seed in range(12):
        round = moot.Round(case, bench, seed=seed)
        ruling = round.play_out(Novice(seed), Novice(seed)).ruling
        for opinion in ruling.opinions:
            if opinion.kind is not OpinionKind.CONCURRING:
                assert ruling.reasonings[opinion.author].walk == opinion.walk
        for judge, standing in ruling.standings.items():
            for join in standing.joins:
                opinion = ruling.opinions[join.opinion]
                grounds = [step for step in opinion.walk if not case.issue[step.issue].preliminary]
                if opinion.kind is OpinionKind.CONCURRING:
                    continue
                for step in grounds:
                    if join.issues is None or step.issue in join.issues:
                        assert ruling.reasonings[judge].findings[step.issue] == step.position
