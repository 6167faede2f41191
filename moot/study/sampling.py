"""Lines drawn so that every complete line of a case is as likely as any other.

Drawing each move evenly would favour short lines. Here the number of lines that follow from each state is counted first,
exactly, and a move is drawn as often as there are lines behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from moot.proof.fast.bitpacked import repeat
from moot.proof.reference.compile import SAME_TURN, Model
from moot.round.draw import Dice
from moot.round.moves import Move

__all__ = ["Counted"]


class Counted:
    """For every state of a model, the number of complete lines that follow from it."""

    def __init__(self, model: Model, bound: int) -> None:
        self.model = model
        clocks = model.slots
        self.width = bound.bit_length() + 1
        self._low = (1 << self.width) - 1
        ones = [repeat(1, self.width, n) if n else 0 for n in range(clocks + 1)]
        behind: list[int] = [0] * len(model.places)
        width, low = self.width, self._low
        top = (1 << width * clocks) - 1
        for n in range(len(model.places) - 1, -1, -1):
            edges = model.edges[n]
            if not edges:
                behind[n] = ones[clocks]
                continue
            packed = 0
            for then, then_opens, red, red_opens, spends, timed in edges:
                if then_opens == SAME_TURN:
                    if timed:
                        packed += (behind[then] >> width << width) << spends * width & top
                    else:
                        packed += behind[then]
                else:
                    opened = behind[then] >> then_opens * width & low
                    packed += opened * (ones[clocks] - (ones[min(spends + 1, clocks)] if timed else 0))
                if timed:
                    slot = 0 if red_opens == SAME_TURN else red_opens
                    packed += (behind[red] >> slot * width & low) * ones[min(spends + 1, clocks)]
            behind[n] = packed
        self._behind = behind

    @property
    def lines(self) -> int:
        """The number of complete lines of the case."""
        return self.after(0, self.model.opening)

    def after(self, place: int, clock: int) -> int:
        """The number of complete lines that follow from a state."""
        return self._behind[place] >> clock * self.width & self._low

    def draw(self, seed: int, number: int) -> Iterator[Move]:
        """One line, drawn evenly from all: the same for the same seed and number."""
        dice = Dice("evenly", seed, number)
        place, clock = 0, self.model.opening
        while edges := self.model.edges[place]:
            throw = self._below(dice, self.after(place, clock))
            ahead = [self._follow(edge, clock) for edge in edges]
            chosen = -1
            while throw >= 0:
                chosen += 1
                throw -= self.after(*ahead[chosen])
            yield self.model.steps(self.model.places[place])[chosen].move
            place, clock = ahead[chosen]

    @staticmethod
    def _follow(edge: tuple[int, int, int, int, int, bool], clock: int) -> tuple[int, int]:
        then, then_opens, red, red_opens, spends, timed = edge
        if timed and clock <= spends:
            return red, 0 if red_opens == SAME_TURN else red_opens
        return then, (clock - spends if timed else clock) if then_opens == SAME_TURN else then_opens

    @staticmethod
    def _below(dice: Dice, count: int) -> int:
        """A number below one that may be too long for one throw of the dice: 64 bits to spare, so evenly for any purpose."""
        number = 0
        for _ in range(count.bit_length() // 64 + 2):
            number = number << 64 | dice.below(1 << 64)
        return number % count
