"""The bounds on what a judge can be brought to find, worked out by hand: as tight as they claim to be.

That no line passes them is held by chance cases (test_dead.py); a bound that is too wide passes there.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from moot.bench.persona import Prices
from moot.case import Attack, Attacking, Concession, ConcessionKind, Manner, Modality, PositionRef, Purpose, Side
from moot.proof.bounds import SupportBounds
from tests import support as small

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT
MERITS = small.issue("merits", small.position("yes", PETITIONER, notice=2), small.position("no", RESPONDENT))


def case(*points, **more):
    return small.case(*points, issues=(MERITS,), **more)


def bounds(case, *judges, said=None, broken=frozenset(), gone=frozenset()) -> SupportBounds:
    points = frozenset(case.point) if said is None else frozenset(said) & set(case.point)
    answers = frozenset(case.answers) if said is None else frozenset(said) & set(case.answers)
    return SupportBounds(case, small.bench(*judges), points, frozenset(broken), answers, frozenset(gone))


TWO = case(
    small.point("p1", head="pa", strength=3),
    small.point("p2", head="pb", strength=4, modality=Modality.TEXTUAL),
    small.point("p3", head="pb", strength=2, briefed=True),
    small.point("r1", RESPONDENT, "ra", "merits.no", strength=5, briefed=True),
)


def test_an_argument_weighs_at_most_twice_its_strength_by_receptivity_and_once_if_only_briefed() -> None:
    judge = small.judge("j", doctrinal=3)
    weigh = bounds(TWO, judge, said={"p1"})
    argument = TWO.arguments
    assert weigh.max_weight(judge, argument["p1"]) == 2 * 3 * 3
    assert weigh.max_weight(judge, argument["p2"]) == 0, "it is never said, and in no brief"
    assert weigh.max_weight(judge, argument["p3"]) == 2 * 3, "the brief says it"
    assert bounds(TWO, judge, gone={"p1"}).max_weight(judge, argument["p1"]) == 0
    assert weigh.min_weight(judge, argument["p1"]) == 18
    assert weigh.min_weight(judge, argument["p3"]) == 6
    assert bounds(TWO, judge, broken={"p1"}).min_weight(judge, argument["p1"]) == 9


def test_support_is_between_the_briefs_and_the_best_of_every_modality_with_what_the_judge_holds() -> None:
    judge = small.judge("j", held={"notice": 3}, doctrinal=2, textual=1)
    both = bounds(TWO, judge)
    yes, no = MERITS.positions
    prior = 3 * 2
    # Nothing tells against the briefs: p3 counts on every line, 2 x 2 and r1 5 x 2.
    assert both.support(judge, "merits", yes) == (prior + 4, prior + 2 * 3 * 2 + 2 * 4 * 1)
    assert both.support(judge, "merits", no) == (10, 20)


@pytest.mark.parametrize(("kind", "least"), [(None, 4), (Attacking.UNDERCUT, 0), (Attacking.REBUT, 0)])
def test_a_brief_that_something_may_tell_against_is_no_lower_bound(kind, least) -> None:
    attacks = () if kind is None else (Attack(kind, "p3"),)
    attacked = case(
        small.point("p3", head="pa", strength=2, briefed=True),
        small.point("r1", RESPONDENT, "ra", "merits.no", attacks=attacks),
    )
    judge, yes = small.judge("j"), MERITS.positions[0]
    assert bounds(attacked, judge).support(judge, "merits", yes)[0] == least
    # Said by nobody, or to a judge who is deaf to it, it tells against nothing.
    assert bounds(attacked, judge, said={"p3"}).support(judge, "merits", yes)[0] == 4


def test_a_rebut_tells_both_ways() -> None:
    """What is rebutted rebuts back."""
    both = case(
        small.point("p1", head="pa", attacks=(Attack(Attacking.REBUT, "r1"),)),
        small.point("r1", RESPONDENT, "ra", "merits.no", strength=2, briefed=True),
        small.point(
            "r2", RESPONDENT, "ra", "merits.no", strength=1, briefed=True, attacks=(Attack(Attacking.UNDERMINE, "p1"),)
        ),
    )
    judge, no = small.judge("j"), MERITS.positions[1]
    # Only r2 counts whole on every line: an undermine is not answered.
    assert bounds(both, judge).support(judge, "merits", no)[0] == 2


def test_what_may_be_withdrawn_is_no_lower_bound() -> None:
    for more in ({"retracts": ("p3",)}, {"concedes": Concession(ConcessionKind.LAW, "the point", ("p3",))}):
        asked = small.question("q", small.answer("q.a"), small.answer("q.b", **more))
        given = case(
            small.point("p3", head="pa", strength=2, briefed=True, questions=(asked,)),
            small.point("r1", RESPONDENT, "ra", "merits.no"),
        )
        judge, yes = small.judge("j"), MERITS.positions[0]
        assert bounds(given, judge).support(judge, "merits", yes)[0] == 0
        assert bounds(given, judge, said={"p3", "q.a"}).support(judge, "merits", yes)[0] == 4


def test_credit_lies_between_the_worst_and_the_best_answers_a_rate_over_four_more() -> None:
    asked = [
        small.question(f"q{n}", small.answer(f"q{n}.a"), small.answer(f"q{n}.b", Manner.EVADE), purpose=Purpose.CLARIFY)
        for n in (1, 2)
    ]
    argued = case(
        small.point("p1", head="pa", questions=tuple(asked)), small.point("r1", RESPONDENT, "ra", "merits.no")
    )
    judge = replace(small.judge("j"), prices=Prices(repetition=0))
    both = bounds(argued, judge)
    # Two marks for each direct answer, two lost by each dodge: 8 x 4 over 2 answers and 4.
    assert both.credit(judge, PETITIONER) == (-5, 5)
    assert both.credit(judge, RESPONDENT) == (0, 0)
    assert bounds(argued, judge, said={"p1", "q1.a"}).credit(judge, PETITIONER) == (0, 3)
    assert bounds(argued, judge, said={"p1", "q1.b"}).credit(judge, PETITIONER) == (-3, 0)
    # Half of its own, less half of the other side's.
    assert both._credit == {("j", PETITIONER): (-2, 2), ("j", RESPONDENT): (-2, 2)}


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (3, 3, ("yes", "no")),
        (3, 1, ("yes", "no")),
        (0, 3, ("no",)),  # deaf to all that is said for it, and it has to be argued
    ],
)
def test_a_position_that_always_has_less_or_has_to_be_argued_and_cannot_is_out_of_reach(mine, theirs, found) -> None:
    argued = case(
        small.point("p1", head="pa", modality=Modality.TEXTUAL),
        small.point("r1", RESPONDENT, "ra", "merits.no"),
    )
    judge = small.judge("j", textual=mine, doctrinal=theirs)
    assert bounds(argued, judge).reachable(judge, "merits") == found


def test_a_tie_that_cannot_be_broken_goes_to_the_winner_below_and_puts_the_other_out_of_reach() -> None:
    """The brief of respondent always has ten; petitioner has ten at most, or eleven."""
    for strength, found in ((5, ("no",)), (6, ("yes", "no"))):
        argued = small.case(
            small.point("p1", head="pa", strength=strength, modality=Modality.TEXTUAL),
            small.point("r1", RESPONDENT, "ra", "merits.no", strength=5, briefed=True),
            issues=(small.MERITS,),
        )
        judge = small.judge("j", textual=1, doctrinal=2)
        weigh = bounds(argued, judge)
        assert weigh.support(judge, "merits", small.MERITS.positions[1])[0] == 10
        assert weigh.support(judge, "merits", small.MERITS.positions[0])[1] == 2 * strength
        assert weigh.reachable(judge, "merits") == found


def test_what_is_urged_is_looked_up_by_position() -> None:
    found = bounds(TWO, small.judge("j"))._urging
    assert [each.id for each in found[PositionRef("merits", "yes")]] == ["p1", "p2", "p3"]
    assert [each.id for each in found[PositionRef("merits", "no")]] == ["r1"]
