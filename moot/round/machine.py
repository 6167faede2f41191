"""The machine of phases: the one importer of `transitions`.

One shared :class:`transitions.Machine` is the definition. It has no model of its own: anything with a ``state`` can be
moved through it by :func:`fire`. The rules of play use :func:`compiled`, a frozen table read off that same machine,
because a trigger of the library costs some eighty times a look-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Protocol

from moot.errors import PhaseError
from moot.round.phases import TRANSITIONS, Phase, Trigger

__all__ = ["HasState", "compiled", "fire", "next_phase"]


class HasState(Protocol):
    """Anything the machine can move."""

    state: str


@lru_cache(maxsize=1)
def _machine() -> Any:
    # Imported late: `import moot` and the listing commands do not pay for it.
    from transitions import Machine

    return Machine(
        model=None,
        states=[phase.value for phase in Phase],
        transitions=[
            {"trigger": step.trigger.value, "source": step.source.value, "dest": step.dest.value}
            for step in TRANSITIONS
        ],
        initial=Phase.CALLED.value,
        auto_transitions=False,
        send_event=False,
    )


def fire(model: HasState, trigger: Trigger) -> Phase:
    """Fire ``trigger`` on ``model`` through the real machine. Raises :class:`~moot.errors.PhaseError` if refused."""
    from transitions import MachineError

    machine = _machine()
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


@lru_cache(maxsize=1)
def compiled() -> Mapping[tuple[Phase, Trigger], Phase]:
    """The machine as a frozen table: (phase, trigger) to phase."""
    table: dict[tuple[Phase, Trigger], Phase] = {}
    for name, event in _machine().events.items():
        for source, steps in event.transitions.items():  # a defaultdict: never index it
            for step in steps:
                table[Phase(source), Trigger(name)] = Phase(step.dest)
    return MappingProxyType(table)


def next_phase(phase: Phase, trigger: Trigger) -> Phase:
    """The phase after ``trigger``. Raises :class:`~moot.errors.PhaseError` where the machine would refuse."""
    try:
        return compiled()[phase, trigger]
    except KeyError:
        raise PhaseError(f"{trigger.value!r} is refused in phase {phase.value!r}") from None
