"""The conference: who wins, who writes, who joins. Judges are moved here by their principles alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

import moot
from moot.bench.conference import Join, JudgmentBy, Role, confer
from moot.bench.votes.announcing import announces
from moot.bench.votes.coalitions import Coalition
from moot.bench.votes.separate import MOST
from moot.case import NOTHING_HEARD, DecisionTree, Disposition, Heard, Node, OpinionKind, Side, Step
from moot.counsel import Novice
from moot.opinion import line_up
from tests import support as small

REV = Node("rev", disposition=Disposition.REVERSED)
VAC = Node("vac", disposition=Disposition.VACATED_AND_REMANDED)
AFF = Node("aff", disposition=Disposition.AFFIRMED)

# One issue whose three positions lead to the three dispositions; a principle each.
THREE = small.issue(
    "merits", small.position("r", notice=1), small.position("v", avoidance=1), small.position("a", precedent=1)
)
THREE_TREE = DecisionTree("m", (Node("m", "merits", (("r", "rev"), ("v", "vac"), ("a", "aff"))), REV, VAC, AFF))
WANTS = {"r": "notice", "v": "avoidance", "a": "precedent"}


def hold(votes: str, **more):
    """A ruling of judges who want r(everse), v(acate), a(ffirm); the first letter is the chief's."""
    judges = [
        small.judge(f"j{n}", n, chief=n == 1, held={WANTS[vote]: 2 if n != 2 else 1}) for n, vote in enumerate(votes, 1)
    ]
    return confer(small.case(issues=(THREE,), tree=THREE_TREE, **more), small.bench(*judges), NOTHING_HEARD)


def test_a_majority_of_one_mind_gives_the_opinion_of_the_court() -> None:
    ruling = hold("rrraa")
    assert (ruling.disposition, ruling.votes_for, ruling.votes_against) == (Disposition.REVERSED, 3, 2)
    assert ruling.judgment_by is JudgmentBy.OPINION
    assert ruling.lead.kind is OpinionKind.COURT
    assert [ruling.standings[f"j{n}"].role for n in (4, 5)] == [Role.DISSENTING] * 2


def test_disturbing_votes_that_split_leave_the_narrower_disposition_in_control() -> None:
    ruling = hold("rrvva")
    assert ruling.disposition is Disposition.VACATED_AND_REMANDED
    assert ruling.judgment_by is JudgmentBy.PLURALITY
    assert ruling.standings["j1"].role is Role.IN_THE_JUDGMENT
    assert ruling.standings["j5"].role is Role.DISSENTING


def test_a_disposition_that_a_majority_voted_for_is_the_judgment() -> None:
    """Eight to reverse and one to vacate was "vacated and remanded"."""
    ruling = hold("rrrrrrrrv")
    assert (ruling.disposition, ruling.votes_for, ruling.votes_against) == (Disposition.REVERSED, 9, 0)
    assert ruling.judgment_by is JudgmentBy.OPINION
    odd = ruling.standings["j9"]
    assert odd.role is Role.IN_PART
    assert odd.joins == ()  # its walk shares no step with the court's
    assert [opinion.kind for opinion in ruling.opinions] == [OpinionKind.COURT, OpinionKind.IN_PART]


@pytest.mark.parametrize(
    ("votes", "judgment"),
    [
        ("rrrva", "reversed"),  # three of five
        ("rrvvv", "vacated and remanded"),
        ("rrvaa", "vacated and remanded"),  # none has a majority: the narrowest that those who disturb support
        ("rrraav", "vacated and remanded"),  # three of six is none
        ("rrvaaa", "affirmed"),  # evenly divided
        ("rvaaa", "affirmed"),
        ("rrv", "reversed"),
        ("rva", "vacated and remanded"),
    ],
)
def test_the_narrowest_disposition_controls_only_where_none_has_a_majority(votes: str, judgment: str) -> None:
    ruling = hold(votes)
    assert ruling.disposition == judgment
    assert (ruling.judgment_by is JudgmentBy.DIVIDED) is (votes == "rrvaaa")


def test_who_would_have_gone_further_concurs_in_the_judgment_and_who_less_far_in_part() -> None:
    ruling = hold("vvvrra")
    assert [ruling.standings[f"j{n}"].role for n in (4, 5, 6)] == [Role.IN_THE_JUDGMENT] * 2 + [Role.DISSENTING]
    ruling = hold("rrrrvva")
    assert [ruling.standings[f"j{n}"].role for n in (5, 6, 7)] == [Role.IN_PART] * 2 + [Role.DISSENTING]


