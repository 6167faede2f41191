"""Concessions, and what a reply to a hypothetical does: the values. :mod:`moot.case.hypotheticals.replies` works them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from moot.case.law import PositionRef
from moot.case.words import ConcessionKind

__all__ = ["WORTH", "Concession", "Consequence", "ReplyOutcome"]


@dataclass(frozen=True, slots=True)
class Concession:
    """A concession of fact strikes points of either side for everyone; one of law withdraws counsel's own."""

    kind: ConcessionKind
    what: str
    gives_up: tuple[str, ...] = ()


class ReplyOutcome(StrEnum):
    """How a reply to a scene stands, once the rule has been applied."""

    ACCEPTED = "accepts what the rule gives"
    MISREAD = "says what the rule does not give"
    DISTINGUISHED = "distinguishes by what the rule turns on"
    NO_DIFFERENCE = "distinguishes by what makes no difference to the rule"
    MODIFIED = "modifies the rule and escapes the result"
    NEEDLESS = "modifies a rule that offended nobody"
    STILL_CAUGHT = "modifies the rule and is caught all the same"
    GIVEN_AWAY = "modifies the rule and loses the case by it"
    LEFT_OPEN = "says that it is undecided, as it is"
    PRESUMED = "takes for decided what the court left open"
    UNANSWERED = "does not reply, and the result stands"


WORTH: Mapping[ReplyOutcome, int] = {
    ReplyOutcome.ACCEPTED: 2,
    ReplyOutcome.MISREAD: -1,
    ReplyOutcome.DISTINGUISHED: 2,
    ReplyOutcome.NO_DIFFERENCE: -1,
    ReplyOutcome.MODIFIED: 2,
    ReplyOutcome.NEEDLESS: 0,
    ReplyOutcome.STILL_CAUGHT: -1,
    ReplyOutcome.GIVEN_AWAY: 0,
    ReplyOutcome.LEFT_OPEN: 2,
    ReplyOutcome.PRESUMED: 1,
}
"""How well each meets the question, -2 to +2, as :func:`moot.bench.judging.credit.fit` counts. Accepting what offends is worth 1.

A silent answer is worth what its manner is. A result misread is a claim too large besides.
"""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a reply does. ``met`` is the result of the rule tested, in the scene; ``offense`` what stands against the position.

    ``modified`` is the result of the rule as counsel modified it, None where they did not.

    ``halved``: a distinction that holds keeps the scene at a distance, so what offends counts at half strength. ``worth``
    is None where there was no reply. ``concession`` withdraws what counsel loses with the case.

    ``open``: the court left these facts undecided, so no result of the rule stands against the position there.
    """

    outcome: ReplyOutcome
    tests: PositionRef
    met: bool
    offense: tuple[tuple[str, int], ...] = ()
    halved: bool = False
    concession: Concession | None = None
    modified: bool | None = None
    open: bool = False

    @property
    def left_with(self) -> bool:
        """The result in the scene of the rule as counsel leaves it."""
        return self.met if self.modified is None else self.modified

    @property
    def worth(self) -> int | None:
        """How well it meets the question."""
        if self.outcome is ReplyOutcome.ACCEPTED and self.offense:
            return 1
        return WORTH.get(self.outcome)
