"""What a session works with, as protocols: whoever writes its record, and an opponent that takes its time."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from moot.round.moves import Move
from moot.round.round import Round

__all__ = ["Interruptible", "Recorder", "SlowPlayer"]


class Recorder(Protocol):
    """Where moves are written down. Each call returns only when the disk has it."""

    @property
    def behind(self) -> bool:
        """Whether the file still holds moves that were left out."""
        ...

    def append(self, move: str) -> None:
        """Write one move."""
        ...

    def undo(self, count: int) -> None:
        """Write that the last ``count`` moves are taken back."""
        ...


@runtime_checkable
class SlowPlayer(Protocol):
    """A player that may take longer over a move than a reader should wait for a screen.

    A class says so with a class attribute ``thinks = True``; a screen then lets it choose in the background.
    """

    thinks: bool

    def choose(self, round: Round) -> Move:
        """One of ``round.legal``."""
        ...


@runtime_checkable
class Interruptible(SlowPlayer, Protocol):
    """A player that thinks and can be told, from another thread, to make up its mind or to stop.

    Stopped, ``choose`` raises :class:`~moot.errors.StoppedThinking`.
    """

    def hurry(self) -> None:
        """Choose now, the best so far."""
        ...

    def stop(self) -> None:
        """Choose nothing."""
        ...
