"""The text of an opinion without its page marks, its sentences, and the page of each place in it."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

__all__ = ["PagedWords", "Sentence", "sentences", "words_of"]

_MARK = re.compile(r"\s*\[\*(\d{1,5})\]\s*")
_END = re.compile(r"(?<=[.!?])[\"”'’)]{0,2}\s+(?=[\"“'‘(\[]{0,2}[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b(?:v|vs|No|Nos|Inc|Co|Corp|Ltd|Mr|Mrs|Ms|Dr|Jr|Sr|St|Id|id|Cf|cf|See|Rev|Stat|App|Cert|cert|Pet|Supp|Ct|Cir|Art|art|Sec|Ch|ch|Amdt|amend|Const|et al|Gen|Hosp|Univ|Comm|Bd|Dept|Ins|Mfg"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|n|nn|p|pp|Rep|Eng|Ed|ed|Div|Dist|Ann|Code|seq|J|JJ|C)|\b[A-Z]|\b[a-z]\. [a-z])\.$"
)

_TAIL = 24
"""Characters before a full stop that can show it to be part of an abbreviation."""


@dataclass(frozen=True)
class PagedWords:
    """A text in which paragraphs are lines, with the places where pages begin."""

    text: str
    places: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()

    def page(self, place: int) -> int | None:
        """The page on which this place stands."""
        found = bisect.bisect_right(self.places, place) - 1
        return self.pages[found] if found >= 0 else None

    def pages_of(self, span: tuple[int, int]) -> str:
        """The page or pages of a stretch of text, as a pin cite; empty where the text has no marks."""
        first, last = self.page(span[0]), self.page(max(span[0], span[1] - 1))
        if first is None:
            return "" if last is None else str(last)
        return str(first) if last in (first, None) else f"{first}-{last}"


@dataclass(frozen=True)
class Sentence:
    """One sentence, and its place in the words."""

    text: str
    start: int
    end: int


def words_of(text: str) -> PagedWords:
    """The words of a text whose pages are marked as ``[*594]``."""
    parts: list[str] = []
    places, pages = [], []
    length = 0
    for paragraph in re.split(r"\n\s*\n", text):
        at = 0
        for mark in _MARK.finditer(paragraph):
            before = re.sub(r"\s+", " ", paragraph[at : mark.start()])
            gap = " " if before and paragraph[mark.end() : mark.end() + 1] else ""
            parts.append(before + gap)
            length += len(before) + len(gap)
            places.append(length)
            pages.append(int(mark[1]))
            at = mark.end()
        rest = re.sub(r"\s+", " ", paragraph[at:]).strip() if at == 0 else re.sub(r"\s+", " ", paragraph[at:]).rstrip()
        parts.append(rest + "\n")
        length += len(rest) + 1
    return PagedWords("".join(parts), tuple(places), tuple(pages))


def sentences(words: PagedWords, start: int = 0, end: int | None = None) -> list[Sentence]:
    """The sentences of a stretch of text, in order."""
    found: list[Sentence] = []
    end = len(words.text) if end is None else end
    at = start
    for line in words.text[start:end].split("\n"):
        begin = at
        for stop in _END.finditer(line):
            close = at + stop.start()
            said = words.text[max(begin, close - _TAIL) : close]
            if _SHORT.search(said):
                continue
            tail = len(stop.group().rstrip())
            found.append(_sentence(words.text, begin, close + tail))
            begin = at + stop.end()
        if begin < at + len(line):
            found.append(_sentence(words.text, begin, at + len(line)))
        at += len(line) + 1
    return [each for each in found if each.text]


def _sentence(text: str, start: int, end: int) -> Sentence:
    said = text[start:end]
    left = len(said) - len(said.lstrip())
    return Sentence(said.strip(), start + left, end)
