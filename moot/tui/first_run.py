"""A first run: what is proposed to a person who has not finished a sitting yet.

Like the start screen, this loads no case, judge or record until it has to.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from moot.errors import MootError
from moot.files.folders import saves_dir
from moot.sitting.first import FIRST_CASE

if TYPE_CHECKING:
    from moot.case import Case

__all__ = ["FIRST_CASE", "FIRST_FORMAT", "WELCOME", "any_finished", "no_record_yet"]

FIRST_FORMAT = "quick"
"""The format in which a case is proposed until one sitting is finished."""

WELCOME = "Until you have finished one sitting, a case is proposed in quick. For its full length, change the format."

_MOST = 30
"""So many records are looked at for a sitting that was finished, the newest first."""


def no_record_yet(saves: Path | None) -> bool:
    """Whether no record is kept. Only names are looked at; where the folder cannot be read, the answer is no."""
    try:
        return not any(name.endswith(".jsonl") for name in os.listdir(saves or saves_dir()))  # noqa: PTH208 (names only)
    except FileNotFoundError:
        return True
    except (OSError, ValueError, MootError):
        return False


def any_finished(paths: Iterable[Path], load: Callable[[str], Case | MootError]) -> bool:
    """Whether one of these records is of a sitting that a person played to its end. ``load`` gives a case by its id."""
    from moot.files.records import read_record
    from moot.sitting.setup import HISTORY, replay

    for path, _ in zip(paths, range(_MOST), strict=False):
        try:
            data = read_record(path)
            case = load(data.header.case)
            if data.header.opponent == HISTORY or isinstance(case, MootError):
                continue
            if replay(data, case).turn is None:
                return True
        except MootError:
            continue
    return False
