"""A shortest line to a state, so that what is wrong can be played."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from moot.proof.compile import Playable, Steps
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
    start: State = (rules.start, rules.opening_clock(rules.start))
    came: dict[State, tuple[State, Move] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        state = waiting.popleft()
        if wanted(*state):
            return _back(came, state)
        place, clock = state
        for step in steps(place):
            there, left, _ = rules.after(place, clock, step)
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


def round_the_loop(rules: Playable, steps: Steps, loop: tuple[Place, ...]) -> tuple[Move, ...]:
    """A shortest line into a loop of places, and then, as far as the clock lets it, once round."""
    ring = set(loop)
    line = list(line_to(rules, steps, lambda place, _: place in ring) or ())
    place, clock = rules.start, rules.opening_clock(rules.start)
    for move in line:
        step = next(step for step in steps(place) if step.move == move)
        place, clock, _ = rules.after(place, clock, step)
    if place not in ring:
        return tuple(line)
    at = loop.index(place)
    for wanted in (*loop[at + 1 :], *loop[: at + 1]):
        for step in steps(place):
            there, left, _ = rules.after(place, clock, step)
            if there == wanted:
                line.append(step.move)
                place, clock = there, left
                break
        else:
            break
    return tuple(line)
