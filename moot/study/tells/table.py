"""The table of tells: how often answers that share a feature are the best, or the worst, of their question by the ballot.

Every limit is in points of a hundred above chance. Chance is what the same features would give if, within each question, the
best answers were drawn at random (:mod:`moot.study.tells.chance`). A finding past its limit may still be chance where few answers
share the feature, so each row has its exact one-sided p-value, and is *sure* only where that holds for all rows tested together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from typing import NamedTuple

from moot.case import Case, Question
from moot.score.answering import answer_loss
from moot.study.tells.chance import Draw, odds
from moot.study.tells.features import Feature, features

__all__ = ["FREQUENT", "LIMITS", "SURE", "End", "Tell", "best_and_worst", "tells"]


class End(StrEnum):
    """Which end of the ballot."""

    BEST = "best"
    WORST = "worst"


LIMITS: dict[tuple[str, End], int] = {
    ("place", End.BEST): 8,
    ("place", End.WORST): 8,
    ("length", End.BEST): 8,
    ("length", End.WORST): 8,
    ("word", End.BEST): 10,
    ("word", End.WORST): 10,
    ("opening", End.BEST): 10,
    ("opening", End.WORST): 10,
    ("manner", End.BEST): 12,
    ("quiz", End.BEST): 5,
}
"""The limits. To deflect or to evade is meant to be worst, and all entries of a quiz but one are, so those ends have none."""

_WORDS = ("word", "opening")
_FEWEST = {"word": 20, "opening": 20}
_FEWEST_OTHERWISE = 5
"""A row with fewer answers than this says nothing and is left out."""

FREQUENT = 60
"""A word or opening in this many answers is held to its limit as it stands; a rarer one fails only where it is sure."""

SURE = 0.05
"""How likely any row of a case is to be called sure by chance alone, over all rows of its family (Bonferroni)."""


class Tell(NamedTuple):
    """One row: of ``uses`` answers that share the feature, ``hits`` are best (or worst).

    ``chance`` is the expected share, 0 to 1, ``p`` the probability of as many hits by chance, and ``family`` how many rows were
    tested together: words and openings are one family, everything else another.
    """

    feature: Feature
    end: End
    hits: int
    uses: int
    chance: float
    p: float
    family: int

    @property
    def above(self) -> float:
        """Points of a hundred above chance."""
        return 100 * (self.hits / self.uses - self.chance)

    @property
    def limit(self) -> int | None:
        """The limit in points above chance; None where there is none."""
        return LIMITS.get((self.feature.kind, self.end))

    @property
    def over(self) -> bool:
        """Whether the row is past its limit, by chance or not."""
        return self.limit is not None and self.above > self.limit

    @property
    def sure(self) -> bool:
        """Whether the row is past its limit and chance does not explain it."""
        return self.over and self.p * self.family < SURE

    @property
    def fails(self) -> bool:
        """Whether a shipped case may not have this row."""
        return self.sure or (self.over and (self.feature.kind not in _WORDS or self.uses >= FREQUENT))


def best_and_worst(case: Case, question: Question) -> dict[End, frozenset[str]]:
    """The answers that lose least, and most, on the ballot; empty where all lose alike."""
    loss = {answer.id: answer_loss(case, answer.id) for answer in question.answers}
    if len(set(loss.values())) < 2:
        return {}
    return {
        end: frozenset(id for id, much in loss.items() if much == wanted)
        for end, wanted in ((End.BEST, min(loss.values())), (End.WORST, max(loss.values())))
    }


def tells(case: Case) -> tuple[Tell, ...]:
    """Every row that has answers enough, by kind and then in the order in which the file first shows the feature."""
    draws: defaultdict[tuple[Feature, End], list[Draw]] = defaultdict(list)
    hits: Counter[tuple[Feature, End]] = Counter()
    for question in case.questions.values():
        # The words of a stock question are not the author's to mend.
        ends = None if question.stock else best_and_worst(case, question)
        if not ends:
            continue
        for feature, having in features(case, question):
            for end, ids in ends.items():
                draws[feature, end].append(Draw(len(question.answers), len(ids), len(having)))
                hits[feature, end] += len(having & ids)
    uses = {row: sum(draw.marked for draw in found) for row, found in draws.items()}
    kept = [row for row, many in uses.items() if many >= _FEWEST.get(row[0].kind, _FEWEST_OTHERWISE)]
    family = Counter(feature.kind in _WORDS for feature, end in kept if (feature.kind, end) in LIMITS)
    rows = []
    for row in kept:
        feature, end = row
        share, p = odds(draws[row], hits[row])
        rows.append(Tell(feature, end, hits[row], uses[row], share, p, family[feature.kind in _WORDS]))
    order = list(dict.fromkeys(kind for kind, _ in LIMITS))
    return tuple(sorted(rows, key=lambda row: order.index(row.feature.kind)))
