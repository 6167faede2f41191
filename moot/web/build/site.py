"""The files of the page: a folder for any static server, or one HTML file that opens by a double click."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import moot
from moot.files.library import Library
from moot.web.build.bundle import app_archive, licenses
from moot.web.build.compiled import compiled, setup_of
from moot.web.build.runtime import Runtime, small_stdlib

__all__ = ["MARK", "SCRIPTS", "Site", "folder_files", "make", "one_file"]

MARK = '<meta name="moot" content="page/1">'
"""What tells a page of ours from any other."""

SCRIPTS = (
    "dom.js",
    "disk.js",
    "store.js",
    "parts.js",
    "engine.js",
    "bench.js",
    "sheet.js",
    "lectern.js",
    "reader.js",
    "drill.js",
    "after.js",
    "start.js",
    "main.js",
)
"""The page's own modules, each after those it imports."""

_IMPORT = re.compile(r"^import \{[^}]*\} from \"\./[\w-]+\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )", re.MULTILINE)

Policy = Sequence[tuple[str, str]]

_COMMON: Policy = (
    ("default-src", "'none'"),
    ("img-src", "data:"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)


@dataclass(frozen=True)
class Site:
    """What a page is made of."""

    setup: dict[str, Any]
    parts: dict[str, bytes]


def make(
    library: Library,
    runtime: Runtime,
    fixed: dict[str, Any],
    opinions: dict[str, Any] | None = None,
    assignment: dict[str, Any] | None = None,
) -> Site:
    """The parts of the page for these cases. ``assignment`` is what its reader is told of it; its settings are in ``fixed``."""
    setup = setup_of(library, fixed) | {
        "version": moot.__version__,
        "licenses": licenses(),
        "readable": list(opinions or ()),
        "assignment": assignment,
    }
    parts = {
        "pyodide.mjs": _without_map(runtime.files["pyodide.mjs"]),
        "pyodide.asm.mjs": _without_map(runtime.files["pyodide.asm.mjs"]),
        "pyodide.asm.wasm": runtime.files["pyodide.asm.wasm"],
        "python_stdlib.zip": small_stdlib(runtime.files["python_stdlib.zip"]),
        "app.zip": app_archive(),
        "library": compiled(library),
        "lock": runtime.lock_info,
        "opinions": json.dumps(opinions or {}).encode(),
    }
    return Site(setup, parts)


def _without_map(script: bytes) -> bytes:
    return re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", script)


def asset(name: str) -> str:
    """A file of the page as it is written by hand."""
    return (files("moot.web") / "assets" / name).read_text(encoding="utf-8")


def folder_files(site: Site) -> dict[str, bytes]:
    """The page as files of a folder, by path: for a static server."""
    policy = (
        *_COMMON,
        ("script-src", "'self' 'wasm-unsafe-eval'"),
        ("style-src", "'self'"),
        ("connect-src", "'self'"),
    )
    page = _page(
        policy,
        style='<link rel="stylesheet" href="style.css">',
        parts=_setup(site),
        script='<script type="module" src="main.js"></script>',
    )
    out = {"index.html": page.encode(), "style.css": asset("style.css").encode()}
    out |= {name: asset(name).encode() for name in SCRIPTS}
    for name, data in site.parts.items():
        if name.endswith(".mjs"):
            out[f"parts/{name}"] = data
        else:
            out[f"parts/{name}.bin"] = _packed(data)
    return out


def one_file(site: Site) -> bytes:
    """The page as one HTML file, which needs nothing else."""
    style, script = asset("style.css"), joined_script()
    policy = (
        *_COMMON,
        # The interpreter's own two modules are unpacked in the page and imported from memory.
        ("script-src", f"'sha256-{_digest(script)}' blob: 'wasm-unsafe-eval'"),
        ("style-src", f"'sha256-{_digest(style)}'"),
    )
    blocks = [_setup(site)]
    for name, data in site.parts.items():
        text = base64.b64encode(_packed(data)).decode()
        blocks.append(f'<script type="text/plain" id="part-{name}">{text}</script>')
    return _page(
        policy,
        style=f"<style>{style}</style>",
        parts="\n".join(blocks),
        script=f'<script type="module">{script}</script>',
    ).encode()


def joined_script() -> str:
    """The page's modules as one: their imports of each other dropped, each name standing once (a test looks)."""
    texts = []
    for name in SCRIPTS:
        text = asset("parts-inline.js" if name == "parts.js" else name)
        texts.append(_EXPORT.sub("", _IMPORT.sub("", text)))
    return "\n".join(texts)


def _page(policy: Policy, *, style: str, parts: str, script: str) -> str:
    rules = "; ".join(f"{name} {value}" for name, value in policy)
    page = asset("index.html")
    for mark, text in (
        ("policy", f'<meta http-equiv="Content-Security-Policy" content="{rules}">'),
        ("style", style),
        ("parts", parts),
        ("script", script),
    ):
        page = page.replace(f"<!--moot:{mark}-->", text, 1)
    return page


def _setup(site: Site) -> str:
    """The start of the page as data. No character of it can end the block or begin another."""
    text = json.dumps(site.setup, ensure_ascii=True)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f'<script type="application/json" id="setup">{text}</script>'


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
