"""The debrief: what a good coach would say after the argument, as values. Every face renders the same ones."""

from moot.report.debrief.build import debrief
from moot.report.debrief.values import (
    BenchLine,
    Court,
    CourtLine,
    CourtSentence,
    Debrief,
    IssueLine,
    Mistake,
    NextQuestion,
    Prompt,
    WellDone,
)

__all__ = [
    "BenchLine",
    "Court",
    "CourtLine",
    "CourtSentence",
    "Debrief",
    "IssueLine",
    "Mistake",
    "NextQuestion",
    "Prompt",
    "WellDone",
    "debrief",
]
