"""Against the opinion the court really wrote: marks, ballot, result.

The package can itself be called: ``moot.score(round)`` gives a :class:`Card`. (A function of that name in `moot`
would be hidden as soon as anything imported this package.)
"""

from __future__ import annotations

import sys
from types import ModuleType

from moot.round.round import Round
from moot.score.ballot import Ballot, Item, Loss, ballot
from moot.score.card import Card, score
from moot.score.marks import Marked, marks
from moot.score.result import Result, result

__all__ = ["Ballot", "Card", "Item", "Loss", "Marked", "Result", "ballot", "marks", "result", "score"]


class _Callable(ModuleType):
    def __call__(self, round: Round) -> Card:
        return score(round)


sys.modules[__name__].__class__ = _Callable
