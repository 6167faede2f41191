"""A number and what is counted."""

from __future__ import annotations

__all__ = ["plural"]


def plural(number: int, one: str, many: str = "") -> str:
    """``1 move``, ``2 moves``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
