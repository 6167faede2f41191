"""Text as quotations are compared: white space, quotation marks, dashes, ligatures and note numbers made alike.

Everything is one pass over the text with patterns that cannot backtrack far, so a text of any shape takes time in
proportion to its length.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass, field

__all__ = ["MARK", "PARAGRAPH_MARK", "Folded", "fold", "folded"]

_BRACKETED_MARK = r"\[(?:\*{1,3}\s?|(?:[Pp]age|[Pp]g?\.)\s)\d{1,6}\]"
MARK = re.compile(r"\[(?:\*{1,3}\s?|(?:[Pp]age|[Pp]g?\.)\s)(\d{1,6})\]|(?<!\S)\*{1,3}(\d{1,6})(?!\S)")
"""Where a page begins, as written inside a text: ``[*853]``, ``[Page 853]`` or a star page ``*853``."""

PARAGRAPH_MARK = re.compile(r"\[¶{1,2}\s?(\d{1,5})\]|^[^\S\n]{0,20}¶\s?(\d{1,5})\.?(?=\s)", re.MULTILINE)
"""Where a numbered paragraph begins: ``[¶12]``, or ``¶ 12`` at the beginning of a line."""

_NOTE = r"\[\s?(?:fn?\.?\s?|nn?\.\s?)?\d{1,3}\s?\]|(?<=[\w.,;:!?\"')\u2019\u201d])\^\d{1,3}|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+"
_UNSEEN = "[\u200b-\u200f\u2060-\u2064\u202a-\u202e\ufeff]"
_PATTERN = re.compile(
    rf"(?P<drop>{_BRACKETED_MARK}|(?<!\S)\*{{1,3}}\d{{1,6}}(?!\S)|\[¶{{1,2}}\s?\d{{1,5}}\]|{_NOTE}"
    r"|(?m:^)[^\S\n]{0,20}¶\s?\d{1,5}\.?(?=\s)|\u00ad(?:[^\S\n]{0,40}\n\s{0,40})?|(?<=[a-z])-[^\S\n]{0,40}\n\s{0,40}(?=[a-z])"
    rf"|(?<=[a-z])-\s{{1,40}}(?:{_BRACKETED_MARK}|\*{{1,3}}\d{{1,6}}(?=\s))\s{{0,40}}(?=[a-z])"
    rf"|[\u2020\u2021]|{_UNSEEN}+)"
    r"|(?P<dash>(?:-+|[\u2010-\u2015\u2212])\s*)"
    r"|(?P<space>\s\s+|(?<=\b[A-Z]\.)\s(?=[A-Z])|[^\S ])"
    r"|(?P<quote>``|''|[\u2018\u2019\u201a\u201b`\u201c\u201d\u201e\u00ab\u00bb\u2032\u2033\u2039\u203a\"])"
    r"|(?P<other>[^\x00-\x7f])"
)

_ALIKE = str.maketrans({'"': "'", **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2e3a\u2e3b", "-")})


@dataclass
class Folded:
    """A folded text, and where each part of it came from."""

    text: str = ""
    _at: list[int] = field(default_factory=list)
    _from: list[int] = field(default_factory=list)

    def place(self, offset: int) -> int:
        """Where in the text as written a character of the folded text stands."""
        part = bisect.bisect_right(self._at, offset) - 1
        last = self._at[part + 1] - 1 if part + 1 < len(self._at) else len(self.text)
        return self._from[part] + min(offset, last) - self._at[part]


def fold(text: str) -> str:
    """Text as compared."""
    return folded(text).text


def folded(text: str) -> Folded:
    """The folded text, with places."""
    maker = _Maker(text)
    at = 0
    for match in _PATTERN.finditer(text):
        if match.start() > at:
            maker.plain(at, match.start())
        kind, said = match.lastgroup, match.group()
        if kind == "space":
            maker.space(match.start())
        elif kind == "dash":
            maker.put("-", match.start())
        elif kind == "quote":
            maker.put("'", match.start())
        elif kind == "other":
            maker.other(said, match.start())
        at = match.end()
    maker.plain(at, len(text))
    return maker.done()


class _Maker:
    def __init__(self, text: str) -> None:
        self.source = text
        self.parts: list[str] = []
        self.at: list[int] = []
        self.origin: list[int] = []
        self.size = 0
        self.tail = ""
        """The last few characters put."""

    def put(self, said: str, start: int) -> None:
        if (said[0] == "-" and self.tail.endswith(" ")) or (said[0].isupper() and _ends_in_initial(self.tail)):
            self._drop()
        self._add(said, start)

    def space(self, start: int) -> None:
        # No space at the start, after another or after a dash.
        if self.tail and self.tail[-1] not in " -":
            self._add(" ", start)

    def plain(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.source[start] == " ":
            self.space(start)
            start += 1
            if start >= end:
                return
        self.put(self.source[start:end], start)

    def other(self, char: str, start: int) -> None:
        made = unicodedata.normalize("NFKD", char).translate(_ALIKE)
        if made.isspace():
            self.space(start)
        elif made:
            self.put(made, start)

    def _add(self, said: str, start: int) -> None:
        self.parts.append(said)
        self.at.append(self.size)
        self.origin.append(start)
        self.size += len(said)
        self.tail = (self.tail + said)[-4:]

    def _drop(self) -> None:
        """Take back the last character, which is a space."""
        self.tail = self.tail[:-1]
        self.size -= 1
        last = self.parts[-1][:-1]
        if last:
            self.parts[-1] = last
        else:
            self.parts.pop()
            self.at.pop()
            self.origin.pop()

    def done(self) -> Folded:
        while self.tail.endswith(" "):
            self._drop()
        return Folded("".join(self.parts), self.at, self.origin)


def _ends_in_initial(tail: str) -> bool:
    """Whether what was put last is a single capital, a stop and a space, as in `U. S.`."""
    return tail[-1:] == " " and tail[-2:-1] == "." and tail[-3:-2].isupper() and not tail[-4:-3].isalpha()
