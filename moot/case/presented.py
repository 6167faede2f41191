"""Which issues answer the question presented."""

from __future__ import annotations

from moot.case.case import Case
from moot.case.language.likeness import shared
from moot.case.per_case import per_case
from moot.case.words import OpinionKind, Treatment

__all__ = ["answers_it"]

_PASSED_BY = (Treatment.RESERVED, Treatment.NOT_REACHED)


@per_case
def answers_it(case: Case, issue: str) -> bool:
    """Whether an answer to the issue answers the question presented.

    It does not where the real court passed the issue by and the two questions share no word of substance.
    """
    about = case.issue[issue]
    courts = [opinion.id for opinion in case.opinions if opinion.kind is OpinionKind.COURT]
    marks = [mark for position in about.positions for mark in position.marks if mark.opinion in courts]
    if not marks or any(mark.treatment not in _PASSED_BY for mark in marks):
        return True
    return shared(case.question_presented, about.question) > 0
