"""The words that made cases and made judges have in common."""

from __future__ import annotations

from moot.case import PRINCIPLES, Side

__all__ = ["SIDES", "SOME"]

SIDES = (Side.PETITIONER, Side.RESPONDENT)
SOME = tuple(sorted(PRINCIPLES))[:6]
