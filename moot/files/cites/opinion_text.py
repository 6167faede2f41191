"""The text of an opinion, and where its pages, notes and paragraphs begin."""

from __future__ import annotations

import bisect
import csv
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from moot.errors import MootError
from moot.files.cites.fold import MARK, PARAGRAPH_MARK, Folded, folded
from moot.files.cites.verbatim import find
from moot.files.folders import read_bytes

__all__ = ["MAX_OPINION", "OpinionPage", "OpinionText", "Pin", "read_opinion", "read_pin"]

MAX_OPINION = 2_000_000
"""Bytes of an opinion's text. The longest opinions of the Court have under one million."""

_MOST_ROWS = 50_000
_LONGEST_ROW = 400

_NUMBER = r"\*?(\d{1,6})"
_RANGE = rf"{_NUMBER}(?:\s?[-\u2013]\s?{_NUMBER})?"
_PIN = re.compile(
    rf"(?:slip op\.,?\s(?:at\s)?|at\s)?{_RANGE}(?:,?\s(?:&\s)?nn?\.\s?(\d{{1,4}})(?:\s?[-\u2013]\s?\d{{1,4}})?)?"
)
_NOTE_ONLY = re.compile(r"nn?\.\s?(\d{1,4})(?:\s?[-\u2013]\s?\d{1,4})?")
_PARAGRAPHS = re.compile(
    r"(?:¶{1,2}|paras?\.?)\s?(\d{1,5})(?:\s?[-\u2013]\s?(\d{1,5}))?|\[(\d{1,5})\](?:\s?[-\u2013]\s?\[(\d{1,5})\])?"
)
_TABLE_PIN = re.compile(r"(\d{1,6})(?:\s?[-\u2013]\s?(\d{1,6}))?(?:,?\s*nn?\.\s?(\d{1,4}))?")


@dataclass(frozen=True, order=True)
class OpinionPage:
    """From ``offset`` on, the text stands on pages ``first`` to ``last``, in the body or in a ``note``."""

    offset: int
    first: int
    last: int
    note: int = 0
    paragraph: bool = False
    """Whether the numbers are those of paragraphs."""

    def __str__(self) -> str:
        if self.paragraph:
            return f"¶ {self.first}"
        return f"{self.first} n. {self.note}" if self.note else str(self.first)


Pin = tuple[OpinionPage, ...]
"""A pin cite: every page, note or paragraph it names."""


