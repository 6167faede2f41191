"""What is before the court, and what of it can decide each issue.

What can decide an issue is the arguments that urge its positions, those that attack them, those that attack these, and so on: the
issue's *reach*. Sets of arguments are bits (:mod:`moot.bench.judging.attack_graph`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from moot.bench.judging.attack_graph import (
    HEARD_FULL,
    HEARD_HALF,
    AttackGraph,
    Component,
    attack_graph,
    attacks_of,
    bits_of,
    members,
)
from moot.case import Case, Heard, Issue, Modality, PositionRef, Purpose, Side, Tone
from moot.case.per_case import per_case, recent_per_case

__all__ = [
    "HEARD_FULL",
    "HEARD_HALF",
    "Court",
    "LivePart",
    "Reach",
    "Theory",
    "Urging",
    "before_the_court",
    "court_of",
    "light",
    "reaches",
    "theories_of",
]

Theory = tuple[Side, PositionRef, Modality]
"""One position urged in one modality, by one side."""


@per_case
def theories_of(case: Case) -> dict[str, Theory]:
    """The theory that each argument puts forward first; what urges nothing has none."""
    return {id: (each.side, each.urges[0], each.modality) for id, each in case.arguments.items() if each.urges}


class Court(NamedTuple):
    """What is before the court: ``within`` has for every issue the part that lies within its reach.

    ``again`` is what may repeat a theory: the numbers of arguments that counsel said at the lectern beside another of the same
    theory, each with the component that settles it.
    """

    within: tuple[LivePart, ...]
    again: tuple[tuple[int, Component], ...]


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
    within = tuple([reach.live(half, full, spoken) for reach in reaches(case)])
    again = tuple([(number, within[issue].component_of(number)) for number, issue in _said_again(case, spoken)])
    return Court(within, again)


def _said_again(case: Case, spoken: int) -> Iterator[tuple[int, int]]:
    """Of what was said at the lectern, as bits, what shares its theory with something else of it: only that can be a repetition.

    By number, each with the number of an issue in whose reach it lies.
    """
    for theory, places in _theories(case):
        said = theory & spoken
        if said & (said - 1):
            for number, issue in places:
                if said >> number & 1:
                    yield number, issue


@per_case
def _theories(case: Case) -> tuple[tuple[int, tuple[tuple[int, int], ...]], ...]:
    """Every theory that several arguments put forward first: those that bear on an issue, as bits, and by number with such an issue."""
    found: dict[Theory, list[tuple[int, int]]] = {}
    number = {id: at for at, id in enumerate(case.arguments)}
    for id, theory in theories_of(case).items():
        bearing = next((at for at, reach in enumerate(reaches(case)) if id in reach.ids), None)
        if bearing is not None:
            found.setdefault(theory, []).append((number[id], bearing))
    return tuple(
        (sum(1 << number for number, _ in places), tuple(places)) for places in found.values() if len(places) > 1
    )


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
    modality: Modality
    positions: tuple[int, ...]
    light: bool
    won: bool


@dataclass(frozen=True, slots=True, eq=False)
class LivePart:
    """The part of a reach that is before the court: its connected components, and those arguments that urge a position.

    Beside each that urges is whether counsel said it at the lectern, and how it was heard, 1 or 2. ``opened`` is whether the side that won below urged a
    position there. The same part is one object, so that what a judge makes of it can be kept by it.
    """

    components: tuple[Component, ...]
    urging: tuple[tuple[Urging, bool, int], ...]
    opened: bool

    def component_of(self, number: int) -> Component:
        """The component that settles the argument of this number, which is before the court and within the reach."""
        return next(each for each in self.components if each.mask >> number & 1)


_KEPT = 1 << 12
"""How many parts of one reach are kept; past that they start afresh."""


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """All that can decide one issue: ``mask`` is the arguments, as bits, and ``ids`` their ids in the order of the case.

    ``urgers`` are those that urge a position, and ``urging`` has how, by the bit of each.
    """

    issue: Issue
    ids: tuple[str, ...]
    mask: int
    urgers: int
    urging: Mapping[int, Urging]
    graph: AttackGraph
    parts: dict[tuple[int, int, int], LivePart] = field(default_factory=dict)

    def live(self, half: int, full: int, spoken: int) -> LivePart:
        """The part of the reach among what was heard in half and in full, and what of it was said at the lectern."""
        mask = self.mask
        key = half & mask, full & mask, spoken & mask
        found = self.parts.get(key)
        if found is None:
            if len(self.parts) >= _KEPT:
                self.parts.clear()
            found = self.parts[key] = self._live(*key)
        return found

    def _live(self, half: int, full: int, spoken: int) -> LivePart:
        urging = tuple(
            [
                (self.urging[bit], bool(spoken & bit), HEARD_FULL if bit & full else HEARD_HALF)
                for bit in members((half | full) & self.urgers)
            ],
        )
        opened = any(each.won and said for each, said, _ in urging)
        return LivePart(self.graph.components(half, full), urging, opened)


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
    urging = {1 << each.number: each for each in _urgings(case, issue)}
    return Reach(
        issue,
        ids,
        sum(bit[id] for id in ids),
        sum(urging),
        urging,
        attack_graph(case),
    )


def _urgings(case: Case, issue: Issue) -> Iterator[Urging]:
    for number, (id, argument) in enumerate(case.arguments.items()):
        urged = {ref.position for ref in argument.urges if ref.issue == issue.id}
        at = tuple(place for place, position in enumerate(issue.positions) if position.id in urged)
        if at:
            won = argument.side is case.below.presumed
            yield Urging(number, argument.modality, at, light(case, id), won)


def light(case: Case, id: str) -> bool:
    """Whether this is an answer drawn out by a friendly question, or by one of background or of procedure."""
    if id not in case.answers:
        return False
    question = case.question_of[id]
    if question.tone is Tone.HELPFUL or question.purpose is Purpose.BACKGROUND:
        return True
    urged = case.point_of[question.id].argument.urges
    return all(case.issue[ref.issue].preliminary for ref in urged if ref.issue in case.issue)
