"""Votes, grounds and credit worked out by hand, piece by piece.

Mutants that survived the tests of whole conferences are killed here (docs/testing.md).
"""

from __future__ import annotations

import copy
from dataclasses import fields
from types import SimpleNamespace

import pytest

from moot.bench.conference import _shared_claims
from moot.bench.judging.bench_credit import _bounded, credit_of, half
from moot.bench.judging.credit import conduct_of
from moot.bench.persona import MOST_JUDGES, Prices
from moot.bench.ruling import JudgmentBy
from moot.bench.votes import coalitions
from moot.bench.votes.coalitions import Coalition
from moot.bench.votes.common_ground import common_ground
from moot.bench.votes.judgment import Stance, judgment_of, stance_of
from moot.bench.votes.separate import MOST, parting_ground, separate_grounds, who_write
from moot.case import DecisionTree, Disposition, Heard, Manner, Node, Side, Step
from tests import support as small

AFFIRMED, REVERSED = Disposition.AFFIRMED, Disposition.REVERSED
VACATED, REMANDED = Disposition.VACATED_AND_REMANDED, Disposition.REVERSED_AND_REMANDED
IN_PART = Disposition.REVERSED_IN_PART
FOR, PART, AGAINST = Stance.FOR, Stance.IN_PART, Stance.AGAINST


def first_ground(*args) -> str:
    """The strongest ground for writing separately, or the empty string."""
    return next(iter(separate_grounds(*args)), "")


@pytest.mark.parametrize(
    ("judgment", "of_votes"),
    [
        (AFFIRMED, {AFFIRMED: FOR, IN_PART: AGAINST, VACATED: AGAINST, REMANDED: AGAINST, REVERSED: AGAINST}),
        (IN_PART, {AFFIRMED: PART, IN_PART: FOR, VACATED: FOR, REMANDED: FOR, REVERSED: FOR}),
        (VACATED, {AFFIRMED: AGAINST, IN_PART: PART, VACATED: FOR, REMANDED: FOR, REVERSED: FOR}),
        (REMANDED, {AFFIRMED: AGAINST, IN_PART: PART, VACATED: PART, REMANDED: FOR, REVERSED: FOR}),
        (REVERSED, {AFFIRMED: AGAINST, IN_PART: PART, VACATED: PART, REMANDED: PART, REVERSED: FOR}),
    ],
)
def test_how_every_vote_stands_to_every_judgment(judgment: Disposition, of_votes: dict) -> None:
    assert {vote: stance_of(vote, judgment) for vote in of_votes} == of_votes


def judged(*votes: Disposition) -> tuple[Disposition, JudgmentBy, int]:
    bench = small.bench(*(small.judge(f"j{n}", n) for n in range(1, len(votes) + 1)))
    reasonings = {f"j{n}": SimpleNamespace(vote=vote) for n, vote in enumerate(votes, 1)}
    return judgment_of(small.case(), bench, reasonings)


def test_votes_make_the_judgment_and_are_counted_for_it() -> None:
    assert judged(REVERSED, REVERSED, AFFIRMED) == (REVERSED, JudgmentBy.NO_LEAD, 2)
    assert judged(REVERSED, AFFIRMED, AFFIRMED) == (AFFIRMED, JudgmentBy.NO_LEAD, 2)
    assert judged(REVERSED, AFFIRMED) == (AFFIRMED, JudgmentBy.DIVIDED, 1)
    assert judged(REVERSED, REVERSED, REVERSED, VACATED, AFFIRMED) == (REVERSED, JudgmentBy.NO_LEAD, 4)
    assert judged(REVERSED, REVERSED, VACATED, AFFIRMED, AFFIRMED) == (VACATED, JudgmentBy.NO_LEAD, 3)
    assert judged(REVERSED, REMANDED, VACATED) == (VACATED, JudgmentBy.NO_LEAD, 3)


def walk(*steps: str) -> tuple[Step, ...]:
    return tuple(Step(f"n-{text.partition('.')[0]}", *text.split(".")) for text in steps)


def nine():
    return small.bench(*(small.judge(f"j{n}", n) for n in range(1, 10)))


