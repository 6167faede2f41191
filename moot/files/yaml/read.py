"""Read YAML into plain values that know where they stand. Types are left to the shape of the file.

A scalar stays the text that was written, and :class:`Plain` says that it was written without quotes. So ``no``,
``12:30`` and ``3.10`` reach the shape layer as written, and it can say what is wrong with them where it matters.
The events come from libyaml where it is installed, and from PyYAML's own parser where it is not (:mod:`moot.files.yaml.parser`).
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from moot.files.yaml.build import MAX_ALIASES, MAX_DEPTH, MAX_NODES, Builder, Stop, tell
from moot.files.yaml.messages import Mended, mend
from moot.files.yaml.parser import PARSER
from moot.files.yaml.values import Map, Plain, Seq, Value, Where, YamlDocument

__all__ = [
    "MAX_ALIASES",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "Map",
    "Plain",
    "Seq",
    "Value",
    "Where",
    "YamlDocument",
    "parse",
]

MAX_BYTES = 2_000_000

_PARSER: Any = PARSER
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_USUAL = b"\t\n\r" + bytes(range(0x20, 0x7F))
_BREAKS = re.compile("[\x85\u2028\u2029]")


def parse(data: bytes | str, file: str = "") -> YamlDocument:
    """Read one YAML document. Never raises: problems are in the result, all that were met."""
    document = YamlDocument(file, "")
    if len(data) > MAX_BYTES:
        tell(
            document,
            "M002",
            f"the file is larger than {MAX_BYTES // 1_000_000} MB",
            "split it or shorten it",
        )
        return document
    foreign = _foreign(data)
    if foreign:
        help = "save it as plain text in UTF-8, or copy its words into a plain text file"
        tell(document, "M029", f"this is {foreign}, not a text file", help)
        return document
    text = _decode(document, data)
    if text is None:
        return document
    document.text = text
    odd = text.encode().translate(None, _USUAL).decode()
    bad = _UNPRINTABLE.search(text) if _UNPRINTABLE.search(odd) else None
    if bad:
        where = _where(text, bad.start())
        message = f"the file holds an invisible control character (U+{ord(bad.group()):04X})"
        tell(
            document,
            "M003",
            message,
            "delete it; type the words again if you cannot see it",
            where,
        )
        return document
    try:
        whole = _BREAKS.sub(" ", text) if _BREAKS.search(odd) else text
        Builder(document, whole).build(_PARSER(whole))
    except Stop:
        document.value = None
    except yaml.YAMLError as error:
        document.value = None
        found: Mended = mend(error, text)
        tell(document, found.code, found.message, found.help, (found.line, found.column))
    return document


_FOREIGN = (
    ("{\\rtf", "a file of a word processor (RTF)"),
    ("PK\x03\x04", "a zip archive or a file of a word processor (such as .docx)"),
    ("%PDF-", "a PDF"),
    ("\xd0\xcf\x11\xe0", "a file of an old word processor (such as .doc)"),
)


_WEB_PAGE = re.compile(r"(?:\u00ef\u00bb\u00bf|\ufeff)?\s{0,80}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_WIDE = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""How files of other encodings begin."""


def _foreign(data: bytes | str) -> str:
    """What kind of file this is by its first bytes, if it is a kind that is often taken for text."""
    head = data[:400].decode("latin-1") if isinstance(data, bytes) else data[:400]
    if _WEB_PAGE.match(head):
        return "a web page (HTML)"
    return next((kind for sign, kind in _FOREIGN if head.startswith(sign)), "")


def _decode(document: YamlDocument, data: bytes | str) -> str | None:
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    wide = next((name for sign, name in _WIDE if data.startswith(sign)), "")
    if wide:
        document.text = data.decode(wide, "replace").removeprefix("\ufeff")
        help = "save it as UTF-8 in your editor (in Notepad: Save as, then Encoding)"
        tell(document, "M001", f"the file is {wide.upper()} text, and not UTF-8", help)
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        document.text = data.decode("utf-8", "replace")
        before = data[: error.start].decode("utf-8", "replace")
        message = f"the file is not UTF-8 text (byte 0x{data[error.start]:02x})"
        tell(
            document,
            "M001",
            message,
            "save it as UTF-8 in your editor",
            _where(before, len(before)),
        )
        return None


def _where(text: str, offset: int) -> Where:
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
