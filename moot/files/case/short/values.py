"""Values made while the short form is written out: they keep the place of what they were made from."""

from __future__ import annotations

from collections.abc import Iterable

from moot.files.yaml.values import Map, Plain, Seq, Value, Where

__all__ = ["carry", "listed", "mapping", "put", "rest", "word"]


def word(text: str) -> Plain:
    """A word or number as if it had been written in the file by itself."""
    return Plain(text)


def listed(items: Iterable[Value], at: Where) -> Seq:
    """A list whose items all stand at one place of the file."""
    made = Seq(flow=True)
    for item in items:
        made.append(item)
        made.marks.append(at)
    return made


def mapping(items: Iterable[tuple[str, Value]], at: Where) -> Map:
    """A mapping whose keys all stand at one place of the file."""
    made = Map(flow=True)
    for key, item in items:
        made[key] = item
        made.marks[key] = (at, at)
    return made


def put(into: Map, key: str, value: Value, at: Where) -> None:
    """Set a key, with the place it was made from."""
    into[key] = value
    into.marks[key] = (at, at)


def carry(source: Map, key: str, into: Map, name: str) -> None:
    """Carry a value over under another key, with its places."""
    into[name] = source[key]
    into.marks[name] = source.marks[key]


def rest(source: Map, first: str, into: Map) -> None:
    """Carry over all keys but the first."""
    for key in source:
        if key != first and (first or key not in into):
            carry(source, key, into, key)
