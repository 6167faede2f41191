"""Counting lines by playing them on the real round: slow, simple, and what everything else is compared with."""

from __future__ import annotations

from moot.round.round import Round

__all__ = ["perft"]


def perft(round: Round, depth: int) -> int:
    """The number of lines of ``depth`` moves from where the round stands.

    Lines that are decided before count no further, as in chess. A question counts once, whoever may ask it. The round
    is left as it was.
    """
    if depth == 0:
        return 1
    if depth == 1:
        return len(round.legal)
    total = 0
    for move in list(round.legal):
        round.push(move)
        total += perft(round, depth - 1)
        round.pop()
    return total
