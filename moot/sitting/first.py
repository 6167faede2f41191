"""Which cases a person is offered who has named none. Nothing is imported here: the first screen asks."""

from __future__ import annotations

__all__ = ["FIRST_CASE", "MAIN_CASE"]

FIRST_CASE = "first-argument"
"""The case to learn the game on."""

MAIN_CASE = "sacramento-v-lewis"
"""The case that the README opens."""
