"""Uniform sampling of lines: every complete line of a case is as likely as any other.

Drawing each move evenly would favor short lines. So the number of lines that follow from each state is counted first,
exactly, by dynamic programming backward through the model, and a move is drawn in proportion to the lines behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from moot.proof.fast.bitpacked import repeat
from moot.proof.reference.compile import SAME_TURN, Model
from moot.round.clock import expiry_limit
from moot.round.draw import Dice
from moot.round.moves import Move

__all__ = ["UniformLineSampler"]


class UniformLineSampler:
    """Draws lines evenly. It holds, for every state of a model, the number of complete lines that follow from it."""

    def __init__(self, model: Model, bound: int) -> None:
        self.model = model
        clocks = model.slots
        self.width = bound.bit_length() + 1
        self._low = (1 << self.width) - 1
        ones = [repeat(1, self.width, n) if n else 0 for n in range(clocks + 1)]
        behind: list[int] = [0] * len(model.states)
        width, low = self.width, self._low
        top = (1 << width * clocks) - 1
        for n in range(len(model.states) - 1, -1, -1):
            edges = model.edges[n]
            if not edges:
                behind[n] = ones[clocks]
                continue
            packed = 0
            for following, opens, on_expiry, expiry_opens, spends, timed in edges:
                # The slots of the clocks that expire: none for a move that costs nothing.
                late = ones[min(expiry_limit(spends) + 1, clocks)] if timed else 0
                if opens == SAME_TURN:
                    if timed:
                        packed += (behind[following] >> width << width) << spends * width & top
                    else:
                        packed += behind[following]
                else:
                    opened = behind[following] >> opens * width & low
                    packed += opened * (ones[clocks] - late)
                if timed:
                    slot = 0 if expiry_opens == SAME_TURN else expiry_opens
                    packed += (behind[on_expiry] >> slot * width & low) * late
            behind[n] = packed
        self._behind = behind

    @property
    def lines(self) -> int:
        """The number of complete lines of the case."""
        return self.after(0, self.model.opening)

    def after(self, state: int, clock: int) -> int:
        """The number of complete lines that follow from a state."""
        return self._behind[state] >> clock * self.width & self._low

    def draw(self, seed: int, number: int) -> Iterator[Move]:
        """One line, drawn evenly from all: the same for the same seed and number."""
        dice = Dice("evenly", seed, number)
        state, clock = 0, self.model.opening
        while edges := self.model.edges[state]:
            throw = self._below(dice, self.after(state, clock))
            targets = [edge.after(clock) for edge in edges]
            chosen = -1
            while throw >= 0:
                chosen += 1
                throw -= self.after(*targets[chosen])
            yield self.model.successors(self.model.states[state])[chosen].move
            state, clock = targets[chosen]

    @staticmethod
    def _below(dice: Dice, count: int) -> int:
        """A number below one that may be too long for one throw of the dice: 64 bits to spare, so evenly for any purpose."""
        number = 0
        for _ in range(count.bit_length() // 64 + 2):
            number = number << 64 | dice.below(1 << 64)
        return number % count