def test_a_vote_to_remand_what_the_court_decides_joins_the_steps_it_shares() -> None:
    tree = DecisionTree(
        "f",
        (
            Node("f", "first", (("on", "s"), ("off", "aff"))),
            Node("s", "second", (("yes", "rev"), ("no", "vac"))),
            REV,
            VAC,
            AFF,
        ),
    )
    reverse, remand = {"law-declaration": 5, "notice": 5}, {"law-declaration": 5, "precedent": 5}
    judges = [small.judge(f"j{n}", n, held=remand if n == 3 else reverse) for n in (1, 2, 3)]
    ruling = confer(small.case(issues=(FIRST, SECOND), tree=tree), small.bench(*judges), NOTHING_HEARD)
    assert ruling.disposition is Disposition.REVERSED
    assert ruling.standings["j3"].role is Role.IN_PART
    assert ruling.standings["j3"].joins == ((0, ("first",)),)
    assert "in Part II of which" in line_up(ruling)


def test_a_vote_to_reverse_supports_vacating_and_not_the_other_way_round() -> None:
    assert Disposition.REVERSED.supports(Disposition.VACATED_AND_REMANDED)
    assert not Disposition.VACATED_AND_REMANDED.supports(Disposition.REVERSED)
    assert all(one.supports(one) for one in Disposition)
    assert not Disposition.REVERSED.supports(Disposition.AFFIRMED)
    assert not Disposition.AFFIRMED.supports(Disposition.REVERSED)


def test_an_even_division_affirms_without_opinion() -> None:
    ruling = hold("rraa")
    assert ruling.disposition is Disposition.AFFIRMED
    assert ruling.judgment_by is JudgmentBy.DIVIDED
    assert ruling.opinions == ()


@pytest.mark.parametrize("votes", ["r", "a", "ra", "rav", "rrrraaaav"])
def test_every_size_of_bench_gives_every_judge_a_standing(votes: str) -> None:
    ruling = hold(votes)
    assert set(ruling.standings) == {f"j{n}" for n in range(1, len(votes) + 1)}
    assert ruling.votes_for + ruling.votes_against == len(votes)


def test_the_opinion_goes_to_the_member_who_supports_it_most_and_ties_to_the_senior() -> None:
    ruling = hold("rrr")  # j2 holds the principle at 1, the others at 2
    assert ruling.lead.author == "j1"
    judges = [small.judge("old", 1, held={"notice": 1}), small.judge("keen", 2, held={"notice": 3})]
    assert (
        confer(small.case(issues=(THREE,), tree=THREE_TREE), small.bench(*judges), NOTHING_HEARD).lead.author == "keen"
    )


def test_of_equal_groups_the_first_that_decides_the_question_announces_the_judgment_and_else_the_senior() -> None:
    """Where none of them decided it, the most junior group could announce the judgment and no test would have said so."""
    case = small.case(issues=(THREE,), tree=THREE_TREE)
    decides = (Step("m", "merits", "r"),)
    groups = [Coalition((small.judge(name, n),), Disposition.REVERSED, ()) for n, name in enumerate("abc", 1)]
    assert announces(case, groups) is groups[0]
    groups[1:] = [each._replace(walk=decides) for each in groups[1:]]
    assert announces(case, groups) is groups[1]


def test_a_bare_majority_gives_the_opinion_to_the_member_nearest_to_leaving_it() -> None:
    """In *Atwater*, five to four, the opinion went to the judge surest of it, who was not its author."""

    def author(*weights: int, apart: int) -> str:
        judges = [small.judge(f"j{n}", n, held={"notice": weight}) for n, weight in enumerate(weights, 1)]
        judges += [small.judge(f"d{n}", 9 + n, held={"precedent": 2}) for n in range(apart)]
        ruling = confer(small.case(issues=(THREE,), tree=THREE_TREE), small.bench(*judges), NOTHING_HEARD)
        return ruling.lead.author

    assert author(2, 3, 1, apart=2) == "j3"
    assert author(2, 1, 1, apart=2) == "j2", "ties to the senior"
    assert author(2, 3, 1, 1, apart=1) == "j2", "four votes where three are enough: whoever supports it most"
    assert author(2, 3, apart=0) == "j2", "nobody dissents"


FIRST = small.issue("first", small.position("on", law_declaration=2), small.position("off", avoidance=2, precedent=2))
SECOND = small.issue("second", small.position("yes", notice=1), small.position("no", precedent=1))
TREE = DecisionTree(
    "f",
    (
        Node("f", "first", (("on", "s"), ("off", "rev"))),
        Node("s", "second", (("yes", "rev"), ("no", "aff"))),
        REV,
        AFF,
    ),
)


