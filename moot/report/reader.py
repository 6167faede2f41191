"""The opinions really written, page by page, with the passages that a case quotes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from moot.bench.persona import Bench
from moot.case import Case, RealOpinion, in_quotation_marks
from moot.errors import MootError
from moot.files.cites.opinion_text import OpinionText, Pin, read_opinion, read_pin
from moot.report.debrief.court import whose

__all__ = ["QuotedPassage", "ReadOpinion", "ReadPage", "Span", "library", "search"]


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A quoted passage: the ids of its opinion and holding, its page as it is cited, the words, and our gist."""

    opinion: str
    holding: str
    pin: str
    quote: str
    gist: str

    @property
    def words(self) -> str:
        """The words in quotation marks; empty where the case file quotes none."""
        return in_quotation_marks(self.quote)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph; ``passages`` are the holdings whose quotation it is part of."""

    text: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page, or one note, of an opinion: its label (``853``, ``845 n. 7``) and its paragraphs."""

    label: str
    paragraphs: tuple[tuple[Span, ...], ...]

    @property
    def plain(self) -> str:
        """The words."""
        return "\n".join("".join(span.text for span in paragraph) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class ReadOpinion:
    """One opinion: whose, its pages where its text ships (else none), and every passage the case quotes."""

    id: str
    title: str
    pages: tuple[ReadPage, ...]
    passages: tuple[QuotedPassage, ...]

    def page_of(self, holding: str) -> int | None:
        """The number, from 0, of the page on which a quoted passage begins; None where no text ships or it is not found."""
        for number, page in enumerate(self.pages):
            if any(holding in span.passages for paragraph in page.paragraphs for span in paragraph):
                return number
        return None


def library(case: Case, bench: Bench, folder: Path | None) -> tuple[ReadOpinion, ...]:
    """The opinions of a case in its order. ``folder`` is where the case file lies, and the texts beside it; None where that is not known.

    An opinion whose text does not ship, or cannot be read, has quotations and pages only.
    """
    texts: dict[str, OpinionText | None] = {}
    found = []
    for opinion in case.opinions:
        if opinion.text is not None and opinion.text not in texts:
            texts[opinion.text] = _text(folder, opinion.text)
        text = texts.get(opinion.text or "")
        # One file may hold several opinions: each has the pages on which its own passages stand.
        pages = tuple(_pages(text, opinion, _bounds(text, case, opinion))) if text is not None else ()
        passages = tuple(
            QuotedPassage(opinion.id, each.id, each.pin, each.quote, each.gist) for each in opinion.holdings
        )
        found.append(ReadOpinion(opinion.id, whose(case, bench, opinion.id), pages, passages))
    return tuple(found)


def _text(folder: Path | None, name: str) -> OpinionText | None:
    if folder is None or Path(name).name != name:
        return None
    try:
        return read_opinion(folder / name)
    except MootError:
        return None


def _bounds(text: OpinionText, case: Case, opinion: RealOpinion) -> tuple[int, int]:
    """Where this opinion begins and ends in its text: all of it, unless another opinion of the case stands in the same file."""
    firsts = {
        each.id: min(
            (hit[0] for holding in each.holdings if holding.quote for hit in text.find(holding.quote)), default=0
        )
        for each in case.opinions
        if each.text == opinion.text
    }
    order = sorted(firsts, key=firsts.__getitem__)
    place = order.index(opinion.id)
    start = 0 if place == 0 else _page_start(text, firsts[opinion.id])
    end = len(text.text) if place == len(order) - 1 else _page_start(text, firsts[order[place + 1]])
    return start, max(end, start)


def _page_start(text: OpinionText, offset: int) -> int:
    page = text.page(offset)
    return page.offset if page is not None else offset


def _pages(text: OpinionText, opinion: RealOpinion, bounds: tuple[int, int]) -> Iterator[ReadPage]:
    # A hit ends with its last letter.
    hits = [
        (start, end + 1, holding.id)
        for holding in opinion.holdings
        if holding.quote
        for start, end in _at(text, holding.quote, read_pin(holding.pin))[:1]
    ]
    starts = [mark.offset for mark in text.pages if bounds[0] <= mark.offset < bounds[1]] or [bounds[0]]
    if bounds[0] == 0:
        starts[0] = 0
    for start, end in zip(starts, [*starts[1:], bounds[1]], strict=True):
        page = text.page(max(start, text.pages[0].offset if text.pages else 0))
        paragraphs = tuple(_paragraphs(text.text, start, end, hits))
        if paragraphs:
            yield ReadPage(str(page) if page is not None else "1", paragraphs)


def _at(text: OpinionText, quote: str, pin: Pin | None) -> list[tuple[int, int]]:
    """Where a quotation stands; on the page it is cited from, first."""
    found = text.find(quote)
    return sorted(found, key=lambda hit: pin is None or not text.stands(hit, pin))


_MARK = re.compile(r"\[\*\d+\]|\[Page \d+\]|\*\d{2,}")


def _paragraphs(text: str, start: int, end: int, hits: list[tuple[int, int, str]]) -> Iterator[tuple[Span, ...]]:
    at = start
    for line in text[start:end].split("\n"):
        spans = tuple(_spans(text, at, at + len(line), hits))
        at += len(line) + 1
        if any(span.text.strip() for span in spans):
            yield spans


def _spans(text: str, start: int, end: int, hits: list[tuple[int, int, str]]) -> Iterator[Span]:
    cuts = sorted({start, end, *(min(max(at, start), end) for hit in hits for at in hit[:2])})
    blank = True
    for one, other in itertools.pairwise(cuts):
        words = re.sub(r"\s+", " ", _MARK.sub(" ", text[one:other]))
        words = words.lstrip() if blank else words
        blank = words.endswith(" ") if words else blank
        if words:
            yield Span(words, tuple(id for first, last, id in hits if first <= one and other <= last))


def search(opinions: Mapping[str, ReadOpinion] | tuple[ReadOpinion, ...], wanted: str) -> Iterator[tuple[int, int]]:
    """Where some words stand, whatever their case: the number of the opinion and of its page, from 0."""
    key = " ".join(wanted.casefold().split())
    found = tuple(opinions.values()) if isinstance(opinions, Mapping) else opinions
    for number, opinion in enumerate(found):
        for index, page in enumerate(opinion.pages):
            if key and key in " ".join(page.plain.casefold().split()):
                yield number, index
