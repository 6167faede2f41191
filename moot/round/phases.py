"""The phases of an argument and what moves it from one to the next. Data; the machine is built from it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from moot.case import Side

__all__ = ["TRANSITIONS", "TURNS", "Phase", "Transition", "Trigger", "Turn", "roadmap_due", "turn_of"]


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


class Transition(NamedTuple):
    """From one phase to another by a trigger."""

    trigger: Trigger
    source: Phase
    dest: Phase


class Turn(NamedTuple):
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


TURNS: tuple[Turn, ...] = (
    Turn(
        "petitioner",
        Side.PETITIONER,
        Phase.PETITIONER_ROADMAP,
        Phase.PETITIONER_SUBMISSION,
        Phase.PETITIONER_QUESTION,
        Phase.RESPONDENT_ROADMAP,
    ),
    Turn(
        "respondent",
        Side.RESPONDENT,
        Phase.RESPONDENT_ROADMAP,
        Phase.RESPONDENT_SUBMISSION,
        Phase.RESPONDENT_QUESTION,
        Phase.REBUTTAL_SUBMISSION,
    ),
    Turn("rebuttal", Side.PETITIONER, None, Phase.REBUTTAL_SUBMISSION, Phase.REBUTTAL_QUESTION, Phase.SUBMITTED),
)


def _transitions() -> tuple[Transition, ...]:
    found = [Transition(Trigger.CALL, Phase.CALLED, Phase.PETITIONER_ROADMAP)]
    for turn in TURNS:
        if turn.roadmap is not None:
            found.append(Transition(Trigger.ROADMAP, turn.roadmap, turn.submission))
        found.extend(
            Transition(trigger, turn.submission, turn.submission)
            for trigger in (Trigger.PLEAD, Trigger.RESUME, Trigger.TURN, Trigger.PASS)
        )
        found.append(Transition(Trigger.ASK, turn.submission, turn.question))
        found.append(Transition(Trigger.ANSWER, turn.question, turn.question))
        found.append(Transition(Trigger.ASK, turn.question, turn.question))
        found.append(Transition(Trigger.PASS, turn.question, turn.submission))
        found.append(Transition(Trigger.SIT, turn.submission, turn.after))
        found.append(Transition(Trigger.RED_LIGHT, turn.submission, turn.after))
        found.append(Transition(Trigger.RED_LIGHT, turn.question, turn.after))
    found.append(Transition(Trigger.NO_REBUTTAL, Phase.REBUTTAL_SUBMISSION, Phase.SUBMITTED))
    found.append(Transition(Trigger.CONFER, Phase.SUBMITTED, Phase.CONFERENCE))
    found.append(Transition(Trigger.DECIDE, Phase.CONFERENCE, Phase.DECIDED))
    return tuple(found)


TRANSITIONS: tuple[Transition, ...] = _transitions()

_TURN_OF: dict[Phase, Turn] = {
    phase: turn for turn in TURNS for phase in (turn.roadmap, turn.submission, turn.question) if phase is not None
}


def turn_of(phase: Phase) -> Turn | None:
    """The turn at the lectern that a phase belongs to; None before the case is called and once it is submitted."""
    return _TURN_OF.get(phase)


def roadmap_due(phase: Phase) -> bool:
    """Whether the turn has just opened and begins with a roadmap."""
    turn = turn_of(phase)
    return turn is not None and phase is turn.roadmap
