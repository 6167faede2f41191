"""What can be said short of a proof: a cover of every line to a depth, and a sample of lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from moot.proof.reference.compile import Playable, Steps
from moot.round.draw import Dice
from moot.round.phases import Phase
from moot.round.rules import Place

__all__ = ["Partial", "bounded", "sampled"]


@dataclass
class Partial:
    """What was seen. ``depth`` is how many moves of every line were covered; None for a sample."""

    depth: int | None = None
    states: int = 0
    moves: int = 0
    lines: int = 0
    total: int = 0
    shortest: int = 0
    longest: int = 0
    places: dict[Place, int] = field(default_factory=dict)
    stuck: tuple[Place, int] | None = None

    @property
    def mean(self) -> Fraction:
        """The mean length of the complete lines seen."""
        return Fraction(self.total, self.lines) if self.lines else Fraction(0)

    def finish(self, length: int, count: int) -> None:
        """So many more lines of this length have reached a ruling."""
        self.shortest = min(self.shortest or length, length)
        self.longest = max(self.longest, length)
        self.lines += count
        self.total += length * count

    def knows(self, place: Place, clock: int) -> bool:
        """Whether a state has been noted."""
        return bool(self.places.get(place, 0) >> clock & 1)

    def see(self, place: Place, clock: int) -> bool:
        """Note a state; true if it is new."""
        if self.knows(place, clock):
            return False
        self.places[place] = self.places.get(place, 0) | 1 << clock
        self.states += 1
        return True


COVER = 400_000
"""How many moves a cover may follow: a few seconds, less than a proof may take."""


def bounded(rules: Playable, steps: Steps, bound: int, most: int = COVER) -> Partial:
    """Cover every line, one move further at a time, until more than ``bound`` states or ``most`` moves have been seen.

    ``depth`` is the last that was covered whole. Counts are exact for the lines that end within it.
    """
    seen = Partial(depth=0)
    layer: dict[Place, dict[int, int]] = {rules.start: {rules.opening_clock(rules.start): 1}}
    depth = followed = 0
    while layer:
        new = {place: sum(seen.see(place, clock) for clock in clocks) for place, clocks in layer.items()}
        seen.depth = depth
        ahead: dict[Place, dict[int, int]] = {}
        for place, clocks in layer.items():
            if place.phase is Phase.DECIDED:
                seen.finish(depth, sum(clocks.values()))
                continue
            ways = steps(place)
            seen.moves += len(ways) * new[place]
            if not ways and seen.stuck is None:
                seen.stuck = place, min(clocks)
            followed += len(ways) * (1 + len(clocks))
            if followed > most:
                return seen
            for step in ways:
                for clock, count in clocks.items():
                    there, left, _ = rules.after(place, clock, step)
                    at = ahead.setdefault(there, {})
                    at[left] = at.get(left, 0) + count
        more = sum(not seen.knows(place, clock) for place, clocks in ahead.items() for clock in clocks)
        if seen.states + more > bound:
            break
        layer, depth = ahead, depth + 1
    return seen


def sampled(rules: Playable, steps: Steps, lines: int, seed: int, most: int = 10_000) -> Partial:
    """Play so many lines, each move drawn evenly; the same seed plays the same lines."""
    seen = Partial()
    for number in range(lines):
        dice = Dice("proof", seed, number)
        place, clock, length = rules.start, rules.opening_clock(rules.start), 0
        while length < most:
            ways = steps(place)
            if seen.see(place, clock):
                seen.moves += len(ways)
            if not ways:
                break
            place, clock, _ = rules.after(place, clock, ways[dice.below(len(ways))])
            length += 1
        if place.phase is Phase.DECIDED:
            seen.finish(length, 1)
        elif seen.stuck is None:
            seen.stuck = place, clock
    return seen
