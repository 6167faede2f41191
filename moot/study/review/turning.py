"""How the bench leaned through the argument, and where it turned. Exact: each position is judged as if the case were decided there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from moot.case import Heard, Side
from moot.round.round import Round
from moot.study.alternatives import votes_for
from moot.study.review.values import TurningPoint

__all__ = ["leaning", "turning_point"]


def leaning(round: Round, side: Side) -> tuple[int, ...]:
    """How many judges would vote for the side if the case were decided then: before the first move, and after each."""
    found: list[int] = []
    last: Heard | None = None
    for position in round.positions:
        if position.heard != last:
            last = position.heard
            found.append(len(votes_for(round, last, side)))
        else:
            found.append(found[-1])
    return tuple(found)


def turning_point(round: Round, leanings: Sequence[int], seats: int) -> TurningPoint | None:
    """The last move that took the bench from one side's majority to the other's.

    Where it never changed hands, the move after which most judges had changed at once, two or more; None where no move did that.
    """
    won = [2 * votes > seats for votes in leanings]
    for ply in range(len(round.line), 0, -1):
        if won[ply] is not won[ply - 1]:
            return TurningPoint(ply, str(round.line[ply - 1]), leanings[ply - 1], leanings[ply])
    steps = [abs(after - before) for before, after in itertools.pairwise(leanings)]
    if not steps or max(steps) < 2:
        return None
    ply = steps.index(max(steps)) + 1
    return TurningPoint(ply, str(round.line[ply - 1]), leanings[ply - 1], leanings[ply])
