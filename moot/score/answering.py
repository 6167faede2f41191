"""What one answer takes and misses on the ballot: its opportunities, item by item."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from moot.bench.judging.credit import fit
from moot.bench.weighing import recent_under_rules
from moot.case import Answer, Case, Heard, Manner, Purpose
from moot.case.language.naming import known_as
from moot.case.per_case import per_case
from moot.score.labels import ANSWERS, QUESTIONS

__all__ = ["ITEMS", "NONE", "WHOLE", "answer_chances", "answer_loss", "loss_after", "plain_chances"]

ITEMS: dict[str, int] = {"answers": 40, "authority": 25, "structure": 15, "candor": 10, "time": 10}
"""The items and what each is out of: answering questions; authority and record; roadmap and resuming; candor and
concessions; time and reply."""

NONE, WHOLE = 0, 12
"""Shares are counted in twelfths: an answer earns so much of what the best one would, which is 1, 2, 3 or 4. Whole numbers
make a ballot in half the time that fractions do."""


def answer_chances(case: Case, answer: str, heard: Heard) -> tuple[tuple[str, int, str], ...]:
    """The opportunities this answer takes or misses after what was heard: item, share taken in twelfths, why not more."""
    found = plain_chances(case, answer)
    clash = _clashing(_tempting(case, answer), heard)
    if not clash:
        return found
    given = case.answers[answer]
    mine = [id for id in given.contradicts if id in clash]
    kept = _stands(given, clash)
    why = f"contradicted {' and '.join(known_as(case, id) for id in mine)}"
    return (*found, ("candor", WHOLE if kept else NONE, why))


def _clashing(ids: Iterable[str], said: Heard) -> list[str]:
    """Those of these points and answers that have been said."""
    return [id for id in ids if id in said.answers or id in said.full or id in said.half]


def _stands(given: Answer, clash: list[str]) -> bool:
    """Whether an answer contradicts nothing of what clashes, or takes back all that it contradicts."""
    return {id for id in given.contradicts if id in clash} <= set(given.retracts)


@per_case
def _tempting(case: Case, answer: str) -> tuple[str, ...]:
    """What this answer, or another to the same question, would contradict."""
    return tuple(id for offered in case.question_of[answer].answers for id in offered.contradicts)


_NO_ANSWER = (Manner.DECLINE, Manner.DEFLECT, Manner.EVADE)
"""Ways not to answer: that says by itself what was wrong."""


@recent_under_rules(4096)
def plain_chances(case: Case, answer: str) -> tuple[tuple[str, int, str], ...]:
    """The opportunities an answer takes or misses whatever was said before: item, share taken, why not more."""
    question, given = case.question_of[answer], case.answers[answer]
    offered = question.answers
    found: list[tuple[str, int, str]] = []
    if question.pick is not None:
        right = next(one for one in offered if one.right)
        found.append(
            (
                "authority",
                WHOLE if given.right else NONE,
                f"the {question.pick} asked for was {known_as(case, right.id)}",
            )
        )
    else:
        best = max(fit(question, one) for one in offered)
        # Where nothing better than the worst was offered, the answer given was the best there was.
        taken, over = divmod((fit(question, given) + 2) * WHOLE, best + 2) if best > -2 else (WHOLE, 0)
        assert not over, "an answer is worth -2 to +2"
        why = f"{QUESTIONS[question.purpose]}, met by {ANSWERS[given.manner]}"
        if given.consequence is not None and given.reply is not None:
            why = f"a hypothetical: the reply {given.consequence.outcome}"
        if taken < WHOLE and given.manner not in _NO_ANSWER:
            why += "; a better answer was offered"
        if question.purpose is Purpose.CONCESSION:
            found.append(("candor", taken, why))
        found.append(("answers", taken, why))
    if any(one.outside or one.overclaims for one in offered):
        fault = "brought in what is outside the record" if given.outside else "claimed more than the source gives"
        found.append(("authority", NONE if given.outside or given.overclaims else WHOLE, fault))
    if given.manner in (Manner.DEFLECT, Manner.EVADE) and question.purpose is not Purpose.CONCESSION:
        found.append(("candor", NONE, "the question was not faced"))
    return tuple(found)


def answer_loss(case: Case, answer: str) -> Fraction:
    """What an answer loses, whatever was said before: for each item it bears on, the share missed times what the item is out of."""
    return sum(
        (Fraction(ITEMS[item] * (WHOLE - taken), WHOLE) for item, taken, _ in plain_chances(case, answer)), Fraction(0)
    )


def loss_after(case: Case, answer: str, heard: Heard) -> Fraction:
    """What an answer loses after what had been heard: as :func:`answer_loss`, with what it contradicts."""
    clash = _clashing(_tempting(case, answer), heard)
    kept = not clash or _stands(case.answers[answer], clash)
    return answer_loss(case, answer) + (0 if kept else ITEMS["candor"])
