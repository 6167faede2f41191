"""What moves cost, in ticks of 15 seconds, and when a clock expires."""

from __future__ import annotations

from moot.case import Answer, Case, Point, Question
from moot.case.language.speech import count_words
from moot.round.formats import TICK_SECONDS, TICKS_A_MINUTE, Format
from moot.round.heads.stretches import breaks

__all__ = [
    "WORDS_A_MINUTE",
    "answer_cost",
    "ask_cost",
    "clock_face",
    "expiry_limit",
    "point_cost",
    "roadmap_cost",
    "spend",
    "spoken",
]

WORDS_A_MINUTE = 150
"""A usual pace at the lectern."""


def spoken(text: str) -> int:
    """Ticks to say ``text`` at 150 words a minute, rounded up, at least one; see :func:`~moot.case.language.speech.count_words`."""
    words = count_words(text)
    return max(1, -(-words * TICKS_A_MINUTE // WORDS_A_MINUTE))


def _paced(ticks: int, form: Format) -> int:
    return max(1, -(-ticks // form.pace))


def roadmap_cost(case: Case, form: Format) -> int:
    """Ticks a roadmap takes."""
    return _paced(case.costs.roadmap, form)


def point_cost(point: Point, case: Case, form: Format) -> int:
    """Ticks the whole of a point takes: at least one for each of its stretches."""
    return max(1 + len(breaks(point)), _paced(point.ticks or case.costs.point or spoken(point.speech), form))


def ask_cost(question: Question, case: Case, form: Format) -> int:
    """Ticks a question takes of counsel's time."""
    return _paced(question.ticks or case.costs.ask or spoken(question.text), form)


def answer_cost(answer: Answer, case: Case, form: Format) -> int:
    """Ticks an answer takes."""
    return _paced(answer.ticks or case.costs.answer or spoken(answer.text), form)


def expiry_limit(spends: int) -> int:
    """The highest clock that a timed move of ``spends`` ticks uses up: to spend exactly what remains is enough.

    Everything that decides whether time has run out asks here: the rules (by :func:`spend`), the compiled model and both
    explorers, which handle all clocks of a state together and so need the limit rather than an answer for one clock.
    Only the SPIN model says it again, in its own language, so that the two can be compared.
    """
    return spends


def spend(clock: int, spends: int, *, timed: bool) -> tuple[int, bool]:
    """The clock after a move, and whether it has expired.

    ``timed`` is false for a move that costs nothing: it never makes a clock expire, not even one that stands at zero.

    >>> spend(5, 4, timed=True), spend(5, 5, timed=True), spend(0, 0, timed=False)
    ((1, False), (0, True), (0, False))
    """
    if timed and clock <= expiry_limit(spends):
        return 0, True
    return max(0, clock - spends), False


def clock_face(ticks: int) -> str:
    """Ticks as a clock shows them: ``12:45``."""
    seconds = ticks * TICK_SECONDS
    return f"{seconds // 60}:{seconds % 60:02d}"
