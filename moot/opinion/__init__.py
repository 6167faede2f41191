"""How a ruling is written up: structure, voices, citation form. Pure.

The two functions are imported when they are asked for: an argument needs the grammar of this room, and no opinion.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moot.opinion.compose import ruling_document
    from moot.opinion.lineup import line_up

__all__ = ["line_up", "ruling_document"]

_HOMES = {"line_up": "moot.opinion.lineup", "ruling_document": "moot.opinion.compose"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'moot.opinion' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
