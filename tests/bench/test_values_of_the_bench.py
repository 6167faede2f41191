"""What the values of the bench say of themselves, and the figures of the weighing, each by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from moot.bench import weighing
from moot.bench.conference import confer
from moot.bench.explaining.explanation import Offense, Weighed
from moot.bench.explaining.turning import Changed, Hinge, distance
from moot.bench.judging import acceptance, bench_credit, scales
from moot.bench.judging.credit import FIT, fit
from moot.bench.judging.reasoning import reason
from moot.bench.persona import MOST_JUDGES, Bench, HeldPrinciple, Judge, Prices, Voice
from moot.bench.supposing import suppose
from moot.bench.votes import separate
from moot.bench.votes.joining import joined_in_part
from moot.case import (
    NOTHING_HEARD,
    DecisionTree,
    Disposition,
    Manner,
    Modality,
    Node,
    OpinionKind,
    Purpose,
    Side,
    Step,
    Tone,
)
from moot.case.hypotheticals.dials import Dial, Rule
from tests import support as small

JUDGING = Path(__file__).parents[2] / "docs" / "judging.md"


def test_the_table_of_credit_is_the_one_in_the_docs() -> None:
    rows = re.findall(r"^\| (\w+) \|((?: -?\d \|){7})$", JUDGING.read_text(encoding="utf-8"), re.MULTILINE)
    printed = {
        (Purpose(purpose), manner): int(worth)
        for purpose, row in rows
        for manner, worth in zip(Manner, row.strip(" |").split(" | "), strict=True)
    }
    assert printed == dict(FIT)


def test_the_figures_of_the_weighing_are_those_it_was_calibrated_with() -> None:
    assert (acceptance.BITE, acceptance.GRAIN, acceptance.ROUNDS) == (48, 16, 64)
    assert (bench_credit.SPAN, bench_credit.SHRINK, bench_credit.BOUND, bench_credit.MARKS_A_CREDIT) == (8, 4, 6, 4)
    assert (scales.CONVICTION, separate.MOST, separate.SQUARELY, separate.THRESHOLD) == (5, 6, 2, 3)
    assert MOST_JUDGES == 15
    assert [getattr(weighing.SHIPPED, piece) for piece in weighing.Weighing.__slots__] == [True] * 7


@pytest.mark.parametrize("manner", Manner)
@pytest.mark.parametrize("tone", Tone)
def test_only_a_friendly_question_is_fought(tone: Tone, manner: Manner) -> None:
    given = small.answer("q.a", manner)
    asked = small.question("q", given, purpose=Purpose.HYPOTHETICAL, tone=tone)
    fights = tone is Tone.HELPFUL and manner in (Manner.DISTINGUISH, Manner.MODIFY, Manner.DECLINE)
    assert fit(asked, given) == (-1 if fights else FIT[Purpose.HYPOTHETICAL, manner])


def test_a_persona_that_leaves_things_out_has_the_usual_ones() -> None:
    assert Prices() == Prices(1, 1, 1, 1, 1, 1, 1, 1, 1)
    assert HeldPrinciple("notice", 3) == HeldPrinciple("notice", 3, "", ())
    judge = small.judge("j")
    assert (judge.opens, judge.lean, judge.style, dict(judge.ranges)) == (None, Decimal(1), "", {})
    assert Voice() == Voice((), {}, {}, {})


def test_a_judge_and_a_bench_are_shown_in_a_notebook() -> None:
    judge = small.judge("ann", held={"notice": 3}, textual=5)
    shown = judge._repr_markdown_()
    assert shown.startswith("**Justice Ann**\n\n|  | What | Weight |\n")
    assert "| hears | textual | 5 |" in shown
    assert shown.endswith("| holds | notice | 3 |")
    bench = small.bench(judge, small.judge("bea", 2))
    assert bench._repr_markdown_() == (
        "**A test bench**\n\n| Judge | Title |\n| --- | --- |\n| ann | Justice Ann |\n| bea | Justice Bea |"
    )
    ruling = confer(small.case(), bench, NOTHING_HEARD)
    assert ruling._repr_markdown_() == (
        "**Small v. Small**: affirmed, 2 to 0, opinion of the court (simulated)\n\n"
        "| Judge | Vote | Role |\n| --- | --- | --- |\n| Ann | affirmed | author |\n| Bea | affirmed | joined |"
    )
    assert repr(ruling.reasonings["ann"].findings) == "{'merits': 'no'}"
    assert ruling.explain("ann").to_dict()["vote"] == "affirmed"


def test_a_bench_sits_by_rank_and_each_judge_once() -> None:
    judges = [
        small.judge("a", 3),
        small.judge("b", 1),
        small.judge("d", 2),
        small.judge("c", 2),
        small.judge("e", 9, chief=True),
    ]
    bench = small.bench(*judges)
    assert [judge.id for judge in bench.judges] == ["e", "b", "c", "d", "a"]
    assert [small.bench(*judges[:many]).majority for many in (1, 2, 3, 4, 5)] == [1, 2, 2, 3, 3]
    for more in ({"judges": (*judges, judges[0])}, {"absent": (judges[0],)}, {"absent": (small.judge("z"),) * 2}):
        with pytest.raises(ValueError, match="a judge sits once"):
            Bench(**{"id": "x", "title": "X", "judges": tuple(judges), **more})
    with pytest.raises(ValueError, match="one to fifteen judges, not 0"):
        Bench("x", "X", ())
    assert len(Bench("x", "X", tuple(small.judge(f"j{n}") for n in range(15))).judges) == 15


def test_what_is_weighed_is_told_with_what_is_left_of_it() -> None:
    weighed = Weighed("p", "A point", "textual", 3, 4, 2, 24, 24)
    assert str(weighed) == "A point 24 (textual, 3x4x2)"
    assert str(replace(weighed, counts=9)) == "A point 9 of 24 (textual, 3x4x2)"
    one = Offense("q.a", "he is liable", "accepts it", (("fair-notice", 3, 2),), 2, 12)
    assert str(one) == "q.a accepts it: he is liable, which offends fair notice 3x2x2 = 12"
    two = replace(one, principles=(*one.principles, ("avoidance", 1, 1)), weight=14)
    assert str(two).endswith("which offends (fair notice 3x2 + avoidance 1x1)x2 = 14")


def test_a_hinge_has_one_to_make_up_at_least() -> None:
    hinge = Hinge("merits", "no", "yes", 7, 4)
    assert [replace_hinge(hinge, against).margin for against in (4, 6, 7, 9)] == [3, 1, 1, 1]
    assert Changed("merits", "no", "yes").after == "yes"


def replace_hinge(hinge: Hinge, against: int) -> Hinge:
    return hinge._replace(against=against)


def test_a_side_that_no_walk_ends_for_is_farther_than_any_figure() -> None:
    rests = Node("rev", disposition=Disposition.AFFIRMED)
    tree = DecisionTree("m", (small.MERITS_TREE.nodes[0], rests, small.MERITS_TREE.nodes[2]))
    found = reason(small.judge("j"), small.case(tree=tree), NOTHING_HEARD)
    assert distance(found, Side.PETITIONER) == (1 << 20, ())
    assert distance(found, Side.RESPONDENT) == (0, ())


# -- the record turned ---------------------------------------------------------------------------------------------------------

DIAL = Dial("time", "How long?", "long", ("long", "short"), ("long", "short"))
SHORT = Rule(((("time", ("short",)),),))


def turned_record(*shows: str, rule: Rule = SHORT, dials=(DIAL,)):
    """How a judge votes once the time was short: the rule is found first, then one of two readings of the record."""
    law = small.issue(
        "law",
        replace(small.position("only", Side.RESPONDENT, notice=1), rule=rule),
        small.position("x", Side.RESPONDENT),
    )
    record = small.issue(
        "record",
        *(
            replace(small.position(id, Side.RESPONDENT, notice=2 - n), shows=(("time", value),) if value else ())
            for n, (id, value) in enumerate(zip(("one", "other"), shows, strict=True))
        ),
    )
    tree = DecisionTree(
        "l",
        (
            Node("l", "law", (("only", "r"), ("x", "aff"))),
            Node("r", "record", (("one", "aff"), ("other", "rev"))),
            *small.MERITS_TREE.nodes[1:],
        ),
    )
    case = small.case(issues=(law, record), tree=tree, dials=dials, points=small.case().points[:1])
    found = reason(small.judge("j", held={"notice": 4}), case, NOTHING_HEARD)
    assert found.findings["record"] == "one"
    return suppose(found, (("time", "short"),)), suppose(found, (("time", "long"),))


def test_a_turned_record_leads_to_the_reading_that_gives_the_new_result() -> None:
    short, long = turned_record("long", "short")
    assert (short.vote, long.vote) == (Disposition.REVERSED, Disposition.AFFIRMED)
    assert short.walk[-1] == Step("r", "record", "other")


@pytest.mark.parametrize("shows", [("", "short"), ("long", ""), ("long", "long")])
def test_a_reading_that_shows_nothing_or_nothing_else_stays_as_it_is(shows) -> None:
    short, long = turned_record(*shows)
    assert short.vote is long.vote is Disposition.AFFIRMED


def test_a_rule_over_a_dial_that_is_not_there_turns_no_record() -> None:
    other = Rule(((("place", ("here",)),),))
    short, _ = turned_record("long", "short", rule=other)
    assert short.vote is Disposition.AFFIRMED


# -- joining a concurrence -------------------------------------------------------------------------------------------------------


def test_a_concurrence_is_joined_only_for_its_ground_and_by_who_finds_as_its_author() -> None:
    from tests.bench.test_joining import ANSWERED, ASKED, METHOD, OFF, RELIEF, bench

    case = small.case(ASKED, issues=(METHOD, RELIEF), tree=OFF)
    ruling = confer(case, bench(), ANSWERED)
    joined = joined_in_part(case, ruling.opinions, ruling.reasonings)
    assert {judge: [join.issues for join in joins] for judge, joins in joined.items()} == {"j3": [("relief",)]}
    for other in (
        # The ground is not what the other walk ends on.
        [
            each._replace(ground="precedent") if each.kind is OpinionKind.CONCURRING else each
            for each in ruling.opinions
        ],
        # No concurrence; no opinion of those who came by another road.
        [each for each in ruling.opinions if each.kind is not OpinionKind.CONCURRING],
        [each for each in ruling.opinions if each.kind is not OpinionKind.IN_THE_JUDGMENT],
    ):
        assert joined_in_part(case, other, ruling.reasonings) == {}
    # An author who finds otherwise on that issue does not speak for who came by it.
    author = next(each.author for each in ruling.opinions if each.kind is OpinionKind.CONCURRING)
    shut = confer(case, small.bench(small.judge("j2", held={"bright-lines": 9}), small.judge("j3", 2)), ANSWERED)
    assert shut.reasonings["j2"].findings["relief"] == "shut"
    assert author == "j2"
    assert joined_in_part(case, ruling.opinions, {**ruling.reasonings, "j2": shut.reasonings["j2"]}) == {}


def test_receptivity_is_by_modality() -> None:
    judge: Judge = small.judge("j", textual=0)
    assert {each for each, much in judge.receptivity.items() if not much} == {Modality.TEXTUAL}
