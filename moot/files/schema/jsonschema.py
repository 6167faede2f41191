"""JSON Schema of the files moot reads, made from the same shapes that read them."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from moot.errors import UnknownName
from moot.files.assignment.schema import ASSIGNMENT
from moot.files.case.said import QUESTION
from moot.files.case.schema import CASE
from moot.files.case.short.schema import with_short_form
from moot.files.formats.schema import FORMAT
from moot.files.judge.schema import BENCH, JUDGE
from moot.files.records import RECORD_FORMAT, Header
from moot.files.schema.explained import explain
from moot.files.sheet.schema import SHEET

__all__ = ["NAMES", "schema", "schema_text"]

NAMES = ("case", "judge", "bench", "format", "record", "assignment", "sheet")
_SHAPES = {"judge": JUDGE, "bench": BENCH, "format": FORMAT, "assignment": ASSIGNMENT, "sheet": SHEET}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """The schema of one of :data:`NAMES` (for a record, of one line of it), as a dict.

    Raises :class:`~moot.errors.UnknownName`.
    """
    return explain(_bare(name))


def _bare(name: str) -> dict[str, Any]:
    if name == "case":
        whole = CASE.schema() | {"$defs": {QUESTION.ref: QUESTION.whole_schema()}}
        return _top("moot case file") | with_short_form(whole)
    if name in _SHAPES:
        return _top(f"moot {name} file") | _SHAPES[name].schema()
    if name == "record":
        return _record()
    raise UnknownName("schema", name, NAMES)


def schema_text(name: str) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def _top(title: str) -> dict[str, Any]:
    return {"$schema": _DRAFT, "description": title}


def _record() -> dict[str, Any]:
    kinds: dict[str, Any] = {"int": {"type": "integer"}, "str": {"type": "string"}}
    listed = {"type": "array", "items": {"type": "string"}}
    header = {item.name: kinds.get(str(item.type), listed) for item in fields(Header)}
    hashed = {"type": "string", "pattern": "^[0-9a-f]{8}$"}
    move = {"n": {"type": "integer", "minimum": 1}, "move": {"type": "string", "minLength": 1}, "words": hashed}
    undo = {"undo": {"type": "integer", "minimum": 1}}
    return _top("one line of a moot record: the header first, then events") | {
        "title": "record",
        "oneOf": [
            _closed(
                {"moot": {"const": RECORD_FORMAT}, **header, "sum": hashed},
                optional=("judges", "assignment", "due", "sum"),
            ),
            _closed(move | {"sum": hashed}, optional=("words", "sum")),
            _closed(undo | {"sum": hashed}, optional=("sum",)),
        ],
    }


def _closed(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object with these keys and no others. ``optional`` are those that older records lack."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
