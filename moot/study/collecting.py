"""How often Python's garbage collector runs while many sittings are held."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["fewer_collections"]

_OBJECTS = 400_000
"""How many new objects the collector waits for: what is kept of more than a thousand sittings. Python's own number, 700, is less than one makes."""

_lock = Lock()
_inside = 0
_before = (0, 0, 0)


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Within this, garbage is collected once in more than a thousand sittings; after it, as often as before.

    A sitting is freed by counting references: it has no cycles for the collector to find. But it adds to what is kept about the case, and a
    collection goes through all that is new of it: a tenth of the time that simulation takes by Python's own number, a twentieth where it
    waits for sixty sittings. The setting is one for the whole process, so of several threads the first to come in changes it and the last
    to leave restores it. Where the collector is off, it stays off.
    """
    global _inside, _before
    with _lock:
        if not _inside:
            _before = gc.get_threshold()
            if _before[0]:
                gc.set_threshold(max(_OBJECTS, _before[0]), *_before[1:])
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside:
                gc.set_threshold(*_before)
