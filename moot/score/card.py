"""The score card of a round: three separate things, never mixed."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case import Side
from moot.round.round import Round
from moot.score.ballot import Ballot, ballots
from moot.score.marks import Marked, marks
from moot.score.result import Result, result

__all__ = ["Card", "score"]


@dataclass(frozen=True, slots=True)
class Card:
    """Marks against the opinions, a ballot a side, and the result (None until the case is decided)."""

    marks: tuple[Marked, ...]
    ballots: dict[Side, Ballot]
    result: Result | None


def score(round: Round) -> Card:
    """Score a round, finished or not."""
    outcome = round.outcome()
    return Card(marks(round), ballots(round), result(outcome.ruling) if outcome else None)
