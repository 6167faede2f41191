"""Where an argument stands, told again: for a sitting that is taken up, and after a choice is taken back."""

from __future__ import annotations

from collections.abc import Iterator

from moot.plain.page import BLANK, Para
from moot.plain.render import transcript
from moot.plain.speech import plural
from moot.sitting.events import Answered, Begun, Event, Mapped, Resumed, TurnedTo
from moot.sitting.retelling import retell
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of

__all__ = ["recap"]


def recap(session: Session) -> Iterator[Para]:
    """What happened from the person's last choice on; nothing when no move has been made or the case is decided."""
    round = session.round
    if not round.ply or round.turn is None:
        return
    yield BLANK
    yield Para(f"(The argument so far: {plural(round.ply, 'move')}. It was left here.)")
    yield BLANK
    yield from transcript(_since_last_choice(retell(round, training=mode_of(session) == TRAINING), session), round)


def _since_last_choice(events: list[Event], session: Session) -> list[Event]:
    for index in range(len(events) - 1, -1, -1):
        event = events[index]
        if isinstance(event, Mapped | Begun | Answered | Resumed | TurnedTo) and session.human in (None, event.side):
            return events[index:]
    return events
