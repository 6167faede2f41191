"""The state machine of phases: the one importer of `transitions`.

For each format one shared :class:`transitions.Machine` is built from its course (``phases.py``). It has no model of its own: anything with a
``state`` can be moved through it by :func:`fire`, and a model with the methods ``left`` and ``entered`` is told of every
state it leaves and enters. A sitting moves this machine (``sitting/stage.py``). Bulk play and the proof use :func:`compiled`, a frozen table read
off the same machine, because firing costs some eighty times a lookup; tests/round/test_machine.py holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Protocol

from moot.errors import PhaseError
from moot.round.formats import Format
from moot.round.turns.phases import Phase, Trigger, course_of

__all__ = ["HasState", "compiled", "fire", "next_phase", "triggers"]


class HasState(Protocol):
    """Anything the machine can move."""

    state: str


@lru_cache(maxsize=256)
def _machine(form: Format) -> Any:
    # Imported late: `import moot` and the listing commands do not pay for it.
    from transitions import Machine

    course = course_of(form)
    return Machine(
        model=None,
        states=[{"name": phase.value, "on_exit": _left, "on_enter": _entered} for phase in course.phases],
        transitions=[
            {"trigger": change.trigger.value, "source": change.source.value, "dest": change.dest.value}
            for change in course.transitions
        ],
        initial=Phase.CALLED.value,
        auto_transitions=False,
        send_event=True,
    )


def _left(event: Any) -> None:
    if hasattr(event.model, "left"):
        event.model.left(Phase(event.transition.source), Trigger(event.event.name))


def _entered(event: Any) -> None:
    if hasattr(event.model, "entered"):
        event.model.entered(Phase(event.transition.dest), Trigger(event.event.name))


def fire(model: HasState, trigger: Trigger, form: Format) -> Phase:
    """Fire ``trigger`` on ``model`` through the real machine of a format. Raises :class:`~moot.errors.PhaseError` if refused."""
    from transitions import MachineError

    machine = _machine(form)
    event = machine.events.get(trigger.value)
    if event is None:
        raise PhaseError(f"no trigger {trigger.value!r}")
    try:
        moved = event.trigger(model)
    except (MachineError, ValueError):  # refused here; or a state it does not know
        moved = False
    if not moved:
        raise PhaseError(f"{trigger.value!r} is refused in phase {model.state!r}")
    return Phase(model.state)


def triggers(before: Phase, first: Trigger, after: Phase, form: Format) -> tuple[Trigger, ...]:
    """The triggers that lead from ``before`` to ``after`` when a move fires ``first``: those it brings with it come after.

    Time running out ends a turn; a reply without time and a speaker without heads are passed over; a submitted case is
    conferred on and decided.
    Raises :class:`~moot.errors.PhaseError` where no such chain leads to ``after``.
    """
    fired = [first]
    phase = next_phase(before, first, form)
    table = compiled(form)
    while phase is not after:
        own = (Trigger.RED_LIGHT,) if phase.segment == before.segment else _ON_THE_WAY
        follows = next((trigger for trigger in own if (phase, trigger) in table), None)
        if follows is None:
            raise PhaseError(f"{first.value!r} in phase {before.value!r} does not lead to {after.value!r}")
        fired.append(follows)
        phase = table[phase, follows]
    return tuple(fired)


_ON_THE_WAY = (Trigger.NO_REPLY, Trigger.NO_HEADS, Trigger.CONFER, Trigger.DECIDE)
"""What may follow the end of a turn before the next one opens."""


@lru_cache(maxsize=256)
def compiled(form: Format) -> Mapping[tuple[Phase, Trigger], Phase]:
    """The machine of a format as a frozen table: (phase, trigger) to phase."""
    table: dict[tuple[Phase, Trigger], Phase] = {}
    for name, event in _machine(form).events.items():
        for source, changes in event.transitions.items():  # a defaultdict: never index it
            for change in changes:
                table[Phase(source), Trigger(name)] = Phase(change.dest)
    return MappingProxyType(table)


def next_phase(phase: Phase, trigger: Trigger, form: Format) -> Phase:
    """The phase after ``trigger``. Raises :class:`~moot.errors.PhaseError` where the machine would refuse."""
    try:
        return compiled(form)[phase, trigger]
    except KeyError:
        raise PhaseError(f"{trigger.value!r} is refused in phase {phase.value!r}") from None
