"""The way back through a search: from what was reached, by what it was reached from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from moot.round.moves import Move

__all__ = ["path_to"]

Node = TypeVar("Node")


def path_to(parents: Mapping[Node, tuple[Node, Move] | None], reached: Node) -> tuple[Move, ...]:
    """The moves from the start of a search to a node. ``parents`` has the node before each and the move from it; None at the start."""
    line: list[Move] = []
    while (step := parents[reached]) is not None:
        reached, move = step
        line.append(move)
    return tuple(reversed(line))
