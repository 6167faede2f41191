"""Who can argue: anything with ``choose(round) -> Move``, and by name through :func:`make`.

Each name is loaded when it is first used: a start screen lists the opponents and needs none of them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moot.counsel.greedy import Greedy
    from moot.counsel.novice import Novice
    from moot.counsel.opponents import make, names
    from moot.counsel.scripted import Scripted
    from moot.counsel.search import Search

__all__ = ["Greedy", "Novice", "Scripted", "Search", "make", "names"]

_HOMES = {
    "Greedy": "moot.counsel.greedy",
    "Novice": "moot.counsel.novice",
    "Scripted": "moot.counsel.scripted",
    "Search": "moot.counsel.search",
    "make": "moot.counsel.opponents",
    "names": "moot.counsel.opponents",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'moot.counsel' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
