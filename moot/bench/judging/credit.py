"""Credit: what the manner of counsel's answers is worth to each judge.

One table for every case. A row is the purpose of the question, a column the manner of the answer, an entry -2 to +2.
The table follows what coaches teach (answer first, then explain; concede what must be conceded; take a friendly
question; never fight the hypothetical) and no manner is best for every purpose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from moot.bench import weighing
from moot.bench.judging.reach import Theory, theories_of
from moot.bench.persona import Judge, Prices
from moot.case import (
    Answer,
    Case,
    Heard,
    Manner,
    Purpose,
    Question,
    Side,
    Tone,
)
from moot.case.per_case import per_case

__all__ = [
    "FIT",
    "Conduct",
    "LedgerEntry",
    "clashes",
    "conduct_of",
    "fit",
    "ledger",
    "refused_theories",
    "repetitions",
    "trust",
]

_MANNERS = (
    Manner.DIRECT,
    Manner.CONCEDE,
    Manner.DISTINGUISH,
    Manner.MODIFY,
    Manner.DECLINE,
    Manner.DEFLECT,
    Manner.EVADE,
)
_ROWS: dict[Purpose, tuple[int, ...]] = {
    #                     direct concede distinguish modify decline deflect evade
    Purpose.CLARIFY: (2, 1, 0, 1, 0, -1, -2),
    Purpose.BACKGROUND: (2, 1, 0, 0, 1, -1, -2),
    Purpose.HYPOTHETICAL: (1, 2, 2, 2, -1, -1, -2),
    Purpose.IMPLICATIONS: (1, 1, 2, 2, -1, -1, -2),
    Purpose.SUPPORT: (2, 1, -1, 0, -1, -1, -2),
    Purpose.CRITICISM: (1, 1, 2, 1, 0, -1, -2),
    Purpose.AUTHORITY: (2, 1, 1, 0, 1, -2, -2),
    Purpose.CONCESSION: (1, 2, 1, 2, 0, -1, -2),
    Purpose.POLICY: (1, 0, 1, 1, 1, 0, -1),
    Purpose.HUMOR: (1, 1, 0, 0, 1, 1, 0),
}
FIT: Mapping[tuple[Purpose, Manner], int] = MappingProxyType(
    {(purpose, manner): row[n] for purpose, row in _ROWS.items() for n, manner in enumerate(_MANNERS)}
)


class Conduct(StrEnum):
    """What a judge's ledger can say about an answer or a point. The value is what people read."""

    DIRECTNESS = "directness"
    CANDOR = "candor"
    CORRECTION = "a candid correction"
    DODGE = "a dodge"
    NOT_MET = "the question not met"
    WRONG_ENTRY = "the wrong entry named"
    DEFLECTION = "another question answered"
    FRIEND_FOUGHT = "a friendly question fought"
    NOT_BORNE_OUT = "a reply the rule does not bear out"
    OUTSIDE = "a fact outside the record"
    OVERCLAIM = "a claim too large"
    CONTRADICTION = "a contradiction"
    REPETITION = "a refused theory again"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of a judge's ledger: the point or answer, what about it, and the marks it earned or cost."""

    said: str
    what: Conduct
    marks: int


def fit(question: Question, answer: Answer) -> int:
    """How well the answer meets its question, -2 to +2, before anything it does wrong.

    A friendly question (tone helpful) is for taking: distinguishing or modifying it is fighting a friend. Where the
    question tempts counsel outside the record, to say that it is not there is worth 2. In a question answered from a
    table, the right entry is worth 2 and a wrong one -1. A reply to a scene is worth what the rule makes of it
    (:data:`moot.case.hypotheticals.consequence.WORTH`).
    """
    if question.pick is not None:
        return 2 if answer.right else -1
    if answer.consequence is not None and (worked_out := answer.consequence.worth) is not None:
        return worked_out
    if answer.worth is not None and weighing.SHIPPED.candor:
        return answer.worth
    worth = FIT[question.purpose, answer.manner]
    if answer.manner is Manner.DECLINE and any(offered.outside for offered in question.answers):
        return 2
    if question.tone is Tone.HELPFUL and answer.manner in (Manner.DISTINGUISH, Manner.MODIFY, Manner.DECLINE):
        worth = min(worth, -1)
    if weighing.SHIPPED.candor and _candid(answer):
        return max(worth, 1)
    return worth


def _candid(answer: Answer) -> bool:
    """Whether an answer takes something back or concedes something.

    What concedes nothing that the case file withdraws or strikes, and is worth less than nothing by it, is no more than a bad answer.
    """
    if answer.retracts or answer.concedes is not None:
        return True
    return answer.manner is Manner.CONCEDE and (answer.worth is None or answer.worth >= 0)


