"""Against the opinion the court really wrote: marks, ballot, result."""

from moot.score.ballot import Ballot, Item, Loss, ballot
from moot.score.card import Card, score
from moot.score.marks import Marked, marks
from moot.score.result import Result, result

__all__ = ["Ballot", "Card", "Item", "Loss", "Marked", "Result", "ballot", "marks", "result", "score"]
