"""What a person may settle before a sitting: which side, and how strictly. Data, which a start screen lists."""

from __future__ import annotations

__all__ = ["BOTH", "CLOCKS", "EXAM", "MODES", "ONE_SPEAKER", "SIDES", "TRAINING", "seat"]

BOTH = "both"
ONE_SPEAKER = ("petitioner-1", "petitioner-2", "respondent-1", "respondent-2")
"""One of two speakers for a side; the other, and the other side, are the opponent's."""

SIDES = ("petitioner", "respondent", BOTH, *ONE_SPEAKER)
"""What a person may argue: one side, or both in turn, or one speaker's part of a side."""


def seat(side: str) -> tuple[str, int | None]:
    """A side to argue as the side itself (or both) and the speaker, None for all of its speakers."""
    whose, _, speaker = side.partition("-")
    return whose, int(speaker) if speaker else None


TRAINING, EXAM = "training", "exam"
MODES = (TRAINING, EXAM)
"""In training a choice may be taken back; in an exam it stands."""

CLOCKS = ("turns", "live")
"""Time passes with what is said, or with the seconds a person takes to choose as well."""
