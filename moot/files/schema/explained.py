"""What every key of every schema means, and an example of it: put into the JSON Schema for editors and for docs/keys.md.

A shape says what a key means where its reader needs it for messages (``Field.says``); what it leaves out is said here.
"""

from __future__ import annotations

from collections.abc import Iterator

from moot.files.schema.base import Schema
from moot.files.schema.key_examples import EXAMPLES
from moot.files.schema.key_words import MEANINGS

__all__ = ["closed", "explain", "keys"]


def explain(schema: Schema) -> Schema:
    """The schema with a description, and an example where the words are not all listed, for every key. In place."""
    for record, key, found in keys(schema):
        if not found.get("description"):
            said = MEANINGS.get(f"{record}: {key}") or MEANINGS.get(key)
            if said:
                found["description"] = said
        example = EXAMPLES.get(f"{record}: {key}", EXAMPLES.get(key))
        if example is None and found.get("type") == "integer":
            example = min(max(2, found.get("minimum", 2)), found.get("maximum", 2))
        if example is not None and not closed(found):
            found["examples"] = [example]
    return schema


def keys(schema: Schema, title: str = "") -> Iterator[tuple[str, str, Schema]]:
    """Every key of a schema: the title of the record it is in, the key, and its own schema."""
    title = str(schema.get("title", title))
    for key, found in schema.get("properties", {}).items():
        yield title, key, found
        yield from keys(found, f"{title}.{key}")
    for word in ("patternProperties", "$defs"):
        for found in schema.get(word, {}).values():
            yield from keys(found, title)
    for word in ("items", "additionalProperties"):
        if isinstance(schema.get(word), dict):
            yield from keys(schema[word], title)
    for word in ("anyOf", "oneOf"):
        for found in schema.get(word, ()):
            yield from keys(found, title)


def closed(schema: Schema) -> bool:
    """Whether the schema itself lists what may stand here: words, true or false, or keys that say so in their turn."""
    if any(word in schema for word in ("enum", "const", "$ref", "properties")) or schema.get("type") == "boolean":
        return True
    for word in ("items", "additionalProperties"):
        if isinstance(schema.get(word), dict):
            return closed(schema[word])
    return "anyOf" in schema and any(closed(found) for found in schema["anyOf"])
