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
from moot.case.per_case import BoundedCache, per_case, recent_per_case

__all__ = [
    "HEARD_FULL",
    "HEARD_HALF",
    "MODALITIES",
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

    ``again`` is what may repeat a refused theory: the numbers of arguments that counsel said at the lectern beside another of the same
    theory, each with the component that settles it. What stands alone is refused by nobody.
    """

    within: tuple[LivePart, ...]
    again: tuple[tuple[int, Component], ...]


@recent_per_case(64)
def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard; the bits say what :func:`before_the_court` says."""
    bit = bits_of(case)
    begun = made = answered = 0
    for id in heard.half:
        begun |= bit[id]
    for id in heard.full:
        made |= bit[id]
    for id in heard.answers:
        # An answer that puts forward no argument has no bit.
        answered |= bit.get(id, 0)
    halved = _halved(case) & answered
    half, full, spoken = _briefs(case) | begun | halved, made | answered ^ halved, begun | made | answered
    gone = 0
    for ids in (heard.conceded, heard.retracted):
        for id in ids:
            gone |= bit.get(id, 0)
    full &= ~gone
    half &= ~(gone | full)
    spoken &= ~gone
    within = tuple([reach.live(half, full, spoken) for reach in reaches(case)])
    again = [(number, within[issue].component_of(number)) for number, issue in _said_again(case, spoken)]
    return Court(within, tuple([(number, component) for number, component in again if component is not None]))


def _said_again(case: Case, spoken: int) -> Iterator[tuple[int, int]]:
    """Of what was said at the lectern, as bits, what shares its theory with something else of it: only that can be a repetition.

    By number, each with the number of an issue in whose reach it lies.
    """
    several = [places for theory, places in _theories(case) if (said := theory & spoken) & (said - 1)]
    for places in several:
        for number, issue in places:
            if spoken >> number & 1:
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
def _halved(case: Case) -> int:
    """Answers that count as heard in half, as bits."""
    bit = bits_of(case)
    return sum(bit[id] for id, answer in case.answers.items() if answer.argument is not None and answer.argument.halved)


@per_case
def _briefs(case: Case) -> int:
    """What the briefs say, as bits."""
    return sum(bits_of(case)[id] for id in _briefed(case))


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


_MODALITIES = tuple(Modality)

MODALITIES = len(_MODALITIES)
"""How many modalities there are."""


class Urging(NamedTuple):
    """An argument that urges positions of one issue, as it was heard: ``spoken`` is whether at the lectern, ``times`` 1 or 2.

    ``slots`` are the positions it urges, by place, each with the number of the position and modality together: :data:`MODALITIES` numbers
    for a position. ``light`` is :func:`light`; ``won`` whether the argument is of the side that won below,
    for which ``spoken`` is left out.
    """

    number: int
    slots: tuple[tuple[int, int], ...]
    light: bool
    won: bool
    spoken: bool = False
    times: int = HEARD_HALF


@dataclass(frozen=True, slots=True, eq=False)
class LivePart:
    """The part of a reach that is before the court: the arguments by connected component, and those of them that urge a position.

    ``alone`` are those that no attack connects to another, as bits; of these, those in ``full`` were heard in full, the others in half.
    ``opened`` is whether the side that won below urged a position there at the lectern. The same part is one object, so that what a judge
    makes of it can be kept by it.
    """

    alone: int
    full: int
    components: tuple[Component, ...]
    urging: tuple[Urging, ...]
    opened: bool

    @property
    def times(self) -> list[tuple[int, int]]:
        """What stands alone, by number, each with how it was heard, 1 or 2."""
        full = self.full
        return [(bit.bit_length() - 1, HEARD_FULL if bit & full else HEARD_HALF) for bit in members(self.alone)]

    def component_of(self, number: int) -> Component | None:
        """The component that settles the argument of this number; None where it stands alone."""
        return next((each for each in self.components if each.mask >> number & 1), None)


_KEPT = 1 << 11
"""How many parts of one reach are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """All that can decide one issue: ``mask`` is the arguments, as bits, and ``ids`` their ids in the order of the case.

    ``urgers`` are those that urge a position, ``winners`` those of them that are of the side that won below and ``losers`` the others;
    ``urging`` has how they urge, by the bit of each: heard in half and not at the lectern, in
    full and not, in half at the lectern, in full at the lectern. Parts are made of these same values.
    """

    issue: Issue
    ids: tuple[str, ...]
    mask: int
    urgers: int
    winners: int
    losers: int
    urging: Mapping[int, tuple[Urging, Urging, Urging, Urging]]
    graph: AttackGraph
    parts: BoundedCache[tuple[int, int, int, bool], LivePart] = field(default_factory=lambda: BoundedCache(_KEPT))

    def live(self, half: int, full: int, spoken: int) -> LivePart:
        """The part of the reach among what was heard in half and in full, and what of it was said at the lectern."""
        mask = self.mask
        # Of what the side that won below said at the lectern it matters only whether it was anything.
        key = half & mask, full & mask, spoken & self.losers, spoken & self.winners != 0
        found = self.parts.get(key)
        if found is None:
            found = self.parts[key] = self._live(*key)
        return found

    def _live(self, half: int, full: int, spoken: int, opened: bool) -> LivePart:
        known = self.urging
        urging = tuple(
            [
                known[bit][(2 if spoken & bit else 0) + (1 if full & bit else 0)]
                for bit in members((half | full) & self.urgers)
            ]
        )
        alone, components = self.graph.components(half, full)
        return LivePart(alone, full, components, urging, opened)


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
    urging = {
        1 << each.number: (
            each,
            each._replace(times=HEARD_FULL),
            each._replace(spoken=True),
            each._replace(spoken=True, times=HEARD_FULL),
        )
        for each in _urgings(case, issue)
    }
    winners = sum(bit for bit, (each, *_) in urging.items() if each.won)
    urgers = sum(urging)
    mask = sum(bit[id] for id in ids)
    return Reach(issue, ids, mask, urgers, winners, urgers ^ winners, urging, attack_graph(case))


def _urgings(case: Case, issue: Issue) -> Iterator[Urging]:
    for number, (id, argument) in enumerate(case.arguments.items()):
        urged = {ref.position for ref in argument.urges if ref.issue == issue.id}
        at = tuple(place for place, position in enumerate(issue.positions) if position.id in urged)
        if at:
            won = argument.side is case.below.presumed
            column = _MODALITIES.index(argument.modality)
            slots = tuple((place, place * MODALITIES + column) for place in at)
            yield Urging(number, slots, light(case, id), won)


def light(case: Case, id: str) -> bool:
    """Whether this is an answer drawn out by a friendly question, or by one of background or of procedure."""
    if id not in case.answers:
        return False
    question = case.question_of[id]
    if question.tone is Tone.HELPFUL or question.purpose is Purpose.BACKGROUND:
        return True
    urged = case.point_of[question.id].argument.urges
    return all(case.issue[ref.issue].preliminary for ref in urged if ref.issue in case.issue)
