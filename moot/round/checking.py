"""Whether a round's own state is what its line leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moot.round.position import advance, initial

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["problems_of"]


def problems_of(round: Round) -> list[str]:
    """What is wrong with the state of a round; always empty unless the engine is broken."""
    found = []
    replayed = initial(round.rules)
    for number, move in enumerate(round.line):
        transition = round._find(replayed, move)
        if transition is None:
            return [f"move {number + 1} ({move}) is not legal where it stands"]
        replayed = advance(round.rules, replayed, transition, move.ticks)
        if replayed != round.positions[number + 1]:
            found.append(f"position {number + 1} is not what its line leads to")
    if round.position.clock < 0:
        found.append("the clock is negative")
    if not round.position.decided and not round.legal:
        found.append("no move is legal and the case is not decided")
    return found