def test_the_narrowest_common_ground_is_that_of_the_shortest_walk_with_a_majority_on_its_last_step() -> None:
    long, short, other = walk("a.yes", "b.yes", "c.yes"), walk("d.no", "c.yes"), walk("a.no", "e.yes")
    shared, note = common_ground(nine(), [(3, long), (2, short), (1, other)])
    assert shared == walk("c.yes"), "five of nine hold it; they came to it by different steps"
    assert note.startswith("5 of the 9 judges agree")
    assert common_ground(nine(), [(2, long), (2, short), (1, other)])[0] is None, "four do not make a majority"
    both = [(3, walk("a.yes", "b.yes")), (2, walk("a.yes"))]
    assert common_ground(nine(), both)[0] == walk("a.yes"), "the shorter walk is the narrower"
    assert common_ground(nine(), [(5, ())])[0] is None, "who walked nowhere has no ground"
    assert common_ground(nine(), [(5, long)])[0] == long


ISSUES = (
    small.issue("m", small.position("law", precedent=2), small.position("need", notice=2, avoidance=1)),
    small.issue("r", small.position("open", bright_lines=3), small.position("shut", law_declaration=2)),
)
CASE = small.case(
    issues=ISSUES,
    tree=DecisionTree(
        "m",
        (
            Node("m", "m", (("law", "r"), ("need", "r"))),
            Node("r", "r", (("open", "rev"), ("shut", "aff"))),
            Node("rev", disposition=REVERSED),
            Node("aff", disposition=AFFIRMED),
        ),
    ),
)
LED = walk("m.law", "r.open")
BOTH = frozenset({"m", "r"})


@pytest.mark.parametrize(
    ("held", "asked", "ground"),
    [
        ({"notice": 3}, BOTH, "notice"),
        ({"notice": 2}, BOTH, ""),  # a leaning is not enough
        ({"notice": 5}, frozenset({"r"}), ""),  # the bench did not ask
        ({"avoidance": 5}, BOTH, ""),  # the position embodies it, but not squarely
        ({"avoidance": 5}, None, "avoidance"),  # under the older rule it need not
        ({"precedent": 5, "bright-lines": 5}, BOTH, ""),  # the opinion adopts both
        ({"notice": 3, "law-declaration": 4}, BOTH, "law-declaration"),  # the stronger
        ({"notice": 4, "law-declaration": 4}, BOTH, "law-declaration"),  # of equals the first by name
        ({"notice": 4, "avoidance": 4}, None, "notice"),  # of equals the one embodied more squarely
    ],
)
def test_the_ground_of_a_concurrence_is_the_strongest_principle_the_opinion_passed_over(held, asked, ground) -> None:
    assert first_ground(CASE, small.judge("j", held=held), LED, asked) == ground


def test_a_position_of_the_side_that_lost_is_no_ground_for_joining_the_judgment() -> None:
    merits = small.issue(
        "merits", small.position("yes", Side.PETITIONER, notice=3), small.position("no", Side.RESPONDENT, avoidance=3)
    )
    case, keen = small.case(issues=(merits,)), small.judge("j", held={"notice": 4})
    led, asked = walk("merits.no"), frozenset({"merits"})
    assert first_ground(case, keen, led, asked, Side.RESPONDENT) == "notice"
    assert first_ground(case, keen, led, asked, Side.PETITIONER) == ""
    assert first_ground(case, keen, led, asked) == "notice"


@pytest.mark.parametrize(
    ("held", "found", "asked", "ground"),
    [
        ({"notice": 3}, {"m": "need", "r": "open"}, BOTH, "notice"),
        ({"notice": 2}, {"m": "need", "r": "open"}, BOTH, ""),
        ({"notice": 5}, {"m": "law", "r": "open"}, BOTH, ""),  # they do not part there
        ({"notice": 5}, {"m": "need", "r": "open"}, frozenset({"r"}), ""),  # nor did the bench ask
        ({"notice": 5}, {"m": "need", "r": "open"}, None, "notice"),
        ({"avoidance": 5}, {"m": "need", "r": "open"}, BOTH, ""),  # not squarely
        ({"notice": 3, "law-declaration": 4}, {"m": "need", "r": "shut"}, BOTH, "law-declaration"),
        ({"notice": 4, "law-declaration": 4}, {"m": "need", "r": "shut"}, BOTH, "law-declaration"),
    ],
)
def test_who_joins_in_part_writes_for_what_parts_them(held, found, asked, ground) -> None:
    judge = small.judge("j", held=held)
    assert parting_ground(CASE, judge, SimpleNamespace(findings=found), LED, asked) == ground


