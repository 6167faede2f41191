"""What the bench has asked so far on a line: all that the draw reads of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moot.case import NOTHING_HEARD, Heard
from moot.case.stock import FOLLOW_UPS
from moot.round import moves

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["AskedSoFar", "asked_so_far"]


@dataclass
class AskedSoFar:
    """``total``, ``stock`` and ``made`` (by the engine, follow-ups included) count the whole sitting; ``turn`` and ``by`` the turn at the lectern.

    ``last`` is who asked last on the point under way (empty before the first question on it), ``question`` what they asked, ``run`` how
    many questions have been put since counsel last went on, and ``heard`` what had been heard when counsel opened the present head.
    """

    total: int = 0
    stock: int = 0
    made: int = 0
    turn: int = 0
    by: Counter[str] = field(default_factory=Counter)
    last: str = ""
    question: str = ""
    run: int = 0
    heard: Heard = NOTHING_HEARD


def asked_so_far(round: Round) -> AskedSoFar:
    """What was asked on the line of this round."""
    found = AskedSoFar()
    name = ""
    for move, before in zip(round.line, round.positions, strict=False):
        kind = type(move)
        if kind is moves.Ask:
            assert isinstance(move, moves.Ask)
            found.total += 1
            found.turn += 1
            stock = round.case.questions[move.question].stock
            found.made += bool(stock)
            found.stock += bool(stock) and stock not in FOLLOW_UPS
            found.last = move.by or round.askers(move.question)[0]
            found.by[found.last] += 1
            found.question = move.question
            found.run += 1
        elif kind is moves.Plead or kind is moves.Roadmap or kind is moves.Turn:
            turn = round.rules.turn(before.state)
            if turn != name:
                name, found.turn, found.by = turn, 0, Counter()
                found.heard = before.heard
            if kind is moves.Turn:
                found.heard = before.heard
            found.last = found.question = ""
            found.run = 0
        elif kind is not moves.Answer:
            found.run = 0
    return found
