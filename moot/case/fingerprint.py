"""Two fingerprints of a case: of its structure and of its words.

A record made under one structure replays under any words. When only the words differ, a record loads with the new
ones; when the structure differs, its moves are played again and may stop fitting.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Hashable
from functools import lru_cache
from typing import Any, cast

from moot.case.argument import Answer, Argument, Point, Question
from moot.case.case import Below, Case, Costs, Head, Party
from moot.case.hypotheticals.consequence import Concession, Consequence
from moot.case.hypotheticals.dials import Dial
from moot.case.language.speech import count_words
from moot.case.law import Authority, Issue, Node, Position, RecordItem
from moot.case.opinion import Holding, Mark, RealOpinion

__all__ = ["no_rule_reads", "prose_hash", "same_case", "spoken_ticks", "structure_hash"]

_WORDS: dict[type, frozenset[str]] = {
    Answer: frozenset({"text", "why", "says"}),
    Argument: frozenset({"citations"}),
    Authority: frozenset({"name", "cite", "court", "says", "year", "short"}),
    Case: frozenset(
        (
            "caption",
            "citation",
            "docket",
            "court",
            "argued",
            "decided",
            "bench",
            "argument",
            "question_presented",
            "facts",
            "below",
            "petitioner",
            "respondent",
            "aftermath",
            "hints",
            "historical",
            "real",
            "decision",
            "must",
            "accepts",
        )
    ),
    Concession: frozenset({"what"}),
    Dial: frozenset({"asks", "words"}),
    Head: frozenset({"title"}),
    Holding: frozenset({"pin", "quote", "gist"}),
    Issue: frozenset({"question", "met", "unmet"}),
    Mark: frozenset({"reason"}),
    Node: frozenset({"terms"}),
    Point: frozenset({"title", "speech", "says"}),
    Position: frozenset({"text", "holds", "reasons", "marks"}),
    Question: frozenset({"text", "asked_by", "source"}),
    RealOpinion: frozenset({"ground", "text", "joined", "author"}),
    RecordItem: frozenset({"text", "page"}),
}
"""The fields that are words, or that no rule of a round reads. Everything else is structure."""

_SINCE_VERSION_1: frozenset[tuple[type, str]] = frozenset(
    {
        (Answer, "says"),
        (Answer, "why"),
        (Answer, "worth"),
        (Argument, "appeals"),
        (Argument, "citations"),
        (Authority, "short"),
        (Below, "application"),
        (Below, "presumption"),
        (Case, "decision"),
        (Case, "form"),
        (Case, "accepts"),
        (Case, "must"),
        (Consequence, "open"),
        (Head, "speaker"),
        (Issue, "preliminary"),
        (Node, "terms"),
        (Party, "addressed"),
        (Party, "second"),
        (Party, "several"),
        (Point, "says"),
        (Position, "holds"),
        (Position, "marks"),
        (Position, "open"),
        (Position, "reasons"),
        (Question, "returns_to"),
        (Question, "stock"),
    }
)
"""Fields that came after the first records: at their default they leave the fingerprint as it was."""

_NEITHER = frozenset({(Case, "version"), (Case, "renamed_from")})
_LENGTH = 16
_WORDS_A_TICK = (75, 2)
"""At 150 words a minute, 37.5 words are spoken in a tick of 15 seconds."""


def structure_hash(case: Case) -> str:
    """A fingerprint of ids, order, costs, positions, attacks, guards, marks: all that rules read, and no words.

    A cost that is computed from the words is structure, and so is counted in ticks.
    """
    return fingerprints(case)[0]


def prose_hash(case: Case) -> str:
    """A fingerprint of every text of the case."""
    return fingerprints(case)[1]


def same_case(one: Case, other: Case) -> bool:
    """Whether two values are one case in structure and in words, read twice perhaps."""
    if one is other:
        return True
    return one.id == other.id and fingerprints(one) == fingerprints(other)


def fingerprints(case: Case) -> tuple[str, str]:
    """Both: of the structure and of the texts."""
    known: tuple[str, str] | None = case.derived.get(fingerprints)
    if known is None:
        split = _Split(case)
        known = case.derived[fingerprints] = _digest(split.structure), _digest(split.prose)
    return known


def remember_fingerprints(case: Case, known: tuple[str, str]) -> None:
    """Take what :func:`fingerprints` gave for this case before, so that it need not be worked out again."""
    case.derived[fingerprints] = known


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:_LENGTH]


@lru_cache(maxsize=64)
def _fields(kind: Hashable) -> tuple[tuple[str, bool, Any], ...]:
    """The fields of a value that count, whether each is words, and the default at which it does not count."""
    assert isinstance(kind, type)
    words = _WORDS.get(kind, frozenset())
    fields = [item for item in dataclasses.fields(kind) if (kind, item.name) not in _NEITHER]
    return tuple(
        (item.name, item.name in words, item.default if (kind, item.name) in _SINCE_VERSION_1 else dataclasses.MISSING)
        for item in fields
    )


class _Split:
    """One walk over a case that sorts its parts into structure and prose."""

    def __init__(self, case: Case) -> None:
        self.structure: list[str] = []
        self.prose: list[str] = []
        self.costs = case.costs
        self.value(case, words=False)

    def value(self, value: Any, *, words: bool) -> None:
        into = self.prose if words else self.structure
        if isinstance(value, str | int) or value is None:
            into.append(f"{value.__class__.__name__[0]}{value}" if isinstance(value, bool) else f"{value}")
        elif isinstance(value, tuple):
            # Stock questions are made from the rest of the case: the file has not changed if they have.
            items = [item for item in value if not (isinstance(item, Question) and item.stock)]
            into.append(f"({len(items)}")
            for item in items:
                self.value(item, words=words)
        else:
            kind = type(value)
            into.append(kind.__name__)
            for name, prose, ignored in _fields(cast("Hashable", kind)):
                each = getattr(value, name)
                if name == "right":
                    # A wrong entry of a quiz was once neither right nor wrong: the file that says so has not changed.
                    each = each or None
                if each != ignored:
                    self.value(each, words=words or prose)
            if not words and (ticks := spoken_ticks(value, self.costs)):
                self.structure.append(ticks)


def no_rule_reads(kind: type) -> frozenset[str]:
    """The fields of such a value that are words, or that no rule of a round reads."""
    return _WORDS.get(kind, frozenset())


def spoken_ticks(value: Any, costs: Costs) -> str:
    """The ticks of what gives no cost of its own, computed from its words; empty for anything else."""
    text, own, common = "", None, None
    if isinstance(value, Point):
        text, own, common = value.speech, value.ticks, costs.point
    elif isinstance(value, Question):
        text, own, common = value.text, value.ticks, costs.ask
    elif isinstance(value, Answer):
        text, own, common = value.text, value.ticks, costs.answer
    return _ticks(text) if text and own is None and common is None else ""


def _ticks(text: str) -> str:
    words, parts = _WORDS_A_TICK
    return str(-(-count_words(text) * parts // words))
