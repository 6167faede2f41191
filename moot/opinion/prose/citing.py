"""Citations as the Bluebook (16th ed. 1996) has them: signals, order, pin cites, parentheticals, short forms."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from moot.case import Authority, Case, Citation, Signal, Status
from moot.opinion.prose.clauses import formal
from moot.opinion.prose.grammar import mid

__all__ = ["AGAINST", "full", "pin_of", "short", "short_name", "string"]

AGAINST = (Signal.CONTRA, Signal.BUT_SEE, Signal.BUT_CF)
"""Signals that set an authority against the proposition."""

_ORDER = (Signal.DIRECT, Signal.SEE, Signal.SEE_ALSO, Signal.CF, *AGAINST)
_WRITTEN = {
    Signal.DIRECT: "", Signal.SEE: "see", Signal.SEE_ALSO: "see also", Signal.CF: "cf.", Signal.CONTRA: "contra,",
    Signal.BUT_SEE: "but see", Signal.BUT_CF: "but cf.",
}  # fmt: skip
_BY = re.compile(r"^(.*?),? \(([^()]*(?:J\.|JJ\.)[^()]*|plurality opinion)\)$")
_CITE = re.compile(r"^(\d+) (.+?) (\d+)(?:, ([\d–-]+(?: nn?\. ?[\d–-]+)?))?(, .+?)? \(([^()]*\d{4})\)(.*)$")
_GOVERNMENTS = re.compile(
    r"^(?:City|County|Town|Village|State|People|Commonwealth|United States|Queen|King|Rex|Regina|Board|Department) ?(?:of\b.*)?$|^(?:Alabama|Alaska|Arizona|"
    r"Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|"
    r"Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|"
    r"New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|"
    r"Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)$"
)
_CIRCUIT = {"1": "1st", "2": "2d", "3": "3d", "DC": "D.C.", "Fed": "Fed."}


class _Parts(NamedTuple):
    """A case citation taken apart."""

    name: str
    by: str
    volume: str
    reporter: str
    page: str
    pin: str
    parallel: str
    court_and_year: str
    tail: str


def _courts(cite: str) -> str:
    """`CA9` as `9th Cir.`."""
    return re.sub(r"\bCA ?(\d+|DC|Fed)\b", lambda found: f"{_CIRCUIT.get(found[1], found[1] + 'th')} Cir.", cite)


def _parts(authority: Authority) -> _Parts | None:
    name, by = authority.name, ""
    if found := _BY.match(name):
        name, by = found[1], found[2]
    cite = _CITE.match(_courts(authority.cite))
    if cite is None:
        return None
    volume, reporter, page, pin, parallel, court, tail = cite.groups()
    return _Parts(name, by, volume, reporter, page, pin or "", parallel or "", court, tail)


def pin_of(pin: str) -> str:
    """A pin cite: `334 n.3` for `334 n. 3`, plain hyphens."""
    return re.sub(r"\b(nn?)\. +(?=\d)", r"\1.", pin.replace("–", "-"))


def _constitution(authority: Authority) -> bool:
    return "Const." in authority.cite


def _section(authority: Authority) -> str:
    """A constitution or statute, with its name where the citation alone would not tell it."""
    cite = _courts(authority.cite)
    return (
        f"{authority.name} {cite}"
        if cite.startswith("§")
        else f"{authority.name}, {cite}"
        if cite.startswith("ch.")
        else cite
    )


def _names_the_book(authority: Authority) -> bool:
    """Whether the citation of a book gives its author and title already: `4 W. Blackstone, Commentaries *189 (1769)`."""
    title = re.split(r", |'s ", authority.name)[-1]
    return title in authority.cite


def full(authority: Authority, pin: str = "") -> str:
    """The whole citation without a signal."""
    if authority.enacted:
        return _section(authority)
    if _names_the_book(authority):
        return authority.cite
    parts = _parts(authority)
    if parts is None:
        cite = _courts(authority.cite)
        return f"{authority.name}{'' if cite.startswith('§') else ','} {cite}"
    at = pin_of(pin or parts.pin) if not parts.parallel else ""
    place = f"{parts.volume} {parts.reporter} {parts.page}{f', {at}' if at else ''}{parts.parallel}"
    by = f" ({parts.by})" if parts.by and parts.by not in parts.tail else ""
    return f"{parts.name}, {place} ({parts.court_and_year}){parts.tail}{by}"


def short_name(authority: Authority) -> str:
    """The name by which a case is called after its first citation."""
    if authority.short:
        return re.sub(r" \([^()]*\)$", "", authority.short)
    found = _BY.match(authority.name)
    parties = (found[1] if found else authority.name).split(" v. ")
    return parties[1] if len(parties) == 2 and _GOVERNMENTS.match(parties[0]) else parties[0]


def short(authority: Authority, pin: str = "") -> str:
    """The citation after the first: `Brower, 489 U.S., at 597`."""
    if authority.enacted:
        return _section(authority)
    parts = _parts(authority)
    at = pin_of(pin or (parts.pin if parts else ""))
    if parts is None or parts.parallel or not at:
        return f"{short_name(authority)}, supra"
    by = f" ({parts.by})" if parts.by else ""
    return f"{short_name(authority)}, {parts.volume} {parts.reporter}, at {at}{by}"


def _rank(authority: Authority) -> tuple[int, int]:
    """Constitutions first, then enactments, binding cases, other cases, dissents; older before newer."""
    if _constitution(authority):
        return 0, authority.year
    if authority.enacted:
        return 1, authority.year
    if authority.status is Status.DISSENT:
        return 4, authority.year
    if _parts(authority) is None:
        return 5, authority.year
    return (2 if authority.status is Status.BINDING else 3), authority.year


def string(case: Case, cites: Sequence[tuple[Authority, Citation]], known: Collection[str]) -> str:
    """A citation sentence, or two where some authorities are against; ``known`` are cited already and get short forms."""
    groups: dict[Signal, list[str]] = {}
    signals = {citation.signal for _, citation in cites}
    for authority, citation in sorted(cites, key=lambda pair: _rank(pair[0])):
        written = short(authority, citation.pin) if authority.id in known else full(authority, citation.pin)
        if at := _below(case, authority, citation.pin):
            written = at
        signal = citation.signal
        if signal is Signal.SEE_ALSO and not signals & {Signal.DIRECT, Signal.SEE}:
            signal = Signal.SEE
        if signal is Signal.SEE and Signal.DIRECT in signals and _constitution(authority):
            signal = Signal.DIRECT
        groups.setdefault(signal, []).append(written + _parenthetical(case, authority, citation))
    supporting = [signal for signal in _ORDER if signal in groups and signal not in AGAINST]
    sentences = [_sentence([(_WRITTEN[signal], groups[signal]) for signal in supporting])] if supporting else []
    sentences += [_sentence([(_WRITTEN[signal], groups[signal])]) for signal in AGAINST if signal in groups]
    return " ".join(sentences)


def _below(case: Case, authority: Authority, pin: str) -> str:
    """The judgment under review, which the opinion has cited already: `98 F.3d, at 445` or `98 F.3d 434`; empty for anything else."""
    parts = _parts(authority)
    mine = re.match(r"^(\d+) (.+?) (\d+)\b", _courts(case.below.citation))
    if parts is None or mine is None or mine.groups() != (parts.volume, parts.reporter, parts.page):
        return ""
    at = pin_of(pin or parts.pin)
    by = f" ({parts.by})" if parts.by else ""
    place = f", at {at}" if at else f" {parts.page}"
    return f"{parts.volume} {parts.reporter}{place}{by}"


def _sentence(groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    text = "; ".join(f"{signal} {'; '.join(items)}".strip() for signal, items in groups)
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _parenthetical(case: Case, authority: Authority, citation: Citation) -> str:
    """The parenthetical of this use; a comparison without one of its own says what the authority stands for."""
    told = citation.says or (authority.says if citation.signal in (Signal.CF, Signal.BUT_CF) else "")
    if not told:
        return ""
    told = mid(case, formal(told).rstrip(".").replace("(", "[").replace(")", "]"))
    return f" ({told})"
