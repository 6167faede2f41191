"""Text meant to do harm."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["hostile_text"]

_NASTY = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "[@click=app.quit]",
    "[/x]",
    "[sic]",
    "\\[",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u0000",
    "\r",
    "{counsel}",
    "%s",
    "${x}",
    "e\u0301",
    "\U0001f469\u200d\u2696\ufe0f",
    "no",
    "12:30",
    "3.10",
    "[1997] 1 AC",
    "- a: &b *b",
)


def hostile_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Text meant to do harm: escapes, markup, characters that turn writing round, and YAML's traps."""
    piece = st.one_of(st.sampled_from(_NASTY), st.text(max_size=8))
    return st.lists(piece, min_size=1, max_size=8).map(lambda parts: "".join(parts)[:max_size])
