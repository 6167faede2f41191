"""Where the pages of an opinion begin, in the marks that publishers use; and the same text with the marks of moot.

Known are star marks (``*594``), bracketed marks (``[*594]``, ``[Page 594]``, ``[489 U.S. 593, 594]``, ``[594]``), marks that name the
volume (``Page 489 U. S. 594``), and the running heads of the United States Reports. Only numbers that count up by ones (or
nearly) are pages, so a star in a citation is not one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["STYLES", "PagedText", "paged"]

STYLES: dict[str, re.Pattern[str]] = {
    "bracketed star marks": re.compile(r"\[\*{1,3}\s?(\d{1,5})\]"),
    "star marks": re.compile(r"(?<!\S)\*{1,3}(\d{1,5})\*{0,3}(?!\S)"),
    "[Page 1] marks": re.compile(r"\[(?:[Pp]age|[Pp]g?\.)\s(\d{1,5})\]"),
    "marks that name the volume": re.compile(
        r"\[\d{1,4}\sU\.\s?S\.\s\d{1,5},\s(\d{1,5})\]|(?<!\S)Page\s\d{1,4}\sU\.\s?S\.\s(\d{1,5})(?![\d-])"
    ),
    "bracketed numbers": re.compile(r"\[(\d{1,5})\]"),
    "running heads": re.compile(
        r"^[^\S\n]*(?:(\d{1,5})[^\S\n]+OCTOBER\sTERM,\s\d{4}"
        r"|Cite\sas:[^\n]{5,60}\(\d{4}\)[^\S\n]+(\d{1,5})"
        r"|\d{1,5}[^\S\n]+[A-Z][^\n]{2,60}\bv\.\s[^\n]{2,60}?[^\S\n](\d{1,5}))[^\S\n]*"
        r"(?:\n\s*(?:Opinion\sof\sthe\sCourt|Syllabus|[^\n]{2,40},\sJ\.,\s[a-z ]{6,40}ing)[^\n]{0,30})?$",
        re.MULTILINE,
    ),
}
"""What each way of marking a page is called, and how it looks."""

_MOST_MISSED = 3
_FEWEST = 2


@dataclass(frozen=True)
class PagedText:
    """An opinion's text with its pages marked as ``[*594]``; which pages those are, and how they were marked."""

    text: str
    pages: tuple[int, ...] = ()
    style: str = ""


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    page: int


def paged(text: str) -> PagedText:
    """The text with the marks of its pages made alike."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    best: list[_Mark] = []
    style = ""
    for name, pattern in STYLES.items():
        found = [
            _Mark(mark.start(), mark.end(), int(next(each for each in mark.groups() if each)))
            for mark in pattern.finditer(text)
        ]
        run = _counting_up(found)
        if len(run) > len(best):
            best, style = run, name
    if len(best) < _FEWEST:
        return PagedText(text)
    parts, at = [], 0
    for mark in best:
        parts += [text[at : mark.start], f"[*{mark.page}]"]
        at = mark.end
    return PagedText("".join((*parts, text[at:])), tuple(mark.page for mark in best), style)


def _counting_up(marks: list[_Mark]) -> list[_Mark]:
    """The longest run in which each page follows the one before; up to two may be missing between them."""
    length = [1] * len(marks)
    before: list[int | None] = [None] * len(marks)
    last: dict[int, int] = {}
    for place, mark in enumerate(marks):
        for step in range(1, _MOST_MISSED + 1):
            earlier = last.get(mark.page - step)
            if earlier is not None and length[earlier] + 1 > length[place]:
                length[place], before[place] = length[earlier] + 1, earlier
        known = last.get(mark.page)
        if known is None or length[place] > length[known]:
            last[mark.page] = place
    if not marks:
        return []
    at: int | None = max(range(len(marks)), key=lambda place: (length[place], -place))
    run = []
    while at is not None:
        run.append(marks[at])
        at = before[at]
    return run[::-1]