def trust(question: Question, answer: Answer) -> int:
    """What the answer does for counsel's credit, -2 to +2: as :func:`fit`, but candor is never below 1.

    An answer that concedes the case away is worth little on a ballot, and what it withdraws is gone; it was candid all the same.
    """
    worth = fit(question, answer)
    return max(worth, 1) if weighing.SHIPPED.candor and _candid(answer) else worth


def conduct_of(question: Question, answer: Answer, heard: Heard, prices: Prices) -> tuple[LedgerEntry, ...]:
    """The entries one answer makes in the ledger of a judge with these prices."""
    worth = trust(question, answer)
    entries: list[LedgerEntry] = []
    if worth > 0:
        candid = answer.manner in (Manner.CONCEDE, Manner.DECLINE)
        price = prices.candor if candid else prices.directness
        entries.append(LedgerEntry(answer.id, Conduct.CANDOR if candid else Conduct.DIRECTNESS, worth * price))
    elif worth < 0:
        what, price = _shortcoming(question, answer, prices)
        entries.append(LedgerEntry(answer.id, what, worth * price))
    if answer.retracts:
        entries.append(LedgerEntry(answer.id, Conduct.CORRECTION, prices.candor))
    if answer.outside:
        entries.append(LedgerEntry(answer.id, Conduct.OUTSIDE, -2 * prices.outside))
    if answer.overclaims:
        entries.append(LedgerEntry(answer.id, Conduct.OVERCLAIM, -2 * prices.overclaim))
    if clashes(answer, heard):
        entries.append(LedgerEntry(answer.id, Conduct.CONTRADICTION, -2 * prices.contradiction))
    return tuple(entry for entry in entries if entry.marks)


def clashes(answer: Answer, heard: Heard) -> bool:
    """Whether the answer contradicts something counsel said and has not taken back."""
    clashes = [id for id in answer.contradicts if id in heard.answers or id in heard.full or id in heard.half]
    return bool(clashes) and not heard.retracted.issuperset(clashes)


def _shortcoming(question: Question, answer: Answer, prices: Prices) -> tuple[Conduct, int]:
    """What is wrong with an answer that does not meet its question, and its price."""
    if question.pick is not None:
        return Conduct.WRONG_ENTRY, prices.evasion
    if answer.consequence is not None and answer.consequence.worth is not None:
        return Conduct.NOT_BORNE_OUT, prices.evasion
    if answer.manner is Manner.DEFLECT:
        return Conduct.DEFLECTION, prices.deflection
    if answer.manner is Manner.EVADE:
        return Conduct.DODGE, prices.evasion
    if question.tone is Tone.HELPFUL:
        return Conduct.FRIEND_FOUGHT, prices.unrecognized
    return Conduct.NOT_MET, prices.evasion


def refused_theories(case: Case, heard: Heard, refused: Iterable[str]) -> dict[Theory, list[str]]:
    """The theories of what this judge refused, each with all that counsel said of it at the lectern; the briefs repeat nothing."""
    theories: dict[Theory, list[str]] = {}
    theory_of = theories_of(case)
    for id in refused:
        if id in theory_of and (id in heard.full or id in heard.half or id in heard.answers):
            theories.setdefault(theory_of[id], []).append(id)
    return theories


def repetitions(case: Case, heard: Heard, refused: Iterable[str]) -> dict[Side, list[str]]:
    """What each side said again of a theory this judge refused: for every theory all but the first, by the case file."""
    found: dict[Side, list[str]] = {Side.PETITIONER: [], Side.RESPONDENT: []}
    for (side, _, _), said in refused_theories(case, heard, refused).items():
        if len(said) > 1:
            place = _order(case)
            found[side] += sorted(said, key=place.__getitem__)[1:]
    return found


@per_case
def _order(case: Case) -> dict[str, int]:
    return {id: place for place, id in enumerate(case.arguments)}


def ledger(judge: Judge, case: Case, heard: Heard, side: Side, refused: Iterable[str] = ()) -> tuple[LedgerEntry, ...]:
    """Every entry this judge has against or for a side, in the order of the case file; then what was said again.

    ``refused`` are the arguments this judge weighed and did not accept.
    """
    entries: list[LedgerEntry] = []
    for id, answer in case.answers.items():
        if id in heard.answers and case.speaker_of[id] is side:
            entries.extend(conduct_of(case.question_of[id], answer, heard, judge.prices))
    if judge.prices.repetition:
        again = repetitions(case, heard, refused)[side]
        entries.extend(LedgerEntry(id, Conduct.REPETITION, -judge.prices.repetition) for id in again)
    return tuple(entries)
