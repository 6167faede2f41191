"""Frozen values as plain data that JSON can hold, and back: cases, judges, and what they are made of.

A dataclass or a named tuple becomes the list of its fields (a row), an enum member its value, a mapping a list of pairs. The way back is read
off the annotations of the fields: it makes nothing but what they say, and refuses whatever has another shape. A large case is
thousands of values and is wanted at once, so what a row of given types asks for is worked out once (:func:`_row`).
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from moot.case.formats import Format
from moot.case.must import Property

__all__ = ["plain", "read_as"]

T = TypeVar("T")
MakingStep = Callable[[Any], Any] | None
"""What makes a value of plain data; None where the data is the value."""

_PLAIN = frozenset({str, int, bool, types.NoneType})
_LATER = {"Format": Format}
"""Names that `case/` imports for its annotations alone."""

_NAMED = typing.get_args(Property)
"""Kinds of which one field takes several: their rows stand under their names."""


def plain(value: Any) -> Any:
    """The value as lists, texts, whole numbers, true, false and None. Raises ``TypeError`` for what is not made of such."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [each if type(each) in _PLAIN else plain(each) for each in value]
    return _maker(kind)(value)


@cache
def _maker(kind: type) -> Callable[[Any], Any]:
    """What makes a value of this kind plain."""
    if issubclass(kind, enum.Enum):
        return lambda value: value.value
    if dataclasses.is_dataclass(kind):
        names = tuple(each.name for each in dataclasses.fields(kind))
        row: Callable[[Any], Any] = lambda value: [plain(getattr(value, name)) for name in names]  # noqa: E731
        return (lambda value: {kind.__name__: row(value)}) if kind in _NAMED else row
    if issubclass(kind, tuple):
        return lambda value: [plain(each) for each in value]
    if kind is dict:
        return lambda value: [[plain(key), plain(each)] for key, each in value.items()]
    if kind is Decimal:
        return str
    raise TypeError(f"{kind.__name__} has no plain form")


def read_as(kind: type[T], data: Any) -> T:
    """The value of this kind that :func:`plain` made ``data`` of; lists in it are used up. Raises ``ValueError`` where it is not of that shape."""
    hint: Any = kind
    try:
        step = _steps(hint)[type(data)]
        value: T = data if step is None else step(data)
    except (TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"this is no {kind.__name__}: {type(error).__name__} {error}") from None
    return value


@cache
def _steps(hint: Any, /) -> dict[type, MakingStep]:
    """The types of plain data that an annotation takes, each with what makes its value."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in _PLAIN:
        return {hint: None}
    if hint is Decimal:
        return {str: Decimal}
    if origin is typing.Literal:
        return {str: {each: each for each in inner}.__getitem__}
    if origin in (types.UnionType, typing.Union):
        return _one_of(inner)
    if origin is tuple:
        return {list: _sequence(inner[0]) if inner[-1] is ... else _row(_tuple, lambda: inner)}
    if origin is Mapping:
        pairs = _sequence(tuple[inner])  # type: ignore[valid-type]
        return {list: lambda data: dict(pairs(data))}
    if issubclass(hint, enum.Enum):
        return {str: {each.value: each for each in hint}.__getitem__}
    return {dict: _named([hint])} if hint in _NAMED else {list: _row_of(hint)}


def _one_of(kinds: Sequence[Any]) -> dict[type, MakingStep]:
    named = [kind for kind in kinds if kind in _NAMED]
    found: dict[type, MakingStep] = {dict: _named(named)} if named else {}
    for kind in kinds:
        if kind not in named:
            found |= _steps(kind)
    return found


def _named(kinds: Sequence[type]) -> Callable[[Any], Any]:
    rows = {kind.__name__: _row_of(kind) for kind in kinds}

    def read(data: dict[str, Any]) -> Any:
        ((name, row),) = data.items()
        return rows[name](row)

    return read


def _sequence(kind: Any) -> Callable[[Any], Any]:
    def read(items: list[Any]) -> tuple[Any, ...]:
        if not items:
            return ()
        steps, types = _steps(kind), set(map(type, items))
        if len(types) > 1:
            return tuple([item if (step := steps[type(item)]) is None else step(item) for item in items])
        step = steps[types.pop()]
        return tuple(items) if step is None else tuple(map(step, items))

    return read


def _row_of(kind: type) -> Callable[[Any], Any]:
    return _row(kind, lambda: list(typing.get_type_hints(kind, localns=_LATER).values()))


def _row(make: Callable[..., Any], hints: Callable[[], Sequence[Any]]) -> Callable[[Any], Any]:
    """What makes a value of a row. For each combination of types that rows have had, it knows which items need a step."""
    known: dict[tuple[type, ...], list[tuple[int, Callable[[Any], Any]]]] = {}

    def read(row: list[Any]) -> Any:
        shape = tuple(map(type, row))
        try:
            wanted = known[shape]
        except KeyError:
            wanted = known[shape] = learned(shape)
        for place, step in wanted:
            row[place] = step(row[place])
        return make(*row)

    def learned(shape: tuple[type, ...]) -> list[tuple[int, Callable[[Any], Any]]]:
        # A row of another length is a ValueError of `zip`.
        steps = [_steps(hint)[kind] for hint, kind in zip(hints(), shape, strict=True)]
        return [(place, step) for place, step in enumerate(steps) if step is not None]

    return read


def _tuple(*items: Any) -> tuple[Any, ...]:
    return items
