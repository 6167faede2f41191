"""A shortest line to a state, so that what is wrong can be played."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from moot.proof.reference.compile import Playable, Steps
from moot.round.moves import Move
from moot.round.rules import Place

__all__ = ["line_to", "round_the_loop"]

State = tuple[Place, int]


def line_to(
    rules: Playable, steps: Steps, wanted: Callable[[Place, int], bool], limit: int = 3_000_000
) -> tuple[Move, ...] | None:
    """The moves of a shortest line to a state that is wanted; None if there is none within ``limit`` states.

    Breadth first, so no shorter line shows it.
    """
    found = _search(rules, steps, (rules.start, rules.opening_clock(rules.start)), wanted, limit)
    return found[0] if found else None


def round_the_loop(rules: Playable, steps: Steps, loop: tuple[Place, ...], tries: int = 50) -> tuple[Move, ...]:
    """A shortest line to a place of the loop and from there back to it.

    Where the clock lets no line go round from any place tried, just a shortest line into the loop.
    """
    start: State = (rules.start, rules.opening_clock(rules.start))
    best: tuple[Move, ...] = ()
    into: tuple[Move, ...] = ()
    for again in loop[:tries]:
        first = _search(rules, steps, start, lambda place, _, again=again: place == again)  # type: ignore[misc]
        if first is None:
            continue
        into = into or first[0]
        back = _search(rules, steps, first[1], lambda place, _, again=again: place == again, after=True)  # type: ignore[misc]
        if back is not None and (not best or len(first[0]) + len(back[0]) < len(best)):
            best = first[0] + back[0]
    return best or into


def _search(
    rules: Playable,
    steps: Steps,
    start: State,
    wanted: Callable[[Place, int], bool],
    limit: int = 300_000,
    *,
    after: bool = False,
) -> tuple[tuple[Move, ...], State] | None:
    """Breadth first from a state: the moves of a shortest line to one that is wanted, and that one.

    With ``after`` the start itself does not count.
    """
    came: dict[State, tuple[State, Move] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        state = waiting.popleft()
        if wanted(*state) and not (after and state == start):
            return _back(came, state), state
        place, clock = state
        for step in steps(place):
            there, left, _ = rules.after(place, clock, step)
            if after and (there, left) == start:
                return (*_back(came, state), step.move), start
            if (there, left) not in came:
                if len(came) >= limit:
                    return None
                came[there, left] = state, step.move
                waiting.append((there, left))
    return None


def _back(came: dict[State, tuple[State, Move] | None], state: State) -> tuple[Move, ...]:
    moves: list[Move] = []
    before = came[state]
    while before is not None:
        state, move = before
        moves.append(move)
        before = came[state]
    return tuple(reversed(moves))
