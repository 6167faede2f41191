"""The shipped formats of argument. Data: what a format is stands in :mod:`moot.case.formats`."""

from __future__ import annotations

from moot.case import Case
from moot.case.formats import TICK_SECONDS, TICKS_A_MINUTE, Format, Segment
from moot.case.words import Side
from moot.errors import UnknownName

__all__ = [
    "FORMATS",
    "TICKS_A_MINUTE",
    "TICK_SECONDS",
    "WHITE_LIGHT",
    "Format",
    "Segment",
    "format_of",
    "get_format",
    "one_speaker",
]

WHITE_LIGHT = 5 * TICKS_A_MINUTE
"""The white light shows when this many ticks remain (Supreme Court practice in 1997: five minutes)."""

PETITIONER, RESPONDENT = Side.PETITIONER, Side.RESPONDENT


def one_speaker(id: str, title: str, ticks: int, reserves: tuple[int, ...], pace: int = 1, source: str = "") -> Format:
    """One speaker a side, with ``ticks`` each. Petitioner may keep one of ``reserves``, in minutes, for rebuttal."""
    return Format(
        id,
        title,
        (
            Segment("petitioner", PETITIONER, ticks, reserves=reserves),
            Segment("respondent", RESPONDENT, ticks),
            Segment("rebuttal", PETITIONER, 0, replies=True),
        ),
        pace,
        source,
    )


FORMATS: dict[str, Format] = {
    form.id: form
    for form in (
        one_speaker("scotus-1997", "Supreme Court, 1997: 30 minutes a side", 30 * TICKS_A_MINUTE, (0, 2, 4)),
        one_speaker("amca", "AMCA: 20 minutes a side", 20 * TICKS_A_MINUTE, (0, 2, 4)),
        one_speaker("quick", "Quick: 8 minutes a side, spoken in brief", 8 * TICKS_A_MINUTE, (1,), pace=2),
    )
}


def get_format(name: str | Format) -> Format:
    """The shipped format of this name; raises :class:`~moot.errors.UnknownName`."""
    if isinstance(name, Format):
        return name
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownName("format", name, FORMATS) from None


def format_of(case: Case, name: str | Format | None = None) -> Format:
    """The format of this name for a case, which may have one of its own; left out, the case's usual one."""
    if case.form is not None and (name is None or name == case.form.id):
        return case.form
    return get_format(name or case.argument)
