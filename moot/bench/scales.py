"""What one judge weighs, and what comes before the court: the tables that reasoning works on.

An argument is two bits: one if it was heard in half, by its place among the arguments of the case, and one, as far on again,
if it was heard in full. So a set of them is one integer, and to accept and to strike are a few operations on it, however
many there are. It halves the time of a conference; :func:`grounded` says the same in plain words and is what the tests
hold it to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from moot.bench.persona import Judge
from moot.case import Argument, Attacking, Case, Heard, Modality, PositionRef, Side

__all__ = [
    "HEARD_FULL",
    "HEARD_HALF",
    "Court",
    "Scales",
    "base_weight",
    "before_the_court",
    "court_of",
    "grounded",
    "named",
    "scales_of",
]

HEARD_FULL = 2
HEARD_HALF = 1


@dataclass(frozen=True, slots=True)
class Court:
    """What is before the court: every argument and how it was heard, 1 or 2; the same as places, and as bits.

    ``spoken`` is what of it counsel said at the lectern.
    """

    times: Mapping[str, int]
    places: Sequence[int]
    all: int
    spoken: int


def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard."""
    as_heard = _places(case)
    half, full, answers, _, _ = heard
    times = before_the_court(case, heard)
    places: list[int] = []
    all = spoken = 0
    for id, much in times.items():
        place = as_heard[much][id]
        places.append(place)
        all |= 1 << place
        if id in full or id in answers or id in half:
            spoken |= 1 << place
    return Court(times, places, all, spoken)


@lru_cache(maxsize=64)
def _briefed(case: Case) -> tuple[str, ...]:
    return tuple(id for id, argument in case.arguments.items() if argument.briefed)


def before_the_court(case: Case, heard: Heard) -> dict[str, int]:
    """Every argument before the court and how it was heard, 1 or 2."""
    found = dict.fromkeys(_briefed(case), HEARD_HALF)
    for id in heard.half:
        found[id] = HEARD_HALF
    for id in heard.full:
        found[id] = HEARD_FULL
    for id in heard.answers:
        argument = case.answers[id].argument
        if argument is not None:
            found[id] = HEARD_HALF if argument.halved else HEARD_FULL
    for id in heard.conceded | heard.retracted:
        found.pop(id, None)
    return found


def named(case: Case, bits: int) -> list[str]:
    """The arguments that these bits stand for, those heard in half before those heard in full."""
    names = _names(case)
    found: list[str] = []
    while bits:
        bit = bits & -bits
        found.append(names[bit.bit_length() - 1])
        bits ^= bit
    return found


@lru_cache(maxsize=64)
def _names(case: Case) -> tuple[str, ...]:
    """The argument at each place."""
    return tuple(case.arguments) * 2


@lru_cache(maxsize=64)
def _places(case: Case) -> dict[int, dict[str, int]]:
    """The place of every argument, as it was heard."""
    ids = tuple(case.arguments)
    return {
        HEARD_HALF: {id: place for place, id in enumerate(ids)},
        HEARD_FULL: {id: place for place, id in enumerate(ids, start=len(ids))},
    }


@lru_cache(maxsize=64)
def _bits(case: Case) -> dict[str, int]:
    """Both bits of every argument."""
    places = _places(case)
    return {id: 1 << place | 1 << places[HEARD_FULL][id] for id, place in places[HEARD_HALF].items()}


class Weighed(NamedTuple):
    """One argument in a judge's scales, as it was heard, in half or in full.

    ``slots`` are where it counts: a position and a modality, by number. ``defeats`` has what it defeats, as that is heard.
    """

    bit: int
    weight: int
    slots: tuple[int, ...]
    defeats: int


@dataclass(frozen=True, slots=True)
class Scales:
    """What of a judge and a case does not depend on what is heard, worked out once.

    ``base`` has what every argument weighs heard in half, where that is anything (heard in full, twice that), and ``bits``
    both its bits, ``all`` those of all of them. ``rows`` have the same by place. ``against`` lists what each attacks.
    Positions go by number: ``refs`` in the order of the case, ``priors`` what principles are worth to each, ``favouring``
    those that favour a side, ``position_of`` the position of each slot. ``ranked`` has each issue with its positions in
    the order that breaks ties: the first, the second, and whatever others. ``within`` has their numbers by issue.
    """

    base: Mapping[str, int]
    bits: Mapping[str, int]
    rows: tuple[Weighed | None, ...]
    all: int
    against: Mapping[str, tuple[tuple[str, Attacking], ...]]
    refs: tuple[PositionRef, ...]
    priors: tuple[int, ...]
    favouring: Mapping[Side, tuple[int, ...]]
    position_of: tuple[int, ...]
    ranked: tuple[tuple[str, int, str, int, str, tuple[tuple[int, str], ...]], ...]
    within: Mapping[str, tuple[int, ...]]

    def weigh(self, court: Court) -> tuple[int, list[int]]:
        """The arguments accepted, as bits, and the support of every position but for credit.

        Accepted is the grounded extension of the defeats: accept what nothing left defeats, strike what that defeats, and so
        on. Support is the prior with the heaviest accepted argument of each modality.
        """
        rows, before = self.rows, court.all
        present = [row for place in court.places if (row := rows[place])]
        defeats = [(bit, struck) for bit, _, _, losers in present if losers and (struck := losers & before)]
        accepted, left = 0, before & self.all
        while left:
            disputed = struck = 0
            for attacker, losers in defeats:
                if left & attacker:
                    disputed |= losers
            more = left & ~disputed
            if not more:
                break
            for attacker, losers in defeats:
                if more & attacker:
                    struck |= losers
            accepted |= more
            left &= ~(more | struck)
        totals, best, position_of = list(self.priors), [0] * len(self.position_of), self.position_of
        for bit, weight, slots, _ in present:
            if accepted & bit:
                for slot in slots:
                    if weight > best[slot]:
                        totals[position_of[slot]] += weight - best[slot]
                        best[slot] = weight
        return accepted, totals

    def strength(self, totals: Sequence[int], issues: Iterable[str]) -> int:
        """How far the findings on these issues are ahead of the runners-up, all together."""
        ahead = 0
        for issue in issues:
            first, second, *others = self.within[issue]
            apart = totals[first] - totals[second]
            if others:
                *_, runner_up, most = sorted([totals[number] for number in self.within[issue]])
                apart = most - runner_up
            ahead += apart if apart > 0 else -apart
        return ahead

    def found(self, totals: Sequence[int]) -> dict[str, str]:
        """The position found on every issue: most support; a tie to the winner below, then to the one listed first."""
        found: dict[str, str] = {}
        for issue, best, name, second, other, rest in self.ranked:
            if totals[second] > totals[best]:
                best, name = second, other
            for number, third in rest:
                if totals[number] > totals[best]:
                    best, name = number, third
            found[issue] = name
        return found


