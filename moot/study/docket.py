"""What a case offers somebody who has not argued it: what it lets them practice, what is argued in it, and how much there is to hold in mind."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from moot.case import Authority, Case, Modality
from moot.study.skills import skill_of

__all__ = ["HARDEST", "Offer", "offer_of"]

HARDEST = 4
"""The highest level."""

_LEVELS = (4, 6, 8)
"""A case with at most so many issues is of level 1, 2, 3; with more, of level 4."""


_SHARE = 5
"""A kind of argument is named where it makes at least one in so many of the points."""

_MOST_CITED = 4


class Offer(NamedTuple):
    """``level`` is 1 to :data:`HARDEST`, by how many issues a judge may have to decide; the rest counts questions written for the case."""

    level: int
    issues: int
    questions: int
    hypotheticals: int
    tables: int
    concessions: int
    modalities: tuple[Modality, ...]
    """The kinds of argument that make at least a fifth of the points of either side, the most frequent first."""
    authorities: tuple[Authority, ...]
    """Those that the most points cite, at most four."""

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
        parts += (
            [f"{self.concessions} {'concession' if self.concessions == 1 else 'concessions'}"]
            if self.concessions
            else []
        )
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
        modalities=_modalities(case),
        authorities=_authorities(case),
    )


def _modalities(case: Case) -> tuple[Modality, ...]:
    used = Counter(point.argument.modality for point in case.points if not point.replies)
    return tuple(each for each, number in used.most_common() if number * _SHARE >= used.total())


def _authorities(case: Case) -> tuple[Authority, ...]:
    known = {each.id: each for each in case.authorities}
    used = Counter(cited for point in case.points for cited in point.argument.cites)
    return tuple(known[each] for each, _ in used.most_common(_MOST_CITED) if each in known)
