"""What each part of a case contributes to its number of states: the states with that part left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from moot.case import Answer, Case, Guard, Point, Question
from moot.proof.prove import prove
from moot.round.formats import Format, format_of

__all__ = ["Contribution", "state_contributions"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """``without`` names what was left out, ``states`` the states of the case without it (of ``of`` with it)."""

    without: str
    states: int
    of: int

    @property
    def saves(self) -> float:
        """The share of the states that it accounts for, 0 to 1."""
        return 1 - self.states / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.states:,} of {self.of:,} states without {self.without} ({self.saves:.0%} fewer)"


def state_contributions(case: Case, format: str | Format | None = None) -> tuple[Contribution, ...]:
    """Each guard, concession, reply, reserve, head and point that can be left out, the greatest saving first.

    Each takes a proof of its own, about a second.
    """
    form = format_of(case, format)
    whole = prove(case, format=form, dead=False).states
    found = [
        Contribution(name, prove(smaller, format=shorter, dead=False).states, whole)
        for name, smaller, shorter in _without(case, form)
    ]
    return tuple(sorted(found, key=lambda each: each.states))


def _without(case: Case, form: Format) -> Iterator[tuple[str, Case, Format]]:
    for number, segment in enumerate(form.segments):
        for minutes in segment.reserves if len(segment.reserves) > 1 else ():
            rest = tuple(other for other in segment.reserves if other != minutes)
            segments = (*form.segments[:number], replace(segment, reserves=rest), *form.segments[number + 1 :])
            whose = f" of {segment.name}" if len(form.reserved_for) > 1 else ""
            yield (
                f"the reserve of {minutes} minutes{whose}",
                case,
                replace(form, id="without-a-reserve", segments=segments),
            )
    for said in _guarded(case):
        yield f"guards that ask about `{said}`", _unguarded(case, said), form
    for answer in case.answers.values():
        if answer.concedes is not None and answer.concedes.gives_up:
            # Which points it has closed to counsel is remembered while they may still be made.
            yield f"the concession in `{answer.id}`", _unconceded(case, answer.id), form
    for point in case.points:
        if point.replies or len(case.points_under[point.head or ""]) > 1:
            kind = "reply" if point.replies else "point"
            smaller = tuple(other for other in case.points if other is not point)
            yield f"the {kind} `{point.id}`", _unguarded(replace(case, points=smaller), *_ids(point)), form
    for head in case.heads:
        if len(case.heads_of[head.side]) > 2:
            gone = [each for each in case.points if each.head == head.id]
            smaller_case = replace(
                case,
                heads=tuple(other for other in case.heads if other is not head),
                points=tuple(_unreplied(each, head.id) for each in case.points if each.head != head.id),
            )
            lost = [id for point in gone for id in _ids(point)]
            yield f"the head `{head.id}`", _unguarded(smaller_case, *lost), form


def _unreplied(point: Point, head: str) -> Point:
    return replace(point, replies_to=tuple(id for id in point.replies_to if id != head))


def _ids(point: Point) -> list[str]:
    """The point and every answer under it."""
    return [point.id, *(answer.id for question in point.walk() for answer in question.answers)]


def _guarded(case: Case) -> tuple[str, ...]:
    """What guards ask about, each once."""
    found: dict[str, None] = {}
    for point in case.points:
        guards = [*point.when]
        for question in point.walk():
            guards += question.when
            for answer in question.answers:
                guards += answer.when
        found.update((guard.said, None) for guard in guards)
    return tuple(found)


def _unguarded(case: Case, *said: str) -> Case:
    """The case without the guards that ask about any of these."""

    def question(each: Question) -> Question:
        return replace(each, when=_kept(each), answers=tuple(answer(one) for one in each.answers))

    def answer(each: Answer) -> Answer:
        return replace(each, when=_kept(each), follow_ups=tuple(question(one) for one in each.follow_ups))

    def _kept(each: Point | Question | Answer) -> tuple[Guard, ...]:
        return tuple(guard for guard in each.when if guard.said not in said)

    points = tuple(
        replace(
            point,
            when=_kept(point),
            questions=tuple(question(one) for one in point.questions),
            replies_to=tuple(id for id in point.replies_to if id not in said),
        )
        for point in case.points
    )
    return replace(case, points=points)


def _unconceded(case: Case, id: str) -> Case:
    """The case in which this answer concedes nothing."""

    def question(each: Question) -> Question:
        return replace(each, answers=tuple(answer(one) for one in each.answers))

    def answer(each: Answer) -> Answer:
        concedes = None if each.id == id else each.concedes
        return replace(each, concedes=concedes, follow_ups=tuple(question(one) for one in each.follow_ups))

    points = (replace(point, questions=tuple(question(one) for one in point.questions)) for point in case.points)
    return replace(case, points=tuple(points))
