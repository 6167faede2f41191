"""`moot schema`: JSON Schema of a file."""

from __future__ import annotations

import argparse

from moot.files.schema.jsonschema import schema_text

__all__ = ["run"]


def run(args: argparse.Namespace) -> int:
    """Print the schema of a case, a judge or a record."""
    print(schema_text(args.what), end="")
    return 0
