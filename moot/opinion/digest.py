"""One judge's scales on one issue, sorted for writing: what carried it, what agreed, what failed, what still stands."""

from __future__ import annotations

from dataclasses import dataclass

from moot.bench.judging.reasoning import Reasoning
from moot.case import PositionRef, Step

__all__ = ["Scale", "scale"]


@dataclass(frozen=True, slots=True)
class Scale:
    """What became of every argument on an issue, heaviest first.

    ``carry`` counted for the finding and ``rest`` was accepted with it; ``failed`` and ``standing`` were for other positions, refuted
    or not; ``deaf`` is of a kind that weighs nothing with this judge.
    """

    carry: tuple[str, ...]
    rest: tuple[str, ...]
    failed: tuple[str, ...]
    standing: tuple[str, ...]
    deaf: tuple[str, ...]


def scale(reasoning: Reasoning, step: Step) -> Scale:
    """Sort every argument that was put on this issue."""
    case, heard = reasoning.case, reasoning.heard
    ref = PositionRef(step.issue, step.position)
    put = [
        id
        for id, argument in case.arguments.items()
        if any(urged.issue == step.issue for urged in argument.urges)
        and (id in heard.full or id in heard.half or id in heard.answers or argument.briefed)
    ]
    place = {id: number for number, id in enumerate(put)}
    # Points before answers: a title is easier to follow than an exchange.
    put.sort(key=lambda one: (one not in case.point, -reasoning.weights.get(one, 0), place[one]))
    mine = [id for id in put if ref in case.arguments[id].urges]
    theirs = [id for id in put if id not in mine]
    best = {id for _, id, _ in reasoning.support[ref].best if id in reasoning.accepted}
    weighed = reasoning.weights
    return Scale(
        carry=tuple(id for id in mine if id in best and id in reasoning.accepted),
        rest=tuple(id for id in mine if id in reasoning.accepted and id not in best),
        failed=tuple(id for id in theirs if id in weighed and id not in reasoning.accepted),
        standing=tuple(id for id in theirs if id in reasoning.accepted),
        deaf=tuple(id for id in put if id not in weighed and id not in heard.withdrawn),
    )
