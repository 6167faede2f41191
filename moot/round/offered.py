"""The order in which the answers to a question are offered: drawn from the seed and the line, so that places say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.round import moves
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["answers_offered"]


def answers_offered(round: Round) -> tuple[moves.GiveAnswer, ...]:
    """The answers that counsel may give now, in the order in which a person sees them; none where no question is pending.

    Who asked makes no difference to it.
    """
    legal = [move for move in round.legal if isinstance(move, moves.GiveAnswer)]
    if not legal:
        return ()
    said = (move.words.partition(" by ")[0] for move in round.line)
    return tuple(Dice("choices", round.seed, *said).shuffled(legal))
