"""A line to any point or question of a case, with what is to have been said before it."""

from __future__ import annotations

from collections import deque

from moot.proof.parents import path_to
from moot.proof.reference.compile import Successors
from moot.round import moves
from moot.round.control_state import ControlState
from moot.round.moves import Move
from moot.round.rules import Rules
from moot.study.must.relevant import Relevant

__all__ = ["starting_line"]

_MOST = 300_000
"""How many states are tried."""

_Tried = tuple[ControlState, int, frozenset[str]]


def starting_line(rules: Rules, successors: Successors, at: str, said: tuple[str, ...] = ()) -> tuple[Move, ...] | None:
    """A shortest line, among the moves that matter, to where a point may be pleaded or a question waits for its answer.

    On it all of ``said`` (points and answers) is said. None where no such line was found.
    """
    case = rules.case
    asked = at in case.questions
    relevant = Relevant(case, (at,) if asked else (), said if asked else (*said, at))
    wanted = frozenset(said)
    start: _Tried = (rules.start, rules.opening_clock(rules.start), frozenset())
    before: dict[_Tried, tuple[_Tried, Move] | None] = {start: None}
    queue = deque([start])
    while queue:
        tried = queue.popleft()
        state, clock, done = tried
        following = [each for each in successors(state) if relevant.matters(each)]
        if done == wanted and (
            state.pending == at if asked else any(each.move == moves.Plead(at) for each in following)
        ):
            return path_to(before, tried)
        for each in following:
            match each.move:
                case moves.Plead(point=id) | moves.GiveAnswer(answer=id):
                    now = done | ({id} & wanted)
                case _:
                    now = done
            target, left, _ = rules.after(state, clock, each)
            if (target, left, now) not in before and len(before) < _MOST:
                before[target, left, now] = tried, each.move
                queue.append((target, left, now))
    return None
