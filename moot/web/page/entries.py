"""Events as entries of the page's transcript. The words are the plain form's; this adds who speaks and how it looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from moot.case import Side
from moot.plain.render import event_lines
from moot.plain.speech import counsel, judge_label
from moot.round.round import Round
from moot.sitting.events import (
    Answered,
    Asked,
    Begun,
    Closed,
    Decided,
    Event,
    Hint,
    Light,
    Mapped,
    Opened,
    Reacted,
    Resumed,
    TurnedTo,
    next_said,
)
from moot.sitting.look import LOOKS
from moot.sitting.spoken import judge_title, speaker_of

__all__ = ["PageEntry", "entries"]

PageEntry = dict[str, Any]
"""One entry: ``kind``, ``ply``, ``text``, and what else that kind has."""

_CLOCK = re.compile(r" \[(\d+:\d\d)\]")


def entries(events: Sequence[Event], round: Round) -> list[PageEntry]:
    """The entries of these events, in order. The round is the one they came from."""
    out: list[PageEntry] = []
    for index, event in enumerate(events):
        following = next_said(events, index)
        lines = [para.text for para in event_lines(event, following, round) if para.text]
        if lines:
            out += _entries(event, following, lines, round)
    return out


def _entries(event: Event, following: Event | None, lines: list[str], round: Round) -> list[PageEntry]:
    base = {"ply": event.ply}
    match event:
        case Opened(side=side):
            return [base | {"kind": "turn", "side": side.value, "title": lines[0], "text": " ".join(lines[1:])}]
        case Mapped(side=side) | Begun(side=side) | Resumed(side=side) | TurnedTo(side=side) | Answered(side=side):
            broken = isinstance(event, Begun | Resumed) and isinstance(following, Asked) and following.broke_in
            return [base | _speech(round, event.ply, side, lines[0]) | {"kind": "speech", "broken": broken}]
        case Asked(judge=judge, broke_in=broke_in):
            label = judge_label(round.bench, judge)
            asked = base | {
                "kind": "question",
                "judge": judge,
                "who": judge_title(round.bench, judge),
                "text": lines[0].removeprefix(f"{label}: "),
                "broke_in": broke_in,
            }
            return [asked, *(base | {"kind": "note", "text": _bare(line)} for line in lines[1:])]
        case Reacted(judge=judge, kind=kind):
            look = LOOKS[kind]
            label = judge_label(round.bench, judge)
            return [
                base
                | {
                    "kind": "look",
                    "judge": judge,
                    "who": judge_title(round.bench, judge),
                    "text": lines[0].removeprefix(f"{label}: "),
                    "glyph": look.glyph,
                    "said": look.said,
                    "ink": look.ink,
                }
            ]
        case Light(color=color):
            return [base | {"kind": "light", "color": color.value, "text": _bare(lines[0])}]
        case Hint():
            return [base | {"kind": "hint", "text": _bare(lines[0])}]
        case Closed():
            return [base | {"kind": "closed", "text": _bare(line)} for line in lines]
        case Decided():
            return [base | {"kind": "decided", "text": line} for line in lines]
        case _:
            return [base | {"kind": "note", "text": _bare(line)} for line in lines]


def _speech(round: Round, ply: int, side: Side, line: str) -> PageEntry:
    """The speaker and the words of a line of the transcript such as ``CASSIDY [30:00]: ...``."""
    rest = line.removeprefix(counsel(round, ply))
    clock = _CLOCK.match(rest)
    if clock:
        rest = rest[clock.end() :]
    return {
        "side": side.value,
        "who": speaker_of(round, ply),
        "clock": clock[1] if clock else "",
        "text": rest.removeprefix(": "),
    }


def _bare(line: str) -> str:
    """A line without the parentheses that set it off in the plain form."""
    return line[1:-1] if line.startswith("(") and line.endswith(")") else line
