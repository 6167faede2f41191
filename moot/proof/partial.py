"""What can be said short of a proof: a cover of every line to a depth, and a sample of lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from moot.proof.reference.compile import Playable, Successors
from moot.round.control_state import ControlState
from moot.round.draw import Dice
from moot.round.turns.phases import Phase

__all__ = ["Partial", "bounded", "sampled"]


@dataclass
class Partial:
    """What was seen. ``depth`` is how many moves of every line were covered; None for a sample.

    ``clocks`` has one bit for every clock with which a control state was seen.
    """

    depth: int | None = None
    states: int = 0
    moves: int = 0
    lines: int = 0
    total: int = 0
    shortest: int = 0
    longest: int = 0
    clocks: dict[ControlState, int] = field(default_factory=dict)
    stuck: tuple[ControlState, int] | None = None

    @property
    def mean(self) -> Fraction:
        """The mean length of the complete lines seen."""
        return Fraction(self.total, self.lines) if self.lines else Fraction(0)

    def finish(self, length: int, count: int) -> None:
        """Note that ``count`` more lines of this length have reached a ruling."""
        self.shortest = min(self.shortest or length, length)
        self.longest = max(self.longest, length)
        self.lines += count
        self.total += length * count

    def knows(self, state: ControlState, clock: int) -> bool:
        """Whether a state has been seen."""
        return bool(self.clocks.get(state, 0) >> clock & 1)

    def see(self, state: ControlState, clock: int) -> bool:
        """Note a state; true if it is new."""
        if self.knows(state, clock):
            return False
        self.clocks[state] = self.clocks.get(state, 0) | 1 << clock
        self.states += 1
        return True


COVER = 400_000
"""How many moves a cover may follow: a few seconds, less than a proof may take."""


def bounded(rules: Playable, successors: Successors, bound: int, limit: int = COVER) -> Partial:
    """Cover every line, one move further at a time, until more than ``bound`` states or ``limit`` moves have been seen.

    ``depth`` is the last that was covered completely. Counts are exact for the lines that end within it.
    """
    seen = Partial(depth=0)
    layer: dict[ControlState, dict[int, int]] = {rules.start: {rules.opening_clock(rules.start): 1}}
    depth = followed = 0
    while layer:
        new = {state: sum(seen.see(state, clock) for clock in clocks) for state, clocks in layer.items()}
        seen.depth = depth
        following: dict[ControlState, dict[int, int]] = {}
        for state, clocks in layer.items():
            if state.phase is Phase.DECIDED:
                seen.finish(depth, sum(clocks.values()))
                continue
            transitions = successors(state)
            seen.moves += len(transitions) * new[state]
            if not transitions and seen.stuck is None:
                seen.stuck = state, min(clocks)
            followed += len(transitions) * (1 + len(clocks))
            if followed > limit:
                return seen
            for each in transitions:
                for clock, count in clocks.items():
                    target, left, _ = rules.after(state, clock, each)
                    counts = following.setdefault(target, {})
                    counts[left] = counts.get(left, 0) + count
        more = sum(not seen.knows(state, clock) for state, clocks in following.items() for clock in clocks)
        if seen.states + more > bound:
            break
        layer, depth = following, depth + 1
    return seen


def sampled(rules: Playable, successors: Successors, lines: int, seed: int, limit: int = 10_000) -> Partial:
    """Play ``lines`` lines, each move drawn evenly; the same seed plays the same lines."""
    seen = Partial()
    for number in range(lines):
        dice = Dice("proof", seed, number)
        state, clock, length = rules.start, rules.opening_clock(rules.start), 0
        while length < limit:
            transitions = successors(state)
            if seen.see(state, clock):
                seen.moves += len(transitions)
            if not transitions:
                break
            state, clock, _ = rules.after(state, clock, transitions[dice.below(len(transitions))])
            length += 1
        if state.phase is Phase.DECIDED:
            seen.finish(length, 1)
        elif seen.stuck is None:
            seen.stuck = state, clock
    return seen
