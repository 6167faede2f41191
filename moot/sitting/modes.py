"""What a person may settle before a sitting: which side, and how strictly. Data, which a start screen lists."""

from __future__ import annotations

__all__ = ["BOTH", "EXAM", "MODES", "SIDES", "TRAINING"]

BOTH = "both"
SIDES = ("petitioner", "respondent", BOTH)
"""What a person may argue: one side, or both in turn."""

TRAINING, EXAM = "training", "exam"
MODES = (TRAINING, EXAM)
"""In training a choice may be taken back; in an exam it stands."""
