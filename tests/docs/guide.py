"""The blocks of docs/ten-steps.md, as a reader would use them."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "ten-steps.md"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[tuple[str, str, str]]:
    """Every block: its language, the file it names (or nothing) and its text."""
    return [(match[1], match[2] or "", match[3]) for match in _BLOCK.finditer(PAGE.read_text(encoding="utf-8"))]
