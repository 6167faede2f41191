"""The kind of a mapping with known keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moot.files.schema.base import Kind, Reading, Schema, meant_key, name_of, short, unknown_key
from moot.files.text import clean
from moot.files.yaml.read import Map, Seq, Value

__all__ = ["Each", "Field", "Fields"]


@dataclass(frozen=True)
class Field:
    """One key of a record. ``says`` is what it means, for the schema and the editor."""

    kind: Kind
    required: bool = True
    default: Any = None
    says: str = ""


Each = Sequence[str]

_CURLY = frozenset("“”‘’")

_MOST_KEYS = 8
"""How many keys a message writes out."""


def _one_of_many(raw: Seq) -> Map | None:
    """A list whose items are the keys of one thing, as one mapping; None where it is anything else."""
    items = [each for each in raw if isinstance(each, Map)]
    keys = [key for each in items for key in each]
    if not items or len(items) < len(raw) or len(set(keys)) < len(keys):
        return None
    whole = Map()
    for each in items:
        whole.update(each)
        whole.marks.update(each.marks)
    return whole


@dataclass(frozen=True)
class Fields(Kind):
    """A mapping with known keys. Read as a dict with every key, defaults put in.

    ``title`` names one for messages. ``clash`` lists pairs of keys that cannot stand together; ``either`` lists
    groups of keys of which at least one must stand. ``ref`` names a record that may hold others of itself. ``nearest`` says what comes nearest to a key that people
    look for and that cannot be expressed. ``dropped`` are keys that nothing reads since the last version, each with the reason: a warning.
    """

    title: str
    fields: Mapping[str, Field]
    clash: tuple[tuple[str, str], ...] = ()
    either: tuple[Each, ...] = ()
    check: Callable[[dict[str, Any], Reading], None] | None = None
    ref: str = ""
    nearest: Mapping[str, str] | None = None
    dropped: Mapping[str, str] | None = None

    @property
    def says(self) -> str:  # type: ignore[override]
        return f"{self.title} (`key: value` lines)"

    def read(self, raw: Value, reading: Reading) -> dict[str, Any] | None:
        if type(raw) is Seq and (whole := _one_of_many(raw)) is not None:
            help = "take away the `- ` before its keys: they are keys of one thing, and no list"
            reading.tell("M103", f"{name_of(reading)} must be {self.says}, but here is a list", help)
            raw = whole
        if type(raw) is not Map:
            self.refuse(raw, reading)
            return None
        values: dict[str, Any] = {}
        path, seen = reading.path, 0
        meant = self._meant(raw, reading) if not raw.keys() <= self.fields.keys() else {}
        for name, item in self.fields.items():
            written = meant.get(name, name)
            found = raw.get(written)
            if found is not None:
                seen += 1
                path.append(written)
                reading.wanted = item.says
                values[name] = item.kind.read(found, reading)
                path.pop()
            elif item.required:
                path.append(name)
                says = f" ({item.says})" if item.says else ""
                reading.tell("M102", f"{self.title} has no `{name}`", f"add `{name}: …`{says}")
                values[name] = item.kind.stand_in(reading)
                path.pop()
            else:
                values[name] = item.default
        if seen < len(raw) or meant:
            for key in raw:
                if key not in self.fields:
                    path.append(key)
                    if why := (self.dropped or {}).get(key):
                        reading.tell("M120", f"`{key}` is no longer read: {why}", "delete it", "warning", on_key=True)
                    elif raw.flow and not raw[key] and key not in meant.values() and not _CURLY & set(key):
                        message = f"{short(key)} is taken for a key: in braces a text without quotes ends at its comma"
                        reading.tell("M101", message, "put the whole text in quotes", on_key=True)
                    else:
                        unknown_key(key, self.fields, reading, (self.nearest or {}).get(key, ""))
                    path.pop()
        self._relations(raw, reading, meant)
        if self.check is not None:
            self.check(values, reading)
        return values

    def _meant(self, raw: Map, reading: Reading) -> dict[str, str]:
        """For keys that are missing: the unknown key that is read for it, so that one slip of a key is told once."""
        found: dict[str, str] = {}
        if len(raw) > len(self.fields) + _MOST_KEYS:
            return found  # so many keys are no slips
        for key, value in raw.items():
            if key in self.fields or key in (self.dropped or {}) or key in (self.nearest or {}) or not value:
                continue
            near = meant_key(key, self.fields, reading)
            if near and near not in raw and near not in found:
                found[near] = key
        return found

    def instead(self, raw: Value, reading: Reading) -> str:
        """Numbers or words in a row, where each wants its key."""
        names = list(self.fields)
        if isinstance(raw, Seq) and raw and all(isinstance(each, str) for each in raw) and len(raw) <= len(names):
            pairs = ", ".join(f"{name}: {clean(str(each), 20)}" for name, each in zip(names, raw, strict=False))
            return f"write the key of each: `{{{pairs}}}`, if that is the order"
        wanted = [name for name, item in self.fields.items() if item.required] or names[:1]
        if isinstance(raw, str) and raw and len(wanted) <= _MOST_KEYS:
            return f"write its keys: `{{{', '.join(f'{name}: …' for name in wanted)}}}`"
        return super().instead(raw, reading) if not isinstance(raw, Seq) else ""

    def _relations(self, raw: Map, reading: Reading, meant: Mapping[str, str]) -> None:
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
            if not any(name in raw or name in meant for name in group):
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
