"""How hard the bench presses. Data, apart from the draw that reads it, because a start screen lists it."""

from __future__ import annotations

from moot.errors import UnknownName

__all__ = ["HEATS", "heat_of"]

HEATS: dict[str, int] = {"cold": 25, "normal": 55, "hot": 85, "historical": 70}
"""In a hundred, how often a bench that could ask does."""


def heat_of(name: str) -> int:
    """The chance in a hundred that this heat asks; raises :class:`~moot.errors.UnknownName`."""
    try:
        return HEATS[name]
    except KeyError:
        raise UnknownName("heat", name, HEATS) from None
