"""The shape of an assignment file, as data."""

from __future__ import annotations

from moot.files.case.scalars import DATE, ID, SHORT, optional
from moot.files.schema.shapes import Field, Fields, Number, Text, Word
from moot.round.asking.heats import HEATS

__all__ = ["ASSIGNMENT", "ASSIGNMENT_FORMAT"]

ASSIGNMENT_FORMAT = "moot-assignment/1"

ASSIGNMENT = Fields(
    "the assignment",
    {
        "format": Field(Word((ASSIGNMENT_FORMAT,)), says="the format of the file"),
        "id": Field(ID, says="the same as the file's name; records carry it"),
        "title": optional(SHORT, "", "what students are told"),
        "case": Field(Text(200), says="a case by its id, or the path of its file from here"),
        "side": Field(Word(("petitioner", "respondent", "both")), says="petitioner, respondent, or both in turn"),
        "bench": optional(Text(200), None, "a bench, or judges by id with commas; the case's own where left out"),
        "argument": optional(
            Text(200), None, "the format of argument, or the path of its file from here; the case's own where left out"
        ),
        "heat": optional(Word(tuple(HEATS)), "normal", "how hard the bench presses"),
        "opponent": optional(ID, "scripted", "who argues the other side"),
        "seed": optional(
            Number(0, 1_000_000), None, "the same draw for everybody; where left out, each sitting has its own"
        ),
        "mode": optional(Word(("training", "exam")), "training", "exam: nothing is taken back"),
        "sittings": optional(
            Number(1, 100), None, "how many sittings count at most; as many as one likes where left out"
        ),
        "due": optional(DATE, "", "the last day; a sitting begun later is marked late"),
    },
)
