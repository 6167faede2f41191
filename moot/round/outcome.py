"""How a decided round ended."""

from __future__ import annotations

from typing import Any

from moot.bench.ruling import JudgmentBy, Ruling
from moot.case import Side

__all__ = ["Outcome"]


class Outcome:
    """How a decided round ended. ``ruling`` is the conference's; ``reason`` says what carried it, ``winner`` for whom."""

    __slots__ = ("ruling",)

    def __init__(self, ruling: Ruling) -> None:
        self.ruling = ruling

    @property
    def reason(self) -> JudgmentBy:
        """What carries the judgment: an opinion of the court, a plurality, equal groups of which one announces it, or an equal division."""
        return self.ruling.judgment_by

    @property
    def winner(self) -> Side | None:
        """The side the court decided for; None where it was equally divided and the judgment below merely stands.

        Disturbing the judgment below decides for the side that lost there, however far it goes.
        """
        if self.reason is JudgmentBy.DIVIDED:
            return None
        won = self.ruling.case.below.won
        if not self.ruling.disposition.disturbs:
            return won
        return won.other

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready: ``winner`` (a side, or null), ``reason`` and the ``ruling``."""
        return {
            "winner": self.winner.value if self.winner else None,
            "reason": self.reason.value,
            "ruling": self.ruling.to_dict(),
        }

    def __repr__(self) -> str:
        return f"<Outcome {self.ruling.disposition}, {self.reason}>"

    def _repr_markdown_(self) -> str:
        """The outcome in a notebook: for whom, and the ruling."""
        whom = f"Decided for the {self.winner}." if self.winner else "The court is equally divided."
        return f"{whom}\n\n{self.ruling._repr_markdown_()}"
