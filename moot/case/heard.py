"""What the bench has heard: a value low in the house, because judging, scoring and play all read it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NOTHING_HEARD", "Heard"]

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

    def with_full(self, point: str) -> Heard:
        """The whole point has been heard."""
        return Heard(self.half - {point}, self.full | {point}, self.answers, self.conceded, self.retracted)

    @property
    def withdrawn(self) -> frozenset[str]:
        """What no longer counts for anyone."""
        return self.conceded | self.retracted


NOTHING_HEARD = Heard()
