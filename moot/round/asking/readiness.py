"""How ready each judge is to put the next question: their talk, their mood in this sitting, how they lean, what they have asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from moot.case import Heard, Side
from moot.case.formats import Segment
from moot.round.asking.asked import AskedSoFar
from moot.round.asking.habits import habits_of
from moot.round.asking.leaning import EVEN, Leanings, leanings_of

if TYPE_CHECKING:
    from moot.round.round import Round

__all__ = ["Readiness", "between"]

AHEAD = 40
"""How much of a question is due when a turn opens, in hundredths."""

_OWED = 60
"""How much readier a judge gets for each question they are behind their part, in a hundred; and less ready for each ahead."""


def between(value: int, low: int, high: int) -> int:
    """The value, or the nearer of the two bounds."""
    return low if value < low else min(value, high)


class Stock(NamedTuple):
    """What the judges make of what was ``heard`` when counsel for this side opened a head.

    ``pressed`` is how ready each judge in turn is to ask, and ``leaning`` how hard they press together, in thousandths.
    """

    heard: Heard
    speaker: Side | None
    leanings: Leanings
    pressed: tuple[int, ...]
    leaning: int


def _stock(round: Round, heard: Heard, speaker: Side | None) -> Stock:
    """Kept with the round until counsel opens another head."""
    found = round._stock
    if found is None or found.heard is not heard or found.speaker is not speaker:
        leanings, habits = leanings_of(round.case, round.bench, heard), habits_of(round)
        presses = leanings.pressing(speaker)
        pressed = tuple([much * press // EVEN for much, press in zip(habits.usual, presses, strict=True)])
        leaning = EVEN * sum(pressed) // habits.whole if habits.whole else EVEN
        found = round._stock = Stock(heard, speaker, leanings, pressed, leaning)
    return found


class Readiness:
    """The judges of a round at one move of the bench, when so many ticks of a segment have been ``used``.

    ``due`` is how many questions the whole bench would have asked by now in this turn if nobody leaned, in hundredths; ``leaning`` how
    hard the bench together presses whoever is at the lectern, in thousandths; ``opening`` whether nobody has asked in this turn.
    """

    __slots__ = ("_ready", "_stock", "asked", "due", "habits", "leaning", "opening", "round")

    def __init__(self, round: Round, asked: AskedSoFar, segment: Segment, used: int) -> None:
        self.round, self.asked, self.habits = round, asked, habits_of(round)
        # A turn that only replies has no opening of its own.
        self.opening = not asked.turn and not segment.replies
        self.due = AHEAD + self.habits.due(used)
        self._stock = _stock(round, asked.heard, segment.side)
        self.leaning = self._stock.leaning
        self._ready: Sequence[int] | None = None

    @property
    def ready(self) -> Sequence[int]:
        """How ready each judge is. The first question of a side goes by who ``opens``; who has asked less than their part is readier."""
        if self._ready is None:
            self._ready = self.habits.seats.opens if self.opening else self._weigh()
        return self._ready

    def _weigh(self) -> Sequence[int]:
        pressed, whole = self._stock.pressed, self.habits.whole
        issue = self.round.case.point[self.round.position.state.point].argument.urges[0].issue
        due, asked = self.due, self.asked.by
        ready = []
        unsure = self._stock.leanings.unsure(issue)
        for name, much, doubt in zip(self.habits.seats.names, pressed, unsure, strict=True):
            if not much:
                ready.append(0)
                continue
            # A judge behind their part of the questions is readier, one ahead of it less; within bounds.
            owed = (due * much // whole - 100 * asked.get(name, 0)) * _OWED // 100
            ready.append(much * between(100 + owed, 30, 300) * (8 + doubt))
        return ready
