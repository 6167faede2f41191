"""How each stock question begins where the judge has no words of their own for it, and small helpers of wording."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from moot.case.hypotheticals.dials import Dial, Rule

__all__ = ["FOLLOW_UPS", "LEADS", "lowered", "quoted", "rule_text", "sayable", "stopped"]

LEADS: Mapping[str, str] = MappingProxyType(
    {
        "authority": "What is your best authority for that?",
        "record": "Where is that in the record?",
        "rule": "Give me your rule in a sentence.",
        "limit": "What is your limiting principle?",
        "brief": "Is that in your brief?",
        "judgment": "What judgment do you ask for?",
        "return": "I want to go back to something.",
        "press": "You have not answered that.",
        "then": "Then your rule is this.",
        "stands": "So that is conceded.",
    }
)
"""The kinds of stock question, with the words that open each. What follows them in the question is about the case."""

FOLLOW_UPS = frozenset({"press", "then", "stands"})
"""The kinds that only follow an answer."""


def stopped(text: str) -> str:
    """The text with a full stop, if it has no stop of its own."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "\u201d")) else f"{text}."


def quoted(text: str) -> str:
    """The text in quotation marks, with a full stop inside them."""
    return f"\u201c{stopped(text)}\u201d"


def lowered(text: str) -> str:
    """The text with a small first letter, unless the first word is a name, an initial or a number."""
    first = text.partition(" ")[0]
    return text[0].lower() + text[1:] if first.lower() in _SMALL else text


_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "who",
        "where",
        "when",
        "whether",
        "no",
        "not",
        "under",
        "by",
        "in",
        "on",
        "at",
        "to",
        "for",
    ]
)


def rule_text(rule: Rule, dials: Mapping[str, Dial]) -> str:
    """The ways of a rule in the words of the dials: ``he meant to harm them, or he had time and knew the danger``."""
    ways = []
    for way in rule.ways:
        parts = [" or ".join(dials[dial].text(value) for value in values) for dial, values in way]
        ways.append(" and ".join(parts))
    return ", or ".join(ways)


def sayable(rule: Rule, dials: Mapping[str, Dial]) -> bool:
    """Whether every dial and value that a rule names is there; a case that is still to be checked may name others."""
    return all(
        dial in dials and value in dials[dial].values for way in rule.ways for dial, values in way for value in values
    )
