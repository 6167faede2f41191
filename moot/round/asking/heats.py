"""How hard the bench presses. Data, apart from the draw that reads it, because a start screen lists it."""

from __future__ import annotations

from moot.errors import UnknownName

__all__ = ["HEATS", "HISTORICAL", "heat_of"]

HEATS: dict[str, int] = {"cold": 50, "normal": 100, "hot": 150, "historical": 100}
"""How many questions the bench wants to ask, in a hundred of those it wants to ask at the normal heat."""

HISTORICAL = "historical"
"""The heat at which only what was really asked is asked, by those who really asked it."""


def heat_of(name: str) -> int:
    """How hard this heat presses; raises :class:`~moot.errors.UnknownName`."""
    try:
        return HEATS[name]
    except KeyError:
        raise UnknownName("heat", name, HEATS) from None
