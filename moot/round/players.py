"""Who may choose moves: an object with ``choose``, or a plain function of the round."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from moot.errors import InvalidMove
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["Choose", "Player", "chooser"]


class Player(Protocol):
    """Anyone who can choose counsel's move: given the round, one of its legal moves."""

    def choose(self, round: Round) -> Move:
        """One of ``round.legal``."""
        ...


Choose = Callable[["Round"], Move | str]
"""A player as a plain function: given the round, a legal move, or its notation."""


def chooser(player: Player | Choose, who: str) -> Choose:
    """The function by which this player chooses; ``who`` is for messages.

    Raises ``TypeError`` at once for what is no player. What the function returns is looked at when it is called: anything but
    a move or its notation is an :class:`~moot.errors.InvalidMove`.
    """
    choose = getattr(player, "choose", player)
    if isinstance(player, type) or not callable(choose):
        got = f"the class {player.__name__}: call it first" if isinstance(player, type) else repr(player)[:60]
        raise TypeError(f"{who} must be a function of the round, or an object with choose(round); got {got}")

    def chosen(round: Round) -> Move | str:
        move = choose(round)
        if not isinstance(move, (Move, str)):
            raise InvalidMove(f"{who} chose {move!r}, which is not a move")
        return move

    return chosen
