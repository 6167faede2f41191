"""Exhaustive search: the exact value of every move, where the tree below it is small enough.

The bench moves by its odds, the other side as its player does, and the side reviewed chooses best, once for the vote and once for the ballot.
"""

from __future__ import annotations

from fractions import Fraction

from moot.case import BENCH, Side
from moot.round.asking.odds import odds
from moot.round.moves import Move
from moot.round.players import Choose
from moot.round.round import Round
from moot.score.ballot import ballot
from moot.study.alternatives import votes_for

__all__ = ["EndValue", "end_value", "exact_values"]

EndValue = tuple[Fraction, Fraction]
"""The expected share of the bench, 0 to 1, and ballot points out of a hundred."""


class _TooMany(Exception):
    """The tree is larger than was asked for."""


def exact_values(round: Round, side: Side, opponent: Choose, budget: int) -> dict[Move, EndValue] | None:
    """What each legal move is worth to the side that is to move, with best play from there.

    None where the tree has more than ``budget`` positions. The round is left as it was.
    """
    search = _Search(side, opponent, budget)
    ply = round.ply
    try:
        return {move: search.after(round, move) for move in list(round.legal)}
    except _TooMany:
        while round.ply > ply:
            round.pop()
        return None


def end_value(round: Round, side: Side) -> EndValue:
    """The share of the bench and the ballot of a decided round."""
    seats = len(round.bench.judges)
    return Fraction(len(votes_for(round, round.position.heard, side)), seats), ballot(round, side).total


class _Search:
    def __init__(self, side: Side, opponent: Choose, budget: int) -> None:
        self.side, self.opponent, self.left = side, opponent, budget

    def after(self, round: Round, move: Move | str) -> EndValue:
        """The value of the position after a move."""
        round.push(move)
        found = self.value(round)
        round.pop()
        return found

    def value(self, round: Round) -> EndValue:
        """The value of a position."""
        self.left -= 1
        if self.left < 0:
            raise _TooMany
        turn = round.turn
        if turn is None:
            return end_value(round, self.side)
        if turn == BENCH:
            share = points = Fraction(0)
            for move, chance in odds(round):
                if chance:
                    one, other = self.after(round, move)
                    share, points = share + chance * one, points + chance * other
            return share, points
        if turn is self.side:
            found = [self.after(round, move) for move in list(round.legal)]
            return max(one for one, _ in found), max(other for _, other in found)
        return self.after(round, self.opponent(round))