# The bench asked about the first issue, and nobody pleaded anything.
ASKED = small.point("p", head="pa", urges="first.on", questions=(small.question("q", small.answer("q.a")),))
ANSWERED = Heard(answers=frozenset({"q.a"}))


def walk_bench(*held: dict):
    judges = [small.judge(f"j{n}", n, held=one) for n, one in enumerate(held, 1)]
    return confer(small.case(ASKED, issues=(FIRST, SECOND), tree=TREE), small.bench(*judges), ANSWERED)


def test_the_same_side_by_another_walk_concurs_in_the_judgment() -> None:
    on = {"law-declaration": 5, "notice": 5}
    ruling = walk_bench(on, on, {"avoidance": 5})
    assert ruling.standings["j3"].role is Role.IN_THE_JUDGMENT
    assert ruling.opinions[-1].ground == "first.off"
    assert ruling.judgment_by is JudgmentBy.OPINION


def test_of_three_equal_groups_one_announces_the_judgment_and_all_three_write() -> None:
    third = small.issue(
        "first",
        small.position("on", law_declaration=1),
        small.position("off", avoidance=2),
        small.position("out", minimalism=2),
    )
    tree = DecisionTree("f", (Node("f", "first", (("on", "s"), ("off", "rev"), ("out", "rev"))), *TREE.nodes[1:]))
    judges = [
        small.judge("a", 1, held={"law-declaration": 5, "notice": 5}),
        small.judge("b", 2, held={"avoidance": 5}),
        small.judge("c", 3, held={"minimalism": 5}),
    ]
    ruling = confer(small.case(issues=(third, SECOND), tree=tree), small.bench(*judges), NOTHING_HEARD)
    assert ruling.judgment_by is JudgmentBy.NO_LEAD
    assert ruling.lead.author == "a"
    assert [opinion.kind for opinion in ruling.opinions] == [
        OpinionKind.PLURALITY,
        OpinionKind.IN_THE_JUDGMENT,
        OpinionKind.IN_THE_JUDGMENT,
    ]
    assert {ruling.standings[id].role for id in "bc"} == {Role.IN_THE_JUDGMENT}
    assert ruling.common_ground is None
    assert ruling.common_ground_note


def test_a_member_writes_for_the_strongest_principle_passed_over_and_none_adopted() -> None:
    on = {"law-declaration": 5, "notice": 4}
    # Avoidance is embodied only by the position rejected; precedent too; law-declaration by the one adopted.
    ruling = walk_bench(
        {**on, "notice": 5}, {**on, "avoidance": 2}, {**on, "precedent": 3}, {**on, "precedent": 4, "notice": 5}
    )
    lead = ruling.lead
    assert lead.author == "j1"
    concurrence = ruling.opinions[1]
    assert (concurrence.kind, concurrence.ground) == (OpinionKind.CONCURRING, "precedent")
    assert concurrence.author == "j4"  # holds it most strongly
    assert concurrence.joined == ("j3",)
    assert ruling.standings["j2"].role is Role.JOINED  # 2 is under the threshold
    assert {join.opinion for join in ruling.standings["j3"].joins} == {0, 1}


def test_a_judge_concurs_in_part_only_across_claims() -> None:
    for claims, role in ((True, Role.IN_PART), (False, Role.DISSENTING)):
        violation = small.issue("violation", small.position("yes", notice=1), small.position("no"), claim=claims)
        clear = small.issue(
            "clear", small.position("yes", precedent=1), small.position("no", avoidance=1), claim=claims
        )
        tree = DecisionTree(
            "v",
            (
                Node("v", "violation", (("yes", "c"), ("no", "aff"))),
                Node("c", "clear", (("yes", "rev"), ("no", "aff"))),
                REV,
                AFF,
            ),
        )
        most = {"notice": 3, "avoidance": 3}
        judges = [small.judge(f"j{n}", n, held=most) for n in range(1, 5)]
        judges.append(small.judge("odd", 9, held={"notice": 3, "precedent": 3}))
        ruling = confer(small.case(issues=(violation, clear), tree=tree), small.bench(*judges), NOTHING_HEARD)
        assert ruling.disposition is Disposition.AFFIRMED
        odd = ruling.standings["odd"]
        assert odd.role is role
        if claims:
            assert odd.joins[0].opinion == 0
            assert odd.joins[0].issues == ("violation",)


