"""What the bench has asked so far on a line: all that the draw reads of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from moot.case import NOTHING_HEARD, Heard
from moot.case.stock import FOLLOW_UPS
from moot.round import moves
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["AskedSoFar", "asked_so_far"]


class AskedSoFar(NamedTuple):
    """``total``, ``stock`` and ``made`` (by the engine, follow-ups included) count the whole sitting.

    ``turn`` and ``by`` count the turn at the lectern, whose name is ``name``. ``last`` is who asked last on the point under way (empty
    before the first question on it), ``question`` what they asked, and ``run`` how many questions have been put since counsel last went
    on. ``heard`` is what had been heard when counsel opened the present head. ``dice`` are keyed by the seed, the heat and the line.
    """

    dice: Dice
    total: int
    stock: int
    made: int
    turn: int
    by: Mapping[str, int]
    last: str
    question: str
    run: int
    heard: Heard
    name: str


_GOING_ON = (moves.Plead, moves.Roadmap, moves.Turn)
"""The moves with which counsel leaves what the bench asked about."""


def asked_so_far(round: Round) -> AskedSoFar:
    """What was asked on the line of this round. It is kept with the round, so that each move is read once."""
    known, ply = round._asked, len(round._line)
    if not known:
        known[0] = AskedSoFar(Dice("bench", round.seed, round.heat), 0, 0, 0, 0, {}, "", "", 0, NOTHING_HEARD, "")
    last = next(reversed(known))
    if last < ply:
        known[ply] = _after(round, known[last], last, ply)
    return known[ply]


def _after(round: Round, found: AskedSoFar, first: int, last: int) -> AskedSoFar:
    """The same some moves later; who asked and the ticks measured are no part of the key of the dice."""
    dice, total, stock, made, turn, by, judge, question, run, heard, name = found
    said = []
    for ply in range(first, last):
        move = round._line[ply]
        if isinstance(move, moves.Ask):
            question = move.question
            said.append(f"ask {question}")
            judge = move.by or round.askers(question)[0]
            by = {**by, judge: by.get(judge, 0) + 1}
            kind = round.case.questions[question].stock
            if kind:
                stock, made = stock + (kind not in FOLLOW_UPS), made + 1
            total, turn, run = total + 1, turn + 1, run + 1
            continue
        said.append(move.words if move.ticks else str(move))
        if isinstance(move, moves.GiveAnswer):
            continue
        run = 0
        if isinstance(move, _GOING_ON):
            judge = question = ""
            before = round._stack[ply]
            now = round.rules.turn(before.state)
            if now != name or isinstance(move, moves.Turn):
                heard = before.heard
            if now != name:
                name, turn, by = now, 0, {}
    return AskedSoFar(dice.then(*said), total, stock, made, turn, by, judge, question, run, heard, name)
