"""The phases of an argument and what moves it from one to the next, derived from a format. The machine is built from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Self

from moot.case.formats import Format, Segment

__all__ = ["Course", "LecternTurn", "Phase", "PhaseChange", "Trigger", "course_of"]

_OF_A_TURN = re.compile(r"([a-z0-9][a-z0-9-]{0,39}) (roadmap|submission|question)")
_OUTSIDE = ("called", "submitted", "conference", "decided")


class Phase(str):
    """Where the argument is: outside any turn (called, submitted, conference, decided), or in a part of a segment's turn.

    There is one value of each, so phases may be compared with ``is``. Raises ``ValueError`` for text that is no phase.
    """

    __slots__ = ("segment",)

    CALLED: ClassVar[Phase]
    SUBMITTED: ClassVar[Phase]
    CONFERENCE: ClassVar[Phase]
    DECIDED: ClassVar[Phase]

    segment: str
    """The id of the segment; empty outside any turn."""

    _known: ClassVar[dict[str, Self]] = {}

    def __new__(cls, value: str) -> Self:
        """The phase that is written so."""
        known = cls._known.get(value)
        if known is not None:
            return known
        found = _OF_A_TURN.fullmatch(value)
        if found is None and value not in _OUTSIDE:
            raise ValueError(f"{value!r} is no phase")
        made = super().__new__(cls, value)
        made.segment = found[1] if found else ""
        cls._known[str(made)] = made
        return made

    def __reduce__(self) -> tuple[type[Phase], tuple[str]]:
        return Phase, (self.value,)

    def __str__(self) -> str:
        return str.__str__(self)

    @property
    def value(self) -> str:
        """The phase as plain text."""
        return str.__str__(self)

    @property
    def name(self) -> str:
        """The phase as one word."""
        return self.value.upper().replace(" ", "_").replace("-", "_")

    def __repr__(self) -> str:
        return f"Phase({self.value!r})"


for _value in _OUTSIDE:
    setattr(Phase, _value.upper(), Phase(_value))


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
    NO_REPLY = "no reply"
    NO_HEADS = "no heads"
    CONFER = "confer"
    DECIDE = "decide"


class PhaseChange(NamedTuple):
    """From one phase to another by a trigger."""

    trigger: Trigger
    source: Phase
    dest: Phase


class LecternTurn(NamedTuple):
    """One turn at the lectern: its number and segment, its phases, and the phase after it.

    ``slot`` is where the time reserved for it is kept (:mod:`moot.round.turns.reserve`), or None; ``keeps`` the slot of the reply
    for which its speaker may reserve time.
    """

    number: int
    segment: Segment
    roadmap: Phase | None
    submission: Phase
    question: Phase
    after: Phase
    slot: int | None = None
    keeps: int | None = None

    @property
    def opening(self) -> Phase:
        """The phase in which it opens."""
        return self.roadmap or self.submission


class Course:
    """A format as the machine, the rules and the proof read it: turns, phases, and the changes between them."""

    def __init__(self, form: Format) -> None:
        self.form = form
        slots = {reply: slot for slot, reply in enumerate(sorted(form.reserved_for))}
        keeper = {form.reserved_for[reply]: slot for reply, slot in slots.items()}
        turns: list[LecternTurn] = []
        after = Phase.SUBMITTED
        for number in range(len(form.segments) - 1, -1, -1):
            segment = form.segments[number]
            roadmap = None if segment.replies else Phase(f"{segment.id} roadmap")
            phases = Phase(f"{segment.id} submission"), Phase(f"{segment.id} question")
            turns.append(LecternTurn(number, segment, roadmap, *phases, after, slots.get(number), keeper.get(number)))
            after = turns[-1].opening
        self.turns = tuple(reversed(turns))
        self.slots = len(slots)
        """How many replies may have time reserved for them."""

    @cached_property
    def turn_of(self) -> Mapping[Phase, LecternTurn]:
        """The turn of each phase at the lectern."""
        return MappingProxyType(
            {phase: turn for turn in self.turns for phase in (turn.roadmap, turn.submission, turn.question) if phase}
        )

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """Every phase, first to last."""
        return (Phase.CALLED, *self.turn_of, Phase.SUBMITTED, Phase.CONFERENCE, Phase.DECIDED)

    @cached_property
    def transitions(self) -> tuple[PhaseChange, ...]:
        """Every change of phase."""
        found = [PhaseChange(Trigger.CALL, Phase.CALLED, self.turns[0].opening)]
        for turn in self.turns:
            if turn.roadmap is not None:
                found.append(PhaseChange(Trigger.ROADMAP, turn.roadmap, turn.submission))
                if self.form.speakers(turn.segment.side) > 1:
                    found.append(PhaseChange(Trigger.NO_HEADS, turn.roadmap, turn.after))
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
            if turn.segment.replies and not turn.segment.ticks:
                found.append(PhaseChange(Trigger.NO_REPLY, turn.submission, turn.after))
        found.append(PhaseChange(Trigger.CONFER, Phase.SUBMITTED, Phase.CONFERENCE))
        found.append(PhaseChange(Trigger.DECIDE, Phase.CONFERENCE, Phase.DECIDED))
        return tuple(found)


@lru_cache(maxsize=256)
def course_of(form: Format) -> Course:
    """The course of a format, made once."""
    return Course(form)
