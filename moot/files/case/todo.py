"""Texts of a case file that are still to be written: those that begin with TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moot.errors import Diagnostic, Key
from moot.files.text import clean
from moot.files.yaml.values import Map, Seq, Value, YamlDocument

__all__ = ["without_echoes", "written_later"]

_TODO = re.compile(r"TODO\b[:,.]?\s*(.*)", re.DOTALL)


def written_later(document: YamlDocument) -> list[Diagnostic]:
    """One problem (M130) for each text that begins with TODO, in the order of the file."""
    if "TODO" not in document.text or document.value is None:
        return []
    found = []
    for key, text in _texts(document.value, ()):
        todo = _TODO.match(text)
        if todo is None:
            continue
        name = next((f"`{part}`" for part in reversed(key) if isinstance(part, str)), "this")
        wanted = clean(" ".join(todo[1].split()), 200)
        line, column = document.value_at(key)
        message = f"{name} is still to be written" + (f": {wanted}" if wanted else "")
        help = "write it, or take out what it belongs to"
        found.append(Diagnostic("M130", message, key, help, "error", document.file, line, column))
    return found


def without_echoes(problems: list[Diagnostic], todo: list[Diagnostic]) -> list[Diagnostic]:
    """The other problems, without those of a text that is still to be written."""
    waiting = {problem.key for problem in todo}
    return [problem for problem in problems if not problem.key or problem.key not in waiting]


def _texts(value: Value, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, Map):
        for name, item in value.items():
            yield from _texts(item, (*key, name))
    elif isinstance(value, Seq):
        for index, item in enumerate(value):
            yield from _texts(item, (*key, index))
    else:
        yield key, value
