"""The kind of a mapping with known keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moot.files.schema.base import Kind, Reading, Schema, unknown_key
from moot.files.yaml.read import Map, Value

__all__ = ["Each", "Field", "Fields"]


@dataclass(frozen=True)
class Field:
    """One key of a record. ``says`` is what it means, for the schema and the editor."""

    kind: Kind
    required: bool = True
    default: Any = None
    says: str = ""


Each = Sequence[str]


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
        if seen < len(raw):
            for key in raw:
                if key not in self.fields:
                    path.append(key)
                    if why := (self.dropped or {}).get(key):
                        reading.tell("M120", f"`{key}` is no longer read: {why}", "delete it", "warning", on_key=True)
                    else:
                        unknown_key(key, self.fields, reading, (self.nearest or {}).get(key, ""))
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
