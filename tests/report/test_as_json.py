"""A sitting as plain data."""

from __future__ import annotations

import pytest

import moot
from moot.counsel import Novice
from moot.report.as_json import sitting
from tests import support as small
from tests.bench.test_conference import THREE, THREE_TREE, WANTS


@pytest.mark.parametrize(
    ("votes", "told"), [("rra", (2, 1)), ("raa", (1, 2)), ("aaa", (0, 3)), ("rva", (2, 1)), ("ra", (1, 1))]
)
def test_votes_are_told_for_and_against_disturbing_whatever_the_judgment_is(votes: str, told: tuple[int, int]) -> None:
    """Where the court affirmed, "for" counted those who affirmed."""
    judges = [small.judge(f"j{n}", n, held={WANTS[vote]: 2}) for n, vote in enumerate(votes, 1)]
    round = moot.Round(small.case(issues=(THREE,), tree=THREE_TREE), small.bench(*judges))
    round.play_out(Novice(1), Novice(2))
    assert sitting(round)["ruling"]["votes"] == {"for": told[0], "against": told[1]}
