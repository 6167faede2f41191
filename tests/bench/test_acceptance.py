"""Acceptance: undercuts strike, rebuts and undermines weaken; held against independent implementations."""

from __future__ import annotations

from argumentation.core.dung import ArgumentationFramework, grounded_extension
from argumentation.ranking.ranking import categoriser_scores
from hypothesis import given
from hypothesis import strategies as st

from moot.bench.judging.acceptance import BITE, counts, grounded

IDS = "abcdefgh"
pairs = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20)
weights = st.lists(st.integers(0, 50), min_size=7, max_size=7)


def listed(attacks) -> list[list[int]]:
    """The numbers each of seven arguments attacks."""
    return [sorted(other for one, other in attacks if one == number) for number in range(7)]


@given(st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=24))
def test_grounded_extension_agrees_with_an_independent_implementation(defeats: set) -> None:
    """Cycles, self-attacks and all."""
    theirs = grounded_extension(ArgumentationFramework(frozenset(IDS), frozenset(defeats)))
    assert grounded(IDS, defeats) == theirs


@given(pairs)
def test_among_equals_counts_agree_with_an_independent_categoriser(attacks) -> None:
    """Where every argument weighs BITE, a count is BITE times the categoriser of Besnard and Hunter."""
    theirs = categoriser_scores(
        ArgumentationFramework(
            frozenset(map(str, range(7))), frozenset((str(one), str(other)) for one, other in attacks)
        )
    ).scores
    for number, mine in enumerate(counts([BITE] * 7, listed(attacks))):
        assert abs(mine - BITE * theirs[str(number)]) <= 1


@given(weights, pairs)
def test_counts_solve_their_equation(much, attacks) -> None:
    """By bisection on the mix of two bounds: an independent way to the one solution, in floating point."""
    against = [[one for one, other in attacks if other == number and much[one]] for number in range(7)]
    now = [float(weight) for weight in much]
    for step in range(4000):
        then = [much[n] * BITE / (BITE + sum(now[one] for one in against[n])) for n in range(7)]
        now = [(a * (step + 1) + b) / (step + 2) for a, b in zip(now, then, strict=True)] if step < 40 else then
    for mine, theirs in zip(counts(much, listed(attacks)), now, strict=True):
        assert abs(mine - theirs) <= 1


@given(weights, pairs, pairs)
def test_an_undercut_strikes_whatever_the_weights_and_what_is_struck_attacks_nothing(much, attacks, cuts) -> None:
    left = counts(much, listed(attacks), sorted(cuts))
    live = {number for number in range(7) if much[number]}
    standing = grounded(live, {(one, other) for one, other in cuts if {one, other} <= live})
    for number in live - standing:
        assert left[number] == 0
    alone = [weight if number in standing else 0 for number, weight in enumerate(much)]
    assert left == counts(alone, listed(attacks))


@given(weights, pairs)
def test_what_is_unattacked_counts_whole_and_nothing_counts_more_than_it_weighs(much, attacks) -> None:
    left = counts(much, listed(attacks))
    for number, weight in enumerate(much):
        assert 0 <= left[number] <= weight
        if not any(other == number and much[one] for one, other in attacks):
            assert left[number] == weight


def test_equals_that_rebut_each_other_do_not_annihilate_each_other() -> None:
    """They died for every judge alike, and some trifling answer decided the case."""
    assert counts([24, 24], [[1], [0]]) == [18, 18]
    assert counts([30, 10], [[1], [0]])[0] > counts([10, 10], [[1], [0]])[0]


def test_a_heavier_attacker_takes_more() -> None:
    taken = [24 - counts([24, weight], [[], [0]])[0] for weight in (2, 6, 12, 24, 48)]
    assert taken == sorted(set(taken))
    assert counts([24, BITE], [[], [0]])[0] == 12


def after_rounds(one: int, other: int, rounds: int) -> tuple[int, int]:
    """Two arguments that rebut each other, in sixteenths, after so many rounds."""
    mine, theirs, bite = 16 * one, 16 * other, 16 * BITE
    for _ in range(rounds):
        mine, theirs = 16 * one * bite // (bite + theirs), 16 * other * bite // (bite + mine)
    return mine, theirs


def test_sixteenths_that_alternate_end_at_the_higher_value() -> None:
    """One settling in twenty ran all 64 rounds, for pairs such as 20 and 44, which alternate in the last sixteenth and never settle."""
    assert after_rounds(20, 44, 63) != after_rounds(20, 44, 64) == after_rounds(20, 44, 66)
    assert counts([20, 44], [[1], [0]]) == [12, 36]
    alternating = 0
    for one in range(1, 61):
        for other in range(1, 61):
            last = after_rounds(one, other, 64)
            alternating += last != after_rounds(one, other, 63)
            assert counts([one, other], [[1], [0]]) == [(much + 8) // 16 for much in last]
    assert alternating > 20


def test_what_strikes_one_thing_already_struck_strikes_the_rest_all_the_same() -> None:
    """0 and 1 both strike 2; whichever of them strikes 3 as well frees 4."""
    for other in (0, 1):
        assert grounded(range(5), [(0, 2), (1, 2), (other, 3), (3, 4)]) == {0, 1, 4}
