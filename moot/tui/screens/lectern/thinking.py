"""A thinking opponent chooses in the background, a move at a time, while what it said before is read."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from moot.errors import MootError
from moot.round.moves import Move
from moot.round.round import Round
from moot.sitting.events import Event
from moot.sitting.partners import Interruptible, SlowPlayer
from moot.sitting.session import Session

__all__ = ["Thinking"]


class Thinking:
    """Lets the opponent of one sitting think in a worker of a screen. Only the screen's own thread changes the session.

    ``took(events)`` is called with what its move brought; ``failed(why)`` where it made none.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        took: Callable[[list[Event]], None],
        failed: Callable[[str], None],
    ) -> None:
        self.screen, self.session, self.took, self.failed = screen, session, took, failed
        self._about: tuple[Move, ...] | None = None

    @property
    def now(self) -> bool:
        """Whether it is thinking about the move that is to be made."""
        return self._about is not None and self._about == self.session.round.line

    @property
    def can_hurry(self) -> bool:
        """Whether the opponent can be asked to speak at once."""
        return isinstance(self.session.opponent, Interruptible)

    def begin(self) -> None:
        """Let the opponent think, where it is to move and does not think already."""
        thinker = self.session.thinker
        if thinker is None or self.now:
            return
        self.stop()
        self._about = self.session.round.line
        self._choose(thinker, self.session.round.copy())

    def hurry(self) -> None:
        """Ask for the best so far."""
        if self.now and isinstance(self.session.opponent, Interruptible):
            self.session.opponent.hurry()

    def stop(self) -> None:
        """Think no more: what comes of the thought under way is not used."""
        if self._about is not None and isinstance(self.session.opponent, Interruptible):
            self.session.opponent.stop()
        self._about = None

    def _choose(self, thinker: SlowPlayer, round: Round) -> None:
        line = round.line
        app = self.screen.app

        def think() -> None:
            move: Move | None
            try:
                move, why = thinker.choose(round), ""
            except MootError as error:
                move, why = None, str(error)
            except Exception as error:  # noqa: BLE001 (an opponent of another package may raise anything)
                move, why = None, " ".join(f"The other side cannot move: {type(error).__name__}: {error}".split())
            app.call_from_thread(self._chosen, line, move, why)

        self.screen.run_worker(think, thread=True, group="thinking", exit_on_error=False)

    def _chosen(self, line: tuple[Move, ...], move: Move | None, why: str) -> None:
        if self._about != line or self.session.round.line != line:
            return
        self._about = None
        if move is None:
            self.failed(why)
            return
        try:
            events = self.session.reply(move)
        except MootError as error:
            self.failed(str(error))
            return
        self.took(events)