@pytest.mark.parametrize(
    ("marks", "answers", "credit"),
    [(0, 0, 0), (1, 4, 1), (5, 1, 8), (-5, 1, -8), (7, 3, 8), (-7, 3, -8), (1, 5, 0), (-1, 5, 0), (80, 40, 14)],
)
def test_credit_is_eight_times_the_mean_mark_over_four_answers_more_toward_zero(marks, answers, credit) -> None:
    assert credit_of(marks, answers) == credit


def test_halves_and_the_older_credit_go_toward_zero() -> None:
    assert [half(number) for number in (-3, -2, -1, 0, 1, 2, 3)] == [-1, -1, 0, 0, 0, 1, 1]
    assert [_bounded(marks) for marks in (-100, -24, -7, -4, -3, 0, 3, 4, 7, 24, 100)] == [
        -6,
        -6,
        -1,
        -1,
        0,
        0,
        0,
        1,
        1,
        6,
        6,
    ]


def test_a_bench_seats_one_to_fifteen_each_once_and_a_majority_is_more_than_half() -> None:
    judges = [small.judge(f"j{n}", n) for n in range(1, MOST_JUDGES + 2)]
    assert {len(many): small.bench(*many).majority for many in (judges[:1], judges[:2], judges[:3], judges[:15])} == {
        1: 1,
        2: 2,
        3: 2,
        15: 8,
    }
    for many in ([], judges, [judges[0], judges[0]]):
        with pytest.raises(ValueError, match=r"a bench seats|a judge sits once"):
            small.bench(*many)


def test_a_bench_speaks_in_the_order_of_the_chief_and_then_seniority() -> None:
    judges = [small.judge("c", 3), small.judge("b", 2), small.judge("a", 2), small.judge("z", 9, chief=True)]
    assert [each.id for each in small.bench(*judges).judges] == ["z", "a", "b", "c"]


def test_benches_are_the_same_where_the_same_personas_sit() -> None:
    one, other = small.bench(small.judge("a"), small.judge("b", 2)), small.bench(small.judge("a"), small.judge("b", 2))
    assert one == copy.copy(one)
    assert one == other
    assert one != small.bench(small.judge("a"), small.judge("b", 2, doctrinal=3))
    assert one != small.bench(small.judge("a"))


def test_votes_are_counted_by_the_judges_who_sit() -> None:
    """The order in which they vote changes nothing."""
    votes = (REVERSED, VACATED, REVERSED, AFFIRMED, VACATED)
    assert len({judged(*votes[n:], *votes[:n]) for n in range(5)}) == 1


def test_six_opinions_are_written_at_most_the_lead_among_them() -> None:
    """Eight groups of one size behind the judgment, each on a ground of its own: the lead and five more write."""
    judges = [small.judge(f"j{n}", n) for n in range(1, 9)]
    groups = [Coalition((judge,), REVERSED, walk(f"i{n}.yes")) for n, judge in enumerate(judges)]
    written = who_write(CASE, groups, groups[0], REVERSED, frozenset())
    assert written == [(group, FOR) for group in groups[1:MOST]]
    assert len(who_write(CASE, groups, groups[0], REVERSED, None)) == 7, "under the older rule everyone writes"


def test_the_first_group_of_every_stance_writes_and_those_who_only_follow_do_not() -> None:
    judges = [small.judge(f"j{n}", n) for n in range(1, 7)]
    lead = Coalition(tuple(judges[:2]), REVERSED, walk("m.law", "r.open"))
    smaller = Coalition((judges[2],), REVERSED, walk("m.need", "r.open"))
    dissent = Coalition((judges[3],), AFFIRMED, walk("m.law", "r.shut"))
    larger = Coalition(tuple(judges[4:]), AFFIRMED, walk("m.need", "r.shut"))
    groups = [lead, smaller, dissent, larger]
    # The larger dissent comes first; the other parts from it on nothing its judge holds. So does the smaller group from the lead.
    assert who_write(CASE, groups, lead, REVERSED, BOTH) == [(larger, AGAINST)]
    keen = small.judge("keen", 3, held={"notice": 3})
    strongly = smaller._replace(members=(keen,))
    assert who_write(CASE, [lead, strongly], lead, REVERSED, BOTH) == [(strongly, FOR)]
    less = Coalition((judges[2],), VACATED, walk("m.need", "r.open"))
    assert who_write(CASE, [lead, less, larger], lead, REVERSED, BOTH) == [(less, PART), (larger, AGAINST)]


