"""An explanation whole, of a case so small that every figure in it is worked out here."""

from __future__ import annotations

from moot.bench.explaining.changes import ChangeKind, left_unsaid, taken_back
from moot.bench.explaining.explain import explain
from moot.bench.explaining.turning import Hinge, distance, side_of, turning
from moot.bench.judging import reasoning
from moot.case import Attack, Attacking, DecisionTree, Disposition, Heard, Manner, Modality, Node, Purpose, Side
from tests import support as small

MERITS = small.issue(
    "merits", small.position("yes", Side.PETITIONER, notice=2), small.position("no", Side.RESPONDENT, avoidance=1)
)
ASKED = small.question("q", small.answer("q.a"), small.answer("q.b", Manner.EVADE), purpose=Purpose.CLARIFY)
CASE = small.case(
    small.point("p1", head="pa", strength=4, questions=(ASKED,), attacks=(Attack(Attacking.REBUT, "r1"),)),
    small.point("p2", head="pb", strength=2, modality=Modality.TEXTUAL),
    small.point("r1", Side.RESPONDENT, "ra", "merits.no", strength=5),
    small.point(
        "r2",
        Side.RESPONDENT,
        "rb",
        "merits.no",
        strength=3,
        modality=Modality.TEXTUAL,
        attacks=(Attack(Attacking.UNDERCUT, "p2"),),
    ),
    issues=(MERITS,),
)
JUDGE = small.judge("j", held={"notice": 3})
WHOLE = Heard(full=frozenset({"p1", "r1", "r2"}), half=frozenset({"p2"}), answers=frozenset({"q.a"}))
ALONE = Heard(full=frozenset({"p1", "p2"}), answers=frozenset({"q.b"}))
OPPOSED = Heard(full=frozenset({"r1"}))


def reasoned(heard: Heard) -> reasoning.Reasoning:
    return reasoning.reason(JUDGE, CASE, heard)


def test_both_sides_argued_one_point_is_struck_and_two_weaken_each_other() -> None:
    """p1 weighs 16 and r1 20: 16 x 48 / (48 + 16) = 12, and 20 x 48 / (48 + 12) = 16."""
    assert explain(reasoned(WHOLE)).lines() == [
        "Justice J votes: affirmed.",
        "1. Which merits? Position no. (27 to 19)",
        "   “Position no”: 27 = “Point r1” 16 of 20 (doctrinal, 5x2x2) + “Point r2” 12 (textual, 3x2x2) + credit -1",
        "   “Position yes”: 19 = principles 6 (notice 3x2) + “Point p1” 12 of 16 (doctrinal, 4x2x2) + credit +1",
        "     not accepted: “Point p2”, 0 of 4: undercut by “Point r2”",
        "     not accepted: “Point p1”, 12 of 16: rebutted by “Point r1” (16 against 12)",
        "Credit of petitioner: +3 (8 x +2 marks over 1 answer and 4, from +2 for good answers); positions for petitioner +1.",
    ]


def test_one_side_alone_is_heard_whole_and_a_dodge_costs_credit() -> None:
    assert explain(reasoned(ALONE)).lines() == [
        "Justice J votes: reversed.",
        "1. Which merits? Position yes. (29 to 1)",
        "   “Position yes”: 29 = principles 6 (notice 3x2) + “Point p1” 16 (doctrinal, 4x2x2) + “Point p2” 8 (textual, 2x2x2) + credit -1",
        "   “Position no”: 1 = credit +1",
        "Credit of petitioner: -3 (8 x -2 marks over 1 answer and 4, from -2 a dodge); positions for petitioner -1.",
    ]


def test_a_position_nobody_carried_is_said_not_to_be_open() -> None:
    assert explain(reasoned(OPPOSED)).lines() == [
        "Justice J votes: affirmed.",
        "1. Which merits? Position no. (20 to 6)",
        "   “Position no”: 20 = “Point r1” 20 (doctrinal, 5x2x2)",
        "   “Position yes”: 6 = principles 6 (notice 3x2)",
        "     not open: it is for the side that has to move the court, and counsel did not carry it at the lectern",
    ]


def test_how_far_a_judge_is_from_either_side_is_what_has_to_be_made_up() -> None:
    for heard, side, far in ((WHOLE, Side.RESPONDENT, 8), (ALONE, Side.PETITIONER, 28), (OPPOSED, Side.RESPONDENT, 14)):
        here = reasoned(heard)
        assert side_of(here) is side
        assert distance(here, side) == (0, ())
        away, hinges = distance(here, side.other)
        assert away == far
        assert [(hinge.issue, hinge.open) for hinge in hinges] == [("merits", heard is not OPPOSED)]


def test_every_single_thing_said_can_be_taken_back_and_every_other_said_or_finished() -> None:
    back = {change.said: change.heard for change in taken_back(CASE, WHOLE)}
    assert list(back) == ["p1", "p2", "r1", "r2", "q.a"]
    assert back["p2"] == WHOLE._replace(half=frozenset())
    assert back["r1"] == WHOLE._replace(full=frozenset({"p1", "r2"}))
    assert back["q.a"] == WHOLE._replace(answers=frozenset())
    mine = [(change.kind, change.said, change.instead) for change in left_unsaid(CASE, WHOLE, Side.PETITIONER)]
    assert mine == [(ChangeKind.FINISHED, "p2", ""), (ChangeKind.ANSWERED, "q.a", "q.b")]
    theirs = [(change.kind, change.said) for change in left_unsaid(CASE, ALONE, Side.RESPONDENT)]
    assert theirs == [(ChangeKind.SAID, "r1"), (ChangeKind.SAID, "r2")]


