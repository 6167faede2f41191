"""The bench as a player that draws its moves. The dice are keyed by the seed, the heat and the line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from moot.round import moves
from moot.round.asking.asked import asked_so_far
from moot.round.asking.groups import Group, OneQuestion
from moot.round.asking.heats import HEATS, heat_of
from moot.round.asking.odds import WHOLE, each_chance, odds
from moot.round.dice import Dice
from moot.round.moves import Move

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["HEATS", "Dice", "Drawn", "draw", "heat_of", "odds", "throw"]


def draw(round: Round) -> Move:
    """The bench's move here: a pure function of the round's seed, heat and line, with the chances that :func:`odds` gives."""
    asked = asked_so_far(round)
    dice = asked.dice.then()
    thrown = dice.below(WHOLE)
    return _fallen(each_chance(round, asked, thrown), thrown, dice)


def throw(groups: Iterable[Group | OneQuestion], dice: Dice) -> Move:
    """One of these groups or the pass, then a judge, then a question."""
    return _fallen(groups, dice.below(WHOLE), dice)


def _fallen(groups: Iterable[Group | OneQuestion], thrown: int, dice: Dice) -> Move:
    for group in groups:
        thrown -= group.share
        if thrown < 0:
            by = dice.pick(list(group.ready), list(group.ready.values()))
            questions = group.questions(by)
            return _ask(dice.pick(list(questions), list(questions.values())), by)
    return moves.PASS


@lru_cache(maxsize=4096)
def _ask(question: str, by: str) -> moves.Ask:
    """The move, made once for all sittings."""
    return moves.Ask(question, by)


class Drawn:
    """The bench as a player that draws its moves."""

    def choose(self, round: Round) -> Move:
        """Ask or pass, by the dice."""
        return draw(round)
