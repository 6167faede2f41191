"""A shortest line to a state, so that what is wrong can be played."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from moot.proof.parents import path_to
from moot.proof.reference.compile import Playable, Successors
from moot.round.control_state import ControlState
from moot.round.moves import Move

__all__ = ["line_round_cycle", "line_to"]

State = tuple[ControlState, int]
"""A control state with a clock."""


def line_to(
    rules: Playable, successors: Successors, wanted: Callable[[ControlState, int], bool], limit: int = 3_000_000
) -> tuple[Move, ...] | None:
    """The moves of a shortest line to a state that is wanted; None if there is none within ``limit`` states.

    Breadth-first, so no shorter line shows it.
    """
    found = _search(rules, successors, (rules.start, rules.opening_clock(rules.start)), wanted, limit)
    return found[0] if found else None


def line_round_cycle(
    rules: Playable, successors: Successors, cycle: tuple[ControlState, ...], tries: int = 50
) -> tuple[Move, ...]:
    """A shortest line to a control state of the cycle and from there back to it.

    Where the clock lets no line go round from any state tried, just a shortest line into the cycle.
    """
    start: State = (rules.start, rules.opening_clock(rules.start))
    best: tuple[Move, ...] = ()
    into: tuple[Move, ...] = ()
    for again in cycle[:tries]:
        wanted = _is(again)
        first = _search(rules, successors, start, wanted)
        if first is None:
            continue
        into = into or first[0]
        back = _search(rules, successors, first[1], wanted, skip_start=True)
        if back is not None and (not best or len(first[0]) + len(back[0]) < len(best)):
            best = first[0] + back[0]
    return best or into


def _is(wanted: ControlState) -> Callable[[ControlState, int], bool]:
    return lambda state, _: state == wanted


def _search(
    rules: Playable,
    successors: Successors,
    start: State,
    wanted: Callable[[ControlState, int], bool],
    limit: int = 300_000,
    *,
    skip_start: bool = False,
) -> tuple[tuple[Move, ...], State] | None:
    """Breadth-first from a state: the moves of a shortest line to one that is wanted, and that one.

    With ``skip_start`` the start itself does not count until it is reached again.
    """
    parent: dict[State, tuple[State, Move] | None] = {start: None}
    queue = deque([start])
    while queue:
        state = queue.popleft()
        if wanted(*state) and not (skip_start and state == start):
            return path_to(parent, state), state
        control, clock = state
        for each in successors(control):
            target, left, _ = rules.after(control, clock, each)
            if skip_start and (target, left) == start:
                return (*path_to(parent, state), each.move), start
            if (target, left) not in parent:
                if len(parent) >= limit:
                    return None
                parent[target, left] = state, each.move
                queue.append((target, left))
    return None
