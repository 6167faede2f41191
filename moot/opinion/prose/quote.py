"""Counsel's words in quotation marks: whole sentences, and not too many of them."""

from __future__ import annotations

from moot.case.speech import sentences
from moot.opinion.prose.grammar import sentence

__all__ = ["quote"]


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
