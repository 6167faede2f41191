"""What a coach asks to have proved of a case: the `must` of a case file, a small closed language of three properties."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case.law import PositionRef
from moot.case.words import Disposition, Manner, Side

__all__ = ["CanWin", "NeverCarries", "Property", "Reaches"]


@dataclass(frozen=True, slots=True)
class CanWin:
    """There is a line on which at least so many of those sitting vote for the side."""

    side: Side
    votes: int

    def __str__(self) -> str:
        return f"{self.side} can win {self.votes} vote{'s' * (self.votes != 1)}"


@dataclass(frozen=True, slots=True)
class NeverCarries:
    """On no line is the answer ``conceding`` given and yet the position carried, or the judgment this disposition.

    A position carries where a majority of those sitting take it as a step on their way to their vote.
    """

    conceding: str
    position: PositionRef | None = None
    disposition: Disposition | None = None

    @property
    def carried(self) -> str:
        """What must not carry: ``issue.position``, or a disposition."""
        return str(self.position or self.disposition)

    def __str__(self) -> str:
        return f"no line on which `{self.conceding}` is given still carries `{self.carried}`"


@dataclass(frozen=True, slots=True)
class Reaches:
    """These questions (empty: every one that the file writes) can be asked of counsel who never answer in these manners where another is offered."""

    without: tuple[Manner, ...]
    questions: tuple[str, ...] = ()

    def __str__(self) -> str:
        which = "every question" if not self.questions else ", ".join(f"`{id}`" for id in self.questions)
        never = " or ".join(self.without)
        return f"{which} can be reached" + (f" by counsel who never {never}" if never else "")


Property = CanWin | NeverCarries | Reaches
"""One entry of `must`."""
