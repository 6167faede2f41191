"""What the command line may settle before the game opens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moot.sitting.modes import TRAINING

if TYPE_CHECKING:
    from moot.bench.persona import Bench
    from moot.case import Case
    from moot.case.formats import Format

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """What to play. ``None`` leaves a choice to the player, or to the case.

    With a case and a side the game goes straight to the brief; with ``resume`` straight to the lectern; with
    neither it opens on the choices. ``mode`` is training (a choice may be taken back) or exam. ``saves`` is the
    folder of records, by default the usual one. ``clock`` (turns or live) is for this time; None leaves it to the settings. ``loaded_case`` and ``loaded_bench`` are what ``case`` and ``bench`` name, where
    they have been read already.
    """

    case: str | None = None
    side: str | None = None
    bench: str | None = None
    opponent: str = "scripted"
    heat: str = "normal"
    format: str | Format | None = None
    seed: int | None = None
    mode: str = TRAINING
    assignment: str = ""
    due: str = ""
    resume: Path | None = None
    saves: Path | None = None
    clock: str | None = None
    loaded_case: Case | None = None
    loaded_bench: Bench | None = None

    @property
    def settled(self) -> bool:
        """Whether enough is said to begin without asking."""
        return self.case is not None and self.side is not None

    @property
    def format_id(self) -> str | None:
        """The id of the format; None for the case's own."""
        return self.format if self.format is None or isinstance(self.format, str) else self.format.id

    def format_named(self, id: str) -> str | Format:
        """The format of this id: the one that was given where it has that id, else the name."""
        return self.format if self.format is not None and self.format_id == id else id
