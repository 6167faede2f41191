"""The narrowest common ground of a divided majority (Marks v. United States, 430 U.S. 188 (1977))."""

from __future__ import annotations

from moot.bench.votes.common_ground import common_ground
from moot.case import Step
from tests import support as small

FIVE = small.bench(*(small.judge(name) for name in "abcde"))
DUTY, BREACH, HARM = Step("n1", "duty", "owed"), Step("n2", "breach", "shown"), Step("n3", "harm", "done")


def test_of_two_grounds_with_a_majority_the_one_on_the_shortest_walk_is_the_narrowest() -> None:
    """In whatever order the groups come. With them unsorted, seniority would decide, and no test would have said so."""
    longer, shorter = (3, (DUTY, BREACH)), (2, (DUTY,))
    for behind in ((longer, shorter), (shorter, longer)):
        ground, note = common_ground(FIVE, behind)
        assert ground == (DUTY,)
        assert note.startswith("5 of the 5 judges agree")


def test_exactly_a_majority_is_enough_for_common_ground_and_one_less_is_not() -> None:
    ground, _ = common_ground(FIVE, ((2, (DUTY, HARM)), (1, (BREACH, HARM))))
    assert ground == (HARM,)
    ground, note = common_ground(FIVE, ((1, (DUTY, HARM)), (1, (BREACH, HARM))))
    assert ground is None
    assert note.startswith("No ground for the judgment has a majority")


def test_only_the_steps_that_all_of_them_took_are_common() -> None:
    ground, _ = common_ground(FIVE, ((2, (DUTY, BREACH, HARM)), (2, (BREACH, HARM))))
    assert ground == (BREACH, HARM)
