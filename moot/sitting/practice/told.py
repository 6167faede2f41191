"""What practice says in words, the same in every face: the verdict on an answer, and how a practice went."""

from __future__ import annotations

from fractions import Fraction

from moot.sitting.practice.engine import Grade, PracticeTally
from moot.study.alternatives import AnswerAlternative

__all__ = ["tally_told", "verdict_told"]

_CLOSE = Fraction(1, 2)
"""An answer that takes so much of its ballot opportunities is called close."""

_VERDICTS = {Grade.RIGHT: "Right", Grade.ALSO_RIGHT: "Also right", Grade.NOT_YET: "Not yet"}


def verdict_told(verdict: Grade, answer: AnswerAlternative) -> str:
    """The verdict on an answer, without a full stop."""
    return "Close, but not yet" if verdict is Grade.NOT_YET and answer.share >= _CLOSE else _VERDICTS[verdict]


def tally_told(tally: PracticeTally) -> str:
    """How many questions were answered right, at which try, looked up or skipped; in lower case, without a full stop."""
    told = [
        f"{number} {what}"
        for number, what in (
            (tally.first, "right at the first answer"),
            (tally.later, "right at a later one"),
            (tally.viewed, "looked up"),
            (tally.skipped, "skipped"),
        )
        if number
    ]
    return ", ".join(told) or "nothing was answered"
