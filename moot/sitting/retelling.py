"""The events of a line that has been played already, for a screen that takes up a sitting in the middle."""

from __future__ import annotations

from moot.round.draw import draw
from moot.round.moves import Move
from moot.round.round import Round
from moot.sitting.events import Event, Hint
from moot.sitting.session import Session

__all__ = ["retell"]


class _Again:
    """A bench that makes the moves of a line again, and at its end goes on as it would have."""

    def __init__(self, line: tuple[Move, ...]) -> None:
        self.line = line

    def choose(self, round: Round) -> Move:
        return self.line[round.ply] if round.ply < len(self.line) else draw(round)


def retell(round: Round, *, training: bool = False) -> list[Event]:
    """Every event of the line so far, in order. In ``training`` also what came of each hypothetical, as it was told then; hints are not told again."""
    line = round.line
    again = Session(
        round.case,
        round.bench,
        human=None,
        seed=round.seed,
        format=round.format,
        heat=round.heat,
        judges=_Again(line),
        hints=training,
    )
    events = again.open()
    while again.round.ply < len(line):
        events += again.play(line[again.round.ply])
    return [event for event in events if event.ply <= len(line) and not isinstance(event, Hint)]
