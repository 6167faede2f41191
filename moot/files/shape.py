"""A small language for the shape of a file: records, lists, texts, words, numbers, ids.

A shape is data. From it come the reader, every complaint about form (all at once), and the JSON Schema.
"""

from __future__ import annotations

from moot.files.shape_base import Kind, Reading
from moot.files.shape_groups import Each, Either, Field, Keyed, ListOf, One, Record
from moot.files.shape_scalars import Flag, Id, Number, Text, Word, Written

__all__ = [
    "Each",
    "Either",
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
