"""Keys and words that have another spelling since the second edition. Files with the old ones are read, with a warning."""

from __future__ import annotations

import re

from moot.errors import Diagnostic
from moot.files.yaml.values import Map, Seq, Value, Where, YamlDocument

__all__ = ["RENAMED", "renamed"]

RENAMED = {
    "candour": "candor",
    "candour-about-doubt": "candor-about-doubt",
    "favours": "favors",
    "humour": "humor",
    "unrecognised": "unrecognized",
}
"""The old spelling of a key or word, and the one in use."""

_HOLDS_WORDS = frozenset({"appeals", "principle", "purpose", "who"})
"""Keys whose values are words of a closed list."""

_ANY = re.compile("|".join(RENAMED))


def renamed(document: YamlDocument) -> YamlDocument:
    """The document with every old spelling replaced, and a warning (M120) for each."""
    if document.value is not None and _ANY.search(document.text):
        _walk(document, document.value)
    return document


def _walk(document: YamlDocument, value: Value) -> None:
    if isinstance(value, Seq):
        for item in value:
            _walk(document, item)
    if not isinstance(value, Map):
        return
    if any(key in RENAMED and RENAMED[key] not in value for key in value):
        _keys(document, value)
    for key, item in value.items():
        if key in _HOLDS_WORDS:
            _words(document, value, key, item)
        _walk(document, item)


def _keys(document: YamlDocument, value: Map) -> None:
    """Rename keys in place, in their order."""
    items, marks = list(value.items()), dict(value.marks)
    value.clear()
    value.marks.clear()
    for key, item in items:
        name = RENAMED.get(key, key)
        if name != key:
            _tell(document, key, marks[key][0])
        value[name], value.marks[name] = item, marks[key]


def _words(document: YamlDocument, value: Map, key: str, item: Value) -> None:
    if isinstance(item, str) and item in RENAMED:
        _tell(document, item, value.marks[key][1])
        value[key] = type(item)(RENAMED[item])
    elif isinstance(item, Seq):
        for index, each in enumerate(item):
            if isinstance(each, str) and each in RENAMED:
                _tell(document, each, item.marks[index])
                item[index] = type(each)(RENAMED[each])


def _tell(document: YamlDocument, old: str, where: Where) -> None:
    document.problems.append(
        Diagnostic(
            "M120",
            f"`{old}` is now spelled `{RENAMED[old]}`",
            (),
            "write the new spelling; the old one is read for one more version",
            "warning",
            document.file,
            *where,
        )
    )
