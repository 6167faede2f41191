"""Which Python modules the page needs: everything that :mod:`moot.web.page.boot` imports, now or later, and no more."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import moot
from moot.counsel.opponents import OPPONENTS

__all__ = ["moot_modules", "source_of"]

ENTRY = "moot.web.page.boot"

LEFT_OUT = ("moot.files.loading",)
"""What reads files: the page's cases and judges are compiled (``files/library.py``), and it is never asked for."""

_ROOT = Path(moot.__file__).resolve().parent.parent


def source_of(module: str) -> Path | None:
    """The file of a module of moot; None for what is not a module."""
    place = _ROOT.joinpath(*module.split("."))
    for path in (place.with_suffix(".py"), place / "__init__.py"):
        if path.is_file():
            return path
    return None


def moot_modules() -> dict[str, Path]:
    """The modules of moot that the page needs and their files, in order of name."""
    found: dict[str, Path] = {}
    wanted = [ENTRY, *(name.partition(":")[0] for name in OPPONENTS.values())]
    while wanted:
        name = wanted.pop()
        path = source_of(name)
        if name in found or name in LEFT_OUT or path is None:
            continue
        found[name] = path
        wanted += _parents(name)
        wanted += _imported(ast.parse(path.read_text(encoding="utf-8")), name)
    return dict(sorted(found.items()))


def _parents(name: str) -> Iterator[str]:
    while "." in name:
        name = name.rpartition(".")[0]
        yield name


def _imported(tree: ast.Module, name: str) -> Iterable[str]:
    """The names of moot that a module imports anywhere in it, but for its types alone."""
    if name == "moot":
        return
    skipped = {id(inner) for node in ast.walk(tree) if _only_types(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.partition(".")[0] == "moot")
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "moot":
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def _only_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
