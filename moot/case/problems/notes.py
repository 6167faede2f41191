"""Where the checks write down what they find, and the walk over a case that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from moot.case.argument import Answer, Argument, Guard, Point, Question
from moot.case.case import Case
from moot.case.per_case import per_case
from moot.case.words import Side
from moot.errors import MOST_SUGGESTED, Diagnostic, Key, did_you_mean

__all__ = ["Notes", "Said", "argument_keys", "asked", "guarded", "said"]


class Notes:
    """The problems found so far."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def error(self, code: str, key: Key, message: str, help: str = "") -> None:
        """Something a round cannot be played with."""
        self.found.append(Diagnostic(code, message, key, help))

    def warning(self, code: str, key: Key, message: str, help: str = "") -> None:
        """Something that looks like a slip."""
        self.found.append(Diagnostic(code, message, key, help, "warning"))

    def known(self, code: str, key: Key, kind: str, name: str, names: Iterable[str]) -> bool:
        """Whether ``name`` is among ``names``; if not, says so and offers the nearest."""
        # A mapping of thousands of names is asked, not copied.
        names = names if isinstance(names, Collection) else list(names)
        if name in names:
            return True
        near = did_you_mean(name, names) if len(self.found) < MOST_SUGGESTED else ""
        if near:
            help = f"did you mean `{near}`?"
        elif 0 < len(names) <= 8:
            help = "known: " + ", ".join(f"`{each}`" for each in names)
        else:
            help = ""
        self.error(code, key, f"no {kind} is called `{name}`", help)
        return False


class Said(NamedTuple):
    """Something counsel may say, with its place in the file."""

    key: Key
    side: Side
    thing: Point | Answer
    point: Point

    @property
    def argument(self) -> Argument | None:
        """The argument it carries, if any."""
        return self.thing.argument

    @property
    def argument_key(self) -> Key:
        """Where its argument stands."""
        return self.key if isinstance(self.thing, Point) else (*self.key, "argument")


@per_case
def asked(case: Case) -> tuple[tuple[Key, Question, Point], ...]:
    """Every question with its place, in the order of the file."""
    return tuple(
        (key, question, point)
        for index, point in enumerate(case.points)
        for key, question in _asked(("points", index, "questions"), point.questions)
    )


def _asked(above: Key, questions: tuple[Question, ...]) -> Iterator[tuple[Key, Question]]:
    for index, question in enumerate(questions):
        key = (*above, index)
        yield key, question
        for letter, answer in enumerate(question.answers):
            yield from _asked((*key, "answers", letter, "follow_ups"), answer.follow_ups)


@per_case
def said(case: Case) -> tuple[Said, ...]:
    """Every point and answer with its place, in the order of the file."""
    found: list[Said] = []
    for index, point in enumerate(case.points):
        found.append(Said(("points", index), point.side, point, point))
        for key, question in _asked(("points", index, "questions"), point.questions):
            for letter, answer in enumerate(question.answers):
                found.append(Said((*key, "answers", letter), point.side, answer, point))
    return tuple(found)


def argument_keys(saying: Said) -> Iterator[tuple[Key, str]]:
    """The places and words (``issue.position``) of what an argument urges."""
    if saying.argument is None:
        return
    base = saying.argument_key
    for index, urged in enumerate(saying.argument.urges):
        yield (
            ((*base, "also_urges", index - 1) if index else (*base, "urges")),
            str(urged),
        )


def guarded(case: Case) -> Iterator[tuple[Key, Point, str, tuple[Guard, ...]]]:
    """Everything with guards: its place, the point it belongs to, its own id, and the guards."""
    for index, point in enumerate(case.points):
        if point.when:
            yield ("points", index), point, point.id, point.when
    for key, question, point in asked(case):
        if question.when:
            yield key, point, question.id, question.when
        for letter, answer in enumerate(question.answers):
            if answer.when:
                yield (*key, "answers", letter), point, answer.id, answer.when
