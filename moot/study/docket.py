"""What a case offers somebody who has not argued it: what it lets them practice, and how much there is to hold in mind."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from moot.case import Case
from moot.study.skills import skill_of

__all__ = ["HARDEST", "Offer", "offer_of"]

HARDEST = 4
"""The highest level."""

_LEVELS = (4, 6, 8)
"""A case with at most so many issues is of level 1, 2, 3; with more, of level 4."""


class Offer(NamedTuple):
    """``level`` is 1 to :data:`HARDEST`, by how many issues a judge may have to decide; the rest counts questions written for the case."""

    level: int
    issues: int
    questions: int
    hypotheticals: int
    tables: int
    concessions: int

    @property
    def told(self) -> str:
        """What there is to practice, in words."""
        parts = [
            f"{number} {what if number == 1 else what + 's'}"
            for number, what in (
                (self.issues, "issue"),
                (self.questions, "question"),
                (self.hypotheticals, "hypothetical"),
            )
            if number
        ]
        parts += [f"{self.tables} on record and authorities"] if self.tables else []
        parts += [f"{self.concessions} that ask for a concession"] if self.concessions else []
        return ", ".join(parts)


def offer_of(case: Case) -> Offer:
    """What a case offers."""
    own = [question for question in case.questions.values() if not question.stock]
    kinds = Counter(skill_of(question) for question in own)
    return Offer(
        level=1 + sum(len(case.issues) > most for most in _LEVELS),
        issues=len(case.issues),
        questions=len(own),
        hypotheticals=kinds["hypotheticals"],
        tables=kinds["record"] + kinds["authority"],
        concessions=kinds["candor"],
    )
