"""Formats of argument: how long each side has, and what may be kept for rebuttal. Data."""

from __future__ import annotations

from dataclasses import dataclass

from moot.errors import UnknownName

__all__ = ["FORMATS", "TICKS_A_MINUTE", "TICK_SECONDS", "WHITE_LIGHT", "Format", "get_format"]

TICK_SECONDS = 15
TICKS_A_MINUTE = 60 // TICK_SECONDS
WHITE_LIGHT = 5 * TICKS_A_MINUTE
"""The white light shows when this many ticks remain (Supreme Court practice in 1997: five minutes)."""


@dataclass(frozen=True, slots=True)
class Format:
    """``ticks`` a side; ``reserves`` in minutes, any of which petitioner may keep; ``pace`` divides every cost."""

    id: str
    title: str
    ticks: int
    reserves: tuple[int, ...]
    pace: int = 1


FORMATS: dict[str, Format] = {
    form.id: form
    for form in (
        Format("scotus-1997", "Supreme Court, 1997: 30 minutes a side", 30 * TICKS_A_MINUTE, (0, 2, 4)),
        Format("amca", "AMCA: 20 minutes a side", 20 * TICKS_A_MINUTE, (0, 2, 4)),
        Format("quick", "Quick: 8 minutes a side, spoken in brief", 8 * TICKS_A_MINUTE, (1,), pace=2),
    )
}


def get_format(name: str | Format) -> Format:
    """The format of this name; raises :class:`~moot.errors.UnknownName`."""
    if isinstance(name, Format):
        return name
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownName("format", name, FORMATS) from None
