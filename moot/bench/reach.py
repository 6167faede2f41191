"""What is before the court, and what of it can decide each issue.

What can decide an issue is the arguments that urge its positions, those that attack them, those that attack these, and so on: the
issue's *reach*. Sets of arguments are bits (:mod:`moot.bench.attack_graph`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from moot.bench.attack_graph import AttackGraph, Component, attack_graph, attacks_of, bits_of
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
    """An argument that urges positions of one issue: in which modality, which of them (by place), and whether :func:`light`.

    ``won`` is whether it is of the side that won below.
    """

    number: int
    bit: int
    modality: Modality
    positions: tuple[int, ...]
    light: bool
    won: bool


class LivePart(NamedTuple):
    """The part of a reach that is before the court: its connected components, and those that urge a position."""

    components: tuple[Component, ...]
    urging: tuple[Urging, ...]


_KEPT = 1 << 12
"""How many parts of one reach are kept; past that they start afresh."""


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """All that can decide one issue: ``mask`` is the arguments, as bits, and ``ids`` their ids in the order of the case.

    ``urging`` are those that urge a position; ``openers``, as bits, those of them by the side that won below.
    """

    issue: Issue
    ids: tuple[str, ...]
    mask: int
    urging: tuple[Urging, ...]
    openers: int
    graph: AttackGraph
    parts: dict[int, LivePart] = field(default_factory=dict)

    def live(self, arguments: int) -> LivePart:
        """The part of the reach that these arguments make; kept, because every judge weighs the same."""
        found = self.parts.get(arguments)
        if found is None:
            if len(self.parts) >= _KEPT:
                self.parts.clear()
            found = self.parts[arguments] = LivePart(
                self.graph.components(arguments), tuple(each for each in self.urging if each.bit & arguments)
            )
        return found


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
    bit = bits_of(case)
    urging = tuple(_urgings(case, issue))
    return Reach(
        issue,
        ids,
        sum(bit[id] for id in ids),
        urging,
        sum(each.bit for each in urging if each.won),
        attack_graph(case),
    )


def _urgings(case: Case, issue: Issue) -> Iterator[Urging]:
    for number, (id, argument) in enumerate(case.arguments.items()):
        urged = {ref.position for ref in argument.urges if ref.issue == issue.id}
        at = tuple(place for place, position in enumerate(issue.positions) if position.id in urged)
        if at:
            won = argument.side is case.below.won
            yield Urging(number, 1 << number, argument.modality, at, light(case, id), won)


def light(case: Case, id: str) -> bool:
    """Whether this is an answer drawn out by a friendly question, or by one of background or of procedure."""
    if id not in case.answers:
        return False
    question = case.question_of[id]
    if question.tone is Tone.HELPFUL or question.purpose is Purpose.BACKGROUND:
        return True
    urged = case.point_of[question.id].argument.urges
    return all(case.issue[ref.issue].preliminary for ref in urged if ref.issue in case.issue)
