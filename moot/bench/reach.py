"""What is before the court, and what of it can decide each issue.

What can decide an issue is the arguments that urge its positions, those that attack them, those that attack these, and so on: the
issue's *reach*. Sets of arguments are bits (:mod:`moot.bench.attack_graph`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from moot.bench.attack_graph import attacks_of, bits_of
from moot.case import Case, Heard, Issue, Modality, Purpose, Tone
from moot.case.per_case import per_case, recent_per_case

__all__ = [
    "HEARD_FULL",
    "HEARD_HALF",
    "Court",
    "Reach",
    "Urging",
    "before_the_court",
    "court_of",
    "light",
    "reaches",
]

HEARD_FULL = 2
HEARD_HALF = 1


class Court(NamedTuple):
    """What is before the court, as bits: those heard in half, those in full, and those that counsel said at the lectern.

    ``within`` has the same three for every issue, of what lies within its reach.
    """

    half: int
    full: int
    spoken: int
    within: tuple[tuple[int, int, int], ...]


@recent_per_case(4096)
def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard; the bits say what :func:`before_the_court` says."""
    bit = bits_of(case)
    half, full, spoken = sum([bit[id] for id in _briefed(case)]), 0, 0
    for id in heard.half:
        half |= bit[id]
        spoken |= bit[id]
    for id in heard.full:
        full |= bit[id]
        spoken |= bit[id]
    for id in heard.answers:
        argument = case.answers[id].argument
        if argument is not None:
            spoken |= bit[id]
            if argument.halved:
                half |= bit[id]
            else:
                full |= bit[id]
    gone = 0
    for ids in (heard.conceded, heard.retracted):
        for id in ids:
            gone |= bit.get(id, 0)
    full &= ~gone
    half &= ~(gone | full)
    spoken &= ~gone
    masks = [reach.mask for reach in reaches(case)]
    return Court(half, full, spoken, tuple([(half & mask, full & mask, spoken & mask) for mask in masks]))


@per_case
def _briefed(case: Case) -> tuple[str, ...]:
    return tuple(id for id, argument in case.arguments.items() if argument.briefed)


def before_the_court(case: Case, heard: Heard) -> dict[str, int]:
    """Every argument before the court and how it was heard, 1 or 2, in an order that is the same in every run."""
    found = dict.fromkeys(_briefed(case), HEARD_HALF)
    for id in sorted(heard.half):
        found[id] = HEARD_HALF
    for id in sorted(heard.full):
        found[id] = HEARD_FULL
    for id in sorted(heard.answers):
        argument = case.answers[id].argument
        if argument is not None:
            found[id] = HEARD_HALF if argument.halved else HEARD_FULL
    for id in heard.conceded | heard.retracted:
        found.pop(id, None)
    return found


# -- the reach of an issue -------------------------------------------------------------------------------------------------


class Urging(NamedTuple):
    """How an argument urges positions of one issue: in which modality, which (by place), and whether :func:`light`."""

    modality: Modality
    positions: tuple[int, ...]
    light: bool


class Reach(NamedTuple):
    """All that can decide one issue. ``ids`` are in the order of the case, and ``mask`` is their bits together.

    ``urging`` has those that urge a position, by their bits. As bits: ``losers`` are those of the side that lost below,
    ``openers`` those of the other side that urge a position.
    """

    issue: Issue
    ids: tuple[str, ...]
    mask: int
    urging: Mapping[int, Urging]
    losers: int
    openers: int


@per_case
def reaches(case: Case) -> tuple[Reach, ...]:
    """The reach of every issue, in the order of the case."""
    attackers: dict[str, list[str]] = {}
    for attacker, attacked, _ in attacks_of(case):
        attackers.setdefault(attacked, []).append(attacker)
    return tuple(_reach(case, issue, attackers) for issue in case.issues)


def _reach(case: Case, issue: Issue, attackers: Mapping[str, Sequence[str]]) -> Reach:
    waiting = [id for id, each in case.arguments.items() if any(ref.issue == issue.id for ref in each.urges)]
    found = set(waiting)
    while waiting:
        for attacker in attackers.get(waiting.pop(), ()):
            if attacker not in found:
                found.add(attacker)
                waiting.append(attacker)
    ids = tuple(id for id in case.arguments if id in found)
    bit, won = bits_of(case), case.below.won
    urging: dict[int, Urging] = {}
    for id in ids:
        argument = case.arguments[id]
        urged = {ref.position for ref in argument.urges if ref.issue == issue.id}
        at = tuple(place for place, position in enumerate(issue.positions) if position.id in urged)
        if at:
            urging[bit[id]] = Urging(argument.modality, at, light(case, id))
    return Reach(
        issue,
        ids,
        sum(bit[id] for id in ids),
        urging,
        sum(bit[id] for id in ids if case.arguments[id].side is not won),
        sum(
            bit[id]
            for id in ids
            if case.arguments[id].side is won and any(ref.issue == issue.id for ref in case.arguments[id].urges)
        ),
    )


def light(case: Case, id: str) -> bool:
    """Whether this is an answer drawn out by a friendly question, or by one of background or of procedure."""
    if id not in case.answers:
        return False
    question = case.question_of[id]
    if question.tone is Tone.HELPFUL or question.purpose is Purpose.BACKGROUND:
        return True
    urged = case.point_of[question.id].argument.urges
    return all(case.issue[ref.issue].preliminary for ref in urged if ref.issue in case.issue)
