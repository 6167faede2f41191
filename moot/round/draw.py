"""The bench as a player that draws its moves. The dice are keyed by the seed, the heat and the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.round import moves
from moot.round.dice import Dice
from moot.round.heats import HEATS, heat_of
from moot.round.moves import Move
from moot.round.odds import chances, odds

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["HEATS", "Dice", "Drawn", "draw", "heat_of", "odds"]


def draw(round: Round) -> Move:
    """The bench's move here: a pure function of the round's seed, heat and line."""
    found = chances(round)
    dice = Dice("bench", round.seed, round.heat, *(move.words.partition(" by ")[0] for move in round.line))
    groups = [(group, group.share) for group in found if group.share]
    if not groups:
        return moves.Pass()
    throw = dice.below(1000)
    for group, share in groups:
        throw -= share
        if throw < 0:
            by = dice.pick(list(group.judges), [weight for weight, _ in group.judges.values()])
            questions = group.judges[by][1]
            return moves.Ask(dice.pick(list(questions), list(questions.values())), by)
    return moves.Pass()


class Drawn:
    """The bench as a player that draws its moves."""

    def choose(self, round: Round) -> Move:
        """Ask or pass, by the dice."""
        return draw(round)
