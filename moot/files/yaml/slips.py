"""Slips that a person sees on a line at once and a YAML parser reports somewhere else, or as something else.

Used only when a file could not be read, so a harmless line is never blamed. Each line is scanned once, from the left.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Slip", "pasted", "slip"]


class Slip(NamedTuple):
    """What is wrong on a line; ``column`` counts from 0."""

    code: str
    message: str
    help: str
    column: int


_INDENT = re.compile(r"[ ]*(?:- +)*")
_BULLET = re.compile("\\s{0,80}([\u2022\u00b7\u25aa\u25e6\u25cf\u2023\u2043\uf0b7\u2013\u2014])[\\s\u00a0]")
_NUMBERED = re.compile(r"\s{0,80}(\d{1,2}[.)])\s+(?=[A-Za-z_][\w -]{0,40}:(?:\s|$))")
_FENCE = re.compile(r"\s{0,80}(```|~~~)")
_HARD_SPACE = re.compile("[ ]*[\u00a0\u2007\u202f\u3000]")
_PLAIN_END = re.compile(r": |:$| #")
_FLOW_END = re.compile(r"[,\[\]{}]|:(?=[ ,\]}]|$)| #")


def pasted(row: str) -> Slip | None:
    """A beginning of a line that came out of a word processor or a web page."""
    if _HARD_SPACE.match(row):
        column = len(row) - len(row.lstrip(" "))
        help = "replace the no-break spaces at the beginning of the line by plain spaces"
        return Slip("M026", "this line is indented with no-break spaces", help, column)
    bullet = _BULLET.match(row) or _NUMBERED.match(row)
    if bullet:
        message = f"a list item begins with `{bullet[1]}` where YAML has a hyphen"
        return Slip("M027", message, "write `- ` (a hyphen and a space)", bullet.start(1))
    fence = _FENCE.match(row)
    if fence:
        message = "this line marks a block of code in Markdown, and is no part of the file"
        return Slip("M017", message, "delete the line, and the one like it at the end", fence.start(1))
    return None


def slip(row: str, following: str = "") -> Slip | None:
    """A quotation mark, a colon or a ``#`` inside a text; ``following`` is the next line."""
    scan = _Scan(row, following)
    at = _INDENT.match(row).end()  # type: ignore[union-attr]
    while at < len(row) and scan.found is None:
        at = scan.step(at)
    return scan.found


class _Scan:
    def __init__(self, row: str, following: str) -> None:
        self.row, self.following = row, following
        self.depth = 0
        self.in_value = False
        """Whether a key has been read for what comes next."""
        self.found: Slip | None = None

    def step(self, at: int) -> int:
        """Read one thing; returns where the next begins."""
        char = self.row[at]
        if char in " \t":
            return at + 1
        if char in "[{":
            self.depth += 1
            self.in_value = False
            return at + 1
        if self.depth and char in ",]}":
            self.depth -= char != ","
            self.in_value = False
            return at + 1
        if char == ":":
            self.in_value = True
            return at + 1
        if char == "#":
            return len(self.row)
        return self._quoted(at, char) if char in "\"'" else self._plain(at)

    def _quoted(self, at: int, mark: str) -> int:
        row, end = self.row, at + 1
        while end < len(row) and row[end] != mark:
            end += 2 if mark == '"' and row[end] == "\\" else 1
            if mark == "'" and row[end : end + 2] == "''":
                end += 2
        if end >= len(row):
            if re.match(r"\s*(?:- |[A-Za-z_][\w-]*:(?:\s|$))", self.following):
                help = "close it with the same mark"
                if mark == "'" and row[at + 1 : at + 2].isalnum():
                    help += "; a text that begins with an apostrophe stands in double quotes"
                self.found = Slip("M015", "a quotation mark is never closed", help, at)
            return len(row)
        after = end + 1
        while after < len(row) and row[after] in " \t":
            after += 1
        rest = row[after : after + 1]
        if rest and not (rest in ",]}" and self.depth) and rest != ":" and not (rest == "#" and after > end + 1):
            if mark == "'":
                help = "write the apostrophe twice (`''`), or put the text in double quotes"
            else:
                help = 'write `\\"` inside double quotes, or use “ and ” inside the text'
            self.found = Slip("M028", f"the text in quotes ends here, at `{mark}`, and words follow", help, end)
        return after

    def _plain(self, at: int) -> int:
        if self.in_value and not self.depth and self.row[at : at + 2] in ("- ", "? "):
            message = f"`{self.row[at]}` and a space cannot begin a text"
            self.found = Slip("M017", message, "put the whole text in quotes", at)
            return len(self.row)
        ends = (_FLOW_END if self.depth else _PLAIN_END).search(self.row, at)
        if ends is None:
            return len(self.row)
        sign = ends[0].strip()
        if sign == "#":
            if self.depth:
                message = "a `#` after a space begins a comment, so the rest of this line is lost, brackets and all"
                self.found = Slip("M014", message, "put the whole text in quotes", ends.start() + 1)
            elif self.in_value and not self.row[ends.end() : ends.end() + 1].isspace():
                message = "a `#` after a space begins a comment, so this text cannot go on below"
                self.found = Slip("M012", message, "put the whole text in quotes", ends.start() + 1)
            return len(self.row)
        if sign.startswith(":"):
            if self.in_value:
                message = "a colon and a space stand inside text that is not in quotes"
                help = "put the whole text in quotes" + ("; or put a comma before the next key" if self.depth else "")
                self.found = Slip("M013", message, help, ends.start())
            self.in_value = True
            return ends.start() + 1
        return ends.start()