def test_a_doctrinal_paradox_is_reported_when_the_majorities_walk_to_the_other_side() -> None:
    """Two of three find each issue for liability, but only one judge finds both: the classic two-by-three."""
    a = small.issue("a", small.position("yes", notice=1), small.position("no", avoidance=1))
    b = small.issue("b", small.position("yes", precedent=1), small.position("no", minimalism=1))
    tree = DecisionTree(
        "a", (Node("a", "a", (("yes", "b"), ("no", "rev"))), Node("b", "b", (("yes", "aff"), ("no", "rev"))), REV, AFF)
    )
    judges = [
        small.judge("x", 1, held={"notice": 1, "precedent": 1}),
        small.judge("y", 2, held={"notice": 1, "minimalism": 1}),
        small.judge("z", 3, held={"avoidance": 1, "precedent": 1}),
    ]
    ruling = confer(small.case(issues=(a, b), tree=tree), small.bench(*judges), NOTHING_HEARD)
    assert ruling.disposition is Disposition.REVERSED
    assert ruling.paradox
    assert not confer(small.case(issues=(a, b), tree=tree), small.bench(judges[0]), NOTHING_HEARD).paradox


def test_a_plurality_says_whether_there_is_a_narrowest_common_ground() -> None:
    ruling = hold("rrvva")
    assert ruling.common_ground is None
    assert "no narrowest common ground" in ruling.common_ground_note


def two_roads(votes: str, *, far: int = 2):
    """Judges l and s come to the ground of reversal on x, by a long road or a short one; d dissents.

    The long road has ``far`` questions more, on which the judges s find otherwise.
    """
    x = small.issue("x", small.position("yes", notice=2), small.position("no", avoidance=1))
    others = [
        small.issue(f"z{n}", small.position("yes", precedent=1), small.position("no", minimalism=1)) for n in range(far)
    ]
    road = small.issue(
        "road",
        small.position("long", precedent=1),
        small.position("short", minimalism=1),
        small.position("none", dignity=1),
    )
    tree = DecisionTree(
        "o",
        (
            Node("o", "road", (("long", "z0"), ("short", "x"), ("none", "aff"))),
            *(
                Node(f"z{n}", f"z{n}", (("yes", f"z{n + 1}" if n + 1 < far else "x"), ("no", "aff")))
                for n in range(far)
            ),
            Node("x", "x", (("yes", "rev"), ("no", "aff"))),
            REV,
            AFF,
        ),
    )
    wants = {"l": "precedent", "s": "minimalism", "d": "dignity"}
    judges = [small.judge(f"j{n}", n, held={"notice": 5, wants[vote]: 5}) for n, vote in enumerate(votes, 1)]
    return confer(small.case(issues=(road, x, *others), tree=tree), small.bench(*judges), NOTHING_HEARD)


def test_one_ground_reached_by_different_steps_is_common_ground() -> None:
    """Where judges differed on an early step the note denied any common ground, though the decisive holding was the same."""
    ruling = two_roads("llsdd")
    assert ruling.judgment_by is JudgmentBy.PLURALITY
    # Exactly a majority; the ground is that of the shortest walk, and the steps that differ are no part of it.
    assert [(step.issue, step.position) for step in ruling.common_ground] == [("x", "yes")]
    assert "3 of the 5 judges" in ruling.common_ground_note
    assert two_roads("llsddd").judgment_by is JudgmentBy.DIVIDED
    assert [step.issue for step in two_roads("lllssddd").common_ground] == ["x"]


def test_a_dissent_is_no_part_of_the_common_ground() -> None:
    apart = hold("rrvva")
    assert (apart.disposition, apart.common_ground) == (Disposition.VACATED_AND_REMANDED, None)


@pytest.mark.parametrize("count", [0, 16])
def test_a_bench_seats_one_to_fifteen(count: int) -> None:
    with pytest.raises(ValueError, match="one to fifteen"):
        small.bench(*(small.judge(f"j{n}", n) for n in range(count)))


# Coalitions by ground


def by_step(preliminary: bool):
    """Two take one road to the second issue and two the other; then all find alike."""
    first = replace(
        small.issue("first", small.position("on", law_declaration=1), small.position("off", avoidance=1)),
        preliminary=preliminary,
    )
    tree = DecisionTree(
        "f",
        (
            Node("f", "first", (("on", "s"), ("off", "s"))),
            Node("s", "second", (("yes", "rev"), ("no", "aff"))),
            REV,
            AFF,
        ),
    )
    held = ({"law-declaration": 5}, {"law-declaration": 5}, {"avoidance": 4}, {"avoidance": 4})
    judges = [small.judge(f"j{n}", n, held=reasoning | {"notice": 5}) for n, reasoning in enumerate(held, 1)]
    return confer(small.case(issues=(first, SECOND), tree=tree), small.bench(*judges), NOTHING_HEARD)


