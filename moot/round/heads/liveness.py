"""Flags: what is remembered of what was said, and until when. Each flag is dropped after its last reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from moot.case import Case, ConcessionKind, Guard, Point, Side
from moot.case.formats import heads_for, segment_number
from moot.case.per_case import per_case
from moot.round.turns.phases import Course
from moot.round.turns.reserve import kept

__all__ = ["Liveness", "StateFlag", "reply_section", "section_of"]

_NONE: frozenset[int] = frozenset()
_NOBODY: frozenset[str] = frozenset()


class StateFlag(NamedTuple):
    """Something said that a later rule reads: set when any of ``said`` is said; ``readers`` are points or questions."""

    said: frozenset[str]
    readers: tuple[str, ...]


class Liveness:
    """The flags of a case, by number, and which of them are live: may still be read. A turn is its number in the format.

    A section is what counsel argues at one time: a head, by its id, or the reply of a side, by :func:`section_of`.

    This is liveness analysis as compilers do it for variables: a flag is dropped after its last reader, so that states
    which no later rule can tell apart are one state.
    """

    def __init__(self, case: Case, course: Course) -> None:
        self.case, self.course = case, course
        self.flags = _flags(case)
        # A point that the format has no turn for is never made.
        self._turn = {point.id: segment_number(case, course.form, point) for point in case.points}
        self._set_by = {
            said: frozenset(number for number, flag in enumerate(self.flags) if said in flag.said)
            for flag_ in self.flags
            for said in flag_.said
        }
        self._guarded = {
            said: frozenset(number for number in numbers if self.flags[number].said == {said})
            for said, numbers in self._set_by.items()
        }
        number_of = {flag.said: number for number, flag in enumerate(self.flags)}
        self._withdrawals = {
            point.id: tuple(
                (number_of[each.said], number_of.get(each.retracted)) for each in _withdrawals(case)[point.id]
            )
            for point in case.points
        }
        # The points at which each flag is read: a question is read with its point.
        self._points = tuple(
            tuple(case.point.get(reader) or case.point_of[reader] for reader in flag.readers) for flag in self.flags
        )
        self._live_here: dict[tuple[str, frozenset[str], str], frozenset[int]] = {}
        self._live_later: dict[tuple[int, int, frozenset[str]], frozenset[int]] = {}

    def set_by(self, said: str) -> frozenset[int]:
        """The flags set when this is said."""
        return self._set_by.get(said, _NONE)

    def guards_hold(self, guards: tuple[Guard, ...], flags: AbstractSet[int]) -> bool:
        """Whether all the guards hold."""
        return not guards or all((not self._guarded[guard.said].isdisjoint(flags)) is guard.wanted for guard in guards)

    def reply_open(self, point: Point, flags: AbstractSet[int]) -> bool:
        """Whether a rebuttal point replies to something respondent said; true of every other point."""
        if not point.replies:
            return True
        said = _replied(self.case, point)
        return any(self.flags[number].said == said for number in flags)

    def withdrawn(self, point: str, flags: AbstractSet[int]) -> bool:
        """Whether the point has been struck, withdrawn or taken back, so that to say it would be worth nothing."""
        return any(said in flags and retracted not in flags for said, retracted in self._withdrawals[point])

    # -- the last reader ---------------------------------------------------------------------------------------------

    def live_here(self, section: str, said: frozenset[str], active: str) -> frozenset[int]:
        """The flags that may still be read in this section.

        Their readers are the points not yet begun, and ``active``, the point the bench may still ask about.
        """
        key = section, said, active
        found = self._live_here.get(key)
        if found is None:
            found = self._live_here[key] = self._read_by(
                lambda point: section_of(point) == section and (point.id not in said or point.id == active)
            )
        return found

    def live_later(self, turn: int, reserve: int, left: frozenset[str]) -> frozenset[int]:
        """The flags that may be read after the current section: under the heads left, or in a later turn."""
        key = turn, reserve, left
        found = self._live_later.get(key)
        if found is None:
            later = self.live_from_turn(turn + 1, reserve)
            found = self._live_later[key] = later | self._read_by(lambda point: point.head in left)
        return found

    def live_from_turn(self, number: int, reserve: int) -> frozenset[int]:
        """The flags that may be read in this turn or a later one; there is no reply without time for it."""
        held = self._may_be_held(number, reserve)
        return self._read_by(lambda point: self._turn[point.id] in held)

    def _may_be_held(self, number: int, reserve: int) -> frozenset[int]:
        """The turns from this one on that take place, or may yet: what is kept for a reply is known once its keeper has opened."""
        yet = {
            turn.keeps
            for turn in self.course.turns[number:]
            if any(turn.segment.reserves) and heads_for(self.case, self.course.form, turn.segment)
        }
        return frozenset(
            turn.number
            for turn in self.course.turns[number:]
            if turn.segment.ticks or (turn.slot is not None and (turn.slot in yet or kept(reserve, turn.slot)))
        )

    def used_in_turn(self, turn: int) -> frozenset[int]:
        """The flags that this turn may read or set. The others make no difference to it."""
        set_here = self._set_in(point for point in self.case.points if self._turn[point.id] == turn)
        return set_here | self._read_by(lambda point: self._turn[point.id] == turn)

    def set_under(self, section: str) -> frozenset[int]:
        """The flags that something said in this section sets."""
        return self._set_in(point for point in self.case.points if section_of(point) == section)

    def _set_in(self, points: Iterable[Point]) -> frozenset[int]:
        return frozenset(
            number
            for point in points
            for id in (point.id, *(answer.id for question in point.walk() for answer in question.answers))
            for number in self.set_by(id)
        )

    def _read_by(self, reads: Callable[[Point], bool]) -> frozenset[int]:
        return frozenset(n for n, points in enumerate(self._points) if any(reads(point) for point in points))


def section_of(point: Point) -> str:
    """Where a point is argued: the id of its head, or the reply of its side."""
    return point.head or reply_section(point.side)


def reply_section(side: Side) -> str:
    """The section in which a side replies; no id of a head has a space."""
    return f"reply of {side.value}"


def _replied(case: Case, point: Point) -> frozenset[str]:
    """What a rebuttal point replies to, as ids of things said: a head means its points."""
    said: set[str] = set()
    for id in point.replies_to:
        said.update(under.id for under in case.points_under[id]) if id in case.head else said.add(id)
    return frozenset(said)


class _Withdrawal(NamedTuple):
    """A point is worth nothing once any of ``said`` is said, unless any of ``retracted`` is (empty: for good)."""

    said: frozenset[str]
    retracted: frozenset[str]


@per_case
def _withdrawals(case: Case) -> dict[str, tuple[_Withdrawal, ...]]:
    """What takes each point out of the case (:func:`moot.round.position.with_answer`).

    A concession of fact and a retraction of the point itself do so for good; a concession of law while it is not retracted.
    """
    retracters: dict[str, set[str]] = {}
    for answer in case.answers.values():
        for id in answer.retracts:
            retracters.setdefault(id, set()).add(answer.id)
    found: dict[str, dict[frozenset[str], set[str]]] = {point.id: {} for point in case.points}
    for id, by in found.items():
        if id in retracters:
            by[_NOBODY] = set(retracters[id])
    for answer in case.answers.values():
        if answer.concedes is None:
            continue
        law = answer.concedes.kind is ConcessionKind.LAW
        retracted = frozenset(retracters.get(answer.id, ())) if law else _NOBODY
        for id in answer.concedes.gives_up:
            if id in found:
                found[id].setdefault(retracted, set()).add(answer.id)
    return {
        id: tuple(_Withdrawal(frozenset(said), retracted) for retracted, said in by.items()) for id, by in found.items()
    }


def _flags(case: Case) -> tuple[StateFlag, ...]:
    readers: dict[frozenset[str], list[str]] = {}
    for point in case.points:
        for withdrawal in _withdrawals(case)[point.id]:
            for said in withdrawal:
                if said:
                    readers.setdefault(said, []).append(point.id)
        if point.replies:
            readers.setdefault(_replied(case, point), []).append(point.id)
        for guard in point.when:
            readers.setdefault(frozenset({guard.said}), []).append(point.id)
        for question in point.walk():
            for guard in (*question.when, *(guard for answer in question.answers for guard in answer.when)):
                readers.setdefault(frozenset({guard.said}), []).append(question.id)
    return tuple(StateFlag(said, tuple(dict.fromkeys(who))) for said, who in readers.items())
