"""Many lines played quickly on a compiled model: the control of the round alone, nothing heard and nobody judging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import shake_128
from itertools import chain, count
from typing import Any

from moot.proof.compile import SAME_TURN, Model

__all__ = ["playouts"]

_CHUNK = 1 << 16


def playouts(model: Model, number: int, seed: int = 0) -> Counter[int]:
    """How many of ``number`` lines, each move drawn evenly, had which length in moves.

    The same seed plays the same lines. "Evenly" is to one part in some hundreds: a throw has 16 bits.
    """
    first, opening = _linked(model)
    throw = chain.from_iterable(_throws(seed)).__next__
    lengths: Counter[int] = Counter()
    for _ in range(number):
        row, clock, length = first, opening, 0
        while row:
            limit, cost, then, opens, red, shut = row[throw() * len(row) >> 16]
            length += 1
            if clock > limit:
                row = then
                clock = clock - cost if opens < 0 else opens
            else:
                row, clock = red, shut
        lengths[length] += 1
    return lengths


def _linked(model: Model) -> tuple[list[Any], int]:
    """The moves of each place as a list that holds the lists they lead to; the first, and the clock at the start.

    In a move that costs nothing no clock is under the limit, so it never shows the red light.
    """
    rows: list[list[Any]] = [[] for _ in model.places]
    for row, edges in zip(rows, model.edges, strict=True):
        for edge in edges:
            row.append(
                (
                    edge.spends if edge.timed else -1,
                    edge.spends if edge.timed else 0,
                    rows[edge.then],
                    edge.then_opens,
                    rows[edge.red],
                    0 if edge.red_opens == SAME_TURN else edge.red_opens,
                )
            )
    return rows[0], model.opening


def _throws(seed: int) -> Iterator[memoryview]:
    """Numbers of 16 bits without end."""
    for part in count():
        yield memoryview(shake_128(f"playouts {seed} {part}".encode()).digest(_CHUNK)).cast("H")
