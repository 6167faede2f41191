"""The live clock: the seconds a person takes to choose cost time, in whole ticks, beside what the move itself costs.

The measured ticks go into the move (``answer q-riot.b @4``), so a record plays again exactly. A measured move never costs less than the
same move in turns, so no line grows longer and the proof holds (docs/proof.md).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from moot.round import moves
from moot.round.formats import TICK_SECONDS
from moot.round.moves import Move
from moot.round.round import Round

__all__ = ["LiveClock"]

_MOST = 9999
"""The most ticks that the notation of a move can say."""


class LiveClock:
    """Counts while :attr:`running`. ``now`` gives seconds that only grow."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._counted = 0.0
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether it counts now."""
        return self._since is not None

    @property
    def seconds(self) -> float:
        """The seconds counted since the last move that took time."""
        return self._counted + (self._now() - self._since if self._since is not None else 0.0)

    def run(self) -> None:
        """Count from now on."""
        if self._since is None:
            self._since = self._now()

    def stop(self) -> None:
        """Count no further; what was counted stays."""
        self._counted, self._since = self.seconds, None

    def clear(self) -> None:
        """Forget what was counted, and stand still."""
        self._counted, self._since = 0.0, None

    def ran_out(self, round: Round) -> bool:
        """Whether the time is up before anything was said. Who owes an answer may still give it."""
        left = round.position.clock * TICK_SECONDS
        return not round.position.state.pending and moves.SIT in round.legal and self.seconds >= left > 0

    def cut(self, round: Round) -> Move:
        """The end of the turn when :meth:`ran_out`: every tick that was left has passed."""
        self.clear()
        return moves.Sit(ticks=min(round.position.clock, _MOST))

    def measured(self, round: Round, move: Move) -> Move:
        """The move with the ticks it takes, thinking included; the clock is stopped.

        A move that takes no time carries none: what was counted stays for the next that does, until counsel sits down. A roadmap is
        made before the argument, and is not measured.
        """
        self.stop()
        transition = round.rules.transition(round.position.state, move)
        if isinstance(move, moves.Sit | moves.Roadmap):
            self.clear()
            return move
        if transition is None or not move.timed or not transition.cost:
            return move
        thought = int(self.seconds // TICK_SECONDS)
        self.clear()
        return replace(move, ticks=min(transition.cost + thought, _MOST)) if thought else move
