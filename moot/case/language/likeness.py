"""How much two texts share, by their words of substance."""

from __future__ import annotations

import re

__all__ = ["alike", "shared", "within"]

_LIKE = 0.5
_PLAIN = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "no",
        "not",
        "of",
        "on",
        "only",
        "or",
        "so",
        "than",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "to",
        "under",
        "was",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "would",
    ]
)
"""Words of grammar."""


def alike(one: str, other: str) -> bool:
    """Whether most words of substance in one text stand in the other too, so that to say both is to repeat oneself."""
    mine, theirs = _words(one), _words(other)
    return bool(mine) and len(mine & theirs) / len(mine) >= _LIKE


def within(one: str, other: str) -> bool:
    """Whether all words of substance in one text stand in the other, so that it says nothing the other does not."""
    mine = _words(one)
    return bool(mine) and mine <= _words(other)


def shared(one: str, other: str) -> int:
    """How many words of substance stand in both texts."""
    return len(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    found = re.findall(r"[a-z]+", text.lower())
    return {word[:6] for word in found if word not in _PLAIN}