def test_judges_who_differ_on_a_preliminary_step_are_one_coalition() -> None:
    """One such step cut a court of nine into pluralities."""
    ruling = by_step(preliminary=True)
    assert ruling.judgment_by is JudgmentBy.OPINION
    assert {ruling.lead.author, *ruling.lead.joined} == {"j1", "j2", "j3", "j4"}
    assert ruling.reasonings[ruling.lead.author].walk == ruling.lead.walk
    assert ruling.standings["j3"].role is Role.JOINED


def test_who_differs_on_one_ground_joins_except_as_to_that() -> None:
    ruling = by_step(preliminary=False)
    assert ruling.judgment_by is JudgmentBy.OPINION
    assert ruling.lead.joined == ("j2",)
    assert ruling.standings["j3"].role is Role.JOINED
    assert ruling.standings["j3"].joins == (Join(0, ("second",)),)
    assert line_up(ruling) == (
        "J1, J., delivered the opinion of the Court, except as to Part II, in which J2, J., joined, and in Part III of which J3 and J4, JJ., joined."
    )


def test_nobody_writes_on_what_the_bench_did_not_ask_about() -> None:
    on = {"law-declaration": 5, "notice": 5}
    judges = [small.judge("j1", 1, held=on), small.judge("j2", 2, held={**on, "precedent": 4})]
    case = small.case(ASKED, issues=(FIRST, SECOND), tree=TREE)
    assert len(confer(case, small.bench(*judges), ANSWERED).opinions) == 2
    assert len(confer(case, small.bench(*judges), NOTHING_HEARD).opinions) == 1


def test_who_parts_from_the_court_for_nothing_held_strongly_concurs_in_the_judgment_and_writes_nothing() -> None:
    on = {"law-declaration": 5, "notice": 5}
    judges = [small.judge(f"j{n}", n, held=on) for n in (1, 2)] + [small.judge("j3", 3, held={"avoidance": 2})]
    ruling = confer(small.case(issues=(FIRST, SECOND), tree=TREE), small.bench(*judges), NOTHING_HEARD)
    standing = ruling.standings["j3"]
    assert (standing.role, standing.writes, standing.joins) == (Role.IN_THE_JUDGMENT, None, ())
    assert line_up(ruling).endswith("J3, J., concurred in the judgment.")


def test_a_bench_writes_six_opinions_at_most_and_never_two_on_one_ground() -> None:
    case, bench = moot.load_case("washington-v-glucksberg"), moot.load_bench("lewis-1998")
    for seed in range(24):
        round = moot.Round(case, bench, seed=seed)
        ruling = round.play_out(Novice(seed), Novice(seed)).ruling
        grounds = [(one.kind, one.disposition, one.ground, one.walk) for one in ruling.opinions]
        assert len(grounds) == len(set(grounds)) <= MOST


def test_no_one_joined_a_judgment_and_wrote_for_a_position_that_favors_the_side_it_goes_against() -> None:
    """In *Atwater* a judge joined the judgment for the City and wrote for what the case file says favors Atwater."""
    law, need = small.position("law", law_declaration=1), small.position("need", Side.PETITIONER, avoidance=2)
    nodes = (
        Node("s", "step", (("law", "m"), ("need", "m"))),
        Node("m", "merits", (("r", "rev"), ("v", "vac"), ("a", "aff"))),
        REV,
        VAC,
        AFF,
    )
    asked = small.point("p", head="pa", urges="step.need", questions=(small.question("q", small.answer("q.a")),))
    case = small.case(asked, issues=(small.issue("step", law, need), THREE), tree=DecisionTree("s", nodes))

    def written(principle: str) -> list[str]:
        sure = small.judge("j1", 1, chief=True, held={"law-declaration": 5, principle: 5})
        writer = small.judge("j2", 2, held={"law-declaration": 5, principle: 4, "avoidance": 3})
        ruling = confer(case, small.bench(sure, writer), Heard(answers=frozenset({"q.a"})))
        return [opinion.ground for opinion in ruling.opinions[1:]]

    assert written("notice") == ["avoidance"], "petitioner lost below and wins here"
    assert written("precedent") == []
