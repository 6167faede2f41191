"""The walks of ARCHITECTURE.md name files and functions: each is where it says."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import moot

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(moot.__file__).parent
_WALKS = (ROOT / "ARCHITECTURE.md").read_text().partition("## Three walks")[2].partition("\n## ")[0]


def names_in(path: Path) -> set[str]:
    """The functions, classes and methods of a module."""
    found = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return found


@pytest.mark.parametrize("walk", [part for part in _WALKS.split("**From") if part.strip()][1:])
def test_every_name_of_a_walk_is_where_it_says(walk: str) -> None:
    """A name stands in the file named last before it, or in one named earlier in the walk."""
    known: set[str] = set()
    named = re.findall(r"`([\w/.]+)`", walk)
    assert sum(each.endswith(".py") for each in named) >= 8
    for each in named:
        if each.endswith(".py"):
            assert (PACKAGE / each).is_file(), each
            known |= names_in(PACKAGE / each)
        elif each.endswith("/"):
            assert (PACKAGE / each).is_dir(), each
        elif (
            each[0].isupper() or "_" in each or (each.islower() and each not in {"receptivity", "principles", "prices"})
        ):
            assert each in known, each
