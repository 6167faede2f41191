"""What a rule turns on is worked out on its ways, and is what going through every setting would find."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.case.hypotheticals.dials import Dial, Rule
from moot.case.hypotheticals.settings import Budget, TooTangled

VALUES = ("a", "b", "c")
DIALS = {f"d{n}": Dial(f"d{n}", "", "a", VALUES, VALUES) for n in range(4)}

ways = st.lists(
    st.dictionaries(
        st.sampled_from(sorted(DIALS)), st.lists(st.sampled_from(VALUES), min_size=1, max_size=3), max_size=4
    ),
    max_size=5,
).map(lambda all: Rule(tuple(tuple((dial, tuple(some)) for dial, some in way.items()) for way in all)))


def settings(rule: Rule):
    names = sorted(rule.reads)
    return [dict(zip(names, values, strict=True)) for values in product(VALUES, repeat=len(names))]


@given(ways)
def test_a_rule_turns_on_what_every_setting_says(rule: Rule) -> None:
    plainly = {
        dial
        for facts in settings(rule)
        for dial in rule.reads
        if any(rule.met({**facts, dial: value}) is not rule.met(facts) for value in VALUES)
    }
    assert rule.turns_on(DIALS) == plainly


@given(ways, ways)
def test_two_rules_are_the_same_where_every_setting_says_so(one: Rule, other: Rule) -> None:
    both = Rule((*one.ways, *other.ways))
    assert one.same(other, DIALS) is all(one.met(facts) is other.met(facts) for facts in settings(both))


@pytest.mark.parametrize(("dials", "values"), [(12, 4), (40, 2), (60, 8)])
def test_a_rule_of_many_dials_is_answered(dials: int, values: int) -> None:
    words = tuple(f"v{n}" for n in range(values))
    many = {f"d{n}": Dial(f"d{n}", "", "v0", words, words) for n in range(dials)}
    rule = Rule((tuple((id, words[:1]) for id in many), (("d0", words[1:]), ("d1", words[:1]))))
    assert rule.turns_on(many) == set(many)
    assert not rule.same(Rule(rule.ways[:1]), many)


def test_a_rule_over_a_dial_that_is_not_there_turns_on_all_it_names() -> None:
    """It is told elsewhere; here it ended in a traceback for want of its values."""
    rule = Rule(((("d0", ("a",)), ("d9", ("a",))), (("d1", VALUES),)))
    assert rule.turns_on(DIALS) == {"d0", "d9", "d1"}
    assert rule.turns_on({**DIALS, "d9": DIALS["d1"]}) == set(), "any value of d1 will do"


def test_the_work_on_one_case_s_rules_is_counted_together() -> None:
    budget = Budget(5)
    budget.spend(2)
    budget.spend(3)
    with pytest.raises(TooTangled):
        budget.spend(1)


def test_a_rule_that_is_too_tangled_is_refused_and_does_not_hang() -> None:
    holes = tuple("abcdefgh")
    pigeons = {f"p{n}": Dial(f"p{n}", "", "a", holes, holes) for n in range(9)}
    rule = Rule(tuple(((a, (hole,)), (b, (hole,))) for a, b in combinations(pigeons, 2) for hole in holes))
    with pytest.raises(TooTangled):
        rule.turns_on(pigeons, Budget(50_000))
