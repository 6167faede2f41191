"""A file of what was computed before, so that it need not be computed again. Losing it loses nothing."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from moot.errors import MootError
from moot.files.folders import cache_dir, read_bytes
from moot.files.whole import write_whole

__all__ = ["Cache"]

_MOST = 200_000_000


class Cache:
    """A mapping of keys to plain data, kept in one JSON file of the cache folder.

    A file that cannot be read, or written, is passed over, as is a folder that cannot be: then nothing is kept.
    """

    def __init__(self, name: str, version: str) -> None:
        folder = cache_dir()
        self.path = folder / f"{name}.json" if folder is not None else None
        self.version = version
        self._new = False
        self._kept = self._read()

    def _read(self) -> dict[str, Any]:
        if self.path is None:
            return {}
        try:
            found = json.loads(read_bytes(self.path, _MOST))
        except (MootError, ValueError, RecursionError):
            return {}
        good = isinstance(found, dict) and found.get("version") == self.version and isinstance(found.get("rows"), dict)
        return dict(found["rows"]) if good else {}

    def get(self, key: str) -> Any:
        """What was kept under this key, or None."""
        return self._kept.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep this under the key."""
        self._kept[key] = value
        self._new = True

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self._new = True

    def save(self) -> None:
        """Write what is kept, if anything is new. An error is no error: the next run computes again."""
        if not self._new or self.path is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, json.dumps({"version": self.version, "rows": self._kept}))
