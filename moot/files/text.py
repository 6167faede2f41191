"""The one function that cleans text at the boundary: from files, from the keyboard, from the command line."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["LIMIT", "clean"]

LIMIT = 4000
"""How many characters a text may have where nothing else is said."""

_MOST_MARKS = 3
"""How many combining marks may stand on one letter; more is an attack on the screen, not a language."""

# Printable by Unicode's book, yet they show nothing: fillers, joiners, variation selectors, the braille blank.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def clean(text: str, limit: int = LIMIT, *, lines: bool = False) -> str:
    """Text that is safe to show: one line of visible characters in NFC, at most ``limit`` long.

    Control and format characters (ESC, bidirectional marks, zero-width characters), separators of lines and
    paragraphs, private and unassigned characters become spaces; runs of spaces become one. With ``lines=True``
    ordinary newlines stay (two at most in a row). A text that is too long is cut and ends with ``…``.
    Cleaning twice gives the same as cleaning once.
    """
    if not (text.isascii() and text.isprintable() and "  " not in text):
        text = _scrub(text, lines=lines)
    text = text.strip()
    if len(text) > limit:
        text = text[: max(limit - 1, 0)].rstrip() + "…" if limit > 0 else ""
    return text


def _scrub(text: str, *, lines: bool) -> str:
    text = unicodedata.normalize("NFC", text)
    if lines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = "".join(char if char.isprintable() or (lines and char == "\n") else " " for char in text)
    text = _UNSEEN.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _thin(text))
    if not lines:
        return " ".join(text.split())
    rows = [" ".join(row.split()) for row in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows))


def _thin(text: str) -> str:
    """Drop combining marks beyond the third on one letter."""
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me") else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
