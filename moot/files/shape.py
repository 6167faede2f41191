"""A small language for the shape of a file: records, lists, texts, words, numbers, ids.

A shape is data. From it come the reader, every complaint about form (all at once), and the JSON Schema.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from moot.errors import Diagnostic, Severity, did_you_mean
from moot.files.text import clean
from moot.files.traps import trap
from moot.files.yamlread import Document, Map, Plain, Seq, Value

__all__ = [
    "Each",
    "Field",
    "Flag",
    "Id",
    "Keyed",
    "Kind",
    "ListOf",
    "Number",
    "One",
    "Reading",
    "Record",
    "Text",
    "Word",
    "Written",
]

Schema = dict[str, Any]


@dataclass
class Reading:
    """One reading of one document: where we are, and what was found wrong.

    ``broken`` becomes true when something is missing without which the whole cannot be built.
    """

    document: Document
    problems: list[Diagnostic] = field(default_factory=list)
    path: list[str | int] = field(default_factory=list)
    broken: bool = False

    def tell(
        self,
        code: str,
        message: str,
        help: str = "",
        severity: Severity = "error",
        *,
        on_key: bool = False,
    ) -> None:
        """Note a problem at the present place: at its value, or at its key."""
        key = tuple(self.path)
        line, column = self.document.key_at(key) if on_key else self.document.value_at(key)
        self.problems.append(Diagnostic(code, message, key, help, severity, self.document.file, line, column))


class Kind(ABC):
    """What may stand at one place of a file."""

    says = "a value"
    """What is wanted, in words that follow `here stands`."""

    @abstractmethod
    def read(self, raw: Value, reading: Reading) -> Any:
        """The value, or a stand-in when it is wrong; what is wrong is told to ``reading``."""

    @abstractmethod
    def schema(self) -> Schema:
        """The same, as JSON Schema."""

    vital = True
    """Whether the whole cannot be built without it."""

    def blank(self) -> Any:
        """What stands in where there is no value that can be used."""
        return None

    def stand_in(self, reading: Reading) -> Any:
        """What to go on with when there is no value that can be used."""
        if self.vital:
            reading.broken = True
        return self.blank()

    def refuse(self, raw: Value, reading: Reading) -> Any:
        """Complain that something of another kind stands here."""
        reading.tell("M103", f"{_name(reading)} must be {self.says}, but here is {_what(raw)}")
        return self.stand_in(reading)


def _what(raw: Value) -> str:
    if isinstance(raw, Map):
        return "a mapping (`key: value`)"
    if isinstance(raw, Seq):
        return "a list"
    return "nothing" if not raw else f"the text {_short(raw)}"


def _short(raw: str) -> str:
    text = clean(raw, 40)
    return f"`{text}`"


def _name(reading: Reading) -> str:
    """The name of the present place, for the beginning of a sentence."""
    for part in reversed(reading.path):
        if isinstance(part, str):
            last = reading.path[-1]
            return f"`{clean(part, 40)}`" if last is part else f"an item of `{clean(part, 40)}`"
    return "the file"


@dataclass(frozen=True)
class Text(Kind):
    """Words to show or speak, cleaned. ``lines`` keeps newlines; ``empty`` allows nothing at all."""

    limit: int = 2000
    lines: bool = False
    empty: bool = False
    says = "text"

    def read(self, raw: Value, reading: Reading) -> str:
        if not isinstance(raw, str):
            found = trap(raw)
            if found is None:
                self.refuse(raw, reading)
            else:
                reading.tell(*found)
            return ""
        if type(raw) is Plain:
            found = trap(raw)
            if found is not None:
                reading.tell(*found)
        text = clean(raw, len(raw) + 1, lines=self.lines)
        if not text and not self.empty:
            reading.tell(
                "M107",
                f"{_name(reading)} is empty",
                "write the words, or delete the key if it may be left out",
            )
        elif len(text) > self.limit:
            reading.tell(
                "M108",
                f"{_name(reading)} is longer than {self.limit} characters",
                "shorten it",
            )
        return text

    vital = False

    def blank(self) -> str:
        return ""

    def schema(self) -> Schema:
        return {
            "type": "string",
            "minLength": 0 if self.empty else 1,
            "maxLength": self.limit,
        }


@dataclass(frozen=True)
class Written(Kind):
    """Text with a pattern, such as a date or a pin cite. ``says`` describes it."""

    pattern: str
    says: str
    code: str = "M114"

    def read(self, raw: Value, reading: Reading) -> str:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
            return ""
        if not re.fullmatch(self.pattern, raw):
            reading.tell(self.code, f"{_name(reading)} must be {self.says}, not {_short(raw)}")
            return ""
        return str(raw)

    vital = False

    def blank(self) -> str:
        return ""

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True)
class Word(Kind):
    """One word of a closed list. ``make`` turns it into its value, an enum as a rule."""

    words: tuple[str, ...]
    make: Callable[[str], Any] = str
    says = "one of the known words"

    @classmethod
    def of(cls, enum: Iterable[Any], make: Callable[[str], Any]) -> Word:
        """The words of a string enum."""
        return cls(tuple(str(word) for word in enum), make)

    def read(self, raw: Value, reading: Reading) -> Any:
        if not isinstance(raw, str):
            reading.tell(
                "M103",
                f"{_name(reading)} must be one of: {', '.join(self.words)}; but here is {_what(raw)}",
            )
            return self.stand_in(reading)
        if raw in self.words:
            return self.make(str(raw))
        near = did_you_mean(raw, self.words)
        help = f"did you mean `{near}`?" if near else "write one of: " + ", ".join(self.words)
        reading.tell("M104", f"{_name(reading)} is not known here: {_short(raw)}", help)
        return self.stand_in(reading)

    vital = False

    def blank(self) -> Any:
        return self.make(self.words[0])

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Number(Kind):
    """A whole number from ``low`` to ``high``."""

    low: int = 0
    high: int = 1_000_000

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"a whole number from {self.low} to {self.high}"

    def read(self, raw: Value, reading: Reading) -> int:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
        elif type(raw) is not Plain and re.fullmatch(r"-?\d{1,9}", raw):
            reading.tell(
                "M105",
                f"{_name(reading)} is a number in quotes",
                "take the quotes away",
            )
        elif not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", raw):
            reading.tell("M105", f"{_name(reading)} must be {self.says}, not {_short(raw)}")
        elif not self.low <= int(raw) <= self.high:
            reading.tell("M105", f"{_name(reading)} must be {self.says}, not {raw}")
        else:
            return int(raw)
        return self.low

    vital = False

    def blank(self) -> int:
        return self.low

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Flag(Kind):
    """``true`` or ``false``."""

    says = "`true` or `false`"

    def read(self, raw: Value, reading: Reading) -> bool:
        if raw in ("true", "false"):
            return raw == "true"
        if not isinstance(raw, str):
            self.refuse(raw, reading)
            return False
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(raw.lower(), raw.lower())
        help = f"write `{meant}`" if meant in ("true", "false") else ""
        reading.tell(
            "M113",
            f"{_name(reading)} must be `true` or `false`, not {_short(raw)}",
            help,
        )
        return meant == "true"

    vital = False

    def blank(self) -> bool:
        return False

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Id(Kind):
    """Lower-case words joined by hyphens. ``dots`` is how many dots it may hold: references have one."""

    least_dots: int = 0
    most_dots: int = 0

    @property
    def says(self) -> str:  # type: ignore[override]
        if self.least_dots:
            return "two ids joined by a dot, such as `culpability.purpose`"
        return "an id (lower-case words joined by hyphens, such as `p-riot`)"

    @property
    def pattern(self) -> str:
        """The regular expression of an id."""
        word = "[a-z0-9]+(-[a-z0-9]+)*"
        return word + rf"(\.{word}){{{self.least_dots},{self.most_dots}}}" if self.most_dots else word

    def read(self, raw: Value, reading: Reading) -> str:
        if not isinstance(raw, str):
            self.refuse(raw, reading)
            return ""
        if _ID_PATTERNS[self.least_dots, self.most_dots].fullmatch(raw) and len(raw) <= 80:
            if type(raw) is Plain and raw in _LOOK_LIKE_WORDS:
                found = trap(raw)
                if found is not None:
                    reading.tell(*found)
            return str(raw)
        reading.broken = True
        better = re.sub("[^a-z0-9.]+", "-", raw.lower()).strip("-.")
        help = f"perhaps `{clean(better, 60)}`" if better and better != raw else ""
        reading.tell("M106", f"{_name(reading)} must be {self.says}, not {_short(raw)}", help)
        return ""

    def blank(self) -> str:
        return ""

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$", "maxLength": 80}


_ID_PATTERNS = {dots: re.compile(Id(*dots).pattern) for dots in ((0, 0), (0, 1), (1, 1))}
_LOOK_LIKE_WORDS = frozenset(("no", "yes", "on", "off", "true", "false", "null"))


@dataclass(frozen=True)
class ListOf(Kind):
    """A list of one kind of thing."""

    item: Kind
    least: int = 0
    most: int = 500
    says = "a list"

    def read(self, raw: Value, reading: Reading) -> tuple[Any, ...]:
        if type(raw) is not Seq:
            if not raw and not self.least:
                reading.tell(
                    "M107",
                    f"{_name(reading)} is empty",
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
                f"{_name(reading)} must have {wanted} items, but has {len(raw)}",
                on_key=True,
            )
        path, read = reading.path, self.item.read
        values = []
        for place, item in enumerate(raw):
            path.append(place)
            values.append(read(item, reading))
            path.pop()
        return tuple(values)

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
                _unknown(key, self.keys, reading)
            elif self.keys is None and not _ID_PATTERNS[0, 0].fullmatch(key):
                reading.tell(
                    "M106",
                    f"the key {_short(key)} must be an id (lower-case words joined by hyphens)",
                    on_key=True,
                )
                reading.broken = True
            else:
                values[key] = read(item, reading)
            path.pop()
        if self.every and self.keys is not None:
            for key in self.keys:
                if key not in raw:
                    reading.tell(
                        "M102",
                        f"{_name(reading)} has no `{key}`",
                        f"add `{key}: …`",
                        on_key=True,
                    )
                    values[key] = self.item.stand_in(reading)
        return values

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
            "properties": dict.fromkeys(self.keys, item),
            "additionalProperties": False,
        }
        return found | ({"required": list(self.keys)} if self.every else {})


@dataclass(frozen=True)
class One(Kind):
    """A mapping with exactly one key, such as ``{adopted: m-riot}``. Read as the pair (key, value)."""

    keys: Mapping[str, Kind]

    @property
    def says(self) -> str:  # type: ignore[override]
        return "one word and what it is said of, such as `{" + next(iter(self.keys)) + ": …}`"

    def read(self, raw: Value, reading: Reading) -> tuple[str, Any] | None:
        if type(raw) is not Map or len(raw) != 1:
            if type(raw) is Map:
                reading.tell(
                    "M118",
                    f"{_name(reading)} must hold exactly one of: {', '.join(self.keys)}",
                )
            else:
                self.refuse(raw, reading)
            reading.broken = True
            return None
        ((key, item),) = raw.items()
        reading.path.append(key)
        kind = self.keys.get(key)
        if kind is None:
            _unknown(key, self.keys, reading)
            reading.broken = True
            reading.path.pop()
            return None
        value = kind.read(item, reading)
        reading.path.pop()
        return key, value

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {key: kind.schema() for key, kind in self.keys.items()},
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }


@dataclass(frozen=True)
class Field:
    """One key of a record. ``says`` is what it means, for the schema and the editor."""

    kind: Kind
    required: bool = True
    default: Any = None
    says: str = ""


Each = Sequence[str]


@dataclass(frozen=True)
class Record(Kind):
    """A mapping with known keys. Read as a dict with every key, defaults put in.

    ``title`` names one for messages. ``clash`` lists pairs of keys that cannot stand together; ``either`` lists
    groups of keys of which at least one must stand. ``ref`` names a record that may hold others of itself.
    """

    title: str
    fields: Mapping[str, Field]
    clash: tuple[tuple[str, str], ...] = ()
    either: tuple[Each, ...] = ()
    check: Callable[[dict[str, Any], Reading], None] | None = None
    ref: str = ""

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"{self.title} (`key: value` lines)"

    def read(self, raw: Value, reading: Reading) -> dict[str, Any] | None:
        if type(raw) is not Map:
            self.refuse(raw, reading)
            return None
        values: dict[str, Any] = {}
        path, seen = reading.path, 0
        for name, item in self.fields.items():
            found = raw.get(name)
            if found is not None:
                seen += 1
                path.append(name)
                values[name] = item.kind.read(found, reading)
                path.pop()
            elif item.required:
                reading.tell(
                    "M102",
                    f"{self.title} has no `{name}`",
                    f"add `{name}: …`" + (f" ({item.says})" if item.says else ""),
                )
                values[name] = item.kind.stand_in(reading)
            else:
                values[name] = item.default
        if seen < len(raw):
            for key in raw:
                if key not in self.fields:
                    path.append(key)
                    _unknown(key, self.fields, reading)
                    path.pop()
        self._relations(raw, reading)
        if self.check is not None:
            self.check(values, reading)
        return values

    def _relations(self, raw: Map, reading: Reading) -> None:
        for one, other in self.clash:
            if one in raw and other in raw:
                reading.path.append(other)
                reading.tell(
                    "M117",
                    f"{self.title} cannot have both `{one}` and `{other}`",
                    "delete one of the two",
                    on_key=True,
                )
                reading.path.pop()
        for group in self.either:
            if not any(name in raw for name in group):
                names = " or ".join(f"`{name}`" for name in group)
                reading.tell(
                    "M102",
                    f"{self.title} has no {names}",
                    f"add one of: {', '.join(group)}",
                )
                reading.broken = True

    def schema(self) -> Schema:
        """A reference where the record has a name for it (it may hold itself), else the whole."""
        return {"$ref": f"#/$defs/{self.ref}"} if self.ref else self.whole_schema()

    def whole_schema(self) -> Schema:
        """The record written out."""
        properties = {}
        for name, item in self.fields.items():
            properties[name] = item.kind.schema() | ({"description": item.says} if item.says else {})
        found: Schema = {
            "type": "object",
            "title": self.title,
            "properties": properties,
            "additionalProperties": False,
        }
        required = [name for name, item in self.fields.items() if item.required]
        if required:
            found["required"] = required
        rules: list[Schema] = [{"not": {"required": list(pair)}} for pair in self.clash]
        rules += [{"anyOf": [{"required": [name]} for name in group]} for group in self.either]
        return found | ({"allOf": rules} if rules else {})


def _unknown(key: str, known: Iterable[str], reading: Reading) -> None:
    names = list(known)
    near = did_you_mean(key, names)
    if key == "<<":
        help = "YAML merge keys are not used here; write the keys out"
    else:
        help = f"did you mean `{near}`?" if near else "known here: " + ", ".join(names)
    reading.tell("M101", f"the key {_short(key)} is not known here", help, on_key=True)
