"""Names of persons: the family name in a full one."""

from __future__ import annotations

__all__ = ["last_name"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "kc", "qc"})


def last_name(name: str) -> str:
    """The family name in a full name."""
    parts = [part.strip(",.") for part in name.split()]
    kept = [part for part in parts if part.lower() not in _SUFFIXES] or parts
    return kept[-1] if kept else name
