"""Editors and docs/keys.md get a meaning for every key, and an example wherever the words are not all listed."""

from __future__ import annotations

import runpy
from pathlib import Path

import jsonschema
import pytest

from moot.files.schema.explained import closed, keys
from moot.files.schema.jsonschema import NAMES, schema

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_key_of_the_schema_had_no_description_or_no_example(name: str) -> None:
    found = list(keys(schema(name)))
    assert found
    bare = [f"{record}: {key}" for record, key, said in found if not said.get("description")]
    unshown = [f"{record}: {key}" for record, key, said in found if not closed(said) and not said.get("examples")]
    assert (bare, unshown) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_what_the_schema_allows(name: str) -> None:
    whole = schema(name)
    for record, key, found in keys(whole):
        for example in found.get("examples", ()):
            errors = list(
                jsonschema.Draft202012Validator(found | {"$defs": whole.get("$defs", {})}).iter_errors(example)
            )
            assert errors == [], (record, key, example)


def test_the_page_of_keys_is_made_from_the_schemas() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "keys.py"))["page"]()
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == made, "run python scripts/keys.py"
    for name in NAMES:
        for _, key, _ in keys(schema(name)):
            assert f"`{key}`" in made
