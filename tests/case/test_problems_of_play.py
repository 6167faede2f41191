"""What is wrong with heads, points, questions and answers: the last value that is allowed, and the first that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import (
    Argument,
    Case,
    Concession,
    ConcessionKind,
    Head,
    Manner,
    Modality,
    PositionRef,
)
from moot.case.argument import Attack
from moot.case.problems import problems
from moot.case.words import Attacking
from tests import support as small
from tests.case.hand import (
    ACTS,
    OTHERS,
    PETITIONER,
    RESPONDENT,
    Q,
    asking,
    picked,
    points,
    severities,
    sound,
    told,
)


def test_a_sound_case_has_nothing_told_of_it() -> None:
    assert told(sound()) == []


@pytest.mark.parametrize(("many", "found"), [(4, []), (5, [("M402", "points", 4)]), (7, [("M402", "points", 4)])])
def test_a_head_has_four_points_at_most(many: int, found) -> None:
    assert told(sound(*points(*(f"p1{n}" for n in range(many))), *OTHERS)) == found


@pytest.mark.parametrize(
    ("many", "found"),
    [
        (0, [("M407", "heads", "petitioner")]),
        (1, [("M407", "heads", "petitioner")]),
        (2, []),
        (5, []),
        (6, [("M401", "heads", "petitioner")]),
    ],
)
def test_a_side_has_two_to_five_heads(many: int, found) -> None:
    mine = [small.point(f"p{n}", PETITIONER, f"h{n}") for n in range(many)]
    case = sound(*mine, *OTHERS[1:], *points("b1", head=None, replies_to=("ra",)))
    assert told(case) == found
    assert all(each == ("error" if many != 1 else "warning") for each in severities(case).values())


@pytest.mark.parametrize(("many", "found"), [(4, []), (6, [("M403", "points", 4 + 4), ("M403", "points", 4 + 5)])])
def test_a_side_has_four_replies_at_most(many: int, found) -> None:
    replies = points(*(f"b{n}" for n in range(many)), head=None, replies_to=("ra", "r2"))
    theirs = points("s1", side=RESPONDENT, head=None, urges="merits.no", replies_to=("p1",))
    assert told(sound(*points("p1"), *OTHERS, *replies, *theirs)) == found


def test_a_reply_answers_something_of_the_other_side() -> None:
    replies = (
        *points("b1", head=None),
        *points("b2", head=None, replies_to=("ra", "pa", "p2", "nobody")),
    )
    assert told(sound(*points("p1"), *OTHERS, *replies)) == [
        ("M206", "points", 5, "replies_to", 3),
        ("M405", "points", 4),
        ("M405", "points", 5, "replies_to", 1),
        ("M405", "points", 5, "replies_to", 2),
    ]


def test_a_head_without_points_is_told_unless_a_point_names_a_head_that_is_not_there() -> None:
    heads = tuple(Head(id, side, id) for id, side in (("pa", PETITIONER), ("pb", PETITIONER), ("pc", PETITIONER),
                                                      ("ra", RESPONDENT), ("rb", RESPONDENT)))  # fmt: skip
    assert told(sound(*points("p1"), *OTHERS, heads=heads)) == [("M406", "heads", "petitioner", 2)]
    astray = sound(*points("p1"), *points("p9", head="px"), *OTHERS, heads=heads)
    assert told(astray) == [("M205", "points", 1, "head")]
    theirs = sound(*points("p1"), *OTHERS, *points("r9", side=RESPONDENT, head="rx", urges="merits.no"), heads=heads)
    assert told(theirs) == [("M205", "points", 4, "head"), ("M406", "heads", "petitioner", 2)]
    other = sound(*points("p1"), *points("p9", head="ra"), *OTHERS, heads=heads)
    assert told(other)[0] == ("M205", "points", 1, "head")


def test_a_question_has_two_answers_of_different_manner() -> None:
    plain, evasive = small.answer("q.a"), small.answer("q.b", Manner.EVADE)
    bare = replace(small.question("q"), answers=())
    assert told(asking(bare)) == [("M408", *Q, "answers")]
    assert told(asking(small.question("q", plain))) == [("M409", *Q, "answers")]
    assert severities(asking(small.question("q", plain))) == {"M409": "warning"}
    assert told(asking(small.question("q", plain, evasive))) == []
    assert told(asking(small.question("q", plain, replace(evasive, manner=Manner.DIRECT)))) == [("M426", *Q, "answers")]


def picking(*answers, pick="authority") -> Case:
    return asking(small.question("q", *answers, pick=pick), authorities=ACTS)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ((picked("a", "x", True), picked("b", "y")), []),
        ((picked("a", "x"), picked("b", "y")), [("M411", *Q, "answers")]),
        ((picked("a", "x", True), picked("b", "y", True)), [("M411", *Q, "answers")]),
        ((picked("a", "x", True), picked("b", "x")), [("M412", *Q, "answers", 1, "picks")]),
        ((picked("a", None, True), picked("b", "x"), picked("c", "x")), [
            ("M412", *Q, "answers", 0),
            ("M412", *Q, "answers", 2, "picks"),
        ]),
        ((picked("a", None), picked("b", "x", True), picked("c", "x")), [("M412", *Q, "answers", 2, "picks")]),
        ((picked("a", "x", True), picked("b", "y", worth=1)), [("M442", *Q, "answers", 1, "worth")]),
        ((picked("a", "w", True), picked("b", "y")), [("M202", *Q, "answers", 0, "picks")]),
    ],
)  # fmt: skip
def test_a_question_to_pick_has_one_right_entry_and_each_entry_once(answers, found) -> None:
    assert told(picking(*answers)) == found


def test_an_entry_is_picked_only_where_the_question_asks_to() -> None:
    asked = small.question(
        "q", picked("a", "x", None), picked("b", None, False, worth=1), small.answer("q.c", Manner.EVADE)
    )
    assert told(asking(asked, authorities=ACTS)) == [
        ("M412", *Q, "answers", 0, "picks"),
        ("M412", *Q, "answers", 1, "right"),
    ]


def test_an_attack_is_on_an_argument_of_the_other_side() -> None:
    targets = ("p1", "p2", "r1", "q.a", "q.b", "nobody")
    attacks = tuple(Attack(Attacking.REBUT, target) for target in targets)
    argument = Argument("q.a", PETITIONER, Modality.ETHICAL, (PositionRef("merits", "yes"),), 2)
    first = replace(
        points("p1", attacks=attacks)[0],
        questions=(small.question("q", small.answer("q.a", argument=argument), small.answer("q.b", Manner.EVADE)),),
    )
    case = sound(first, *OTHERS)
    assert told(case) == [
        ("M206", "points", 0, "attacks", 5, "rebut"),
        ("M410", "points", 0, "attacks", 0),
        ("M410", "points", 0, "attacks", 1),
        ("M410", "points", 0, "attacks", 3),
        ("M419", "points", 0, "attacks", 4),
    ]
    assert [each.severity for each in problems(case)] == ["error", "error", "warning", "warning", "warning"]


def test_counsel_takes_back_only_what_their_own_side_said() -> None:
    both = ("p2", "r1")
    answers = (
        small.answer("q.a", retracts=both, contradicts=both, concedes=Concession(ConcessionKind.LAW, "it", both)),
        small.answer("q.b", Manner.EVADE, concedes=Concession(ConcessionKind.FACT, "it", both)),
    )
    assert told(asking(small.question("q", *answers)), "M414") == [
        ("M414", *Q, "answers", 0, "retracts", 1),
        ("M414", *Q, "answers", 0, "contradicts", 1),
        ("M414", *Q, "answers", 0, "concedes", "withdraws", 1),
    ]
