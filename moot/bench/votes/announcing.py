"""Which opinion announces the judgment where no group of judges behind it is the largest."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.ruling import Walk
from moot.bench.votes.coalitions import Coalition, grounds_of
from moot.case import Case
from moot.case.presented import answers_it

__all__ = ["announces", "decides_it"]


def decides_it(case: Case, walk: Walk) -> bool:
    """Whether an opinion with this walk decides the question presented."""
    return any(answers_it(case, issue) for issue, _ in grounds_of(case, walk))


def announces(case: Case, equal: Sequence[Coalition]) -> Coalition:
    """Of groups of one size, the first that decides the question presented, else the first. They stand by their senior members."""
    return next((group for group in equal if decides_it(case, group.walk)), equal[0])
