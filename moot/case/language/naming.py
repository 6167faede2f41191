"""What a point or an answer is called where people read: its title, or its opening words."""

from __future__ import annotations

from moot.case.case import Case, Party
from moot.case.language.speech import opening

__all__ = ["WORDS", "called", "known_as"]

WORDS = 9
"""Words of an answer that are enough to know it again."""


def known_as(case: Case, said: str, words: int = WORDS) -> str:
    """A point's title, the opening of an answer, or what the answer picked, in quotation marks where it is somebody's words.

    Raises ``KeyError`` for what is neither a point nor an answer of the case.
    """
    if said in case.point:
        return f"“{case.point[said].title}”"
    answer = case.answers[said]
    if answer.picks is None:
        return f"“{opening(answer.text, words)}”"
    if answer.picks in case.record_item:
        return f"“{opening(case.record_item[answer.picks].text, words)}”"
    return case.authority[answer.picks].name if answer.picks in case.authority else answer.picks


def called(party: Party) -> str:
    """What the court calls a side, in the plural where it is several: ``petitioner``, ``respondents``."""
    return f"{party.called}s" if party.several and not party.called.endswith("s") else party.called
