"""What the first lines of an opinion say of it: parties, citation, docket, dates."""

from __future__ import annotations

import re
from datetime import datetime

__all__ = ["head_of"]

_CAPTION = re.compile(r"^\s*([A-Z][^\n]{2,80}?\s(?:v\.|V\.|versus)\s[^\n,(]{2,80}?)(?=,\s\d|\s*\(|\s*$)", re.MULTILINE)
_CITE = re.compile(
    r"\b(\d{1,4})\s(U\.\s?S\.|F\.\s?[23]d|F\.\s?4th|F\.\s?Supp\.(?:\s?[23]d)?|S\.\s?Ct\.)\s(\d{1,5})\b(?:\s\((\d{4})\))?"
)
_DOCKET = re.compile(r"\bNos?\.\s(\d{1,3}[-\u2013]\d{1,5})")
_DATE = r"((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?\s(\d{1,2}),\s(\d{4})"
_ARGUED = re.compile(rf"\b[Aa]rgued\s{_DATE}", re.IGNORECASE)
_DECIDED = re.compile(rf"\b[Dd]ecided\s{_DATE}", re.IGNORECASE)
_LOOKED_AT = 4000


def head_of(text: str) -> dict[str, str]:
    """What is known of caption, citation, docket, argued and decided; what is not found is left out."""
    text = text[:_LOOKED_AT]
    found: dict[str, str] = {}
    caption = _CAPTION.search(text)
    if caption:
        found["caption"] = re.sub(r"\s+", " ", caption[1]).strip()
    for key, pattern in (("argued", _ARGUED), ("decided", _DECIDED)):
        date = pattern.search(text)
        if date:
            found[key] = _iso(*date.groups())
    cite = _CITE.search(text)
    year = (cite and cite[4]) or found.get("decided", "")[:4]
    if cite and year:
        found["citation"] = f"{cite[1]} {re.sub(r'(?<=[.])[ ]', '', cite[2])} {cite[3]} ({year})"
    docket = _DOCKET.search(text)
    if docket:
        found["docket"] = docket[1].replace("\u2013", "-")
    return {key: value for key, value in found.items() if value}


def _iso(month: str, day: str, year: str) -> str:
    try:
        return datetime.strptime(f"{month[:3].title()} {day} {year}", "%b %d %Y").date().isoformat()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return ""
