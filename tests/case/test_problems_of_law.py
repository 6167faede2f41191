"""What is wrong with issues, authorities, the tree and what opinions are made of, by code and place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.case import (
    Authority,
    DecisionTree,
    Disposition,
    Manner,
    Node,
    OpinionKind,
    Signal,
    Status,
)
from moot.case.argument import Citation
from moot.case.opinion import DecisionLine, Mark
from moot.case.words import Treatment
from tests import support as small
from tests.case.hand import (
    ACTS,
    COURT,
    OTHERS,
    PETITIONER,
    REASONED,
    RESPONDENT,
    TREE,
    Q,
    marked,
    picked,
    points,
    severities,
    sound,
    told,
)


def test_an_issue_has_two_positions_that_help_different_sides() -> None:
    yes, no = REASONED.positions
    one = sound(issues=(replace(REASONED, positions=(yes,)),))
    assert told(one, "M308", "M312") == [("M308", "issues", 0, "positions")]
    same = sound(issues=(replace(REASONED, positions=(yes, replace(no, favors=PETITIONER))),))
    assert told(same) == [("M312", "issues", 0, "positions")]
    assert told(sound(issues=(replace(REASONED, positions=(yes, replace(no, favors=None))),))) == []
    neither = tuple(replace(each, favors=None) for each in (yes, no))
    assert told(sound(issues=(replace(REASONED, positions=neither),))) == []


def test_a_position_has_principles_and_reasons_and_an_issue_somebody_who_argues_it() -> None:
    yes, no = REASONED.positions
    bare = replace(REASONED, positions=(replace(yes, embodies=()), replace(no, reasons="")))
    case = sound(issues=(bare, replace(REASONED, id="other")))
    assert told(case) == [
        ("M311", "issues", 0, "positions", 0),
        ("M314", "issues", 1),
        ("M307", "issues", 1),
        ("M330", "issues", 0, "positions", 1),
    ]
    assert set(severities(case).values()) == {"warning"}


def taken(*, preliminary: bool = False, mark: str = "m", treatment=Treatment.ADOPTED, urges: str = "merits.no") -> list:
    """What is told of a position that an opinion takes, where everybody urges this one."""
    yes, no = REASONED.positions
    marks = (Mark("c", Treatment.ADOPTED, "h"), Mark(mark, treatment, "h"))
    issue = replace(REASONED, preliminary=preliminary, positions=(replace(yes, marks=marks), no))
    opinions = (COURT, replace(COURT, id="c", author="ives", kind=OpinionKind.CONCURRING))
    every = (*points("p1", urges=urges), *points("p2", head="pb", urges=urges), *OTHERS[1:])
    return told(replace(sound(*every, issues=(issue,)), opinions=opinions), "M337")


def test_a_position_that_the_court_took_and_nobody_urges_is_told() -> None:
    assert taken() == [("M337", "issues", 0, "positions", 0)]
    assert taken(urges="merits.yes") == []
    assert taken(mark="c") == []
    assert taken(treatment=Treatment.REJECTED) == []
    assert taken(preliminary=True) == []
    assert taken(urges="merits.perhaps") == []  # it may be the one that is meant


def test_a_later_authority_cannot_be_cited_or_picked() -> None:
    later = tuple(replace(each, status=Status.LATER) if each.id != "x" else each for each in ACTS)
    argument = replace(points("p1")[0].argument, cites=("x", "y"))
    asked = (
        small.question("q", picked("a", "x", True), picked("b", "z"), pick="authority"),
        small.question("q2", small.answer("q2.a"), small.answer("q2.b", Manner.EVADE)),
        small.question("q3", picked("a", "z", True), picked("b", None), pick="authority"),
    )
    case = sound(replace(points("p1")[0], argument=argument, questions=asked), *OTHERS, authorities=later)
    assert told(case, "M320") == [
        ("M320", "points", 0, "cites", 1),
        ("M320", *Q, "answers", 1, "picks"),
        ("M320", "points", 0, "questions", 2, "answers", 0, "picks"),
    ]


def test_a_real_case_has_an_opinion_of_the_court() -> None:
    assert told(sound(real=True)) == [("M310", "real")]
    assert told(marked(Mark("m", Treatment.ADOPTED, "h"), real=True)) == []
    plural = replace(COURT, kind=OpinionKind.PLURALITY)
    assert told(marked(Mark("m", Treatment.ADOPTED, "h"), real=True, opinions=(plural,))) == []


@pytest.mark.parametrize(
    ("nodes", "found"),
    [
        (TREE, []),
        ((*TREE, Node("more", "merits", (("yes", "rev"), ("no", "aff")))), [("M306", "tree", "nodes", 3)]),
        (TREE[1:], [("M301", "tree", "root"), ("M307", "issues", 0)]),
        ((replace(TREE[0], then=(("yes", "rev"), ("no", "rev"))), *TREE[1:2]), [("M313", "tree", "nodes")]),
        ((replace(TREE[0], then=(("yes", "rev"), ("no", "away"))), *TREE[1:]), [
            ("M301", "tree", "nodes", 0, "then", "no"),
        ]),
        ((replace(TREE[0], then=(("yes", "rev"),)), *TREE[1:]), [("M302", "tree", "nodes", 0, "then")]),
        ((replace(TREE[0], then=(("yes", "rev"), ("not", "aff"))), *TREE[1:]), [
            ("M204", "tree", "nodes", 0, "then", "not"),
        ]),
        ((replace(TREE[0], then=()), *TREE[1:]), [
            ("M302", "tree", "nodes", 0, "then"),
            ("M302", "tree", "nodes", 0, "then"),
        ]),
        ((replace(TREE[0], then=(("yes", "rev"), ("no", "m"))), *TREE[1:]), [
            ("M306", "tree", "nodes", 2),
            ("M305", "tree", "nodes", 0),
        ]),
        ((replace(TREE[0], then=(("yes", "b"), ("no", "aff"))), *TREE[1:], Node("b", "merits", (("yes", "rev"), ("no", "aff")))), [
            ("M304", "tree", "nodes", 3),
        ]),
        ((*TREE[:2], Node("aff", disposition=Disposition.DENIED)), [("M333", "tree", "nodes", 2, "disposition")]),
        ((Node("m", "merits", (("yes", "m"), ("no", "m"))),), [("M305", "tree", "nodes", 0), ("M303", "tree", "nodes")]),
        ((replace(TREE[0], issue="merit"), *TREE[1:]), [("M204", "tree", "nodes", 0, "issue"), ("M307", "issues", 0)]),
    ],
)  # fmt: skip
def test_every_walk_of_the_tree_ends_and_every_node_is_on_one(nodes, found) -> None:
    assert told(sound(tree=DecisionTree("m", nodes))) == found


def test_an_application_is_granted_or_denied_and_not_reversed() -> None:
    case = sound()
    asked = replace(case, below=replace(case.below, application=True))
    assert told(asked) == [("M333", "tree", "nodes", 1, "disposition"), ("M333", "tree", "nodes", 2, "disposition")]
    ends = (TREE[0], Node("rev", disposition=Disposition.GRANTED), Node("aff", disposition=Disposition.DENIED))
    assert told(replace(asked, tree=DecisionTree("m", ends))) == []


def test_a_point_has_a_clause_for_opinions() -> None:
    case = sound()
    assert told(replace(case, points=(*case.points[:3], replace(case.points[3], says="")))) == [("M331", "points", 3)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([5] * 8, []),
        ([5] * 7, [("M335", "decision")]),
        ([50] * 8, []),
        ([50] * 4 + [51] + [5] * 4, [("M335", "decision", 4, "text")]),
    ],
)
def test_what_was_decided_is_told_in_eight_lines_or_more_of_fifty_words_at_most(words, found) -> None:
    lines = tuple(DecisionLine("word " * many, "4", "") for many in words)
    assert told(sound(decision=lines)) == found


def citing(
    one: Citation, other: Citation, *, urges: str = "merits.no", cite: str = "410 U.S. 1 (1970)", name: str = "A v. B"
) -> list:
    authority = Authority("x", name, cite, "court", 1970, Status.BINDING, "")
    made = [
        replace(point, argument=replace(point.argument, cites=("w", "x"), citations=(each,)))
        for point, each in ((points("p1")[0], one), (points("r1", side=RESPONDENT, head="ra", urges=urges)[0], other))
    ]
    again = replace(made[1], id="r3", argument=replace(made[1].argument, id="r3"))
    case = sound(made[0], OTHERS[0], made[1], OTHERS[2], again, authorities=(authority,))
    return told(case, "M332")


PLAIN = Citation("x")


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (PLAIN, PLAIN, True),
        (PLAIN, Citation("x", Signal.SEE_ALSO), True),
        (PLAIN, Citation("x", Signal.DIRECT), True),
        (PLAIN, Citation("x", Signal.BUT_SEE), False),
        (Citation("x", Signal.CF), PLAIN, False),
        (PLAIN, Citation("x", says="as it says"), False),
        (Citation("x", says="as it says"), PLAIN, False),
        (Citation("x", pin="4"), Citation("x", pin="4"), True),
        (Citation("x", pin="4"), Citation("x", pin="5"), False),
        (Citation("x", pin="4"), PLAIN, True),
        (PLAIN, Citation("x", pin="5"), True),
    ],
)
def test_an_authority_is_not_cited_alike_for_two_rival_positions(one, other, clash) -> None:
    assert citing(one, other) == ([("M332", "points", 2, "cites", 1)] if clash else [])


def test_both_sides_may_read_what_was_enacted_and_agree_on_the_rest() -> None:
    assert citing(PLAIN, PLAIN, urges="merits.yes") == []
    assert citing(PLAIN, PLAIN, cite="Act § 7", name="Lane Act") == []
    assert citing(PLAIN, PLAIN, cite="Slip op. § 7") != []
