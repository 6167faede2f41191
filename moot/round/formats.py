"""The shipped formats of argument. Data: what a format is stands in :mod:`moot.case.formats`."""

from __future__ import annotations

from moot.case import Case
from moot.case.formats import TICK_SECONDS, TICKS_A_MINUTE, Format, Segment
from moot.case.words import Side
from moot.errors import UnknownName
from moot.round.text.format_names import FORMAT_TITLES

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
    "usual_id",
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


REPLY_NAMES = {PETITIONER: "rebuttal", RESPONDENT: "surrebuttal"}
"""What the reply of a side is usually called."""


def usual_id(side: Side, speaker: int, *, replies: bool) -> str:
    """The id of a segment to which nobody gave one."""
    if replies:
        return REPLY_NAMES[side]
    return f"{side.value}-{speaker}" if speaker > 1 else side.value


def _two(
    side: Side, first: int, second: int, *, keeper: int = 0, reserves: tuple[int, ...] = ()
) -> tuple[Segment, Segment]:
    """The openings of two speakers, in minutes; the ``keeper`` (1 or 2) may set time aside for the reply."""
    return (
        Segment(side.value, side, first * TICKS_A_MINUTE, 1, reserves=reserves if keeper == 1 else ()),
        Segment(f"{side.value}-2", side, second * TICKS_A_MINUTE, 2, reserves=reserves if keeper == 2 else ()),
    )


_AMCA = Format(
    "amca",
    FORMAT_TITLES["amca"],
    (
        *_two(PETITIONER, 10, 10, keeper=1, reserves=(0, 2, 3)),
        *_two(RESPONDENT, 10, 10),
        Segment("rebuttal", PETITIONER, 0, 1, replies=True),
    ),
    source="American Moot Court Association (rules as revised in 2017, in summaries of them): 20 minutes a side, two speakers "
    "with at least seven minutes each, a few minutes of which petitioner alone may keep for one speaker's rebuttal",
)
_NMCC = Format(
    "nmcc",
    FORMAT_TITLES["nmcc"],
    (
        *_two(PETITIONER, 15, 15, keeper=1, reserves=(0, 3, 5)),
        *_two(RESPONDENT, 15, 15),
        Segment("rebuttal", PETITIONER, 0, 1, replies=True),
    ),
    source="National Moot Court Competition of the New York City Bar (64th annual rules, 2013-14, rule 6, from summaries): "
    "30 minutes a side, both speakers argue, rebuttal for petitioner and no surrebuttal; the even division is usual practice",
)
_JESSUP = Format(
    "jessup",
    FORMAT_TITLES["jessup"],
    (
        *_two(PETITIONER, 20, 25, keeper=2, reserves=(0, 3, 5, 10)),
        *_two(RESPONDENT, 20, 25, keeper=2, reserves=(0, 3, 5, 10)),
        Segment("rebuttal", PETITIONER, 0, 2, replies=True),
        Segment("surrebuttal", RESPONDENT, 0, 2, replies=True),
    ),
    source="Philip C. Jessup International Law Moot Court Competition (official rules, 2021, oral rounds, from summaries): "
    "45 minutes a side, two speakers with no more than 25 minutes each, replies included; up to ten minutes may be kept for "
    "rebuttal or surrebuttal; the division 20 and 25 is one of those allowed",
)
FORMATS: dict[str, Format] = {
    form.id: form
    for form in (
        one_speaker("scotus-1997", FORMAT_TITLES["scotus-1997"], 30 * TICKS_A_MINUTE, (0, 2, 4)),
        one_speaker("quick", FORMAT_TITLES["quick"], 8 * TICKS_A_MINUTE, (1,), pace=2),
        _AMCA,
        _NMCC,
        _JESSUP,
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
