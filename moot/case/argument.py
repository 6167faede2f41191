"""Points, questions and answers: what can be said at the lectern and from the bench."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from moot.case.hypotheticals.consequence import Concession, Consequence
from moot.case.hypotheticals.dials import Reply, Scene
from moot.case.law import PositionRef
from moot.case.opinion import Mark
from moot.case.words import Attacking, Manner, Modality, Purpose, Side, Signal, Tone

__all__ = ["Answer", "Argument", "Attack", "Citation", "Guard", "Point", "Question"]


_PLAIN = (Signal.DIRECT, Signal.SEE, Signal.SEE_ALSO)


@dataclass(frozen=True, slots=True)
class Attack:
    """An authored attack on another argument, named by id."""

    kind: Attacking
    target: str


@dataclass(frozen=True, slots=True)
class Citation:
    """How an argument uses an authority, where that is not simply "see": its signal, pin cite and own parenthetical.

    ``says`` replaces the authority's general line in this use; empty, the general line stands.
    """

    authority: str
    signal: Signal = Signal.SEE
    pin: str = ""
    says: str = ""

    def clashes(self, other: Citation) -> bool:
        """Whether the two say of one authority, and of no two pages of it, that it supports each of two rival positions.

        A parenthetical of its own, or a signal that compares or contradicts, says how a use differs.
        """
        plain = self.signal in _PLAIN and other.signal in _PLAIN and not self.says and not other.says
        return plain and self.authority == other.authority and (self.pin == other.pin or not self.pin or not other.pin)


@dataclass(frozen=True, slots=True)
class Argument:
    """What a point or an answer puts into the judges' scales.

    ``id`` is that of the point or answer. ``urges`` begins with the position it is for; the rest cut with it
    (`also_urges`). ``strength`` is 1 to 5.

    ``offends`` is for what follows from a hypothetical and urges nothing: the principles an unwelcome result offends, each
    with how gravely (1 to 3). Such an argument weighs what the judge holds of them, whatever its modality, and
    at half where it is ``halved``.

    ``cites`` are ids of authorities, and ``citations`` say how those are cited that are not cited plainly.
    ``appeals`` are principles the argument appeals to.
    """

    id: str
    side: Side
    modality: Modality
    urges: tuple[PositionRef, ...]
    strength: int
    attacks: tuple[Attack, ...] = ()
    cites: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    briefed: bool = False
    offends: tuple[tuple[str, int], ...] = ()
    halved: bool = False
    citations: tuple[Citation, ...] = ()
    appeals: tuple[str, ...] = ()

    def citation(self, authority: str) -> Citation:
        """How this argument cites an authority."""
        return next((each for each in self.citations if each.authority == authority), Citation(authority))


class Guard(NamedTuple):
    """Something must (or, when ``wanted`` is false, must not) have been said: a point or an answer, by id."""

    said: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply counsel may choose. ``id`` is the question's id, a dot, and its letter.

    In a question with a ``pick`` the answer names an authority or a record entry, and ``right`` says whether
    that is the one asked for. In a question with a ``scene``, ``reply`` is how it meets the hypothetical, and the
    ``consequence``, with the argument, concession or claim too large that follow, is worked out from the rule.

    ``why`` is one sentence of law: why it helps or hurts. ``worth`` (-2 to 2) overrides the table of credit where the
    answer gives the case away or wins it. ``says`` is a clause in indirect speech for opinions.
    """

    id: str
    text: str
    manner: Manner
    argument: Argument | None = None
    concedes: Concession | None = None
    retracts: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    overclaims: bool = False
    picks: str | None = None
    right: bool | None = None
    marks: tuple[Mark, ...] = ()
    follow_ups: tuple[Question, ...] = ()
    ticks: int | None = None
    when: tuple[Guard, ...] = ()
    reply: Reply | None = None
    consequence: Consequence | None = None
    why: str = ""
    worth: int | None = None
    says: str = ""

    @property
    def letter(self) -> str:
        """The part of the id after the last dot."""
        return self.id.rpartition(".")[2]

    @property
    def substantive(self) -> bool:
        """Whether it argues, concedes or retracts of its own, and so is marked against the opinions."""
        if self.consequence is not None:
            return bool(self.retracts)
        return self.argument is not None or self.concedes is not None or bool(self.retracts)


@dataclass(frozen=True, slots=True)
class Question:
    """Something a judge asks after a point or an answer.

    ``who`` lists purposes or principles that fit the asker; empty, any judge may ask. ``asked_by`` names those who
    really asked: when one of them sits, only they put it. ``source`` is the real episode. ``scene`` is there where the
    question turns dials. ``stock`` is the kind of a question made by the engine (:mod:`moot.case.stock`), empty for one
    from the case file; ``returns_to`` are the answers after which the bench may come back with it.
    """

    id: str
    text: str
    purpose: Purpose
    tone: Tone
    answers: tuple[Answer, ...]
    who: tuple[str, ...] = ()
    asked_by: tuple[str, ...] = ()
    source: str | None = None
    pick: Literal["authority", "record"] | None = None
    when: tuple[Guard, ...] = ()
    ticks: int | None = None
    scene: Scene | None = None
    stock: str = ""
    returns_to: tuple[str, ...] = ()

    def walk(self) -> Iterator[Question]:
        """This question and every follow-up beneath it, in reading order."""
        yield self
        for answer in self.answers:
            for follow_up in answer.follow_ups:
                yield from follow_up.walk()


@dataclass(frozen=True, slots=True)
class Point:
    """Something counsel may say of their own motion, under a head or in a reply.

    ``says`` is a clause in indirect speech, for opinions: what stands after "petitioners say that".
    """

    id: str
    title: str
    speech: str
    argument: Argument
    head: str | None = None
    questions: tuple[Question, ...] = ()
    replies_to: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    ticks: int | None = None
    when: tuple[Guard, ...] = ()
    says: str = ""

    @property
    def side(self) -> Side:
        """Whose point it is."""
        return self.argument.side

    @property
    def replies(self) -> bool:
        """Whether it may only be said in the reply of its side."""
        return self.head is None

    def walk(self) -> Iterator[Question]:
        """Every question under the point, follow-ups included, in reading order."""
        for question in self.questions:
            yield from question.walk()
