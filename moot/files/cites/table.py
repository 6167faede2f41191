"""The table of authorities of a case: each authority under its kind, where counsel cite it, and where the opinions at hand do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from moot.case import Argument, Authority, Case, Side
from moot.errors import MootError
from moot.files.cites.form import is_case
from moot.files.cites.opinion_text import OpinionText, read_opinion
from moot.files.outline.authorities import STATES
from moot.opinion.prose.grammar import roman

__all__ = ["AuthorityRow", "authority_rows"]

KINDS = ("Cases", "Constitutional provisions", "Statutes, rules and regulations", "Other authorities")
PASSIM = 5
"""An authority that stands in more places than this is cited passim."""

_GENERIC = frozenset({"united states", "state", "people", "commonwealth", "in re", "ex parte"})
_APART = re.compile(r"\(([A-Z][\w'’-]+),\s(?:C\.\s)?J\.,[^()]*(?:concurring|dissenting)")
"""An opinion apart, in the name of an authority, and who wrote it."""

_NEAR = 160
"""Characters after a citation in which the writer of an opinion apart is named."""

_VOLUME = re.compile(r"(\d{1,4})\s([A-Z][A-Za-z.' ]{0,24}?(?:\d(?:d|th))?)\s(\d{1,5})\b")


@dataclass(frozen=True)
class AuthorityRow:
    """One authority. ``heads`` and ``pages`` are places, or `passim` alone where there are many."""

    kind: str
    name: str
    cite: str
    heads: tuple[str, ...]
    """The headings of counsel under which it is cited: `Petitioner I, II`."""
    pages: tuple[str, ...]
    """Pages of the opinions whose text is at hand."""


def authority_rows(case: Case, folder: Path) -> list[AuthorityRow]:
    """The rows in the order in which they are printed: by kind, and within a kind by name.

    The opinions' texts are looked for in ``folder``; one that is not there or cannot be read gives no pages.
    """
    texts = list(_texts(case, folder))
    cited = _cited(case)
    rows = [
        AuthorityRow(
            _kind(each),
            each.name,
            each.cite,
            _headings(case, cited.get(each.id, [])),
            _passim(_pages(each, case, texts)),
        )
        for each in case.authorities
    ]
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), _sorted_as(row.name), row.cite))


def _texts(case: Case, folder: Path) -> Iterator[OpinionText]:
    for name in dict.fromkeys(opinion.text for opinion in case.opinions):
        if name is not None and Path(name).name == name:
            try:
                yield read_opinion(folder / name)
            except MootError:
                continue


def _kind(authority: Authority) -> str:
    if is_case(authority.cite):
        return KINDS[0]
    if re.search(r"\bConst\b|\bAm(?:dt|end)", f"{authority.cite} {authority.name}"):
        return KINDS[1]
    return KINDS[2] if authority.enacted or "statute" in authority.court.lower() else KINDS[3]


def _sorted_as(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s", "", name.lower())


def _cited(case: Case) -> dict[str, list[tuple[Side, str]]]:
    """For each authority the side and head of every argument that cites it; the head is empty in a reply."""
    found: dict[str, list[tuple[Side, str]]] = {}
    for point in case.points:
        arguments: list[Argument] = [point.argument]
        waiting = list(point.questions)
        while waiting:
            for answer in waiting.pop().answers:
                waiting += answer.follow_ups
                if answer.argument is not None:
                    arguments.append(answer.argument)
        for argument in arguments:
            for id in dict.fromkeys((*argument.cites, *(each.authority for each in argument.citations))):
                found.setdefault(id, []).append((point.side, point.head or ""))
    return found


def _headings(case: Case, places: list[tuple[Side, str]]) -> tuple[str, ...]:
    told = []
    for side in Side:
        ids = [head.id for head in case.heads if head.side is side]
        numbers = sorted({ids.index(head) for one, head in places if one is side and head in ids})
        names = [roman(number + 1) for number in numbers]
        names += ["rebuttal"] if any(one is side and not head for one, head in places) else []
        if names:
            told.append(f"{str(side).capitalize()} {', '.join(names)}")
    return tuple(told)


def _passim(pages: list[str]) -> tuple[str, ...]:
    return ("passim",) if len(pages) > PASSIM else tuple(pages)


@dataclass(frozen=True)
class _Cited:
    """What is looked for of one authority in the text of an opinion."""

    volume: str = ""
    """A pattern of its volume and reporter; empty for what is in no reporter."""
    page: int = 0
    until: int = 10**6
    """The page on which the next authority of the volume begins."""
    writer: str = ""
    """Who wrote it, where it is an opinion apart; then only citations that name the writer are its own."""
    words: tuple[re.Pattern[str], ...] = ()
    """Its names, or its section."""


def _pages(authority: Authority, case: Case, texts: list[OpinionText]) -> list[str]:
    """The pages on which the opinions cite it, in order: by volume and page, by section, or by its name where it is cited in full too."""
    wanted = _wanted(authority, case)
    found: dict[tuple[bool, int, int], str] = {}
    for text in texts:
        for offset in _places(wanted, text.text, invented=not case.real):
            page = text.where(offset)
            if page is not None:
                found[page.paragraph, page.first, page.note] = str(page)
    return [found[place] for place in sorted(found)]


def _places(wanted: _Cited, text: str, *, invented: bool) -> list[int]:
    named = [match.start() for pattern in wanted.words for match in pattern.finditer(text)]
    if not wanted.volume:
        return named
    full = [
        match.start()
        for match in re.finditer(rf"{wanted.volume},?\s(at\s)?(\d{{1,5}})", text)
        if _is_its(match, wanted) and _is_by(wanted.writer, text[match.end() : match.end() + _NEAR])
    ]
    # The opinions of an invented case may cite by name alone.
    return [*full, *(named if (full or invented) and not wanted.writer else [])]


def _is_its(match: re.Match[str], wanted: _Cited) -> bool:
    """Whether a citation of this volume is of this authority: its first page, or a pin before the next one begins."""
    page = int(match[2])
    return wanted.page <= page < wanted.until if match[1] else page == wanted.page


def _is_by(writer: str, after: str) -> bool:
    return not writer or re.search(rf"\b{re.escape(writer)},\s(?:C\.\s?)?J\.", after, re.IGNORECASE) is not None


def _wanted(authority: Authority, case: Case) -> _Cited:
    cite = _VOLUME.match(authority.cite)
    if cite is not None:
        same = [_VOLUME.match(each.cite) for each in case.authorities]
        later = [
            int(each[3])
            for each in same
            if each and each[1] == cite[1] and each[2] == cite[2] and int(each[3]) > int(cite[3])
        ]
        reporter = r"\s?".join(re.escape(part) for part in re.findall(r"[A-Za-z']+\.?|\d\w*", cite[2]))
        apart = _APART.search(authority.name)
        names = [each for each in (authority.short, _party(authority.name)) if each]
        return _Cited(
            rf"(?<!\d){cite[1]}\s{reporter}",
            int(cite[3]),
            min(later, default=10**6),
            apart[1] if apart else "",
            tuple(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in dict.fromkeys(names)),
        )
    section = re.search(r"§+\s?([\w.-]*\w)", authority.cite)
    if section is not None:
        return _Cited(words=(re.compile(rf"§+\s?(?:[\w.-]+(?:,\s|\sand\s))?{re.escape(section[1])}(?!\w)"),))
    name = re.escape(authority.short or authority.name)
    return _Cited(words=(re.compile(rf"(?<!\w){name}(?!\w)"),))


def _party(name: str) -> str:
    """The first party, unless many cases are of that name; then the second."""
    parties = [re.sub(r"\s*\([^()]*\)$", "", part).strip() for part in name.split(" v. ")]
    rare = [part for part in parties if part.lower() not in _GENERIC and part.lower().replace(" ", "-") not in STATES]
    return rare[0] if len(parties) > 1 and rare else ""
