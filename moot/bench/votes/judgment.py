"""From votes to the judgment, and how each vote stands to it."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto

from moot.bench.judging.reasoning import Reasoning
from moot.bench.persona import Bench
from moot.bench.ruling import JudgmentBy
from moot.case import Case, Disposition

__all__ = ["Stance", "judgment_of", "stance_of"]


def judgment_of(case: Case, bench: Bench, reasonings: dict[str, Reasoning]) -> tuple[Disposition, JudgmentBy, int]:
    """The disposition that a majority of those sitting voted for.

    Where none has a majority, disturbing is counted against affirming, and the narrowest disposition of those who disturb
    controls: all of them support it. An even division affirms, or denies an application; where petitioner has the
    presumption, it grants it, and what departs from that is counted instead.
    """
    votes = Counter(reasonings[judge.id].vote for judge in bench.judges)
    rests = case.below.rests
    affirming = votes[rests]
    disturbing = len(bench.judges) - affirming
    if disturbing == affirming:
        return rests, JudgmentBy.DIVIDED, affirming
    if disturbing < affirming:
        return rests, JudgmentBy.NO_LEAD, affirming
    first, most = votes.most_common(1)[0]
    if most >= bench.majority:
        return first, JudgmentBy.NO_LEAD, disturbing
    return min((vote for vote in votes if vote.disturbs), key=lambda vote: vote.reach), JudgmentBy.NO_LEAD, disturbing


class Stance(Enum):
    """How a vote stands to the judgment, in the order in which separate opinions are printed."""

    FOR = auto()
    IN_PART = auto()
    AGAINST = auto()


def stance_of(vote: Disposition, judgment: Disposition) -> Stance:
    """A vote to disturb the judgment below less than the court does is for the judgment in part.

    So is a vote to leave it whole, where the court leaves a part of it.
    """
    if vote.supports(judgment):
        return Stance.FOR
    if judgment.partial:
        return Stance.IN_PART
    return Stance.IN_PART if vote.disturbs and judgment.disturbs else Stance.AGAINST
