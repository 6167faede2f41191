"""What the bench has heard: a value low in the house, because judging, scoring and play all read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from moot.case.words import ConcessionKind

if TYPE_CHECKING:
    from moot.case.case import Case

__all__ = ["NOTHING_HEARD", "Heard", "heard_of", "withdrawn_by"]

_NONE: frozenset[str] = frozenset()


class Heard(NamedTuple):
    """What has been said, by ids of points and answers; order does not matter to any judge.

    ``half`` and ``full`` hold points (disjoint); ``answers`` every answer given; ``conceded`` what a concession
    has struck or withdrawn; ``retracted`` what counsel has taken back.
    """

    half: frozenset[str] = _NONE
    full: frozenset[str] = _NONE
    answers: frozenset[str] = _NONE
    conceded: frozenset[str] = _NONE
    retracted: frozenset[str] = _NONE

    def with_half(self, point: str) -> Heard:
        """The point's first half has been heard."""
        return Heard(self.half | {point}, self.full, self.answers, self.conceded, self.retracted)

    def with_full(self, *points: str) -> Heard:
        """The whole of these points has been heard."""
        return Heard(self.half.difference(points), self.full.union(points), self.answers, self.conceded, self.retracted)

    @property
    def withdrawn(self) -> frozenset[str]:
        """What no longer counts for anyone."""
        return self.conceded | self.retracted


NOTHING_HEARD = Heard()


def withdrawn_by(case: Case, answers: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What these answers together concede, and what they retract.

    A retraction takes back what it names; taking back an answer also takes back its concession of law, but a
    concession of fact, once made, binds everyone.
    """
    given = [case.answers[id] for id in answers]
    retracted = frozenset(id for answer in given for id in answer.retracts)
    conceded = frozenset(
        id
        for answer in given
        if answer.concedes and not (answer.concedes.kind is ConcessionKind.LAW and answer.id in retracted)
        for id in answer.concedes.gives_up
    )
    return conceded, retracted


def heard_of(case: Case, half: Iterable[str], full: Iterable[str], answers: Iterable[str]) -> Heard:
    """What has been heard when just these points, in half or in full, and these answers have been said."""
    given = frozenset(answers)
    conceded, retracted = withdrawn_by(case, given)
    return Heard(frozenset(half), frozenset(full), given, conceded, retracted)
