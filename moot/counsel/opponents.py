"""The opponents a person can name."""

from __future__ import annotations

from collections.abc import Callable

from moot.counsel.greedy import Greedy
from moot.counsel.novice import Novice
from moot.counsel.scripted import Scripted
from moot.errors import UnknownName
from moot.round.round import Player

__all__ = ["OPPONENTS", "make"]

OPPONENTS: dict[str, Callable[[int], Player]] = {
    "novice": Novice,
    "greedy": lambda _: Greedy(),
    "scripted": lambda _: Scripted(),
}
"""Name to maker; a maker takes the opponent's seed."""


def make(name: str, seed: int = 0) -> Player:
    """The opponent of this name. Raises :class:`~moot.errors.UnknownName`."""
    try:
        return OPPONENTS[name](seed)
    except KeyError:
        raise UnknownName("opponent", name, OPPONENTS) from None
