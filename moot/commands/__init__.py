"""The commands, one file each. Imported only when called: start-up is measured."""

from __future__ import annotations

import importlib
from types import ModuleType

__all__ = ["module_of"]

_GROUPS = {
    "case": ("check", "cite", "diff", "export", "graph", "new", "preview", "schema"),
    "sitting": ("demo", "drill", "play", "replay", "retry"),
    "results": ("history", "opinion", "report", "review", "why"),
    "course": ("judge",),
}
_PATHS = {"list": "listing"} | {name: f"{group}.{name}" for group, names in _GROUPS.items() for name in names}
"""Commands whose module stands in a folder of this one, or cannot have their name."""


def module_of(command: str) -> ModuleType:
    """The module of a command, imported when it is asked for."""
    return importlib.import_module(f"{__name__}.{_PATHS.get(command, command)}")
