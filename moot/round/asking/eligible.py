"""Who may ask what: by case and bench only, never by leanings."""

from __future__ import annotations

from moot.bench.persona import Bench, Judge
from moot.case import Case, Question
from moot.case.per_case import recent_per_case

__all__ = ["fits", "may_ask"]


def fits(judge: Judge, question: Question) -> bool:
    """Whether the question is one this judge might put: no `who`, or one of its principles held or purposes used."""
    if not question.who:
        return True
    purposes = {purpose.value for purpose, weight in judge.purposes.items() if weight}
    return any(word in judge.held or word in purposes for word in question.who)


@recent_per_case(16)
def may_ask(case: Case, bench: Bench) -> dict[str, tuple[str, ...]]:
    """For every question of the case, the sitting judges who may ask it, senior first."""
    return {
        id: tuple(judge.id for judge in bench.judges if fits(judge, question))
        for id, question in case.questions.items()
    }
