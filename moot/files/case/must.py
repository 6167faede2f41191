"""The shape of `must`: what a coach asks to have proved of a case."""

from __future__ import annotations

from typing import Any

from moot.case import Manner, PositionRef, Side
from moot.case.must import CanWin, NeverCarries, Property, Reaches
from moot.files.case.court import DISPOSITION
from moot.files.case.scalars import ID, POSITION, REF, optional
from moot.files.schema.shapes import Field, Fields, ListOf, Number, One, Word

__all__ = ["MUST", "build_property"]

CAN_WIN = Fields(
    "a number of votes to be won",
    {
        "side": Field(Word.of(Side, Side), says="petitioner or respondent"),
        "votes": Field(Number(1, 15), says="at least so many votes on some line, before the bench of the case"),
    },
)
NEVER_CARRIES = Fields(
    "a concession that loses something",
    {
        "conceding": Field(REF, says="an answer that concedes or retracts something, such as q-rule.b"),
        "position": optional(POSITION, None, "issue.position that no majority then takes on its way to its vote"),
        "disposition": optional(DISPOSITION, None, "what the judgment then never is"),
    },
    clash=(("position", "disposition"),),
    either=(("position", "disposition"),),
)
REACHES = Fields(
    "questions to be reached",
    {
        "without": Field(
            ListOf(Word.of(Manner, Manner, "manners")), says="manners in which counsel never answers, such as [evade]"
        ),
        "questions": optional(ListOf(ID), (), "ids of questions; left out, every question of the file"),
    },
)
MUST = ListOf(
    One(
        {"can_win": CAN_WIN, "never_carries": NEVER_CARRIES, "reaches": REACHES},
        "can_win: {side: petitioner, votes: 5}",
    )
)


def build_property(item: tuple[str, dict[str, Any]]) -> Property:
    """One entry as a value."""
    word, values = item
    if word == "can_win":
        return CanWin(values["side"], values["votes"])
    if word == "never_carries":
        position = PositionRef.parse(values["position"]) if values["position"] else None
        return NeverCarries(values["conceding"], position, values["disposition"])
    return Reaches(tuple(values["without"]), tuple(values["questions"]))
