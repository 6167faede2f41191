"""The score card of a round: three separate things, never mixed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from moot.case import Side
from moot.case.language.markdown import table
from moot.round.round import Round
from moot.score.as_dict import ballot_dict, mark_dict, result_dict
from moot.score.ballot import Ballot, ballots
from moot.score.marks import Marked, marks
from moot.score.result import Result, result

__all__ = ["Card", "score"]


@dataclass(frozen=True, slots=True)
class Card:
    """Marks against the opinions, a ballot a side, and the result (None until the case is decided)."""

    marks: tuple[Marked, ...]
    ballots: dict[Side, Ballot]
    result: Result | None

    def __repr__(self) -> str:
        totals = ", ".join(f"{side} {float(each.total):.1f}" for side, each in self.ballots.items())
        return f"<Card {totals}, {len(self.marks)} marks>"

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready: ``marks`` in order, ``ballot`` by side, and ``result``, null until the case is decided."""
        return {
            "marks": [mark_dict(mark) for mark in self.marks],
            "ballot": {side.value: ballot_dict(each) for side, each in self.ballots.items()},
            "result": result_dict(self.result) if self.result else None,
        }

    def _repr_markdown_(self) -> str:
        """The card in a notebook: both ballots item by item, the marks counted, and the result."""
        first, *_ = self.ballots.values()
        items = [
            (
                item.name,
                *(
                    f"{float(each.items[at].earned):.1f} of {float(each.items[at].out_of):.1f}"
                    for each in self.ballots.values()
                ),
            )
            for at, item in enumerate(first.items)
        ]
        totals = ("total", *(each.told for each in self.ballots.values()))
        counted = Counter(mark.treatment.value for mark in self.marks)
        parts = [
            table(("Ballot", *map(str, self.ballots)), [*items, totals]),
            table(("Marks by the opinions", "How many"), counted.items()),
        ]
        if self.result is not None:
            really = self.result.really or "no ruling is written"
            parts.append(
                table(("Judgment here", "Really" if self.result.real else "As written"), [(self.result.here, really)])
            )
        return "\n\n".join(parts)


def score(round: Round) -> Card:
    """Score a round, finished or not."""
    outcome = round.outcome()
    return Card(marks(round), ballots(round), result(outcome.ruling) if outcome else None)
