"""The case to learn on. Nothing is imported here: the first screen asks."""

from __future__ import annotations

__all__ = ["FIRST_CASE"]

FIRST_CASE = "first-argument"
"""The case to learn the game on; the lesson of the start screen is about it."""
