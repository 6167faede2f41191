"""The phases of an argument and what moves it from one to the next. Data; the machine is built from it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from moot.case import Side
from moot.case.words import TURN_ORDER

__all__ = [
    "TRANSITIONS",
    "TURNS",
    "TURN_NUMBER",
    "TURN_OF",
    "LecternTurn",
    "Phase",
    "PhaseChange",
    "Trigger",
    "roadmap_due",
    "turn_of",
    "turns_held",
]


class Phase(StrEnum):
    """Where the argument is."""

    CALLED = "called"
    PETITIONER_ROADMAP = "petitioner roadmap"
    PETITIONER_SUBMISSION = "petitioner submission"
    PETITIONER_QUESTION = "petitioner question"
    RESPONDENT_ROADMAP = "respondent roadmap"
    RESPONDENT_SUBMISSION = "respondent submission"
    RESPONDENT_QUESTION = "respondent question"
    REBUTTAL_SUBMISSION = "rebuttal submission"
    REBUTTAL_QUESTION = "rebuttal question"
    SUBMITTED = "submitted"
    CONFERENCE = "conference"
    DECIDED = "decided"

    def __repr__(self) -> str:
        return f"Phase.{self.name}"


class Trigger(StrEnum):
    """What can happen. The first eight are moves; the rest follow from the rules."""

    ROADMAP = "roadmap"
    PLEAD = "plead"
    RESUME = "resume"
    TURN = "turn"
    SIT = "sit"
    ASK = "ask"
    PASS = "pass"  # noqa: S105
    ANSWER = "answer"
    CALL = "call"
    RED_LIGHT = "red light"
    NO_REBUTTAL = "no rebuttal"
    CONFER = "confer"
    DECIDE = "decide"


class PhaseChange(NamedTuple):
    """From one phase to another by a trigger."""

    trigger: Trigger
    source: Phase
    dest: Phase


class LecternTurn(NamedTuple):
    """One turn at the lectern: who speaks, in which phases, and the phase after it."""

    name: str
    side: Side
    roadmap: Phase | None
    submission: Phase
    question: Phase
    after: Phase

    @property
    def is_rebuttal(self) -> bool:
        """Whether it may only reply: it opens without a roadmap."""
        return self.roadmap is None


TURNS: tuple[LecternTurn, ...] = (
    LecternTurn(
        "petitioner",
        Side.PETITIONER,
        Phase.PETITIONER_ROADMAP,
        Phase.PETITIONER_SUBMISSION,
        Phase.PETITIONER_QUESTION,
        Phase.RESPONDENT_ROADMAP,
    ),
    LecternTurn(
        "respondent",
        Side.RESPONDENT,
        Phase.RESPONDENT_ROADMAP,
        Phase.RESPONDENT_SUBMISSION,
        Phase.RESPONDENT_QUESTION,
        Phase.REBUTTAL_SUBMISSION,
    ),
    LecternTurn("rebuttal", Side.PETITIONER, None, Phase.REBUTTAL_SUBMISSION, Phase.REBUTTAL_QUESTION, Phase.SUBMITTED),
)


def _transitions() -> tuple[PhaseChange, ...]:
    found = [PhaseChange(Trigger.CALL, Phase.CALLED, Phase.PETITIONER_ROADMAP)]
    for turn in TURNS:
        if turn.roadmap is not None:
            found.append(PhaseChange(Trigger.ROADMAP, turn.roadmap, turn.submission))
        found.extend(
            PhaseChange(trigger, turn.submission, turn.submission)
            for trigger in (Trigger.PLEAD, Trigger.RESUME, Trigger.TURN, Trigger.PASS)
        )
        found.append(PhaseChange(Trigger.ASK, turn.submission, turn.question))
        found.append(PhaseChange(Trigger.ANSWER, turn.question, turn.question))
        found.append(PhaseChange(Trigger.ASK, turn.question, turn.question))
        found.append(PhaseChange(Trigger.PASS, turn.question, turn.submission))
        found.append(PhaseChange(Trigger.SIT, turn.submission, turn.after))
        found.append(PhaseChange(Trigger.RED_LIGHT, turn.submission, turn.after))
        found.append(PhaseChange(Trigger.RED_LIGHT, turn.question, turn.after))
    found.append(PhaseChange(Trigger.NO_REBUTTAL, Phase.REBUTTAL_SUBMISSION, Phase.SUBMITTED))
    found.append(PhaseChange(Trigger.CONFER, Phase.SUBMITTED, Phase.CONFERENCE))
    found.append(PhaseChange(Trigger.DECIDE, Phase.CONFERENCE, Phase.DECIDED))
    return tuple(found)


TURN_OF: Mapping[Phase, LecternTurn] = MappingProxyType(
    {phase: turn for turn in TURNS for phase in (turn.roadmap, turn.submission, turn.question) if phase}
)
"""The turn of each phase at the lectern."""

TURN_NUMBER: Mapping[Phase, int] = MappingProxyType({phase: TURNS.index(turn) for phase, turn in TURN_OF.items()})
"""The number in ``TURNS`` of each phase at the lectern."""


def turn_of(phase: Phase) -> LecternTurn | None:
    """The turn at the lectern that a phase belongs to; None before the case is called and once it is submitted."""
    return TURN_OF.get(phase)


def roadmap_due(phase: Phase) -> bool:
    """Whether the turn has just opened and begins with a roadmap."""
    turn = turn_of(phase)
    return turn is not None and phase is turn.roadmap


assert tuple(turn.name for turn in TURNS) == TURN_ORDER, "points of a case name their turn by this order"


def turns_held(reserved: bool) -> frozenset[int]:
    """The numbers of the turns that take place: one without a roadmap (rebuttal) only where time was reserved for it."""
    return frozenset(number for number, turn in enumerate(TURNS) if reserved or turn.roadmap is not None)


TRANSITIONS: tuple[PhaseChange, ...] = _transitions()
