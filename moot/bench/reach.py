"""What is before the court, and what of it can decide each issue.

Arguments go by number, in the order of the case; a set of them is one integer. What can decide an issue is the arguments that urge its
positions, those that attack them, those that attack these, and so on: the issue's *reach*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from moot.case import Attacking, Case, Heard, Issue, Modality, PositionRef, Purpose, Tone

__all__ = [
    "HEARD_FULL",
    "HEARD_HALF",
    "Court",
    "Reach",
    "attacks_of",
    "before_the_court",
    "bits_of",
    "court_of",
    "light",
    "reaches",
]

HEARD_FULL = 2
HEARD_HALF = 1


class Court(NamedTuple):
    """What is before the court: every argument and how it was heard, 1 or 2.

    As bits: those heard in half, those in full, and those that counsel said at the lectern.
    """

    times: Mapping[str, int]
    half: int
    full: int
    spoken: int


@lru_cache(maxsize=4096)
def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard."""
    times = before_the_court(case, heard)
    bit = bits_of(case)
    half = full = spoken = 0
    for id, much in times.items():
        if much == HEARD_FULL:
            full |= bit[id]
        else:
            half |= bit[id]
        if id in heard.full or id in heard.half or id in heard.answers:
            spoken |= bit[id]
    return Court(times, half, full, spoken)


@lru_cache(maxsize=64)
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


@lru_cache(maxsize=64)
def bits_of(case: Case) -> dict[str, int]:
    """Every argument as a bit, by its number in the order of the case."""
    return {id: 1 << number for number, id in enumerate(case.arguments)}


# -- the reach of an issue -------------------------------------------------------------------------------------------------


class Reach(NamedTuple):
    """All that can decide one issue. Arguments go by their place in ``ids``, ``bits`` beside them; ``mask`` is their bits together.

    ``attacks`` has for every place those it rebuts or undermines; ``undercuts`` are pairs of places. ``urging`` has for every position, in the order of the file, the places of
    those that urge it with their modality. ``light`` are the places of those that do not carry an issue alone. As bits:
    ``losers`` are those of the side that lost below, ``openers`` those of the other side that urge a position.
    """

    issue: Issue
    ids: tuple[str, ...]
    bits: tuple[int, ...]
    mask: int
    attacks: tuple[tuple[int, ...], ...]
    undercuts: tuple[tuple[int, int], ...]
    urging: tuple[tuple[tuple[int, Modality], ...], ...]
    light: frozenset[int]
    losers: int
    openers: int


@lru_cache(maxsize=64)
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
    place = {id: number for number, id in enumerate(ids)}
    pairs = [(place[one], place[other], kind) for one, other, kind in attacks_of(case) if other in found]
    bit = bits_of(case)
    return Reach(
        issue,
        ids,
        tuple(bit[id] for id in ids),
        sum(bit[id] for id in ids),
        tuple(
            tuple(other for one, other, kind in pairs if one == at and kind is not Attacking.UNDERCUT)
            for at in range(len(ids))
        ),
        tuple((one, other) for one, other, kind in pairs if kind is Attacking.UNDERCUT),
        tuple(
            tuple(
                (place[id], case.arguments[id].modality)
                for id in ids
                if PositionRef(issue.id, position.id) in case.arguments[id].urges
            )
            for position in issue.positions
        ),
        frozenset(place[id] for id in ids if light(case, id)),
        sum(bit[id] for id in ids if case.arguments[id].side is not case.below.won),
        sum(
            bit[id]
            for id in ids
            if case.arguments[id].side is case.below.won
            and any(ref.issue == issue.id for ref in case.arguments[id].urges)
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


@lru_cache(maxsize=64)
def attacks_of(case: Case) -> tuple[tuple[str, str, Attacking], ...]:
    """Every attack of the case, rebuts in both directions, each once."""
    found: dict[tuple[str, str, Attacking], None] = {}
    for argument in case.arguments.values():
        for attack in argument.attacks:
            if attack.target not in case.arguments:
                continue
            found[argument.id, attack.target, attack.kind] = None
            if attack.kind is Attacking.REBUT:
                found[attack.target, argument.id, attack.kind] = None
    return tuple(found)
