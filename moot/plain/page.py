"""The page that lines are written on. Append-only; no color, no cursor, nothing is ever drawn again."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from moot.files.text import clean, harmless

__all__ = ["BLANK", "WIDTH", "Page", "Para"]

WIDTH = 78
"""Columns of a line on a terminal. A pipe gets each paragraph on one line."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: ``indent`` spaces before its first line, ``indent + hang`` before the others."""

    text: str
    indent: int = 0
    hang: int = 0

    def lines(self, width: int | None) -> list[str]:
        """The lines of it: one when ``width`` is None."""
        if not self.text:
            return [""]
        first = " " * self.indent
        if width is None:
            return [first + self.text]
        rows = textwrap.wrap(
            _BEFORE_A_DASH.sub(f"{_HELD}\\1", self.text),
            width,
            initial_indent=first,
            subsequent_indent=" " * (self.indent + self.hang),
            break_on_hyphens=False,
        )
        return [row.replace(_HELD, " ") for row in rows]


_BEFORE_A_DASH = re.compile(r" ([\u2013\u2014](?=\s|$)|\u2026)")
_HELD = "\u00a0"
"""What stands for the space before a dash or an ellipsis while lines are cut, so that none begins a line."""

BLANK = Para("")


class Page:
    """Writes paragraphs to a stream. Two blank lines never follow each other, and none opens the page."""

    def __init__(self, out: TextIO, width: int | None = None) -> None:
        self.out = out
        self.width = width
        self._blank = True

    @classmethod
    def on(cls, out: TextIO) -> Page:
        """A page on this stream, wrapped when it is a terminal."""
        return cls(out, WIDTH if out.isatty() else None)

    def put(self, paras: Iterable[Para]) -> None:
        """Write paragraphs and flush."""
        for para in paras:
            for line in para.lines(self.width):
                self._line(line)
        self.out.flush()

    def say(self, text: str, indent: int = 0, hang: int = 0) -> None:
        """Write one paragraph."""
        self.put([Para(text, indent, hang)])

    def prompt(self, text: str = "> ") -> None:
        """Write a prompt, without ending its line."""
        self.out.write(text)
        self.out.flush()
        self._blank = False

    def echo(self, text: str) -> None:
        """End the line of a prompt with what was read, so that a piped sitting reads like one that was typed."""
        self.out.write(f"{harmless(text)}\n")
        self._blank = False

    def typed(self, source: TextIO, longest: int) -> str | None:
        """What is typed on the line of a prompt, cleaned, of so many characters at most; None at the end of the input.

        What a pipe sends is echoed, and the end of the input ends the line.
        """
        line = source.readline()
        text = clean(line, longest)
        if not line or not source.isatty():
            self.echo(text)
        return text if line else None

    def _line(self, line: str) -> None:
        if line or not self._blank:
            self.out.write(f"{harmless(line)}\n")
        self._blank = not line
