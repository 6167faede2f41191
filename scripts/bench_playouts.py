"""Many lines played quickly on a compiled model, for bench_proof.py: control states and clock only, nothing heard, nobody judging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import shake_128
from itertools import count
from operator import length_hint
from typing import Any

from moot.proof.reference.compile import SAME_TURN, Model, gc_paused
from moot.round.clock import expiry_limit

__all__ = ["playouts"]

_CHUNK = 1 << 15
"""Throws drawn at once, of 16 bits each."""


def playouts(model: Model, number: int, seed: int = 0) -> Counter[int]:
    """The distribution of lengths, in moves, of ``number`` lines with each move drawn evenly.

    The same seed plays the same lines. "Evenly" is to one part in some hundreds: a throw has 16 bits.
    """
    with gc_paused():
        first, opening = _linked(model)
    lengths: Counter[int] = Counter()
    if not first:
        lengths[0] = number
    left = number if first else 0
    row, clock, began = first, opening, 0
    chunks = _throws(seed)
    # Every move takes one throw, so a line's length is read off the throws at its end, not counted move by move; and a
    # loop over the throws is quicker than a call for each. Together they make an eighth more lines a second.
    while left:
        chunk, so_far = next(chunks)
        throws = iter(chunk)
        for throw in throws:
            limit, cost, following, on_expiry, opens = row[throw * len(row) >> 16]
            if clock > limit:
                clock -= cost
                row = following
            else:
                row, clock = on_expiry, opens
            if not row:
                made = so_far - length_hint(throws)
                lengths[made - began] += 1
                began = made
                left -= 1
                if not left:
                    break
                row, clock = first, opening
    return lengths


def _linked(model: Model) -> tuple[list[Any], int]:
    """The moves of each state as a list that holds the lists they lead to; the first, and the clock at the start.

    A move is: the highest clock that it uses up, what it costs, where it leads with a higher clock, where it leads otherwise,
    and the clock there. One that costs nothing always goes on, or, if it opens another turn, never does.
    """
    never = model.slots
    rows: list[list[Any]] = [[] for _ in model.states]
    for row, edges in zip(rows, model.edges, strict=True):
        for following, opens, on_expiry, expiry_opens, spends, timed in edges:
            if timed:
                if opens != SAME_TURN:
                    raise ValueError("a move that costs time opens another turn while time remains")
                row.append((expiry_limit(spends), spends, rows[following], rows[on_expiry], max(expiry_opens, 0)))
            elif opens == SAME_TURN:
                row.append((-1, 0, rows[following], None, 0))
            else:
                row.append((never, 0, None, rows[following], opens))
    return rows[0], model.opening


def _throws(seed: int) -> Iterator[tuple[list[int], int]]:
    """Numbers of 16 bits without end, a chunk at a time, each with how many there have been at its end."""
    for part in count():
        drawn = shake_128(f"playouts {seed} {part}".encode()).digest(2 * _CHUNK)
        yield memoryview(drawn).cast("H").tolist(), (part + 1) * _CHUNK
