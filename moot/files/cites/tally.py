"""How the quotations of a case stand, in four words, and how many could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from moot.case import Case
from moot.errors import Diagnostic

__all__ = ["UNCHECKED", "tally"]

VERBATIM, ELSEWHERE, ALTERED, NOT_FOUND, UNCHECKED = (
    "verbatim at its page",
    "verbatim elsewhere",
    "altered",
    "not found",
    "not checked",
)


def tally(case: Case, found: Iterable[Diagnostic], *, extra: bool = False) -> dict[str, int]:
    """How many quotations stand how, from what ``check_quotations`` found.

    ``extra`` says that a text was given that every opinion may be quoted from. A quotation whose opinion names no text, or one that
    could not be read, was not checked. One that is near a passage of the text is altered.
    """
    told: dict[tuple[int, int], str] = {}
    unread = set()
    for problem in found:
        match problem.key:
            case ("opinions", int(place), "text"):
                unread.add(place)
            case ("opinions", int(place), "holdings", int(number), _) if problem.code in ("M316", "M317"):
                differs = (problem.help or "").startswith("altered")
                told[place, number] = ELSEWHERE if problem.code == "M317" else ALTERED if differs else NOT_FOUND
    count: Counter[str] = Counter()
    for place, opinion in enumerate(case.opinions):
        checked = extra or (opinion.text is not None and place not in unread)
        for number, holding in enumerate(opinion.holdings):
            if not holding.quote:
                continue
            count[told.get((place, number), VERBATIM) if checked else UNCHECKED] += 1
    return {word: count[word] for word in (VERBATIM, ELSEWHERE, ALTERED, NOT_FOUND, UNCHECKED)}
