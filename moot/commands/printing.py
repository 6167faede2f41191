"""The one way a command prints words that come from files, names of files or errors."""

from __future__ import annotations

import sys
from typing import TextIO

from moot.files.text import harmless

__all__ = ["say"]


def say(text: str = "", file: TextIO | None = None) -> None:
    """Print text, without any character that could act on a terminal. Newlines stay."""
    print(harmless(text), file=file or sys.stdout)
