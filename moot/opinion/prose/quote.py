"""Counsel's words in quotation marks: whole sentences, and not too many of them."""

from __future__ import annotations

import re

from moot.opinion.prose.grammar import sentence

__all__ = ["quote", "sentences"]

_ABBREVIATION = re.compile(
    r"(?:\b(?:v|n|nn|No|Nos|Mr|Mrs|Ms|Dr|St|Co|Inc|Ltd|Corp|cf|Cf|J|JJ|C|U|S|p|pp|art|amend)\.)$"
)


def sentences(text: str) -> list[str]:
    """The text cut into sentences; a stop after an abbreviation is not an end."""
    out: list[str] = []
    for piece in re.split(r"(?<=[.?!])\s+", text.strip()):
        if out and _ABBREVIATION.search(out[-1]):
            out[-1] += " " + piece
        else:
            out.append(piece)
    return out


def quote(text: str, words: int = 45) -> str:
    """What was said, in quotation marks: whole sentences up to so many words, and no bare yes or no to begin with."""
    said = sentences(text.replace("“", "'").replace("”", "'").replace('"', "'"))
    while len(said) > 1 and len(said[0].split()) <= 2:
        said = said[1:]
    kept: list[str] = []
    for one in said:
        if kept and len(" ".join(kept).split()) + len(one.split()) > words:
            break
        kept.append(one)
    return f"“{sentence(' '.join(kept))}”"
