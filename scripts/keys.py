"""Write docs/keys.md and docs/schema/ from the shapes that read the files."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from moot.files.schema.explained import keys
from moot.files.schema.jsonschema import NAMES, schema, schema_text

INTRODUCTION = """# Every key

Every key of every file that moot reads, with what it means, what it may hold and an example. Made by `scripts/keys.py` from the shapes that read the
files, as the [schemas](editor.md) are. [The case file](case-format.md) and [the judge file](judge-format.md) say how the keys work together,
and [Words](words.md) what each word means.

Keys in bold must be there, in the long form; [the short form](case-format.md#the-short-form) says some of them elsewhere.
"""
TITLES = {
    "case": "The case file",
    "judge": "The judge file",
    "bench": "The bench file",
    "format": "The format file",
    "record": "The record",
    "assignment": "The assignment",
    "sheet": "The score sheet",
}


def page() -> str:
    """The whole page."""
    lines = [INTRODUCTION]
    for name in NAMES:
        whole = schema(name)
        must = required(whole)
        tables: dict[str, dict[str, str]] = {}
        for record, key, found in keys(whole):
            rows = tables.setdefault(record, {})
            shown = f"**`{key}`**" if (record, key) in must else f"`{key}`"
            rows.setdefault(
                key, f"| {shown} | {cell(found['description'])} | {cell(holds(found))} | {example(found)} |"
            )
        lines.append(f"## {TITLES[name]}\n")
        for record, rows in tables.items():
            lines += [
                f"### {heading(record)}\n",
                "| key | meaning | holds | example |",
                "|---|---|---|---|",
                *rows.values(),
                "",
            ]
    return "\n".join(lines).rstrip() + "\n"


def heading(record: str) -> str:
    """The title of a record, as a heading."""
    owner, _, key = record.partition(".")
    return f"`{key.rpartition('.')[2]}` of {owner}" if key else owner[0].upper() + owner[1:]


def required(whole: dict[str, Any]) -> set[tuple[str, str]]:
    """Keys that must be there, with the title of their record."""
    found = set()

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("title"), str) and isinstance(value.get("required"), list):
                found.update((value["title"], key) for key in value["required"])
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(whole)
    return found


def holds(found: dict[str, Any]) -> str:
    """What a key may hold, in words."""
    if "enum" in found:
        return ", ".join(f"`{word}`" for word in found["enum"])
    if "const" in found:
        return f"`{found['const']}`"
    if "$ref" in found:
        return "a " + found["$ref"].rpartition("/")[2]
    if "anyOf" in found:
        return " or ".join(dict.fromkeys(holds(each) for each in found["anyOf"]))
    kind = found.get("type")
    if kind in ("integer", "number"):
        whole = "a whole number" if kind == "integer" else "a number"
        if "maximum" in found:
            return f"{whole} from {bound(found['minimum'])} to {bound(found['maximum'])}"
        return f"{whole} from {found['minimum']}" if "minimum" in found else whole
    if kind == "boolean":
        return "`true` or `false`"
    if kind == "array":
        return f"a list: {holds(found['items'])}"
    if kind == "object":
        if "title" in found:
            return found["title"]
        if "properties" in found:
            return "a mapping with known keys"
        return f"a mapping: {holds(found.get('additionalProperties', {}))}"
    pattern = str(found.get("pattern", ""))
    if pattern.startswith("^[a-z0-9]+(-[a-z0-9]+)*"):
        return "`issue.position`, or an id with a dot" if r"\." in pattern else "an id"
    if pattern.startswith("^(?:[0-9]{4}"):
        return "a date"
    return f"text, at most {found['maxLength']} characters" if "maxLength" in found else "text"


def bound(number: float) -> str:
    """A bound of a number; a whole one without a point."""
    return f"{number:,.0f}" if number == int(number) else str(number)


def example(found: dict[str, Any]) -> str:
    """The example, as it is written in a file."""
    shown = found.get("examples")
    return cell(f"`{flow(shown[0])}`") if shown and shown[0] != "" else ""


def flow(value: Any) -> str:
    """A value in YAML, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str):
        quoted = re.search(r": | #|^[\[{&*!\"']|^[\d.]+$", value) is not None
        return json.dumps(value, ensure_ascii=False) if quoted else value
    return json.dumps(value)


def cell(text: str) -> str:
    """Text that may stand in a table."""
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    for name in NAMES:
        (ROOT / "docs" / "schema" / f"{name}.json").write_text(schema_text(name), encoding="utf-8")
    (ROOT / "docs" / "keys.md").write_text(page(), encoding="utf-8")
