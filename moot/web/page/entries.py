"""Events as entries of the page's transcript: the words of :mod:`moot.sitting.words.event_text`, who speaks, and how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from moot.round.round import Round
from moot.sitting.events import (
    Asked,
    Begun,
    Closed,
    Decided,
    Event,
    Hint,
    Light,
    Opened,
    Reacted,
    Resumed,
    next_said,
)
from moot.sitting.showing.look import LOOKS
from moot.sitting.words.event_text import EventText, event_text
from moot.sitting.words.spoken import judge_title, speaker_of

__all__ = ["PageEntry", "entries"]

PageEntry = dict[str, Any]
"""One entry: ``kind``, ``ply``, ``text``, and what else that kind has."""


def entries(events: Sequence[Event], round: Round) -> list[PageEntry]:
    """The entries of these events, in order. The round is the one they came from."""
    out: list[PageEntry] = []
    for index, event in enumerate(events):
        following = next_said(events, index)
        words = event_text(event, following, round)
        if words is not None:
            out += _entries(event, following, words, round)
    return out


def _entries(event: Event, following: Event | None, words: EventText, round: Round) -> list[PageEntry]:
    entry: PageEntry = {"ply": event.ply, "kind": "note", "text": words.text}
    match event:
        case Opened(side=side):
            opened = f"{words.text}. {words.clock} on the clock."
            return [entry | {"kind": "turn", "side": side.value, "title": words.title.upper(), "text": opened}]
        case _ if words.counsel is not None:
            broken = isinstance(event, Begun | Resumed) and isinstance(following, Asked) and following.broke_in
            who = speaker_of(round, event.ply)
            speech = {"side": words.counsel.value, "who": who, "clock": words.clock}
            return [entry | {"kind": "speech", "broken": broken} | speech]
        case Asked(judge=judge, broke_in=broke_in):
            who = judge_title(round.bench, judge)
            asked = entry | {"kind": "question", "judge": judge, "who": who, "broke_in": broke_in}
            return [asked, *([entry | {"text": words.aside}] if words.aside else [])]
        case Reacted(judge=judge, kind=kind):
            look = LOOKS[kind]
            seen = {"glyph": look.glyph, "said": look.said, "ink": look.ink}
            return [entry | {"kind": "look", "judge": judge, "who": judge_title(round.bench, judge)} | seen]
        case Light(color=color):
            return [entry | {"kind": "light", "color": color.value}]
        case Hint():
            return [entry | {"kind": "hint"}]
        case Closed():
            spoken = f"{judge_title(round.bench, words.judge)}: {words.text}" if words.judge else words.text
            return [entry | {"kind": "closed", "text": spoken}]
        case Decided():
            return [entry | {"kind": "decided"}]
        case _:
            return [entry]
