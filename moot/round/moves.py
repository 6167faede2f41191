"""Moves: anything that changes the round, and their short notation.

Counsel: ``roadmap standard,conduct reserve 4``, ``plead p-riot``, ``resume``, ``turn conduct``, ``sit``,
``answer q-riot.b``. The bench: ``ask q-riot by scalia``, ``pass``. A measured move carries its ticks: ``plead p-riot @6``.
Printing what was parsed gives the same text again.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from moot.errors import InvalidMove
from moot.round.turns.phases import Trigger

__all__ = [
    "PASS",
    "RESUME",
    "SIT",
    "Ask",
    "GiveAnswer",
    "Move",
    "Pass",
    "Plead",
    "Resume",
    "Roadmap",
    "Sit",
    "Turn",
    "parse_move",
]


@dataclass(frozen=True, slots=True)
class Move:
    """A move. ``ticks``, where given, was measured by a clock on the screen and replaces the authored cost."""

    trigger: ClassVar[Trigger]
    timed: ClassVar[bool] = False
    ticks: int | None = field(default=None, kw_only=True)
    # The notation once somebody has asked for it: the moves that the rules list are said in many sittings.
    _said: str = field(default="", init=False, repr=False, compare=False)

    @property
    def words(self) -> str:
        """The notation without the measured ticks."""
        return str(self.trigger)

    def __str__(self) -> str:
        if not self._said:
            object.__setattr__(self, "_said", self.words if self.ticks is None else f"{self.words} @{self.ticks}")
        return self._said

    @property
    def unmeasured(self) -> Move:
        """The same move at its authored cost: the form in which ``legal`` lists it."""
        return self if self.ticks is None else replace(self, ticks=None)


@dataclass(frozen=True, slots=True)
class Roadmap(Move):
    """Counsel announces two or three heads in order, and how many minutes to keep for rebuttal."""

    trigger = Trigger.ROADMAP
    timed = True
    heads: tuple[str, ...]
    reserve: int = 0

    @property
    def words(self) -> str:
        return f"roadmap {','.join(self.heads)} reserve {self.reserve}"


@dataclass(frozen=True, slots=True)
class Plead(Move):
    """Counsel begins a point of the current head, or of rebuttal."""

    trigger = Trigger.PLEAD
    timed = True
    point: str

    @property
    def words(self) -> str:
        return f"plead {self.point}"


@dataclass(frozen=True, slots=True)
class Resume(Move):
    """Counsel says the other half of the point the bench broke into."""

    trigger = Trigger.RESUME
    timed = True


@dataclass(frozen=True, slots=True)
class Turn(Move):
    """Counsel leaves the current head for another one announced."""

    trigger = Trigger.TURN
    head: str

    @property
    def words(self) -> str:
        return f"turn {self.head}"


@dataclass(frozen=True, slots=True)
class Sit(Move):
    """Counsel sits down. With ticks, as many as were left: a live clock ran out before counsel had begun to speak."""

    trigger = Trigger.SIT


@dataclass(frozen=True, slots=True)
class GiveAnswer(Move):
    """Counsel answers the pending question. ``answer`` is the answer's full id."""

    trigger = Trigger.ANSWER
    timed = True
    answer: str

    @property
    def words(self) -> str:
        return f"answer {self.answer}"


@dataclass(frozen=True, slots=True)
class Ask(Move):
    """The bench asks. ``by`` names the judge; it is an annotation and no part of the path."""

    trigger = Trigger.ASK
    timed = True
    question: str
    by: str | None = field(default=None, compare=False)

    @property
    def words(self) -> str:
        return f"ask {self.question} by {self.by}" if self.by else f"ask {self.question}"


@dataclass(frozen=True, slots=True)
class Pass(Move):
    """The bench has no (further) question on this point."""

    trigger = Trigger.PASS


RESUME, SIT, PASS = Resume(), Sit(), Pass()
"""The moves that say nothing more, each made once: the rules find a move quickest that is the one they list."""

_ID = r"[a-z0-9][a-z0-9-]*"
_QUESTION = rf"{_ID}(?:\.{_ID})?"
# By its first word; `re` compiles a pattern when a move first needs it.
_FORMS: dict[str, tuple[str, Callable[[re.Match[str]], Move]]] = {
    "roadmap": (
        rf"roadmap ({_ID}(?:,{_ID})*)(?: reserve (\d+))?",
        lambda m: Roadmap(tuple(m[1].split(",")), int(m[2] or 0)),
    ),
    "plead": (rf"plead ({_ID})", lambda m: Plead(m[1])),
    "resume": (r"resume", lambda _: RESUME),
    "turn": (rf"turn ({_ID})", lambda m: Turn(m[1])),
    "sit": (r"sit", lambda _: SIT),
    "answer": (rf"answer ({_QUESTION}\.{_ID})", lambda m: GiveAnswer(m[1])),
    "ask": (rf"ask ({_QUESTION})(?: by ({_ID}))?", lambda m: Ask(m[1], m[2])),
    "pass": (r"pass", lambda _: PASS),
}


def parse_move(text: str) -> Move:
    """Read a move in notation. Raises :class:`~moot.errors.InvalidMove`."""
    words = " ".join(text.lower().split())
    measured = re.fullmatch(r"(.*) @(\d{1,4})", words)
    body = measured[1] if measured else words
    form = _FORMS.get(body.partition(" ")[0])
    found = re.fullmatch(form[0], body) if form is not None else None
    if form is None or found is None:
        raise InvalidMove(
            f"{text!r} is not a move; try plead POINT, answer QUESTION.LETTER, resume, turn HEAD, sit, "
            "roadmap HEAD,HEAD reserve MINUTES, ask QUESTION, or pass"
        )
    move = form[1](found)
    if measured is None:
        return move
    if not (move.timed or isinstance(move, Sit)) or int(measured[2]) < 1:
        raise InvalidMove(f"{text!r}: only a spoken move, or sitting down, carries ticks, and at least one")
    return replace(move, ticks=int(measured[2]))


def __getattr__(name: str) -> Any:
    # Counsel written for the first versions name the move so.
    if name == "Answer":
        warnings.warn("moves.Answer is called moves.GiveAnswer now", DeprecationWarning, stacklevel=2)
        return GiveAnswer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
