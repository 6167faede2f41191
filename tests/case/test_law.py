"""The decision tree, what has been heard, and likeness of texts, by hand."""

from __future__ import annotations

import pytest

from moot.case import (
    NOTHING_HEARD,
    Authority,
    Concession,
    ConcessionKind,
    DecisionTree,
    Disposition,
    Heard,
    Node,
    Party,
    Side,
    Status,
    Step,
)
from moot.case.heard import heard_of
from moot.case.language.likeness import alike, shared
from moot.case.language.naming import called, known_as
from tests import support as small

TREE = DecisionTree(
    "a",
    (
        Node("a", "first", (("yes", "b"), ("no", "c"))),
        Node("b", "second", (("yes", "rev"), ("no", "rev"))),
        Node("c", "third", (("yes", "b"), ("no", "aff"))),
        Node("rev", disposition=Disposition.REVERSED),
        Node("aff", disposition=Disposition.AFFIRMED),
    ),
)


@pytest.mark.parametrize(
    ("first", "third", "nodes", "end"),
    [("yes", "no", "ab", "reversed"), ("no", "yes", "acb", "reversed"), ("no", "no", "ac", "affirmed")],
)
def test_a_walk_goes_from_the_root_to_a_disposition_by_what_is_found(first, third, nodes, end) -> None:
    found = {"first": first, "second": "yes", "third": third}
    for _ in range(2):  # the second time it has been walked before
        steps, disposition = TREE.walk(found)
        assert [step.node for step in steps] == list(nodes)
        assert all(found[step.issue] == step.position for step in steps)
        assert disposition == end
    assert TREE.walk({"first": first, "second": "no", "third": third})[0] != steps or "b" not in nodes


def test_what_stands_under_a_node_and_where_it_matters_what_is_found() -> None:
    assert TREE.below == {
        "a": {"first", "second", "third"},
        "b": {"second"},
        "c": {"second", "third"},
        "rev": frozenset(),
        "aff": frozenset(),
    }
    assert TREE.forks == {"a", "c"}, "both answers at b lead to one node"
    assert TREE.issues == ("first", "second", "third")
    assert TREE.child("c", "no").id == "aff"
    assert TREE.walk({"first": "yes", "second": "no"})[0][1] == Step("b", "second", "no")


def conceding(kind: ConcessionKind):
    gives = small.answer("q.a", concedes=Concession(kind, "the point", ("p1",)))
    back = small.answer("z.a", retracts=("q.a", "p2"))
    return small.case(
        small.point("p1", head="pa", questions=(small.question("q", gives, small.answer("q.b")),)),
        small.point("p2", head="pb", questions=(small.question("z", back, small.answer("z.b")),)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )


@pytest.mark.parametrize(("kind", "stands"), [(ConcessionKind.LAW, set()), (ConcessionKind.FACT, {"p1"})])
def test_a_concession_of_fact_binds_even_when_it_is_taken_back(kind, stands) -> None:
    case = conceding(kind)
    given = heard_of(case, (), ("p1", "p2"), ("q.a",))
    assert (given.conceded, given.retracted, given.withdrawn) == ({"p1"}, set(), {"p1"})
    back = heard_of(case, (), ("p1", "p2"), ("q.a", "z.a"))
    assert (back.conceded, back.retracted) == (stands, {"q.a", "p2"})
    assert back.withdrawn == stands | {"q.a", "p2"}
    assert heard_of(case, (), (), ("q.b", "z.b")).withdrawn == frozenset()


def test_an_answer_that_concedes_and_takes_back_does_both() -> None:
    """What a conceding answer takes back could be forgotten, and no test said so."""
    both = small.answer("q.a", concedes=Concession(ConcessionKind.LAW, "the point", ("p1",)), retracts=("p2",))
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q", both, small.answer("q.b")),)),
        small.point("p2", head="pb"),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    heard = heard_of(case, (), ("p1", "p2"), ("q.a",))
    assert (heard.conceded, heard.retracted) == ({"p1"}, {"p2"})


@pytest.mark.parametrize("kind", ConcessionKind)
def test_what_was_conceded_stays_conceded_when_the_point_itself_is_taken_back(kind) -> None:
    """Only to take back the answer that conceded it undoes a concession, and only one of law."""
    gives = small.answer("q.a", concedes=Concession(kind, "the point", ("p1",)))
    back = small.answer("z.a", retracts=("p1",))
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q", gives, small.answer("q.b")),)),
        small.point("p2", head="pb", questions=(small.question("z", back, small.answer("z.b")),)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    heard = heard_of(case, (), ("p1", "p2"), ("q.a", "z.a"))
    assert (heard.conceded, heard.retracted) == ({"p1"}, {"p1"})


def test_a_point_is_heard_in_half_and_then_in_full() -> None:
    half = NOTHING_HEARD.with_half("p1").with_half("p2")
    assert half == Heard(half=frozenset({"p1", "p2"}))
    assert half.with_full("p1") == Heard(half=frozenset({"p2"}), full=frozenset({"p1"}))


@pytest.mark.parametrize(
    ("name", "cite", "enacted"),
    [
        ("Due Process Clause", "U.S. Const. amend. XIV, § 1", True),
        ("Civil Rights Act", "42 U.S.C. § 1983", True),
        ("Graham v. Connor", "490 U.S. 386, 395 (1989)", False),
        ("Doe v. Roe", "Slip op. § 3 (1999)", False),
        ("Restatement", "2 Torts 500 (1965)", False),
    ],
)
def test_what_was_enacted_is_told_by_its_citation(name: str, cite: str, enacted: bool) -> None:
    assert Authority("a", name, cite, "", 1990, Status.BINDING, "").enacted is enacted


def test_texts_are_alike_by_half_of_their_words_of_substance() -> None:
    assert shared("The driver fled at speed.", "Speed of the drivers") == 2, "by the first six letters"
    assert alike("the driver fled", "The driver was seen")
    assert alike("driver fled", "driver")
    assert not alike("driver fled north", "driver")
    assert not alike("of the and", "of the and"), "nothing of substance"


def test_things_are_called_by_their_titles_or_opening_words() -> None:
    answer = small.answer("q.a")
    case = small.case(
        small.point("p1", head="pa", questions=(small.question("q", answer, small.answer("q.b")),)),
        small.point("r1", Side.RESPONDENT, "ra", "merits.no"),
    )
    assert known_as(case, "p1") == "“Point p1”"
    assert known_as(case, "q.a") == "“Answer q.a.”"
    assert known_as(case, "q.a", 1) == "“Answer …”"
    with pytest.raises(KeyError):
        known_as(case, "q")
    party = Party("A party", "Counsel", "judgment", "petitioner")
    assert (called(party), called(Party("", "", "", "respondent", several=True))) == ("petitioner", "respondents")
    assert called(Party("", "", "", "respondents", several=True)) == "respondents"
