"""A sitting in the plain form: what the prompt and what is typed at it share, and how to go on with it another time."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from pathlib import Path

from moot.case import Side
from moot.errors import MootError
from moot.files.records import Record
from moot.plain.page import Page
from moot.sitting.live import LiveClock
from moot.sitting.session import Session
from moot.sitting.setup import TRAINING, mode_of

__all__ = ["PlainSitting", "saved", "way_back"]


@dataclass
class PlainSitting:
    """A session, its record and its page. ``case`` is the path of a case that has no known id; ``chosen``, the heads of a roadmap so far; ``holder``, who has the keyboard."""

    session: Session
    path: Path
    page: Page
    case: str
    chosen: list[str] = field(default_factory=list)
    live: LiveClock | None = None
    holder: Side | None = None

    @property
    def training(self) -> bool:
        """Whether choices may be taken back and the bench may be asked about."""
        return mode_of(self.session) == TRAINING

    def saved(self) -> str:
        """:func:`saved`, of this one."""
        return saved(self.session, self.path, self.case)


def way_back(path: Path, case: str = "") -> str:
    """The command that goes on with this record."""
    named = f" {shlex.quote(case)}" if case else ""
    return f"moot play{named} --plain --resume {shlex.quote(str(path))}"


def saved(session: Session, path: Path, case: str = "") -> str:
    """Where the sitting is kept and how to go on; it is kept again if somebody has deleted its record."""
    try:
        if isinstance(session.recorder, Record):
            session.recorder.restore()
    except MootError as error:
        return f"Not saved: {error}"
    return f"Saved in {path}; go on with: {way_back(path, case)}"
