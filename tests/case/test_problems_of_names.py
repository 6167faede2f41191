"""Ids that are used twice, and names of what is not there, each at its place in the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import (
    Concession,
    ConcessionKind,
    Guard,
    Manner,
    OpinionKind,
    PositionRef,
)
from moot.case.law import RecordItem
from moot.case.must import NeverCarries, Reaches
from moot.case.opinion import DecisionLine, Holding, Mark, RealOpinion
from moot.case.problems import problems
from moot.case.words import Treatment
from tests import support as small
from tests.case.hand import (
    ACTS,
    COURT,
    OTHERS,
    REASONED,
    Q,
    asking,
    marked,
    points,
    sound,
    told,
)


def test_every_id_is_used_once_among_its_kind() -> None:
    court = RealOpinion(
        "m", "hale", OpinionKind.COURT, (), "", (Holding("h", "1", "", "x"), Holding("h", "2", "", "y"))
    )
    case = sound(
        replace(points("p1")[0], questions=(small.question("q"), small.question("p1"))),
        *points("p1", head="pb"),
        *OTHERS,
        record=(RecordItem("towed", "Towed.", "3"),),
        outside_record=(RecordItem("towed", "Towed."),),
        authorities=(*ACTS, ACTS[1]),
        opinions=(court, replace(court, author="ives", holdings=court.holdings[:1])),
    )
    assert told(case, "M201") == [
        ("M201", "points", 1, "id"),
        ("M201", *Q[:3], 1, "id"),
        ("M201", "authorities", 3, "id"),
        ("M201", "outside_record", 0, "id"),
        ("M201", "opinions", 1, "id"),
        ("M201", "opinions", 0, "holdings", 1, "id"),
    ]


def test_of_two_issues_with_one_id_only_that_is_told() -> None:
    twice = sound(issues=(REASONED, replace(REASONED, positions=REASONED.positions[:1])))
    assert told(twice) == [("M201", "issues", 1, "id"), ("M308", "issues", 1, "positions")]


def test_answers_and_positions_and_nodes_have_each_their_own_id() -> None:
    yes, no = REASONED.positions
    assert told(sound(issues=(replace(REASONED, positions=(yes, no, yes)),)), "M201") == [
        ("M201", "issues", 0, "positions", 2, "id")
    ]
    asked = small.question("q", small.answer("q.a"), small.answer("q.b"), small.answer("q.a", Manner.EVADE))
    assert told(asking(asked), "M201") == [("M201", *Q, "answers", 2, "id")]
    tree = replace(small.MERITS_TREE, nodes=(*small.MERITS_TREE.nodes, small.MERITS_TREE.nodes[2]))
    assert told(sound(tree=tree), "M201") == [("M201", "tree", "nodes", 3, "id")]


def test_what_is_named_must_be_there() -> None:
    argument = replace(
        points("p1")[0].argument, cites=("x", "w"), record=("towed", "sign", "tickets"),
        urges=(PositionRef("merits", "yes"), PositionRef("merits", "perhaps"), PositionRef("other", "yes")),
    )  # fmt: skip
    answers = (
        small.answer("q.a", outside=("tickets", "towed", "none"), retracts=("p2", "n1"), contradicts=("n2",)),
        small.answer("q.b", Manner.EVADE, when=(Guard("n3"), Guard("n4", wanted=False))),
        small.answer("q.c", concedes=Concession(ConcessionKind.FACT, "it", ("p2", "n5"))),
        small.answer("q.d", concedes=Concession(ConcessionKind.LAW, "it", ("p2", "n6"))),
    )
    asked = small.question("q", *answers)
    case = sound(
        replace(points("p1")[0], argument=argument, questions=(asked,)),
        *OTHERS,
        authorities=ACTS,
        record=(RecordItem("towed", "Towed.", "3"),),
        outside_record=(RecordItem("tickets", "Tickets."),),
        must=(Reaches((), ("q", "n7")), NeverCarries("n8"), NeverCarries("q.b", PositionRef("merits", "nil")), NeverCarries("q.a")),
        decision=tuple(DecisionLine("It holds.", "4", each) for each in ("", "n9")),
    )  # fmt: skip
    assert told(case, "M202", "M203", "M204", "M206", "M207", "M209", "M221") == [
        ("M204", "points", 0, "also_urges", 0),
        ("M204", "points", 0, "also_urges", 1),
        ("M202", "points", 0, "cites", 1),
        ("M203", "points", 0, "record", 1),
        ("M203", "points", 0, "record", 2),
        ("M206", *Q, "answers", 0, "retracts", 1),
        ("M206", *Q, "answers", 0, "contradicts", 0),
        ("M209", *Q, "answers", 0, "outside", 1),
        ("M209", *Q, "answers", 0, "outside", 2),
        ("M206", *Q, "answers", 2, "concedes", "strikes", 1),
        ("M206", *Q, "answers", 3, "concedes", "withdraws", 1),
        ("M206", *Q, "answers", 1, "when", 0, "said"),
        ("M206", *Q, "answers", 1, "when", 1, "unsaid"),
        ("M207", "decision", 1, "opinion"),
        ("M206", "must", 0, "reaches", "questions", 1),
        ("M206", "must", 1, "never_carries", "conceding"),
        ("M221", "must", 2, "never_carries", "conceding"),
        ("M204", "must", 2, "never_carries", "position"),
    ]


def test_eight_known_names_are_listed_and_nine_are_not() -> None:
    def helps(many: int) -> set[str]:
        acts = tuple(replace(ACTS[0], id=f"act{n}") for n in range(many))
        argument = replace(points("p1")[0].argument, cites=("zzzzzz",))
        found = problems(sound(replace(points("p1")[0], argument=argument), *OTHERS, authorities=acts))
        return {each.help for each in found if each.code == "M202"}

    assert helps(0) == {""}
    assert helps(1) == {"known: `act0`"}
    assert helps(8) == {"known: " + ", ".join(f"`act{n}`" for n in range(8))}
    assert helps(9) == {""}


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ((Mark("m", Treatment.ADOPTED, "h"),), []),
        ((Mark("m", Treatment.NOT_REACHED, reason="No."),), []),
        ((), [("M309", "points", 1, "marks")]),
        ((Mark("m", Treatment.REJECTED, "g"),), [("M208", "points", 1, "marks", "m", "rejected")]),
        ((Mark("hale", Treatment.ADOPTED, "h"),), [("M207", "points", 1, "marks", "hale")]),
        ((Mark("n", Treatment.ADOPTED, "h"),), [("M207", "points", 1, "marks", "n")]),
    ],
)
def test_a_mark_names_an_opinion_and_a_holding_of_it(marks, found) -> None:
    assert told(marked(*marks)) == found


def test_a_mark_that_names_who_wrote_is_told_what_the_opinion_is_called() -> None:
    found = problems(marked(Mark("hale", Treatment.ADOPTED, "h")))
    assert "that is who wrote `m`" in found[0].message
    itself = replace(COURT, id="hale")
    case = marked(Mark("hale", Treatment.ADOPTED, "h"), opinions=(itself,))
    assert ("M207", "points", 1, "marks", "hale") not in told(case)


def test_every_opinion_but_a_concurrence_marks_every_point_and_answer_of_substance() -> None:
    extra = (replace(COURT, id="c", author="ives", kind=OpinionKind.CONCURRING, holdings=()),
             replace(COURT, id="d", author="june", kind=OpinionKind.DISSENTING, holdings=()))  # fmt: skip
    adopted = Mark("m", Treatment.ADOPTED, "h")
    case = marked(adopted, opinions=(COURT, *extra))
    assert [each.message for each in problems(case)] == [
        f"`{id}` is not marked by `d`" for id in ("p1", "p2", "r1", "r2")
    ]
    answers = (small.answer("q.a", retracts=("p1",)), small.answer("q.b", Manner.EVADE))
    first = replace(case.points[0], questions=(small.question("q", *answers),))
    asked = replace(case, opinions=(COURT,), points=(first, *case.points[1:]))
    assert told(asked, "M309") == [("M309", *Q, "answers", 0, "marks")]


def test_marks_that_come_with_an_unknown_position_are_not_asked_for() -> None:
    case = marked()
    argument = replace(case.points[1].argument, urges=(PositionRef("merits", "perhaps"),))
    astray = replace(case, points=(case.points[0], replace(case.points[1], argument=argument), *case.points[2:]))
    assert told(astray, "M309") == []


def test_a_position_of_a_holding_is_named_with_its_issue() -> None:
    holdings = tuple(
        Holding(f"h{n}", "4", "", "x", issue, position)
        for n, (issue, position) in enumerate([(None, "yes"), ("merits", None), ("other", None), ("merits", "nil"), ("other", "yes")])
    )  # fmt: skip
    case = marked(Mark("m", Treatment.ADOPTED, "h0"), opinions=(replace(COURT, holdings=holdings),))
    at = ("M204", "opinions", 0, "holdings")
    assert told(case, "M204") == [(*at, 0, "position"), (*at, 2, "issue"), (*at, 3, "position"), (*at, 4, "issue")]


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ((("p1", "p0"),), []),
        ((("small", "little"), ("q1", "q0"), ("q1.a", "q0.a"), ("pa", "po")), []),
        ((("p1", "p0"), ("p2", "p0")), [("M201", "renamed_from", 1, "was")]),
        ((("p1", "p2"),), [("M201", "renamed_from", 0, "was")]),
        ((("p1", "small"),), [("M201", "renamed_from", 0, "was")]),
        ((("p9", "p0"),), [("M206", "renamed_from", 0, "id")]),
    ],
)
def test_an_id_of_before_is_one_that_nothing_has_now_given_once(pairs, found) -> None:
    assert told(sound(renamed_from=pairs)) == found