def base_weight(judge: Judge, argument: Argument) -> int:
    """What an argument weighs with this judge before it is heard: strength times receptivity.

    What a hypothetical leaves standing against a position weighs by the principles it offends: how gravely, times how
    strongly the judge holds each.
    """
    if argument.offends:
        return sum(gravely * judge.held.get(principle, 0) for principle, gravely in argument.offends)
    return argument.strength * judge.receptivity[argument.modality]


@lru_cache(maxsize=256)
def scales_of(judge: Judge, case: Case) -> Scales:
    """The scales of this judge for this case."""
    base = {id: much for id, argument in case.arguments.items() if (much := base_weight(judge, argument))}
    against: dict[str, list[tuple[str, Attacking]]] = {id: [] for id in base}
    for attacker, attacked, kind in _attacks(case):
        if attacker in base and attacked in base:
            against[attacker].append((attacked, kind))
    places, bits = _places(case), _bits(case)
    number: dict[PositionRef, int] = {}
    priors: list[int] = []
    favouring: dict[Side, list[int]] = {side: [] for side in Side}
    ranked = []
    within: dict[str, tuple[int, ...]] = {}
    for issue in case.issues:
        for position in issue.positions:
            number[ref := PositionRef(issue.id, position.id)] = len(number)
            priors.append(sum(judge.held.get(name, 0) * much for name, much in position.embodies))
            if position.favours:
                favouring[position.favours].append(number[ref])
        # The order that breaks ties: those for the winner below first, else as listed.
        order = sorted(issue.positions, key=lambda position: position.favours is not case.below.won)
        first, second, *others = [(number[PositionRef(issue.id, position.id)], position.id) for position in order]
        ranked.append((issue.id, *first, *second, tuple(others)))
        within[issue.id] = (first[0], second[0], *(other for other, _ in others))
    slots: dict[tuple[PositionRef, Modality], int] = {}
    counts_in = {
        id: tuple(
            slots.setdefault((ref, case.arguments[id].modality), len(slots))
            for ref in case.arguments[id].urges
            if ref in number
        )
        for id in base
    }
    rows = [
        _row(id, heard, base, against[id], places, counts_in[id]) if id in base else None
        for heard in (HEARD_HALF, HEARD_FULL)
        for id in case.arguments
    ]
    return Scales(
        base,
        {id: bits[id] for id in base},
        tuple(rows),
        sum(bits[id] for id in base),
        {id: tuple(targets) for id, targets in against.items()},
        tuple(number),
        tuple(priors),
        {side: tuple(numbers) for side, numbers in favouring.items()},
        tuple(number[ref] for ref, _ in slots),
        tuple(ranked),
        within,
    )


def _row(
    id: str,
    heard: int,
    base: Mapping[str, int],
    attacks: Iterable[tuple[str, Attacking]],
    places: Mapping[int, Mapping[str, int]],
    slots: tuple[int, ...],
) -> Weighed:
    """An argument as it was heard, with what it defeats: undercuts always, else at no less weight."""
    weight, defeats = base[id] * heard, 0
    for attacked, kind in attacks:
        for other in (HEARD_HALF, HEARD_FULL):
            if kind is Attacking.UNDERCUT or weight >= base[attacked] * other:
                defeats |= 1 << places[other][attacked]
    return Weighed(1 << places[heard][id], weight, slots, defeats)


@lru_cache(maxsize=64)
def _attacks(case: Case) -> tuple[tuple[str, str, Attacking], ...]:
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


def grounded(arguments: Iterable[str], defeats: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The grounded extension (Dung 1995): accept what is undefeated, strike what it defeats, and so on."""
    remaining = set(arguments)
    attackers: dict[str, set[str]] = {id: set() for id in remaining}
    targets: dict[str, set[str]] = {id: set() for id in remaining}
    for attacker, attacked in defeats:
        attackers[attacked].add(attacker)
        targets[attacker].add(attacked)
    accepted: set[str] = set()
    waiting = [id for id in remaining if not attackers[id]]
    struck: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id in accepted or id in struck:
            continue
        accepted.add(id)
        for loser in targets[id]:
            if loser in struck:
                continue
            struck.add(loser)
            for freed in targets[loser]:
                attackers[freed].discard(loser)
                if not attackers[freed] and freed not in struck:
                    waiting.append(freed)
    return frozenset(accepted)