@dataclass(frozen=True)
class OpinionText:
    """The text of an opinion; ``pages`` and ``paragraphs`` say where each begins, in order."""

    text: str
    pages: tuple[OpinionPage, ...] = ()
    paragraphs: tuple[OpinionPage, ...] = ()

    @cached_property
    def folded(self) -> Folded:
        """The text as quotations are compared with it, and where each part of it came from."""
        return folded(self.text)

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Every place (offsets in the text) where the quotation stands."""
        return find(self.folded, quote)

    def page(self, offset: int) -> OpinionPage | None:
        """The page on which this place of the text stands."""
        return _at(self.pages, offset)

    def where(self, offset: int) -> OpinionPage | None:
        """The page, or else the paragraph, in which this place of the text stands."""
        return self.page(offset) or _at(self.paragraphs, offset)

    def stands(self, hit: tuple[int, int], pin: Pin | OpinionPage) -> bool:
        """Whether a place that was found lies on a pinned page, in whole or in part.

        A note is known by its number; it may run over to the page after the one where it begins.
        """
        pins = (pin,) if isinstance(pin, OpinionPage) else pin
        return any(self._on(hit, each) for each in pins)

    def _on(self, hit: tuple[int, int], pin: OpinionPage) -> bool:
        marks = self.paragraphs if pin.paragraph else self.pages
        first, last = _at(marks, hit[0]), _at(marks, hit[1])
        if first is None or last is None:
            return True
        if any(page.note for page in marks) and pin.note != first.note:
            return False
        over = 1 if pin.note else 0
        return first.first <= pin.last and pin.first <= max(first.last, last.last) + over


def _at(marks: tuple[OpinionPage, ...], offset: int) -> OpinionPage | None:
    place = bisect.bisect_right(marks, offset, key=lambda page: page.offset) - 1
    return marks[place] if place >= 0 else None


def read_opinion(path: Path) -> OpinionText:
    """The opinion in this file, with the pages in ``<name>.pages.csv`` beside it or marked inside it: ``[*123]``, ``[Page 123]`` or ``*123``.

    Numbered paragraphs are marked ``[¶12]`` inside the text, or ``¶ 12`` at the beginning of a line.
    """
    text = read_bytes(path, MAX_OPINION).decode("utf-8", "replace").replace("\r\n", "\n")
    numbered = tuple(
        OpinionPage(mark.start(), number, number, paragraph=True)
        for mark in PARAGRAPH_MARK.finditer(text)
        for number in [int(mark[1] or mark[2])]
    )
    beside = path.with_name(path.name.removesuffix(".txt") + ".pages.csv")
    if beside.is_file():
        return OpinionText(text, _pages(beside), numbered)
    return OpinionText(text, tuple(_inline(match) for match in MARK.finditer(text)), numbered)


def _inline(mark: re.Match[str]) -> OpinionPage:
    page = int(mark[1] or mark[2])
    return OpinionPage(mark.start(), page, page)


def _pages(path: Path) -> tuple[OpinionPage, ...]:
    lines = read_bytes(path, MAX_OPINION).decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    if len(lines) > _MOST_ROWS:
        raise MootError(f"{path} has more than {_MOST_ROWS} lines, too many for a table of pages")
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_ROW:
            raise MootError(f"{path}, line {number}: this line is longer than {_LONGEST_ROW} characters")
    found = []
    try:
        for number, row in enumerate(csv.DictReader(lines), 2):
            mark = _row((row.get("us_page") or "").strip(), (row.get("char_offset") or "").strip())
            if mark is None:
                raise MootError(
                    f"{path}, line {number}: us_page must be as 853 or 845 n. 7, and char_offset a whole number"
                )
            found.append(mark)
    except csv.Error as error:
        raise MootError(f"{path} cannot be read as a table: {error}") from None
    return tuple(sorted(found))


def _row(pin: str, offset: str) -> OpinionPage | None:
    found = _TABLE_PIN.fullmatch(pin)
    if found is None or not re.fullmatch("[0-9]{1,9}", offset):
        return None
    first, last, note = found.groups()
    return OpinionPage(int(offset), int(first), _last(first, last), int(note or 0))


def _last(first: str, last: str | None) -> int:
    """The end of a range; ``848-49`` means 848 to 849."""
    if last is not None and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(last or first)


def read_pin(pin: str) -> Pin | None:
    """A pin cite such as 853, 852-853, 845 n. 7, 847-848, 853, 848 & n. 8, *3 or ¶ 12; None if it cannot be read."""
    found: list[OpinionPage] = []
    for part in re.split(r",\s?(?=[\d*¶\[])|;\s?|,?\s(?:and|&)\s", pin[:200].strip()):
        alone = _NOTE_ONLY.fullmatch(part)
        if alone and found:
            before = found[-1]
            found.append(OpinionPage(0, before.first, before.last, int(alone[1])))
            continue
        paragraph = _PARAGRAPHS.fullmatch(part)
        if paragraph:
            first, last = paragraph[1] or paragraph[3], paragraph[2] or paragraph[4]
            found.append(OpinionPage(0, int(first), _last(first, last), paragraph=True))
            continue
        page = _PIN.fullmatch(part)
        if page is None:
            return None
        found.append(OpinionPage(0, int(page[1]), _last(page[1], page[2]), int(page[3] or 0)))
    return tuple(found) or None
