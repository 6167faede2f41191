"""What a person has settled for every sitting: one small JSON file beside the records.

A file that is damaged costs nothing but what it said: the defaults are used, and one line says so. Reading never writes.
"""

from __future__ import annotations

import os
import re
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from moot.errors import MootError
from moot.files.folders import is_there, read_bytes, saves_dir
from moot.files.whole import write_whole

__all__ = ["CHOICES", "NAME", "Settings", "read_settings", "write_settings"]

NAME = "settings.json"
_MOST = 20_000
_THEME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")

CHOICES: dict[str, tuple[str, ...]] = {
    "motion": ("full", "reduced"),
    "clock": ("turns", "live"),
    "bell": ("off", "on"),
    "needles": ("shown", "hidden"),
}
"""The values that each setting but the theme may have, its default first."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``theme`` is the name of a theme (empty: the default); each of the others is one of its :data:`CHOICES`.

    ``motion`` is whether a speech arrives word by word; ``clock`` whether the time a person takes counts; ``bell`` whether the terminal's
    bell rings when a judge breaks in; ``needles`` whether training shows where the judges stand on the issue at hand.
    """

    theme: str = ""
    motion: str = "full"
    clock: str = "turns"
    bell: str = "off"
    needles: str = "shown"


def read_settings(folder: str | os.PathLike[str] | None = None) -> tuple[Settings, str]:
    """The settings kept in a folder of saves, and a line on what could not be read of them (empty where all could)."""
    try:
        path = _path(folder)
        if not is_there(path):
            return Settings(), ""
        import json  # Not wanted where nothing has been settled: the first frame waits for what is read here.

        found = json.loads(read_bytes(path, _MOST))
    except MootError as error:
        return Settings(), f"The settings are the defaults: {error}."
    except (ValueError, RecursionError):
        return Settings(), f"The settings are the defaults: {path} is damaged. Change a setting to rewrite it."
    if not isinstance(found, dict):
        return Settings(), f"The settings are the defaults: {path} is damaged. Change a setting to rewrite it."
    good, bad = {}, []
    for each in fields(Settings):
        value = found.get(each.name, each.default)
        if isinstance(value, str) and _fits(each.name, value):
            good[each.name] = value
        else:
            bad.append(each.name)
    told = f"{path}: no good value for {', '.join(bad)}; the default is used." if bad else ""
    return replace(Settings(), **good), told


def write_settings(settings: Settings, folder: str | os.PathLike[str] | None = None) -> None:
    """Write the whole file or none of it. Raises :class:`~moot.errors.MootError`."""
    import json

    path = _path(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(settings), indent=1), synced=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MootError(f"the settings cannot be kept in {path}: {reason}") from None


def _path(folder: str | os.PathLike[str] | None) -> Path:
    return (Path(folder) if folder is not None else saves_dir()) / NAME


def _fits(name: str, value: str) -> bool:
    return value in CHOICES[name] if name in CHOICES else value == "" or _THEME.fullmatch(value) is not None
