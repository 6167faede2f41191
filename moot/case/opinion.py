"""The opinion key: what the court really wrote, cut into holdings, and how it treats what counsel may say."""

from __future__ import annotations

from dataclasses import dataclass

from moot.case.words import Disposition, OpinionKind, Treatment

__all__ = ["DecisionLine", "Historical", "Holding", "Mark", "RealOpinion", "RealVote", "in_quotation_marks"]


def in_quotation_marks(quote: str, otherwise: str = "") -> str:
    """The words of an opinion in quotation marks; where the case file quotes none, what is to be told otherwise."""
    return f"“{quote}”" if quote else otherwise


@dataclass(frozen=True, slots=True)
class Holding:
    """A passage of a real opinion: its pin cite, a verbatim quotation of at most 50 words, and our gist of it.

    ``quote`` is empty where the words of the opinion were not at hand; the passage is then told in our own.
    """

    id: str
    pin: str
    quote: str
    gist: str
    issue: str | None = None
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How one real opinion treats one thing said: a holding with its pin cite, or `not reached` with a reason."""

    opinion: str
    treatment: Treatment
    holding: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RealOpinion:
    """One opinion the court really wrote. ``text`` names the file it is checked against, where one is shipped."""

    id: str
    author: str
    kind: OpinionKind
    joined: tuple[str, ...]
    ground: str
    holdings: tuple[Holding, ...]
    text: str | None = None

    def holding(self, id: str) -> Holding:
        """The holding with this id; raises ``KeyError``."""
        for holding in self.holdings:
            if holding.id == id:
                return holding
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One line of what the court decided, for the debrief: our words, with the page, and whose opinion it is."""

    text: str
    pin: str
    opinion: str


@dataclass(frozen=True, slots=True)
class RealVote:
    """How one judge really stood: the role, and the opinions (by id) written or joined."""

    judge: str
    role: str


@dataclass(frozen=True, slots=True)
class Historical:
    """What was really argued and decided. ``line`` is in move notation, as far as the case file can say it."""

    line: tuple[str, ...]
    disposition: Disposition
    votes: tuple[RealVote, ...]
