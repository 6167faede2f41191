"""A small language for the shape of a file: records, lists, texts, words, numbers, ids.

A shape is data. From it come the reader, every complaint about form (all at once), and the JSON Schema.
"""

from __future__ import annotations

from moot.files.schema.base import Kind, Reading
from moot.files.schema.fields import Each, Field, Fields
from moot.files.schema.groups import Either, Keyed, ListOf, One
from moot.files.schema.numbers import Number, Ratio
from moot.files.schema.scalars import Flag, Id, Text, Word, Written

__all__ = [
    "Each",
    "Either",
    "Field",
    "Fields",
    "Flag",
    "Id",
    "Keyed",
    "Kind",
    "ListOf",
    "Number",
    "One",
    "Ratio",
    "Reading",
    "Text",
    "Word",
    "Written",
]
