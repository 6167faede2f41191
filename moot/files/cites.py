"""Quotations are verbatim and stand on their pages; citations are well formed."""

from __future__ import annotations

import bisect
import csv
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from moot.case import Case, Holding
from moot.errors import Diagnostic, Key, MootError
from moot.files.places import read_bytes

__all__ = [
    "MOST_WORDS",
    "OpinionText",
    "Page",
    "check_citations",
    "check_quotations",
    "fold",
    "read_opinion",
]

MOST_WORDS = 50
"""A quotation is short: it shows where to look, and the opinion is read there."""

_PAGE_MARK = re.compile(r"\[\*+\s?(\d+)\]")
_NOTE_NUMBER = re.compile(r"\[\s?(?:fn\s?)?\d{1,2}\s?\]|(?<=[\w.,;:!?\"')])\^\d{1,2}")
_BREAK = re.compile(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "′": "'", "″": '"'}
)  # fmt: skip
_DASHES = re.compile("\\s*(?:-{2,}|[\u2010-\u2015\u2212])\\s*")
_PIN = re.compile(r"(\d{1,6})(?:\s?[-\u2013]\s?(\d{1,6}))?(?:,?\s*nn?\.\s?(\d{1,4})(?:\s?[-\u2013]\s?\d{1,4})?)?")


def fold(text: str) -> str:
    """Text as compared: white space, quotation marks, dashes and spaced abbreviations made alike."""
    return _fold(text)[0]