def test_a_claim_is_shared_only_where_the_same_is_found_on_it() -> None:
    """Two claims, so that a judge may be in part with the court; neither name of a position comes before the other by right."""
    claims = tuple(
        small.issue(id, small.position("yes", Side.PETITIONER), small.position("no", Side.RESPONDENT), claim=True)
        for id in ("one", "two")
    )
    tree = DecisionTree(
        "o",
        (
            Node("o", "one", (("yes", "t"), ("no", "t"))),
            Node("t", "two", (("yes", "rev"), ("no", "aff"))),
            Node("rev", disposition=REVERSED),
            Node("aff", disposition=AFFIRMED),
        ),
    )
    case = small.case(issues=claims, tree=tree)
    for led in ("yes", "no"):
        for found in ("yes", "no"):
            finds = SimpleNamespace(findings={"one": found, "two": "yes"})
            shared = _shared_claims(case, walk(f"one.{led}", "two.yes"), finds)
            assert shared == (("one", "two") if found == led else ("two",))
    single = small.case(issues=(claims[0], small.issue("two", *claims[1].positions)), tree=tree)
    assert _shared_claims(single, walk("one.yes", "two.yes"), SimpleNamespace(findings={"one": "yes"})) == ()


@pytest.mark.parametrize("price", [0, 1, 2, 3])
def test_every_fault_costs_its_price_twice(price: int) -> None:
    """Nothing for a judge who does not mind it."""
    prices = Prices(
        **{each.name: 0 for each in fields(Prices)} | {"outside": price, "overclaim": price, "contradiction": price}
    )
    asked = small.question("q", small.answer("q.a"))
    for more in ({"outside": ("gossip",)}, {"overclaims": ("graham",)}, {"contradicts": ("p1",)}):
        faulty = small.answer("q.b", Manner.DECLINE, **more)
        entries = conduct_of(asked, faulty, Heard(full=frozenset({"p1"})), prices)
        assert [entry.marks for entry in entries] == ([-2 * price] if price else [])
    kept = small.answer("q.b", Manner.DECLINE, contradicts=("p1",))
    taken_back = Heard(full=frozenset({"p1"}), retracted=frozenset({"p1"}))
    assert conduct_of(asked, kept, taken_back, prices) == conduct_of(asked, kept, Heard(), prices) == ()


@pytest.mark.parametrize(("first", "second", "joins", "stand"), [
    (3, 3, {"a": ["b3"]}, {"a": 4, "b": 2}),  # of equals the one that others join
    (2, 3, {"a": ["b1", "b3"]}, {"a": 4, "b": 1}),  # the one that most can stand behind, though it is smaller
    (3, 2, {"b": ["a1"]}, {"a": 3, "b": 2}),  # of those with as many behind them the larger
    (3, 3, {"a": ["b1"], "b": ["a1"]}, {"a": 4, "b": 2}),  # of equals that of the senior
    (2, 5, {"a": ["b1", "b2", "b3", "b4"]}, {"a": 2, "b": 5}),  # a majority by itself comes first
])  # fmt: skip
def test_which_group_others_are_drawn_to(monkeypatch, first, second, joins, stand) -> None:
    """Two groups of nine judges; who could join which opinion is given, whole."""
    judges = {f"a{n}": small.judge(f"a{n}", n) for n in range(1, first + 1)}
    judges |= {f"b{n}": small.judge(f"b{n}", 10 + n) for n in range(1, second + 1)}

    def group(letter: str) -> Coalition:
        return Coalition(tuple(each for id, each in judges.items() if id[0] == letter), REVERSED, walk(f"{letter}.yes"))

    def would_join(case, group, groups, reasonings):
        mine, others = group.members[0].id[0], {each for other in groups for each in other.members}
        return {judges[id]: None for id in joins.get(mine, []) if judges[id] in others - set(group.members)}

    monkeypatch.setattr(coalitions, "_would_join", would_join)
    walks = {id: SimpleNamespace(walk=walk(f"{id[0]}.yes")) for id in judges}
    done = coalitions._drawn_in(CASE, [group("a"), group("b")], walks, 5)
    assert {each.members[0].id[0]: each.behind for each in done} == stand
