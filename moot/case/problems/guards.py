"""M4xx: guards can be met, and remember no more than the proof can carry.

What may be said before a thing: anything of a turn that has gone before, other points of the same turn, and under the
same point what leads to it or stands under an earlier question. Of one question only one answer is ever given, and only
one chain of follow-ups is ever asked.
"""

from __future__ import annotations

from functools import cached_property

from moot.case.argument import Answer, Guard, Point, Question
from moot.case.case import Case
from moot.case.formats import segment_number
from moot.case.problems.notes import Notes, asked, guarded, said
from moot.case.words import Side
from moot.errors import Key

__all__ = ["MOST_BITS", "Order", "check"]

MOST_BITS = 6
"""How many things a side may have said that later guards still ask about."""


class Order:
    """What can come before what, at the lectern."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def _lines(self) -> dict[str, tuple[str, ...]]:
        """For each point, question and answer: the ids above it, its own last."""
        lines: dict[str, tuple[str, ...]] = {}

        def down(question: Question, above: tuple[str, ...]) -> None:
            here = (*above, question.id)
            lines[question.id] = here
            for answer in question.answers:
                lines[answer.id] = (*here, answer.id)
                for follow_up in answer.follow_ups:
                    down(follow_up, lines[answer.id])

        for point in self.case.points:
            lines[point.id] = (point.id,)
            for question in point.questions:
                down(question, (point.id,))
        return lines

    @cached_property
    def _reading(self) -> dict[str, int]:
        """The place of each id in the order of the file."""
        return {id: index for index, id in enumerate(self._lines)}

    def point_of(self, id: str) -> Point:
        """The point that a point, question or answer belongs to."""
        return self.case.point[self._lines[id][0]]

    def _root(self, id: str) -> str:
        """The question at the head of the chain in which this stands; for a point, nothing."""
        line = self._lines[id]
        return line[1] if len(line) > 1 else ""

    def before(self, id: str, other: str) -> bool:
        """Whether ``id`` (a point or an answer) can have been said when ``other`` comes up."""
        if id == other:
            return False
        here, there = self.point_of(id), self.point_of(other)
        if here is not there:
            return self._turn(here) <= self._turn(there)
        if self.always(id, other):
            return True
        root, later = self._root(id), self._root(other)
        return bool(root and later) and self._reading[root] < self._reading[later]

    def _turn(self, point: Point) -> int:
        """When the point may be made: by the case's own format, or else openings first, petitioner's before respondent's."""
        if self.case.form is not None:
            number = segment_number(self.case, self.case.form, point)
            if number is not None:
                return number
        return 2 * point.replies + (point.side is Side.RESPONDENT)

    def parted(self, one: str, other: str) -> bool:
        """Whether the two lie on different chains under one question, so that never both are said."""
        if one == other or not self._root(one) or self._root(one) != self._root(other):
            return False
        return not (self.always(one, other) or self.always(other, one))

    def always(self, id: str, other: str) -> bool:
        """Whether ``id`` must have been said when ``other`` comes up."""
        return id != other and id in self._lines[other]


def check(case: Case, notes: Notes) -> None:
    """Look at each guard, then at how many there are."""
    for key, question, _ in asked(case):
        if question.answers and all(answer.when for answer in question.answers):
            message = f"every answer to `{question.id}` has a guard, so counsel may have nothing to say"
            notes.error("M421", (*key, "answers"), message, "leave `when` out of at least one answer")
    order = Order(case)
    known = set(case.point) | set(case.answers)
    for key, _, id, guards in guarded(case):
        wanted = [guard.said for guard in guards if guard.wanted and guard.said in known]
        for index, guard in enumerate(guards):
            if guard.said in known:
                _guard(
                    notes,
                    order,
                    (*key, "when", index),
                    id,
                    guard,
                    wanted[: _count(guards, index)],
                )
    _too_late(case, notes, order, known)
    _bits(case, notes, order, known)


def _count(guards: tuple[Guard, ...], place: int) -> int:
    return sum(guard.wanted for guard in guards[:place])


def _guard(notes: Notes, order: Order, key: Key, id: str, guard: Guard, wanted: list[str]) -> None:
    if guard.wanted:
        if not order.before(guard.said, id):
            notes.error(
                "M416",
                key,
                f"`{guard.said}` can never have been said before `{id}`",
                "ask about something said earlier, or delete the guard",
            )
        elif any(order.parted(guard.said, other) for other in wanted):
            notes.error(
                "M416",
                key,
                f"`{id}` asks for two answers to one question",
                "only one of them is ever given",
            )
        elif order.always(guard.said, id):
            notes.warning(
                "M418",
                key,
                f"`{guard.said}` has always been said before `{id}`",
                "delete the guard",
            )
        return
    if order.always(guard.said, id) or guard.said in wanted:
        notes.error(
            "M416",
            key,
            f"`{guard.said}` has always been said before `{id}`, so this is never met",
            "delete the guard, or ask about something else",
        )
    elif not order.before(guard.said, id):
        notes.warning(
            "M418",
            key,
            f"`{guard.said}` is never said before `{id}`, so this is always met",
            "delete the guard",
        )


def _too_late(case: Case, notes: Notes, order: Order, known: set[str]) -> None:
    """What is taken back or contradicted must be able to come first."""
    for saying in said(case):
        answer = saying.thing
        if not isinstance(answer, Answer):
            continue
        for word, ids in (
            ("retracts", answer.retracts),
            ("contradicts", answer.contradicts),
        ):
            for index, id in enumerate(ids):
                if id in known and case.side_of(id) is saying.side and not order.before(id, answer.id):
                    notes.warning(
                        "M422",
                        (*saying.key, word, index),
                        f"`{id}` can never have been said before `{answer.id}`",
                        "name something said earlier",
                    )


def _bits(case: Case, notes: Notes, order: Order, known: set[str]) -> None:
    for side in Side:
        bits: dict[str, Key] = {}
        for key, point, _, guards in guarded(case):
            for index, guard in enumerate(guards):
                if guard.said in known and case.side_of(guard.said) is side and order.point_of(guard.said) is not point:
                    bits.setdefault(guard.said, (*key, "when", index))
        if len(bits) > MOST_BITS:
            key = list(bits.values())[MOST_BITS]
            names = ", ".join(f"`{id}`" for id in bits)
            notes.error(
                "M417",
                key,
                f"guards ask about {len(bits)} things {side} may have said ({names}); at most {MOST_BITS} can be proved",
                "let guards ask about fewer things, or about things under the same point",
            )
