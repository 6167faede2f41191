"""The one way a command prints words that come from files, names of files or errors."""

from __future__ import annotations

import re
import sys
from typing import Any, TextIO

from moot.files.text import harmless

__all__ = ["say", "say_json"]

_ACTS = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON may hold as it is and a terminal may act on, or cannot be shown: control characters, turns of direction, halves of characters."""


def say(text: str = "", file: TextIO | None = None) -> None:
    """Print text, without any character that could act on a terminal. Newlines stay."""
    print(harmless(text), file=file or sys.stdout)


def say_json(value: Any) -> None:
    """Print a value as JSON. Characters that could act on a terminal are escaped, which changes nothing for a program."""
    import json

    text = json.dumps(value, indent=2, ensure_ascii=False)
    print(_ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text), flush=True)
