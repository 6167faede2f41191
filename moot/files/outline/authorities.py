"""The cases that an opinion cites: name, citation, year, the first page it is cited for, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from moot.files.outline.sentences import PagedWords

__all__ = ["STATES", "CitedCase", "authorities", "statutes"]

_ABBREVIATED = r"[A-Z][A-Za-z.]{0,9}(?:\s?(?:[A-Z][A-Za-z.]{0,7}|[2-4]d|4th)){0,3}"
_RANGE = r"\d{1,5}(?:[-\u2013]\d{1,5})?(?:,?\sn\.\s?\d{1,3})?"
_CORE = re.compile(rf"(?<=,\s)(?P<volume>\d{{1,4}})\s(?P<reporter>{_ABBREVIATED})\s(?P<page>\d{{1,5}})(?![\w-])")
_PIN = re.compile(rf",\s({_RANGE}(?:,\s{_RANGE}){{0,3}})(?=[\s,;.)]|$)(?!\s[A-Z])")
_PARALLEL = re.compile(rf",\s\d{{1,4}}\s{_ABBREVIATED}\s\d{{1,5}}(?:,\s{_RANGE}(?!\d|\s[A-Z]))?")
_WHEN = re.compile(r"\s\(((?:[^()\n]{0,50}\s)?)(1[6-9]\d\d|20\d\d)\)")
_PARTY_WORD = re.compile(r"\(?[A-Z][A-Za-z.'’&-]{0,30},?|\d{1,3}|of|the|ex|rel\.|and|for|de|la|re|&")
_LONGEST_NAME = 160
_MOST_WORDS = 8
_MOST_CASES = 1000
_FAR = 100_000
_STATUTE = re.compile(r"\b\d{1,2}\sU\.\s?S\.\s?C\.\s§{1,2}\s?\d[\w.()-]{0,20}")
_AGAIN = re.compile(rf"\b[Ii]d\.,\sat\s({_RANGE})")
_LEADING = re.compile(
    r"^(?:(?:See|But see|But cf|Cf|Accord|Compare|In|With|And|The|Both|Citing|Quoting|As|Since|Thus|Although|While|Under|Nor|Contra|E\. g|E\.g|also|see|cf|e|g|in)\.?,?\s)+"
)
_SUPREME = re.compile(r"U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.")
_CIRCUITS = {
    "1": "First", "2": "Second", "3": "Third", "4": "Fourth", "5": "Fifth", "6": "Sixth", "7": "Seventh", "8": "Eighth", "9": "Ninth",
    "10": "Tenth", "11": "Eleventh",
}  # fmt: skip


_NEAR = 1500
"""Characters after a citation in which an `id.` may still mean it, if nothing else is cited between."""
STATES = frozenset(
    "united-states us u-s ins state people commonwealth alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia washington west-virginia wisconsin wyoming".split()  # noqa: SIM905 - a list of sixty strings would hide them
)  # fmt: skip
"""Parties after whom no case is called."""


@dataclass(frozen=True)
class CitedCase:
    """A case that an opinion cites."""

    id: str
    name: str
    cite: str
    court: str
    year: int
    pin: str
    """The first page of it that is cited; empty where none is."""
    at: str
    """The page of the opinion where it is first cited."""
    supreme: bool


def authorities(words: PagedWords) -> list[CitedCase]:
    """Every case with a full citation and a year, in the order in which they come."""
    found: dict[tuple[str, str, str], CitedCase] = {}
    taken: set[str] = set()
    for core in _CORE.finditer(words.text):
        name = _name_before(words.text, core.start())
        reporter = re.sub(r"(?<=\.)\s(?=[A-Z0-9])", "", core["reporter"])
        key = (core["volume"], reporter, core["page"])
        at = core.end()
        pin = _PIN.match(words.text, at)
        at = pin.end() if pin else at
        for _ in range(4):
            parallel = _PARALLEL.match(words.text, at)
            at = parallel.end() if parallel else at
        when = _WHEN.match(words.text, at)
        if when is None or key in found or not name:
            continue
        said = (
            (pin[1] if pin else _later_pin(words.text, core.end(), key)).replace("\u2013", "-").replace(", n.", " n.")
        )
        supreme = bool(_SUPREME.fullmatch(core["reporter"]))
        court, short = _court(when[1].strip(), supreme=supreme)
        cite = f"{core['volume']} {reporter} {core['page']} ({short + ' ' if short else ''}{when[2]})"
        where = words.pages_of((core.start(), core.end()))
        found[key] = CitedCase(_id(name, taken), name, cite, court, int(when[2]), said, where, supreme)
        if len(found) == _MOST_CASES:
            break
    return list(found.values())


def _name_before(text: str, place: int) -> str:
    """The name of the case whose citation begins here; empty where none stands before it."""
    before = text[max(0, place - _LONGEST_NAME) : place - 2]
    first, versus, second = before.rpartition(" v. ")
    if (
        not versus
        or not second
        or re.search(r"\n|,\s\d", second)
        or not second[0].isupper()
        or len(second.split()) > _MOST_WORDS
    ):
        return ""
    party: list[str] = []
    for word in reversed(first.split(" ")):
        if (
            len(party) == _MOST_WORDS
            or not _PARTY_WORD.fullmatch(word)
            or (party and word.endswith((".", ",")) and len(word) > 6)
        ):
            break
        party.insert(0, word.lstrip("("))
    while party and not party[0][0].isupper():
        party.pop(0)
    name = _LEADING.sub("", " ".join(party) + " ").strip()
    return f"{name} v. {second}" if name else ""


def statutes(words: PagedWords) -> list[str]:
    """Sections of the United States Code that are cited; the opinion does not give their year."""
    found = (
        re.sub(r"\s+", " ", each.group().replace("U. S. C.", "U.S.C.")).rstrip(".")
        for each in _STATUTE.finditer(words.text)
    )
    return list(dict.fromkeys(found))


def _later_pin(text: str, end: int, key: tuple[str, str, str]) -> str:
    """The first page cited of a case whose full citation names none: an `id.` right after it, or its volume again."""
    near = _AGAIN.search(text, end, end + _NEAR)
    if near is not None and not _CORE.search(text, end, near.start()):
        return near[1]
    reporter = re.escape(key[1]).replace(r"\.", r"\.\s?")
    again = re.compile(rf"\b{key[0]}\s{reporter},\sat\s({_RANGE})").search(text, end, end + _FAR)
    return again[1] if again else ""


def _court(said: str, *, supreme: bool) -> tuple[str, str]:
    """The court as the table of authorities names it, and as a citation does."""
    if supreme:
        return "U.S. Supreme Court", ""
    circuit = re.fullmatch(r"CA\s?(\d{1,2})|(\d{1,2})(?:st|d|nd|rd|th)\sCir\.", said)
    if circuit:
        number = circuit[1] or circuit[2]
        ending = {"1": "st", "2": "d", "3": "d"}.get(number, "th")
        return f"{_CIRCUITS.get(number, number)} Circuit", f"{number}{ending} Cir."
    return said or "TODO: the court", said


def _id(name: str, taken: set[str]) -> str:
    first, _, second = name.partition(" v. ")
    plain = [re.sub("[^a-z0-9]+", "-", part.lower()).strip("-") for part in (first, second)]
    if (plain[0] in STATES and plain[1] not in STATES) or len(plain[0]) == 1:
        plain.reverse()
    short = plain[0].split("-")[-1] if len(plain[0]) > 20 else plain[0]
    for id in (
        short,
        "-".join(part for part in plain if part)[:40].strip("-"),
        *(f"{short}-{n}" for n in range(2, 99)),
    ):
        if id and id not in taken:
            taken.add(id)
            return id
    raise AssertionError("a hundred cases of one name")
