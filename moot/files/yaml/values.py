"""What YAML is read into: plain values that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from moot.errors import Diagnostic, Key

__all__ = ["Map", "Plain", "Seq", "Value", "Where", "YamlDocument"]

Where = tuple[int, int]
"""Line and column, both from 1."""


class Plain(str):
    """Text written without quotes."""

    __slots__ = ()


class Map(dict[str, "Value"]):
    """A mapping; ``marks`` gives for each key where the key and where its value begin."""

    __slots__ = ("flow", "marks")

    def __init__(self, *, flow: bool = False) -> None:
        super().__init__()
        self.marks: dict[str, tuple[Where, Where]] = {}
        self.flow = flow


class Seq(list["Value"]):
    """A list; ``marks`` gives where each item begins."""

    __slots__ = ("flow", "marks")

    def __init__(self, *, flow: bool = False) -> None:
        super().__init__()
        self.marks: list[Where] = []
        self.flow = flow


Value: TypeAlias = "str | Map | Seq"


@dataclass
class YamlDocument:
    """What a file holds. ``value`` is None where nothing could be read; ``problems`` say why."""

    file: str
    text: str
    value: Value | None = None
    start: Where = (1, 1)
    problems: list[Diagnostic] = field(default_factory=list)
    comments: dict[Where, tuple[Where, str]] = field(default_factory=dict)
    """For a text without quotes, by where it begins: where the comment after it on its line begins, and the blanks
    and words of it."""
    short: dict[Where, str] = field(default_factory=dict)
    """The letters of answers written in the short form, by the place of their first key."""
    passed: frozenset[int] = frozenset()
    """Lines of entries that were passed over (:mod:`moot.files.yaml.passing`)."""

    def worth_telling(self, problems: list[Diagnostic]) -> list[Diagnostic]:
        """These problems without those of lines that were passed over: their slip has been told."""
        slips = {id(problem) for problem in self.problems}
        return [problem for problem in problems if problem.line not in self.passed or id(problem) in slips]

    def key_at(self, key: Key) -> Where:
        """Where the last key of this path is written; for an item of a list, where the item begins."""
        return self._find(key, of_key=True)

    def value_at(self, key: Key) -> Where:
        """Where the value of this path is written.

        A block of several lines is pointed at by the key above it. A path that does not exist leads to the nearest
        thing that does.
        """
        return self._find(key, of_key=False)

    def _find(self, key: Key, *, of_key: bool) -> Where:
        here: Value | None = self.value
        at = self.start
        for part in key:
            if isinstance(here, Map) and part in here.marks:
                key_mark, value_mark = here.marks[str(part)]
                here = here[str(part)]
                block = isinstance(here, (Map, Seq)) and not here.flow
                at = key_mark if of_key or block else value_mark
            elif isinstance(here, Seq) and isinstance(part, int) and part < len(here):
                at, here = here.marks[part], here[part]
            else:
                break
        return at

    @cached_property
    def marks(self) -> dict[Key, Where]:
        """Where every value begins, by its path."""
        return dict(_walk(self.value, ()))

    def located(self, problem: Diagnostic) -> Diagnostic:
        """The problem with file, line and column put in; those already there stay."""
        if problem.line:
            return problem
        line, column = self.value_at(problem.key)
        return Diagnostic(
            problem.code,
            problem.message,
            problem.key,
            problem.help,
            problem.severity,
            self.file,
            line,
            column,
        )


def _walk(value: Value | None, path: Key) -> Iterator[tuple[Key, Where]]:
    if isinstance(value, Map):
        for key, child in value.items():
            yield (*path, key), value.marks[key][1]
            yield from _walk(child, (*path, key))
    elif isinstance(value, Seq):
        for index, child in enumerate(value):
            yield (*path, index), value.marks[index]
            yield from _walk(child, (*path, index))
