"""Who puts which question, and how much it suits them: by case and bench only, never by leanings or the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from moot.bench.persona import Bench, Judge
from moot.case import Case, Purpose, Question
from moot.case.per_case import per_case, recent_per_case
from moot.round.asking.eligible import fits, may_ask

__all__ = ["USUAL", "depths", "matters", "pressed_already", "same_rule", "suited"]

USUAL = 100
"""How much a question of a case suits a judge on the average."""

_FINE = 4
"""Quarters: how finely rarity is measured."""


@recent_per_case(16)
def suited(case: Case, bench: Bench) -> Mapping[str, Mapping[str, int]]:
    """For every question, the judges who put it, each with a weight: how much it suits them, :data:`USUAL` on the average.

    A question that was really asked is put by those who asked it, if one of them sits and it fits them.
    """
    may = may_ask(case, bench)
    found: dict[str, dict[str, int]] = {
        id: {judge: _weight(bench.judge[judge], case, question) for judge in _put(question, may[id])}
        for id, question in case.questions.items()
    }
    for judge in bench.judges:
        mine = [put[judge.id] for put in found.values() if put.get(judge.id)]
        usual = sum(mine) // len(mine) if mine else 1
        for put in found.values():
            if put.get(judge.id):
                put[judge.id] = max(1, USUAL * put[judge.id] // usual)
    return {id: {judge: weight for judge, weight in put.items() if weight} for id, put in found.items()}


def _put(question: Question, may: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(judge for judge in may if judge in question.asked_by) or may


def _weight(judge: Judge, case: Case, question: Question) -> int:
    """How much a question suits a judge: the mix of purposes they declare, and the principles it is about."""
    weight = judge.purposes.get(question.purpose, 0)
    if judge.id in question.asked_by:
        return max(1, weight * _rarity(case, judge).get(question.purpose, 1))
    if weight == 0 or judge.talk == 0:
        return 0
    held = max((judge.held.get(word, 0) for word in question.who), default=0)
    return weight * _rarity(case, judge).get(question.purpose, 1) * (2 + held)


@recent_per_case(256)
def _rarity(case: Case, judge: Judge) -> dict[Purpose, int]:
    """How much rarer each purpose is, among the questions of the case this judge might put, than the commonest.

    A case holds many questions of one kind and few of another. Weighed by this, what is asked follows the mix that the
    persona declares and not the mix that the case happens to hold.
    """
    counts = Counter(
        question.purpose for question in case.questions.values() if fits(judge, question) and not question.stock
    )
    most = max(counts.values(), default=1)
    return {purpose: max(1, _nearest(_FINE * most, count)) for purpose, count in counts.items()}


def _nearest(one: int, other: int) -> int:
    """The quotient to the nearest whole number."""
    return (2 * one + other) // (2 * other)


@per_case
def depths(case: Case) -> Mapping[str, int]:
    """For every question, how long a thread it can begin: itself and its longest chain of follow-ups."""
    found: dict[str, int] = {}

    def measure(question: Question) -> int:
        below = [measure(follow_up) for answer in question.answers for follow_up in answer.follow_ups]
        found[question.id] = 1 + max(below, default=0)
        return found[question.id]

    for point in case.points:
        for root in point.questions:
            measure(root)
    return found


@per_case
def matters(case: Case) -> Mapping[str, frozenset[str]]:
    """For every question, the issues it is about: those its answers argue, or the one its hypothetical tests."""
    return {
        id: frozenset(
            ref.issue for answer in question.answers if answer.argument is not None for ref in answer.argument.urges[:1]
        )
        | ({question.scene.tests[0]} if question.scene is not None else frozenset())
        for id, question in case.questions.items()
    }


@per_case
def same_rule(case: Case) -> Mapping[str, frozenset[str]]:
    """For every stock question about a side's rule, the answers in which that side has stated the rule on the same issue, at any such question."""
    about = {
        id: (case.point_of[id].side, next((each.id for each in case.issues if each.question in question.text), ""))
        for id, question in case.questions.items()
        if question.stock in ("rule", "then")
    }
    return {
        id: frozenset(
            answer.id for other, its in about.items() if its == which for answer in case.questions[other].answers
        )
        for id, which in about.items()
    }


@per_case
def pressed_already(case: Case) -> Mapping[str, frozenset[str]]:
    """For every question that comes back to an answer, the answers in which counsel was held to it before, at once or under another point."""
    sources = {id: {each.rpartition(".")[0] for each in question.returns_to} for id, question in case.questions.items()}
    held: dict[str, set[str]] = {}
    for id, question in case.questions.items():
        about = sources[id] | ({id.partition(".")[2]} if question.stock in ("press", "stands") else set())
        for source in about:
            held.setdefault(source, set()).update(answer.id for answer in question.answers)
    return {
        id: frozenset(answer for source in about for answer in held[source]) for id, about in sources.items() if about
    }
