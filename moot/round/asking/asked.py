"""What the bench has asked so far on a line: all that the draw reads of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from moot.case import NOTHING_HEARD, Heard
from moot.case.stock import FOLLOW_UPS
from moot.round import moves
from moot.round.dice import Dice

if TYPE_CHECKING:
    from moot.round.moves import Move
    from moot.round.position import PositionOfPlay
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
    known = round._asked
    if not known:
        known.append(AskedSoFar(Dice("bench", round.seed, round.heat), 0, 0, 0, 0, {}, "", "", 0, NOTHING_HEARD, ""))
    while len(known) <= len(round._line):
        at = len(known) - 1
        known.append(_after(round, known[at], round._line[at], round._stack[at]))
    return known[-1]


def _after(round: Round, found: AskedSoFar, move: Move, before: PositionOfPlay) -> AskedSoFar:
    """The same one move later; who asked and the ticks measured are no part of the key of the dice."""
    dice, total, stock, made, turn, by, last, question, run, heard, name = found
    dice = dice.then(move.words.partition(" by ")[0])
    if isinstance(move, moves.Ask):
        last, question = move.by or round.askers(move.question)[0], move.question
        by = {**by, last: by.get(last, 0) + 1}
        kind = round.case.questions[question].stock
        stock += bool(kind) and kind not in FOLLOW_UPS
        made += bool(kind)
        return AskedSoFar(dice, total + 1, stock, made, turn + 1, by, last, question, run + 1, heard, name)
    if not isinstance(move, moves.GiveAnswer):
        run = 0
    if isinstance(move, _GOING_ON):
        last = question = ""
        now = round.rules.turn(before.state)
        if now != name or isinstance(move, moves.Turn):
            heard = before.heard
        if now != name:
            name, turn, by = now, 0, {}
    return AskedSoFar(dice, total, stock, made, turn, by, last, question, run, heard, name)
