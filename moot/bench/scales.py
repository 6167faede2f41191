"""What one judge weighs, and what comes before the court: the tables that reasoning works on.

What is before the court is the same for every judge: so are the attacks among it, found once for all of them. An argument
there is a bit, by its number in that list; a set of them is one small integer, and to accept and to strike are a few
operations on it. :func:`grounded` says the same in plain words and is what the tests hold it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
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


class Court(NamedTuple):
    """What is before the court: every argument and how it was heard, 1 or 2. They go by number, in this order, and by bit.

    ``pick`` picks their weights out of a judge's scales. ``counts`` is where each counts: itself by number and by bit, and
    by number a position in one modality, and the position. ``clashes`` are the attacks among them: attacker and attacked
    by number and by bit, and whether it is an undercut. ``spoken`` is what of it counsel said at the lectern.
    """

    times: Mapping[str, int]
    pick: Callable[[Sequence[int]], tuple[int, ...]]
    counts: Sequence[tuple[int, int, int, int]]
    clashes: Sequence[tuple[int, int, int, int, bool]]
    spoken: int

    def named(self, bits: int) -> list[str]:
        """The arguments that these bits stand for."""
        ids, found = list(self.times), []
        while bits:
            bit = bits & -bits
            found.append(ids[bit.bit_length() - 1])
            bits ^= bit
        return found


def court_of(case: Case, heard: Heard) -> Court:
    """What is before the court when this has been heard."""
    half, full, answers, _, _ = heard
    times = before_the_court(case, heard)
    number = dict(zip(times, range(len(times)), strict=True))
    unheard, slots, targets = _places(case), _slots(case), _targets(case)
    clashes = [
        (one, other, 1 << one, 1 << other, undercut)
        for id, one in number.items()
        for target, undercut in targets[id]
        if (other := number.get(target)) is not None
    ]
    spoken = sum([1 << number[id] for id in half | full | answers if id in number])
    places = [unheard[id] + much for id, much in times.items()]
    counts = [(at, 1 << at, slot, position) for id, at in number.items() for slot, position in slots[id]]
    # With two more places, that weigh nothing, there are always enough to pick a tuple of them.
    return Court(times, itemgetter(*places, 0, 0), counts, clashes, spoken)


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
def _places(case: Case) -> dict[str, int]:
    """The place of every argument among the weights of a judge, unheard; heard in half it is one further on, in full two."""
    return {id: 2 * number for number, id in enumerate(case.arguments)}


@lru_cache(maxsize=64)
def _refs(case: Case) -> dict[PositionRef, int]:
    """Every position by its number, in the order of the case."""
    refs = [PositionRef(issue.id, position.id) for issue in case.issues for position in issue.positions]
    return {ref: number for number, ref in enumerate(refs)}


@lru_cache(maxsize=64)
def _slots(case: Case) -> dict[str, tuple[tuple[int, int], ...]]:
    """Where each argument counts: for each position it urges, the number of it in this modality, and its own."""
    refs = _refs(case)
    slots: dict[tuple[PositionRef, Modality], int] = {}
    return {
        id: tuple(
            (slots.setdefault((ref, argument.modality), len(slots)), refs[ref]) for ref in argument.urges if ref in refs
        )
        for id, argument in case.arguments.items()
    }


@lru_cache(maxsize=64)
def _targets(case: Case) -> dict[str, list[tuple[str, bool]]]:
    """What each argument attacks, and whether by an undercut."""
    found: dict[str, list[tuple[str, bool]]] = {id: [] for id in case.arguments}
    for attacker, attacked, kind in _attacks(case):
        found[attacker].append((attacked, kind is Attacking.UNDERCUT))
    return found


@dataclass(frozen=True, slots=True)
class Scales:
    """What of a judge and a case does not depend on what is heard, worked out once.

    ``base`` has what every argument weighs heard in half, where that is anything (heard in full, twice that), and ``weights``
    those of every argument heard in half and in full, after a first that weighs nothing. ``against`` lists what each attacks.
    Positions go by number: ``refs`` in the order of the case, ``priors`` what principles are worth to each, ``favouring``
    those that favour a side; ``slots`` is how many there are of a position and a modality together. ``ranked`` has each
    issue's positions in the order that breaks ties, by number and name: the first, the second, and whatever others.
    """

    base: Mapping[str, int]
    weights: tuple[int, ...]
    against: Mapping[str, tuple[tuple[str, Attacking], ...]]
    refs: tuple[PositionRef, ...]
    priors: tuple[int, ...]
    favouring: Mapping[Side, tuple[int, ...]]
    slots: int
    ranked: Mapping[str, tuple[int, str, int, str, tuple[tuple[int, str], ...]]]

    def weigh(self, court: Court) -> tuple[int, list[int]]:
        """The arguments accepted, as bits, and the support of every position but for credit.

        Accepted is the grounded extension of the defeats: accept what nothing left defeats, strike what that defeats, and so
        on. Support is the prior with the heaviest accepted argument of each modality.
        """
        weights = court.pick(self.weights)
        defeats = [
            (attacker, loser)
            for one, other, attacker, loser, undercut in court.clashes
            if (mine := weights[one]) and (theirs := weights[other]) and (undercut or mine >= theirs)
        ]
        # What weighs nothing here defeats nothing and counts for nothing: it may stay among the rest.
        accepted, left = 0, (1 << len(court.times)) - 1
        while defeats:
            disputed = struck = 0
            for _, loser in defeats:
                disputed |= loser
            more = left & ~disputed
            if not more:
                break
            for attacker, loser in defeats:
                if more & attacker:
                    struck |= loser
            accepted |= more
            left &= ~(more | struck)
            defeats = [defeat for defeat in defeats if defeat[0] & left]
        else:
            accepted |= left
        totals, best = list(self.priors), [0] * self.slots
        for number, bit, slot, position in court.counts:
            if accepted & bit and (weight := weights[number]) > best[slot]:
                totals[position] += weight - best[slot]
                best[slot] = weight
        return accepted, totals

    def strength(self, totals: Sequence[int], issues: Iterable[str]) -> int:
        """How far the findings on these issues are ahead of the runners-up, all together."""
        ahead, ranked = 0, self.ranked
        for issue in issues:
            first, _, second, _, rest = ranked[issue]
            if rest:
                *_, runner_up, most = sorted([totals[first], totals[second], *[totals[number] for number, _ in rest]])
                ahead += most - runner_up
            else:
                ahead += abs(totals[first] - totals[second])
        return ahead

    def found(self, totals: Sequence[int]) -> dict[str, str]:
        """The position found on every issue: most support; a tie to the winner below, then to the one listed first."""
        found: dict[str, str] = {}
        for issue, (first, one, second, other, rest) in self.ranked.items():
            best, name = first, one
            if totals[second] > totals[first]:
                best, name = second, other
            for number, another in rest:
                if totals[number] > totals[best]:
                    best, name = number, another
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
    number = _refs(case)
    priors: list[int] = []
    favouring: dict[Side, list[int]] = {side: [] for side in Side}
    ranked = {}
    for issue in case.issues:
        for position in issue.positions:
            priors.append(sum(judge.held.get(name, 0) * much for name, much in position.embodies))
            if position.favours:
                favouring[position.favours].append(number[PositionRef(issue.id, position.id)])
        # The order that breaks ties: those for the winner below first, else as listed.
        order = sorted(issue.positions, key=lambda position: position.favours is not case.below.won)
        first, second, *others = [(number[PositionRef(issue.id, position.id)], position.id) for position in order]
        ranked[issue.id] = (*first, *second, tuple(others))
    return Scales(
        base,
        (0, *(base.get(id, 0) * heard for id in case.arguments for heard in (HEARD_HALF, HEARD_FULL))),
        {id: tuple(targets) for id, targets in against.items()},
        tuple(number),
        tuple(priors),
        {side: tuple(numbers) for side, numbers in favouring.items()},
        len({slot for slots in _slots(case).values() for slot, _ in slots}),
        ranked,
    )


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
