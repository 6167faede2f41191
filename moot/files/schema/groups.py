"""Kinds that hold others: lists, mappings whose keys are names, and one of several."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from moot.case.language.vocabulary import VOCABULARY, meaning_of
from moot.files.schema.base import Kind, Reading, Schema, meant_key, name_of, short, unknown_key, what_is
from moot.files.schema.fields import Fields
from moot.files.schema.numbers import Number
from moot.files.schema.scalars import ID_PATTERNS, Id, Text, Word
from moot.files.text import clean
from moot.files.yaml.read import Map, Seq, Value

__all__ = ["Either", "Keyed", "ListOf", "One"]


_FEW_KEYS = 60
"""A mapping with more keys than this is not looked through for those that may be meant."""

_LONGEST_SHOWN = 60
"""Characters of a text that is shown again as the item of a list."""


@dataclass(frozen=True)
class ListOf(Kind):
    """A list of one kind of thing."""

    item: Kind
    least: int = 0
    most: int = 500
    says = "a list"

    def read(self, raw: Value, reading: Reading) -> tuple[Any, ...]:
        if isinstance(raw, Map) and len(raw) == 1 and isinstance(inner := next(iter(raw.values())), Seq):
            (between,) = raw
            help = f"delete {short(between)} and set what is below it in its place"
            reading.tell("M103", f"{name_of(reading)} must be a list, and {short(between)} stands between", help)
            reading.path.append(between)
            within = self.read(inner, reading)
            reading.path.pop()
            return within
        if type(raw) is Map and raw and isinstance(self.item, Fields):
            help = "begin each item with `- ` (a hyphen and a space)"
            reading.tell("M103", f"{name_of(reading)} must be {self.says}, but here is {what_is(raw)}", help)
            return (self.item.read(raw, reading),)
        if type(raw) is not Seq:
            if not raw and not self.least:
                reading.tell(
                    "M107",
                    f"{name_of(reading)} is empty",
                    "write the items, or delete the key",
                    "warning",
                )
                return ()
            self.refuse(raw, reading)
            return ()
        if not self.least <= len(raw) <= self.most:
            few = len(raw) < self.least
            wanted = f"at least {self.least}" if few else f"at most {self.most}"
            reading.tell(
                "M109",
                f"{name_of(reading)} must have {wanted} items, but has {len(raw)}",
                on_key=True,
            )
        path, read = reading.path, self.item.read
        values = []
        for index, item in enumerate(raw):
            path.append(index)
            values.append(read(item, reading))
            path.pop()
        return tuple(values)

    def instead(self, raw: Value, _reading: Reading) -> str:
        """A text is one item of the list, or several between commas."""
        if isinstance(raw, Map) and isinstance(self.item, (Id, Word)):
            return f"write the names in brackets: `[{', '.join(clean(key, 40) for key in raw)}]`"
        if isinstance(raw, Map):
            return "begin each item with `- ` (a hyphen and a space)"
        if not isinstance(raw, str) or not raw or len(raw) > _LONGEST_SHOWN:
            return ""
        if isinstance(self.item, One):
            example = self.item.example or f"{next(iter(self.item.keys))}: …"
            return f"write each on a line of its own: `- {example}`"
        if isinstance(self.item, Fields):
            return f"{self.item.instead(raw, _reading)}, each on a line of its own after `- `"
        if isinstance(self.item, Keyed):
            return "write it in brackets and braces: `[{name: …}]`"
        if isinstance(self.item, (Id, Word)):
            return f"write `[{', '.join(each for each in re.split(r',?[ ]+and[ ]+|[,;][ ]*', clean(raw)) if each)}]`"
        return f"write `[{clean(raw)}]`"

    def blank(self) -> tuple[Any, ...]:
        return ()

    def schema(self) -> Schema:
        found: Schema = {
            "type": "array",
            "items": self.item.schema(),
            "maxItems": self.most,
        }
        return found | ({"minItems": self.least} if self.least else {})


@dataclass(frozen=True)
class Keyed(Kind):
    """A mapping whose keys are ids or words of a list and whose values are all of one kind."""

    item: Kind
    keys: tuple[str, ...] | None = None
    every: bool = False
    defined: str = ""
    says = "a mapping (`key: value`)"

    def read(self, raw: Value, reading: Reading) -> dict[str, Any]:
        if type(raw) is not Map:
            self.refuse(raw, reading)
            return {}
        path, read = reading.path, self.item.read
        values = {}
        for key, item in raw.items():
            path.append(key)
            if self.keys is not None and key not in self.keys:
                near = meant_key(key, self.keys, reading) if len(raw) <= _FEW_KEYS else ""
                unknown_key(key, self.keys, reading)
                if near and near not in raw:
                    values[near] = read(item, reading)
            elif self.keys is None and not ID_PATTERNS[0, 0].fullmatch(key):
                reading.tell(
                    "M106",
                    f"the key {short(key)} must be an id (lower-case words joined by hyphens)",
                    on_key=True,
                )
                reading.broken = True
            else:
                values[key] = read(item, reading)
            path.pop()
        if self.every and self.keys is not None:
            for key in self.keys:
                if key not in raw and key not in values:
                    reading.tell(
                        "M102",
                        f"{name_of(reading)} has no `{key}`",
                        f"add `{key}: …`",
                        on_key=True,
                    )
                    values[key] = self.item.stand_in(reading)
        return values

    def instead(self, raw: Value, _reading: Reading) -> str:
        """A list of names, where each name wants a number."""
        names = [clean(each, 40) for each in raw if isinstance(each, str)] if isinstance(raw, Seq) else []
        if names and self.keys is not None and len(names) == len(self.keys) and all(name.isdigit() for name in names):
            pairs = ", ".join(f"{key}: {name}" for key, name in zip(self.keys, names, strict=True))
            return f"write the word of each: `{{{pairs}}}`, if that is the order"
        if names and isinstance(self.item, Number):
            pairs = ", ".join(f"{name}: {self.item.low}" for name in names[:6])
            return f"write a number after each: `{{{pairs}}}`"
        if names and isinstance(self.item, One):
            return f"write of each what is said: `{{name: {{{next(iter(self.item.keys))}: …}}}}`"
        if names and isinstance(self.item, (Id, Word, Text)):
            return f"write what is said of each: `{{{', '.join(f'{name}: …' for name in names[:6])}}}`"
        return "write a name, a colon and what is said of it on each line" if isinstance(raw, str) and raw else ""

    def blank(self) -> dict[str, Any]:
        return {}

    def schema(self) -> Schema:
        item = self.item.schema()
        if self.keys is None:
            return {
                "type": "object",
                "propertyNames": Id().schema(),
                "additionalProperties": item,
            }
        found: Schema = {
            "type": "object",
            "properties": {key: item | self._described(key) for key in self.keys},
            "additionalProperties": False,
        }
        return found | ({"required": list(self.keys)} if self.every else {})

    def _described(self, key: str) -> Schema:
        """What a key means, where the vocabulary defines it."""
        term = VOCABULARY.get(self.defined, {}).get(key)
        return {"description": meaning_of(term)} if term else {}


@dataclass(frozen=True)
class One(Kind):
    """A mapping with exactly one key, such as ``{adopted: m-riot}``. Read as the pair (key, value)."""

    keys: Mapping[str, Kind]
    example: str = ""
    """One as it may be written, where the first key with a name behind it would not do."""

    @property
    def says(self) -> str:  # type: ignore[override]
        return "one word and what it is said of, such as `{" + (self.example or next(iter(self.keys)) + ": …") + "}`"

    def read(self, raw: Value, reading: Reading) -> tuple[str, Any] | None:
        if type(raw) is not Map or len(raw) != 1:
            if type(raw) is Map:
                reading.tell(
                    "M118",
                    f"{name_of(reading)} must hold exactly one of: {', '.join(self.keys)}",
                )
            elif isinstance(raw, str) and raw in self.keys:
                wants = '"the reason"' if isinstance(self.keys[raw], Text) else "an-id"
                reading.tell(
                    "M103", f"{name_of(reading)} does not say of what: {short(raw)}", f"write `{{{raw}: {wants}}}`"
                )
            else:
                self.refuse(raw, reading)
            reading.broken = True
            return None
        ((key, item),) = raw.items()
        reading.path.append(key)
        kind = self.keys.get(key)
        if kind is None:
            unknown_key(key, self.keys, reading)
            reading.broken = True
            reading.path.pop()
            return None
        value = kind.read(item, reading)
        reading.path.pop()
        return key, value

    def instead(self, raw: Value, _reading: Reading) -> str:
        """A name alone lacks the word that says what of it."""
        named = isinstance(raw, str) and ID_PATTERNS[0, 1].fullmatch(raw) and not self.example
        return f"write `{{{next(iter(self.keys))}: {raw}}}`, or another of: {', '.join(self.keys)}" if named else ""

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {key: kind.schema() for key, kind in self.keys.items()},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }


@dataclass(frozen=True)
class Either(Kind):
    """Something short (one text) or something long (a mapping). ``make`` gives the long value of the short one."""

    short: Kind
    long: Kind
    make: Callable[[Any], Any]

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"{self.short.says}, or {self.long.says}"

    def read(self, raw: Value, reading: Reading) -> Any:
        return self.long.read(raw, reading) if type(raw) is Map else self.make(self.short.read(raw, reading))

    def blank(self) -> Any:
        return self.make(self.short.blank())

    def schema(self) -> Schema:
        return {"anyOf": [self.short.schema(), self.long.schema()]}
