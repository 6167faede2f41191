"""A format of argument as one line of text, and back: how a record carries a format that moot does not ship."""

from __future__ import annotations

import json
from typing import Any

from moot.case import Case, Side
from moot.case.formats import Format, Segment, format_problems
from moot.round.formats import FORMATS

__all__ = ["MOST_TEXT", "format_from_text", "format_text", "is_at_hand"]

MOST_TEXT = 4000
"""The longest such line that is read."""

_MOST_SEGMENTS = 12
_MOST_PACE = 4


def is_at_hand(form: Format, case: Case) -> bool:
    """Whether the id alone names this format: moot ships it, or it is the case's own."""
    return FORMATS.get(form.id) == form or case.form == form


def format_text(form: Format) -> str:
    """The format as compact JSON, without its title and source."""
    rows = [
        [each.id, each.side.value, each.ticks, each.speaker, each.replies, list(each.reserves), each.protected]
        for each in form.segments
    ]
    return json.dumps({"id": form.id, "pace": form.pace, "segments": rows}, separators=(",", ":"))


def format_from_text(text: str) -> Format:
    """The format that :func:`format_text` wrote. Raises ``ValueError`` for anything else, or a format that cannot be played."""
    try:
        found: Any = json.loads(text[:MOST_TEXT])
        form = Format(_text(found["id"]), found["id"], tuple(map(_segment, found["segments"])), _whole(found["pace"]))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no format: {error}") from None
    if not 1 <= len(form.segments) <= _MOST_SEGMENTS or not 1 <= form.pace <= _MOST_PACE:
        raise ValueError("no format: too many segments, or no pace")
    for _, problem, _ in format_problems(form):
        raise ValueError(f"no format: {problem}")
    return form


def _segment(row: list[Any]) -> Segment:
    id, side, ticks, speaker, replies, reserves, protected = row
    if not isinstance(replies, bool):
        raise TypeError("replies is true or false")
    minutes = tuple(map(_whole, reserves))
    return Segment(_text(id), Side(side), _whole(ticks), _whole(speaker), replies, minutes, _whole(protected))


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(f"{value!r} is no count")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value or not value.isascii() or not value.replace("-", "").isalnum():
        raise TypeError(f"{value!r} is no id")
    return value
