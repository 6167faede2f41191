"""A novice: says something, answers something, keeps no plan."""

from __future__ import annotations

from moot.round.dice import LineDice
from moot.round.moves import SIT, Move
from moot.round.round import Round

__all__ = ["Novice"]


class Novice:
    """Chooses among the legal moves by seeded dice. It does not sit down while it has a point to make."""

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self._dice = LineDice("novice", seed)

    def choose(self, round: Round) -> Move:
        """One legal move, a function of the novice's seed and the line."""
        talk = [move for move in round.legal if move is not SIT] or [SIT]
        return talk[self._dice.at(round.notation).below(len(talk))]
