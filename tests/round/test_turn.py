"""Whose turn it is, as a type."""

from __future__ import annotations

from typing import Literal, get_args

import moot
from moot.case import BENCH, Side
from moot.case.words import ToMove
from moot.counsel import Novice


def test_whose_turn_it_is_was_any_string_and_could_not_be_matched_to_the_end() -> None:
    """A type checker now knows that a side, the bench and None are all there is."""
    assert set(get_args(ToMove)) == {Side, Literal["bench"]}
    round = moot.Round(moot.load_case("first-argument"), moot.load_bench("three"), seed=1, format="quick")
    seen = []
    while (turn := round.turn) is not None:
        match turn:
            case Side.PETITIONER | Side.RESPONDENT:
                seen.append(turn)
                round.push(Novice(1).choose(round))
            case "bench":
                seen.append(turn)
                round.push("pass")
    assert set(seen) == {*Side, BENCH}
