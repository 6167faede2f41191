"""How each stock question begins where the judge has no words of their own for it, and small helpers of wording."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from moot.case.hypotheticals.dials import Dial, Rule, Way

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
        "then": "Would this be your rule?",
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
    """A rule in the words of the dials, as it can be said after "only where".

    What every way asks for is said once and first, then what will do besides: ``there was time, and where he meant to harm them, he knew
    the danger, or he was told of it``.
    """
    shared = [part for part in rule.ways[0] if all(part in way for way in rule.ways)]
    always = [dials[dial].text(values[0]) for dial, values in shared if len(values) == 1]
    clauses = [_listed(always, "and")] if always else []
    clauses += [
        _listed([dials[dial].text(each) for each in values], "or") for dial, values in shared if len(values) > 1
    ]
    ways = [tuple(part for part in way if part not in shared) for way in rule.ways]
    if all(ways):
        clauses.append(_listed([each for way in ways for each in _alternatives(way, dials)], "or"))
    return ", and where ".join(clauses)


def _alternatives(way: Way, dials: Mapping[str, Dial]) -> list[str]:
    """A way that asks for one fact, as each value that will do; any other as one clause, what has no choice in it first."""
    said = [[dials[dial].text(value) for value in values] for dial, values in sorted(way, key=lambda one: len(one[1]))]
    if len(said) == 1:
        return said[0]
    return [" and ".join(each[0] if len(each) == 1 else f"either {' or '.join(each)}" for each in said)]


def _listed(clauses: list[str], word: str) -> str:
    """Clauses in a list that can be followed: with semicolons where one has a comma, with a comma where one has an and or an or."""
    if len(clauses) == 1:
        return clauses[0]
    stop = ";" if any("," in each for each in clauses) else ","
    if len(clauses) == 2 and stop == "," and not any(f" {each} " in text for text in clauses for each in ("and", "or")):
        stop = ""
    return f"{f'{stop} '.join(clauses[:-1])}{stop} {word} {clauses[-1]}"


def sayable(rule: Rule, dials: Mapping[str, Dial]) -> bool:
    """Whether every dial and value that a rule names is there; a case that is still to be checked may name others."""
    return all(
        dial in dials and value in dials[dial].values for way in rule.ways for dial, values in way for value in values
    )
