"""Clauses in indirect speech: `that ...`, as opinions use them, in formal English."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.case import Party, Side
from moot.opinion.prose.grammar import cap, possessive, sentence

__all__ = ["VERBS", "bare", "flat", "formal", "named", "spoken", "that", "verbs", "without_reason"]

_CONTRACTIONS: tuple[tuple[str, str], ...] = (
    (r"\b([Cc])an't\b", r"\1annot"),
    (r"\b([Ww])on't\b", r"\1ill not"),
    (r"\b([Ss])han't\b", r"\1hall not"),
    (r"n't\b", " not"),
    (r"\b([Ll])et's\b", r"\1et us"),
    (r"\bI'm\b", "I am"),
    (r"'re\b", " are"),
    (r"'ve\b", " have"),
    (r"'ll\b", " will"),
    (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]ho|[Ww]hat)'s (been|had|got)\b", r"\1 has \2"),
    (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]ho|[Ww]hat)'s\b", r"\1 is"),
    (r"\b(I|[Yy]ou|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Ii]t)'d\b", r"\1 would"),
)

VERBS: dict[str, str] = {
    "answer": "answers", "argue": "argues", "ask": "asks", "are": "is", "contend": "contends", "give": "gives", "have": "has",
    "believe": "believes", "insist": "insists", "make": "makes", "offer": "offers", "maintain": "maintains", "point": "points", "propose": "proposes", "explain": "explains", "observe": "observes", "reply": "replies", "respond": "responds",
    "rely": "relies", "say": "says", "stress": "stresses", "take": "takes", "urge": "urges", "were": "was", "would": "would", "conclude": "concludes",
}  # fmt: skip
"""Verbs that follow the name of a side or of a judge: plural and singular."""


@lru_cache(maxsize=8192)
def formal(text: str) -> str:
    """The text without contractions and with straight quotation marks inside, as opinions are written."""
    text = text.replace("’", "'")
    for pattern, full in _CONTRACTIONS:
        text = re.sub(pattern, full, text)
    return " ".join(text.split())


def that(text: str) -> str:
    """The text as a clause that begins with `that` and has no stop; empty for nothing."""
    text = formal(text).rstrip(" .;,")
    if not text:
        return ""
    if re.match(r"[Tt]hat\s", text):
        return "that" + text[4:]
    return (
        f"that {text[0].lower()}{text[1:]}"
        if re.match(r"[A-Z][a-z]*\b(?!')", text) and text.split()[0] in _LEADS
        else f"that {text}"
    )


_LEADS = frozenset(
    [
        "A",
        "An",
        "The",
        "No",
        "In",
        "On",
        "It",
        "There",
        "He",
        "She",
        "They",
        "This",
        "These",
        "Those",
        "When",
        "Where",
        "If",
        "Nobody",
        "Nothing",
        "Neither",
    ]
)


_THAT = re.compile(
    r"\b(?:say|says|said|hold|holds|held|show|shows|shown|know|knows|known|mean|means|argue|argues|find|finds|found|told|think|thinks|"
    r"believe|believes|conclude|concludes|fact|view|rule|so) that\b"
)
"""A second `that` clause, beside which a later `and that` may stand."""


def bare(clause: str) -> str:
    """A `that` clause without its first word, and without those of the clauses beside it: `that A, and that B` is `A, and B`."""
    first, found, rest = re.sub(r"^that ", "", clause).partition(", and that ")
    return f"{first}, and {rest}" if found and not _THAT.search(first) else f"{first}{found}{rest}"


_REASON = re.compile(r", (?:since|because|for (?=(?:it|he|she|they) )) ?")


def without_reason(clause: str) -> str:
    """A `that` clause up to the reason it gives for itself: `that A, since B` is `that A`.

    A writer who rejects a position says so of its conclusion; with its reason it would read as the reason for rejecting it.
    """
    return _REASON.split(clause, maxsplit=1)[0]


def reason_of(clause: str) -> str:
    """The reason that a `that` clause gives for itself: B of `that A, since B`; empty where it gives none."""
    return _REASON.split(clause, maxsplit=1)[-1] if _REASON.search(clause) else ""


def spoken(clause: str) -> dict[str, str]:
    """The fields of a frame that tell an argument; without its `that` only where it stands alone so, being of one piece."""
    one_piece = re.search(r"\b(?:and|but|or|,) that\b|, and (?:not )?to\b", clause) is None
    return {"that": clause, "bare": bare(clause)} if one_piece else {"that": clause}


def flat(clause: str) -> str:
    """A `that` clause as a sentence of its own."""
    return sentence(bare(clause))


def named(party: Party, side: Side) -> str:
    """What the court calls a side: the name the case gives it, or `petitioners` and `respondents` where they are several."""
    called = party.called or side.value
    return called + "s" if party.several and called == side.value else called


def verbs(name: str, key: str, *, many: bool) -> dict[str, str]:
    """The fields of a frame that name a side or a judge: `{s}`, `{S}`, `{sp}` and the verbs that follow, `{s_argue}`."""
    found = {key: name, key.upper(): cap(name), f"{key}p": possessive(name), f"{key.upper()}p": cap(possessive(name))}
    found |= {f"{key}_{verb}": verb if many else single for verb, single in VERBS.items()}
    return found
