"""What a model must satisfy for its certificate: looked at after the search, state by state, never taken for granted."""

from __future__ import annotations

from dataclasses import dataclass

from moot.proof.compile import SAME_TURN, Model
from moot.proof.explore import Reach
from moot.round.phases import Phase

__all__ = ["Failure", "audit"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something wrong at a state: the code, in words, and the place (by number) with a clock."""

    code: str
    message: str
    place: int
    clock: int


def audit(model: Model, reach: Reach) -> list[Failure]:
    """Look at every place that comes up.

    Three things together make every line finite and end in a ruling: each move leads forward in one fixed order; a place
    without a move is a decided one; a decided one has no move. The clock is tried on the rules themselves at the
    lowest clock of each place, where it would go under first.
    """
    found: list[Failure] = []
    tried: set[tuple[int, int, int, int, bool]] = set()
    for n, edges in enumerate(model.edges):
        if not reach.clocks[n]:
            continue
        least = reach.lowest(n)
        decided = model.places[n].phase is Phase.DECIDED
        if not edges and not decided:
            found.append(Failure("M502", "a state without a legal move, and the case is not decided", n, least))
        if edges and decided:
            found.append(Failure("M503", "the case is decided, and a move is still legal", n, least))
        for number, edge in enumerate(edges):
            if edge.then <= n or (edge.timed and edge.red <= n):
                found.append(Failure("M501", "a move leads back to where the line has been", n, least))
            key = least, edge.spends, edge.then_opens, edge.red_opens, edge.timed
            if key not in tried:
                tried.add(key)
                if not _clock_kept(model, n, number, least):
                    found.append(Failure("M504", "a move leaves a clock that is not what it should be", n, least))
    return found


def _clock_kept(model: Model, n: int, number: int, clock: int) -> bool:
    """Whether the rules and the model agree on the place and the clock after a move, and it is not below nought."""
    edge = model.edges[n][number]
    step = model.steps(model.places[n])[number]
    place, left, red = model.rules.after(model.places[n], clock, step)
    if left < 0 or step.cost < 0 or step.keeps < 0:
        return False
    mine_red = edge.timed and clock <= edge.spends
    target, opens = (edge.red, edge.red_opens) if mine_red else (edge.then, edge.then_opens)
    mine = opens if opens != SAME_TURN else 0 if mine_red else clock - (edge.spends if edge.timed else 0)
    return place == model.places[target] and left == mine and red is mine_red
