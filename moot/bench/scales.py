"""What one judge weighs, and what comes before the court: the tables that reasoning works on.

An argument is a bit, its place among the arguments of the case. So a set of them is one integer, and to accept and to
strike are a few operations on it, however many there are. It halves the time of a conference; :func:`grounded` says the
same in plain words and is what the tests hold it to.
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
    "scales_of",
]

HEARD_FULL = 2
HEARD_HALF = 1


@dataclass(frozen=True, slots=True)
class Court:
    """What is before the court: every argument and how it was heard, 1 or 2; and the same as bits.

    ``in_half`` and ``in_full`` are the places of the arguments in the case. ``spoken`` is what counsel said at the lectern, withdrawn or not.
    """

    times: Mapping[str, int]
    in_half: tuple[int, ...]
    in_full: tuple[int, ...]
    half: int
    full: int
    spoken: int


def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard."""
    place = _places(case)
    times = before_the_court(case, heard)
    in_half = tuple([place[id] for id, much in times.items() if much == HEARD_HALF])
    in_full = tuple([place[id] for id, much in times.items() if much == HEARD_FULL])
    spoken = sum({1 << place[id] for said in (heard.half, heard.full, heard.answers) for id in said if id in place})
    return Court(times, in_half, in_full, sum([1 << at for at in in_half]), sum([1 << at for at in in_full]), spoken)


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


@lru_cache(maxsize=64)
def _places(case: Case) -> dict[str, int]:
    """The place of every argument among those of the case."""
    return {id: place for place, id in enumerate(case.arguments)}


class Weighed(NamedTuple):
    """One argument in a judge's scales, as it was heard, in half or in full.

    ``slots`` are where it counts: a position and a modality, by number. ``of_half`` and ``of_full`` are what it defeats, of
    what is heard in half and of what is heard in full.
    """

    bit: int
    weight: int
    slots: tuple[int, ...]
    of_half: int
    of_full: int


@dataclass(frozen=True, slots=True)
class Scales:
    """What of a judge and a case does not depend on what is heard, worked out once.

    ``base`` has what every argument weighs heard in half, where that is anything (heard in full, twice that), and ``bits``
    their bits, ``all`` together. ``in_half`` and ``in_full`` have the same by place, as heard so. ``against`` lists what each attacks.
    Positions go by number: ``refs`` in the order of the case, ``priors`` what principles are worth to each, ``favouring``
    those that favour a side, ``position_of`` the position of each slot. ``ranked`` has each issue with its positions in
    the order that breaks ties: the first, and the others.
    """

    base: Mapping[str, int]
    bits: Mapping[str, int]
    in_half: tuple[Weighed | None, ...]
    in_full: tuple[Weighed | None, ...]
    all: int
    against: Mapping[str, tuple[tuple[str, Attacking], ...]]
    refs: tuple[PositionRef, ...]
    priors: tuple[int, ...]
    favouring: Mapping[Side, tuple[int, ...]]
    position_of: tuple[int, ...]
    ranked: tuple[tuple[str, tuple[int, str], tuple[tuple[int, str], ...]], ...]
    within: Mapping[str, tuple[int, ...]]

    def weigh(self, court: Court) -> tuple[int, list[int]]:
        """The arguments accepted, as bits, and the support of every position but for credit.

        Accepted is the grounded extension of the defeats: accept what nothing left defeats, strike what that defeats, and so
        on. Support is the prior with the heaviest accepted argument of each modality.
        """
        half, full = court.half, court.full
        present = [row for place in court.in_half if (row := self.in_half[place])]
        present += [row for place in court.in_full if (row := self.in_full[place])]
        defeats = [
            (bit, struck)
            for bit, _, _, of_half, of_full in present
            if (of_half or of_full) and (struck := of_half & half | of_full & full)
        ]
        accepted, left = 0, (half | full) & self.all
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
        for bit, weight, slots, _, _ in present:
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
            numbers = self.within[issue]
            most, runner_up = totals[numbers[0]], totals[numbers[1]]
            if most < runner_up:
                most, runner_up = runner_up, most
            for number in numbers[2:]:
                other = totals[number]
                if other > most:
                    most, runner_up = other, most
                elif other > runner_up:
                    runner_up = other
            ahead += most - runner_up
        return ahead

    def found(self, totals: Sequence[int]) -> dict[str, str]:
        """The position found on every issue: most support; a tie to the winner below, then to the one listed first."""
        found: dict[str, str] = {}
        for issue, (number, first), others in self.ranked:
            most, best = totals[number], first
            for other, name in others:
                if totals[other] > most:
                    most, best = totals[other], name
            found[issue] = best
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
    bits = {id: 1 << place for id, place in _places(case).items()}
    number: dict[PositionRef, int] = {}
    priors: list[int] = []
    favouring: dict[Side, list[int]] = {side: [] for side in Side}
    ranked = []
    for issue in case.issues:
        for position in issue.positions:
            number[ref := PositionRef(issue.id, position.id)] = len(number)
            priors.append(sum(judge.held.get(name, 0) * much for name, much in position.embodies))
            if position.favours:
                favouring[position.favours].append(number[ref])
        # The order that breaks ties: those for the winner below first, else as listed.
        order = sorted(issue.positions, key=lambda position: position.favours is not case.below.won)
        first, *others = [(number[PositionRef(issue.id, position.id)], position.id) for position in order]
        ranked.append((issue.id, first, tuple(others)))
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
        tuple(_row(id, heard, base, against[id], bits, counts_in[id]) if id in base else None for id in case.arguments)
        for heard in (HEARD_HALF, HEARD_FULL)
    ]
    return Scales(
        base,
        {id: bits[id] for id in base},
        rows[0],
        rows[1],
        sum(bits[id] for id in base),
        {id: tuple(targets) for id, targets in against.items()},
        tuple(number),
        tuple(priors),
        {side: tuple(numbers) for side, numbers in favouring.items()},
        tuple(number[ref] for ref, _ in slots),
        tuple(ranked),
        {issue: (first[0], *(other for other, _ in others)) for issue, first, others in ranked},
    )


def _row(
    id: str,
    heard: int,
    base: Mapping[str, int],
    attacks: Iterable[tuple[str, Attacking]],
    bits: Mapping[str, int],
    slots: tuple[int, ...],
) -> Weighed:
    """An argument as it was heard, with what it defeats: undercuts always, else at no less weight."""

    def struck(other: int) -> int:
        found = 0
        for attacked, kind in attacks:
            if kind is Attacking.UNDERCUT or base[id] * heard >= base[attacked] * other:
                found |= bits[attacked]
        return found

    return Weighed(bits[id], base[id] * heard, slots, struck(HEARD_HALF), struck(HEARD_FULL))


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
