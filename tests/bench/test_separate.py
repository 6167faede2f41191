"""Who writes separately, and for what."""

from __future__ import annotations

import moot
from moot.bench.conference import confer
from moot.bench.votes.coalitions import asked_about, coalitions_of
from moot.case import Attack, Attacking, DecisionTree, Disposition, Heard, Node, OpinionKind
from moot.counsel import Novice
from tests import support as small

STEP = small.issue(
    "step",
    small.position("law", law_declaration=1),
    small.position("need", avoidance=2, notice=2),
    small.position("use", precedent=2),
)
REV, AFF = Node("rev", disposition=Disposition.REVERSED), Node("aff", disposition=Disposition.AFFIRMED)
TREE = DecisionTree("s", (Node("s", "step", (("law", "rev"), ("need", "aff"), ("use", "aff"))), REV, AFF))
ASKED = small.point("p", head="pa", urges="step.need", questions=(small.question("q", small.answer("q.a")),))
ANSWERED = Heard(answers=frozenset({"q.a"}))


def concurrences(*held: dict[str, int]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Who wrote separately, for what, joined by whom; the first of the judges writes for the Court."""
    judges = [small.judge(f"j{n}", n, chief=n == 1, held=each) for n, each in enumerate(held, 1)]
    ruling = confer(small.case(ASKED, issues=(STEP,), tree=TREE), small.bench(*judges), ANSWERED)
    assert {each.kind for each in ruling.opinions[1:]} <= {OpinionKind.CONCURRING}
    return [(each.author, each.ground, each.joined) for each in ruling.opinions[1:]]


def test_who_holds_two_grounds_alike_writes_for_the_one_of_which_nobody_speaks() -> None:
    """Justices with reasons of their own put their names to a colleague's concurrence: a random Lewis had 3.6 separate opinions."""
    sure = {"law-declaration": 30}
    found = concurrences(sure, {**sure, "avoidance": 5}, {**sure, "avoidance": 4, "precedent": 4})
    assert found == [("j2", "avoidance", ()), ("j3", "precedent", ())]


def test_who_holds_a_second_ground_a_little_less_strongly_writes_for_it() -> None:
    sure = {"law-declaration": 30}
    found = concurrences(sure, {**sure, "avoidance": 5}, {**sure, "avoidance": 4, "precedent": 3})
    assert found == [("j2", "avoidance", ()), ("j3", "precedent", ())]


def test_who_holds_a_second_ground_much_less_strongly_joins_the_colleague_who_writes_for_the_first() -> None:
    sure = {"law-declaration": 30}
    found = concurrences(sure, {**sure, "avoidance": 5}, {**sure, "avoidance": 5, "precedent": 3})
    assert found == [("j2", "avoidance", ("j3",))]


def test_two_who_hold_the_same_two_grounds_alike_write_one_opinion_each_and_a_third_joins() -> None:
    sure = {"law-declaration": 30}
    both = {**sure, "avoidance": 4, "precedent": 4}
    assert concurrences(sure, both, both, both) == [("j2", "avoidance", ("j4",)), ("j3", "precedent", ())]


def test_nobody_writes_for_a_second_ground_on_the_position_that_a_colleague_writes_of() -> None:
    """In *Brower* two concurrences in a row said the same of one position."""
    sure = {"law-declaration": 30}
    found = concurrences(sure, {**sure, "avoidance": 5}, {**sure, "avoidance": 4, "notice": 4})
    assert found == [("j2", "avoidance", ("j3",))]


def test_a_question_is_also_about_what_the_argument_it_stands_under_attacks() -> None:
    """A bench that asked how an argument meets another had asked about the issue of one of them alone."""
    other = small.point("r", small.RESPONDENT, "ra", "merits.no")
    meets = small.point(
        "p",
        head="pa",
        urges="step.need",
        attacks=(Attack(Attacking.UNDERCUT, "r"),),
        questions=(small.question("q", small.answer("q.a")),),
    )
    case = small.case(meets, other, issues=(STEP, small.MERITS), tree=TREE)
    assert asked_about(case, ANSWERED) == {"step", "merits"}
    assert asked_about(case, Heard()) == frozenset()


def test_judges_give_way_to_one_opinion_for_a_disposition_and_no_more() -> None:
    """Those whom the largest opinion left out gave way to each other as well, and signed grounds that were not theirs."""
    case, bench = moot.load_case("sacramento-v-lewis"), moot.load_bench("lewis-1998")
    for seed in range(100, 112):
        round = moot.Round(case, bench, seed=seed)
        ruling = round.play_out(Novice(seed), Novice(seed)).ruling
        groups = coalitions_of(case, bench.judges, ruling.reasonings)
        for disposition in {group.disposition for group in groups}:
            drawing = [group for group in groups if group.disposition is disposition and group.partly]
            assert len(drawing) <= 1, seed
