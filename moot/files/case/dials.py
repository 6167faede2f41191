"""The shapes of a case file's dials, rules, scenes and replies (docs/case-format.md)."""

from __future__ import annotations

from moot.case import PRINCIPLES
from moot.files.case.scalars import ID, POSITION, SHORT, optional
from moot.files.schema.shapes import Field, Fields, Keyed, ListOf, Number, One, Word

__all__ = ["DIAL", "REPLY", "RULE", "SCENE"]

RULE = ListOf(Keyed(ListOf(ID, 1)), 1)
MET = Word(("met", "unmet", "open"), lambda word: None if word == "open" else word == "met")
OFFENDS = Keyed(Number(1, 3), tuple(PRINCIPLES), defined="principles")
DIAL = Fields(
    "a dial",
    {
        "id": Field(ID),
        "asks": Field(SHORT, says="the question of fact"),
        "here": Field(ID, says="its value on this record"),
        "values": Field(Keyed(SHORT), says="each value with its words, fit to follow `suppose`"),
    },
)
SCENE = Fields(
    "a scene",
    {
        "tests": Field(POSITION, says="issue.position: the rule put to the test"),
        "turns": Field(Keyed(ID), says="the dials turned, each with its new value"),
        "if_met": optional(OFFENDS, {}, "principles offended if the rule is met here, 1 to 3"),
        "if_unmet": optional(OFFENDS, {}, "principles offended if it is not"),
    },
)
REPLY = One({"accept": MET, "distinguish": ID, "modify": RULE})