def test_what_the_vote_turned_on_is_what_would_have_moved_it_alone() -> None:
    """Without r1 petitioner has 6 + 16 + 1 against 12 - 1; without r2, 6 + 12 + 4 + 1 against 16 - 1."""
    found = turning(reasoned(WHOLE))
    assert (found.side, found.distance) == (Side.RESPONDENT, 8)
    assert [(effect.change.said, effect.flips) for effect in found.turned] == [("r1", True), ("r2", True)]
    assert found.unsaid == ()


def test_judges_weighed_together_reason_as_each_does_alone() -> None:
    """Deaf judges, judges with and without the principle, and one whom a rebut of equal weight leaves undecided."""
    judges = (
        JUDGE,
        small.judge("deaf", 2, doctrinal=0),
        small.judge("textual", 3, textual=5, doctrinal=1),
        small.judge("bound", 4, held={"notice": 5}, textual=0, doctrinal=0),
        small.judge("wary", 5, held={"avoidance": 4}),
    )
    for heard in (WHOLE, ALONE, OPPOSED, Heard()):
        for together in reasoning.reasonings_of(CASE, judges, heard):
            alone = reasoning.reason(together.judge, CASE, heard)
            assert explain(together).lines() == explain(alone).lines()
            assert (together.vote, dict(together.findings), dict(together.credit)) == (
                alone.vote,
                dict(alone.findings),
                dict(alone.credit),
            )
            assert together.margin("merits") == alone.margin("merits")
    votes = {each.judge.id: str(each.vote) for each in reasoning.reasonings_of(CASE, judges, WHOLE)}
    # textual: r2 30 and r1 10 weakened, against p1; p2 is struck. bound: a conviction finds what nobody it hears has argued.
    assert votes == {
        "j": "affirmed",
        "deaf": "affirmed",
        "textual": "affirmed",
        "bound": "reversed",
        "wary": "affirmed",
    }


def test_what_would_have_taken_the_judge_further_off_is_not_told_as_left_unsaid() -> None:
    """A point that moves the judge to a third answer, with which the other side loses by more."""
    third = small.issue(
        "merits", small.position("a", Side.RESPONDENT), small.position("b", Side.PETITIONER), small.position("c")
    )
    tree = DecisionTree(
        "m",
        (
            Node("m", "merits", (("a", "aff"), ("b", "rev"), ("c", "aff"))),
            Node("aff", disposition=Disposition.AFFIRMED),
            Node("rev", disposition=Disposition.REVERSED),
        ),
    )
    case = small.case(
        small.point("p1", head="pa", urges="merits.b", strength=2),
        small.point("p2", head="pb", urges="merits.c", strength=5),
        small.point("r1", Side.RESPONDENT, "ra", "merits.a", strength=3),
        issues=(third,),
        tree=tree,
    )
    judge = small.judge("j")
    here = reasoning.reason(judge, case, Heard(full=frozenset({"p1", "r1"})))
    there = reasoning.reason(judge, case, Heard(full=frozenset({"p1", "p2", "r1"})))
    assert (here.findings["merits"], there.findings["merits"]) == ("a", "c")
    assert distance(here, Side.PETITIONER)[0] < distance(there, Side.PETITIONER)[0]
    assert turning(here).unsaid == ()


def test_a_tie_has_one_to_make_up() -> None:
    assert [Hinge("merits", "no", "yes", 5, against).margin for against in (9, 5, 4, 1)] == [1, 1, 1, 4]


def test_of_equal_ways_to_the_other_side_the_one_that_changes_fewer_findings_is_told() -> None:
    """Six on the first question leads to reversal at once; three on the second and three on the third as well."""
    issues = (
        small.issue("x", small.position("stay", notice=3), small.position("leave", avoidance=1)),
        small.issue("y", small.position("stay", notice=2), small.position("leave", avoidance=1)),
        small.issue("z", small.position("stay", notice=2), small.position("leave", avoidance=1)),
    )
    tree = DecisionTree(
        "x",
        (
            Node("x", "x", (("stay", "y"), ("leave", "rev"))),
            Node("y", "y", (("stay", "aff"), ("leave", "z"))),
            Node("z", "z", (("stay", "aff"), ("leave", "rev"))),
            Node("rev", disposition=Disposition.REVERSED),
            Node("aff", disposition=Disposition.AFFIRMED),
        ),
    )
    judge = small.judge("j", held={"notice": 3, "avoidance": 3})
    here = reasoning.reason(judge, small.case(issues=issues, tree=tree), Heard())
    away, hinges = distance(here, Side.PETITIONER)
    assert (away, [hinge.issue for hinge in hinges]) == (6, ["x"])


def test_a_brief_of_the_side_that_lost_is_not_opened_by_that_side_itself() -> None:
    """It will do where the winner took the issue up at the lectern, and not where the loser spoke of something else in it."""
    issue = small.issue(
        "merits",
        small.position("yes", Side.PETITIONER),
        small.position("instead", Side.PETITIONER),
        small.position("no", Side.RESPONDENT),
    )
    tree = DecisionTree(
        "m",
        (
            Node("m", "merits", (("yes", "rev"), ("instead", "rev"), ("no", "aff"))),
            Node("rev", disposition=Disposition.REVERSED),
            Node("aff", disposition=Disposition.AFFIRMED),
        ),
    )
    case = small.case(
        small.point("p1", head="pa", urges="merits.yes", strength=5, briefed=True),
        small.point("p2", head="pb", urges="merits.instead", strength=1),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no", strength=1),
        issues=(issue,),
        tree=tree,
    )
    for said, found in ((("p2",), "instead"), (("p2", "r1"), "yes"), (("r1",), "yes"), ((), "no")):
        there = reasoning.reason(small.judge("j"), case, Heard(full=frozenset(said)))
        assert there.findings["merits"] == found, said