def _fold(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in the text it came from."""
    out: list[str] = []
    places: list[int] = []
    skipping = sorted(
        (match.start(), match.end())
        for pattern in (_PAGE_MARK, _NOTE_NUMBER, _BREAK)
        for match in pattern.finditer(text)
    )
    upto = 0
    for start, end in [*skipping, (len(text), len(text))]:
        if start >= upto:
            _fold_part(text, upto, start, out, places)
        upto = max(upto, end)
    while out and out[-1] == " ":
        out.pop()
        places.pop()
    return "".join(out), places


def _fold_part(text: str, start: int, end: int, out: list[str], places: list[int]) -> None:
    place = start
    while place < end:
        dash = _DASHES.match(text, place, end)
        if dash:
            _put("-", place, out, places)
            place = dash.end()
            continue
        char = text[place].translate(_QUOTES)
        double = char == "'" and text[place + 1 : place + 2].translate(_QUOTES) == "'" and place + 1 < end
        if double:
            _put('"', place, out, places)
            place += 2
            continue
        _put(" " if char.isspace() else char, place, out, places)
        place += 1


def _put(char: str, place: int, out: list[str], places: list[int]) -> None:
    if char == " ":
        # No space at the start, none after another, none inside `U. S.` or after a dash.
        if not out or out[-1] in " -":
            return
        out.append(char)
        places.append(place)
        return
    if char == "-" and out and out[-1] == " ":
        out.pop()
        places.pop()
    spaced = len(out) >= 3 and out[-1] == " " and out[-2] == "." and out[-3].isupper() and char.isupper()
    if spaced and (len(out) == 3 or not out[-4].isalpha()):
        out.pop()
        places.pop()
    out.append(char)
    places.append(place)


@dataclass(frozen=True, order=True)
class Page:
    """From ``offset`` on, the text stands on pages ``first`` to ``last``, in the body or in a ``note``."""

    offset: int
    first: int
    last: int
    note: int = 0

    def __str__(self) -> str:
        return f"{self.first} n. {self.note}" if self.note else str(self.first)


@dataclass(frozen=True)
class OpinionText:
    """The text of an opinion, and where its pages begin, in order."""

    text: str
    pages: tuple[Page, ...] = ()

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return _fold(self.text)

    @cached_property
    def _plain(self) -> str:
        return self._folded[0]

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Every place (offsets in the text) where the quotation stands."""
        wanted = fold(quote)
        if not wanted:
            return []
        # The first letter may be altered to fit our sentence, as quotations do.
        found = []
        for head in dict.fromkeys((wanted[0], wanted[0].upper(), wanted[0].lower())):
            look = head + wanted[1:]
            start = self._plain.find(look)
            while start >= 0:
                places = self._folded[1]
                found.append((places[start], places[start + len(look) - 1]))
                start = self._plain.find(look, start + 1)
        return sorted(found)

    def page(self, offset: int) -> Page | None:
        """The page on which this place of the text stands."""
        place = bisect.bisect_right(self.pages, offset, key=lambda page: page.offset) - 1
        return self.pages[place] if place >= 0 else None

    def stands(self, hit: tuple[int, int], pin: Page) -> bool:
        """Whether a place that was found lies on the pinned page, in whole or in part.

        A note is known by its number; it may run over to the page after the one where it begins.
        """
        first, last = self.page(hit[0]), self.page(hit[1])
        if first is None or last is None:
            return True
        if any(page.note for page in self.pages) and pin.note != first.note:
            return False
        over = 1 if pin.note else 0
        return first.first <= pin.last and pin.first <= max(first.last, last.last) + over


def read_opinion(path: Path) -> OpinionText:
    """The opinion in this file, with the pages in ``<name>.pages.csv`` beside it or marked ``[*123]`` inside it."""
    text = read_bytes(path).decode("utf-8", "replace").replace("\r\n", "\n")
    beside = path.with_name(path.name.removesuffix(".txt") + ".pages.csv")
    if beside.is_file():
        return OpinionText(text, _pages(beside))
    return OpinionText(text, tuple(_inline(match) for match in _PAGE_MARK.finditer(text)))


def _inline(mark: re.Match[str]) -> Page:
    page = int(mark.group(1))
    return Page(mark.start(), page, page)


def _pages(path: Path) -> tuple[Page, ...]:
    rows = csv.DictReader(read_bytes(path).decode("utf-8", "replace").splitlines())
    found = []
    for number, row in enumerate(rows, 2):
        pin = _read_pin((row.get("us_page") or "").strip(), (row.get("char_offset") or "").strip())
        if pin is None:
            raise MootError(
                f"{path}, line {number}: us_page must be as 853 or 845 n. 7, and char_offset a whole number"
            )
        found.append(pin)
    return tuple(sorted(found))


def _read_pin(pin: str, offset: str = "0") -> Page | None:
    """A pin cite such as 853, 852-853 or 845 n. 7."""
    found = _PIN.fullmatch(pin)
    if found is None or not re.fullmatch("[0-9]{1,9}", offset):
        return None
    first, last, note = found.groups()
    if last is not None and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return Page(int(offset), int(first), int(last or first), int(note or 0))


def check_quotations(case: Case, folder: Path, extra_opinion: Path | None = None) -> list[Diagnostic]:
    """What is wrong with the quotations of the opinion key.

    Each opinion's ``text`` is looked for in ``folder``. ``extra_opinion`` is a text that every opinion may also be
    quoted from; it serves where a case ships only some of them.
    """
    extra = read_opinion(extra_opinion) if extra_opinion is not None else None
    found: list[Diagnostic] = []
    for place, opinion in enumerate(case.opinions):
        text: OpinionText | None = None
        if opinion.text is not None:
            key: Key = ("opinions", place, "text")
            name = Path(opinion.text)
            if name.name != opinion.text:
                found.append(
                    Diagnostic(
                        "M210",
                        f"`{opinion.text}` must be a file beside the case file",
                        key,
                        "write its name only",
                    )
                )
            elif (folder / name).is_file():
                text = read_opinion(folder / name)
            else:
                found.append(
                    Diagnostic(
                        "M210",
                        f"there is no file `{opinion.text}` beside the case file",
                        key,
                        "put it there, or delete `text:`",
                    )
                )
        texts = [each for each in (text, extra) if each is not None]
        for number, holding in enumerate(opinion.holdings):
            found += _holding(("opinions", place, "holdings", number), holding, texts)
    return found


def _holding(key: Key, holding: Holding, texts: list[OpinionText]) -> list[Diagnostic]:
    found = []
    many = len(holding.quote.split())
    if many > MOST_WORDS:
        found.append(
            Diagnostic(
                "M315",
                f"the quotation of `{holding.id}` has {many} words; the limit is {MOST_WORDS}",
                (*key, "quote"),
                "quote one whole clause of it; 25 words is a good length",
            )
        )
    pin = _read_pin(holding.pin)
    if pin is None:
        found.append(
            Diagnostic(
                "M319",
                f"the pin cite `{holding.pin}` cannot be read",
                (*key, "pin"),
                "write 853, 852-853 or 845 n. 7",
                "warning",
            )
        )
    if not texts:
        return found
    hits = [(text, hit) for text in texts for hit in text.find(holding.quote)]
    if not hits:
        found.append(
            Diagnostic(
                "M316",
                f"the quotation of `{holding.id}` does not stand in the opinion",
                (*key, "quote"),
                _nearest(holding.quote, texts),
            )
        )
    elif pin is not None and not any(text.stands(hit, pin) for text, hit in hits):
        where = [str(text.page(hit[0])) for text, hit in hits]
        message = (
            f"the quotation of `{holding.id}` stands on page {' and '.join(dict.fromkeys(where))}, not {holding.pin}"
        )
        found.append(Diagnostic("M317", message, (*key, "pin"), f'write pin: "{where[0]}"'))
    return found


def _nearest(quote: str, texts: list[OpinionText]) -> str:
    """How far the quotation agrees with the opinion, to show where it begins to differ."""
    words = fold(quote).split(" ")
    for many in range(len(words) - 1, 2, -1):
        start = " ".join(words[:many])
        if any(text.find(start) for text in texts):
            return f"it agrees as far as: … {' '.join(words[max(0, many - 5) : many])}"
    return "copy it from the opinion word for word"


_VOLUME = r"(?:\d{1,4}|\d{4}-\d)"
_REPORTER = r"(?:[A-Z][A-Za-z.'’]*\.?(?:\s?(?:\d[a-z]{1,2}|[A-Z][A-Za-z.'’]*\.?|&|of))*(?:\s?\([^)]*\))?)"
_COURT_YEAR = r"\((?:[A-Z0-9][^()]*\s)?\d{4}\)"
_CASE = re.compile(
    rf"{_VOLUME}\s{_REPORTER}\s(?:_+|\d{{1,5}})(?:,\s?\d+(?:[-\u2013]\d+)?)?(?:\s?nn?\.\s?\d+)?"
    rf"(?:,\s{_VOLUME}\s{_REPORTER}\s\d{{1,5}}(?:,\s?\d+)?)*\s{_COURT_YEAR}(?:\s\([^()]+\))*"
)
_NEUTRAL = re.compile(r"\[\d{4}\]\s(?:\d+\s)?[A-Z][A-Za-z. ]*\s?\d+(?:\s\([A-Za-z]+\))?")
_STATUTE = re.compile(
    r".*(?:§§?\s?\d|\bart\.\s?[IVX\d]|\bamend\.\s?[IVX\d]|\bcl\.\s?\d|\b[Rr]ule\s\d|\bAmdt\.\s?[IVX\d]|(?<!\.)\b[sc]\.\s?\d|\bStat\.\s\d).*"
)


def check_citations(case: Case) -> list[Diagnostic]:
    """Citations of authorities, and of the case itself, that are not in a known form. They are warnings."""
    rows: list[tuple[Key, str]] = [
        (("authorities", place, "cite"), item.cite) for place, item in enumerate(case.authorities)
    ]
    if case.real and case.citation:
        rows.append((("citation",), case.citation))
    help = "write volume, reporter, page and (court year), such as 785 F.2d 534 (CA5 1986)"
    return [
        Diagnostic("M318", f"this citation has no form we know: {cite}", key, help, "warning")
        for key, cite in rows
        if not (_CASE.fullmatch(cite) or _NEUTRAL.fullmatch(cite) or _STATUTE.fullmatch(cite))
    ]
