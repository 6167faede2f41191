"""The one function that cleans text at the boundary: from files, from the keyboard, from the command line."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["LIMIT", "clean", "harmless"]

LIMIT = 4000
"""How many characters a text may have where nothing else is said."""

_MOST_MARKS = 3
"""How many combining marks may stand on one letter; more is an attack on the screen, not a language."""

# The patterns are compiled by `re` when a text first needs them: they are large, and a start screen needs none.
# Printable by Unicode's book, yet they show nothing: fillers, selectors of Mongolian, the braille blank.
_UNSEEN = "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0e\uffa0\U000e0100-\U000e01ef]"

_SOFT = str.maketrans("", "", "\u00ad\u2060")
"""Soft hyphens and word joiners say where a line may break; they are no part of the word."""

# Scripts whose letters change shape beside a joiner (ZWJ, ZWNJ), and emoji that are put together with one.
_SHAPED = (
    "\u0606-\u061b\u061d-\u06dc\u06de-\u070e\u0710-\u08e1\u08e3-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff"
    "\u1810-\u18af\u1b00-\u1b7f\ua840-\ua87f\ua8e0-\ua8ff\ua980-\ua9df\ufb50-\ufdff\ufe70-\ufefc\U00011000-\U00011fff"
)
_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_JOINER = f"(?<=[{_SHAPED}])[\u200c\u200d](?=[{_SHAPED}])|(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
_SELECTOR = f"(?<=[{_EMOJI}0-9#*])\ufe0f"
_NO_SPACES = "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u3040-\u30ff\u3400-\u9fff"
_BREAK_HERE = f"(?<=[{_NO_SPACES}])\u200b(?=[{_NO_SPACES}])"


def harmless(text: str) -> str:
    """Text without any character that could act on a terminal; newlines, layout and joiners between letters stay."""
    if text.isprintable():
        return text
    kept = {match.start() for match in re.finditer(_JOINER, text)}
    return "".join(
        char if char.isprintable() or char == "\n" or index in kept else " " for index, char in enumerate(text)
    )


def clean(text: str, limit: int = LIMIT, *, lines: bool = False) -> str:
    """Text that is safe to show: one line of visible characters in NFC, at most ``limit`` long.

    Control and format characters (ESC, bidirectional marks, zero-width characters), separators of lines and
    paragraphs, private and unassigned characters become spaces; runs of spaces become one. Soft hyphens are dropped.
    The joiners of scripts (ZWJ, ZWNJ) stay between letters of the scripts that need them, and ZWJ between emoji. With ``lines=True``
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
    text = re.sub(_BREAK_HERE, "", text.translate(_SOFT))
    if not text.isprintable():
        text = "".join(
            char if char.isprintable() or char in "\u200c\u200d" or (lines and char == "\n") else " " for char in text
        )
    text = re.sub(_UNSEEN, " ", text)
    if "\ufe0f" in text:
        kept = {match.start() for match in re.finditer(_SELECTOR, text)}
        text = "".join(char for index, char in enumerate(text) if char != "\ufe0f" or index in kept)
    if not text.isprintable():
        kept = {match.start() for match in re.finditer(_JOINER, text)}
        text = "".join(" " if char in "\u200c\u200d" and index not in kept else char for index, char in enumerate(text))
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
        if char in "\u200c\u200d":
            kept.append(char)
            continue
        run = run + 1 if char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me") else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
