"""Compile the modules that a page loads at its start. This file runs in the page's own interpreter, while the page is built.

It imports only the standard library, because ``precompile.mjs`` gives its text to that interpreter.
"""

from __future__ import annotations

import importlib.util
import io
import json
import marshal
import sys
import zipfile
from collections.abc import Collection
from pathlib import Path

__all__ = ["run", "with_bytecode"]

_HEADER = importlib.util.MAGIC_NUMBER + b"\x01\0\0\0" + bytes(8)
"""Of bytecode that is never compared with a source."""


def with_bytecode(archive: bytes, place: str, loaded: Collection[str]) -> bytes:
    """The archive, with bytecode instead of the source of each loaded module; ``place`` is where the archive is imported from."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            data, path = source.read(name), f"{place}/{name}"
            compiled = name.endswith(".py") and path in loaded
            if compiled:
                data = _HEADER + marshal.dumps(compile(data, path, "exec", dont_inherit=True))
            target.writestr(zipfile.ZipInfo(f"{name}c" if compiled else name, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def run() -> None:
    """Start the engine as the page does, up to the first choice, and write both archives again beside themselves.

    Raises ``RuntimeError`` where the page reports an error.
    """
    sys.path.insert(0, "/app.zip")
    boot = importlib.import_module("moot.web.page.boot")
    boot.start("/library")
    calls = importlib.import_module("moot.web.page.calls")
    case = next(iter(importlib.import_module("moot.files.library").list_cases()))
    told = json.loads(calls.call("new", json.dumps([{"case": case, "seed": 1}])))
    if "error" in told:
        raise RuntimeError(told["error"])
    loaded = {str(path) for module in list(sys.modules.values()) if (path := getattr(module, "__file__", None))}
    stdlib = Path(json.__file__).parent.parent
    for name, place in (("app", "/app.zip"), ("std", str(stdlib))):
        Path(f"/{name}.out").write_bytes(with_bytecode(Path(f"/{name}.zip").read_bytes(), place, loaded))
