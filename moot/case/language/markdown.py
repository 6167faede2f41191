"""Markdown for notebooks: text that stands for itself, and tables.

What a case file says is somebody else's: in a notebook it must not become a heading, a link, HTML or a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["literal", "table"]

_ACTS = re.compile(r"[\\`*_\[\]|~$#]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def literal(text: object) -> str:
    """The text on one line, every character of it shown as it is."""
    line = " ".join(str(text).split())
    return re.sub("[&<>]", lambda found: _HTML[found[0]], _ACTS.sub(r"\\\g<0>", line))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; every cell is made :func:`literal`."""
    lines = [heads, *rows]
    written = ["| " + " | ".join(literal(cell) for cell in line) + " |" for line in lines]
    return "\n".join([written[0], "|" + " --- |" * len(heads), *written[1:]])
