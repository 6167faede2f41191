"""Citations held against the list of reporters that have existed: eyecite and reporters-db, where they are installed.

They are an extra (``pip install moot[citations]``) and are imported only here and late. Without them a citation is known by its
form alone (:mod:`moot.files.cites.form`), and nothing is said of its reporter.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from typing import Any

from moot.case import Case
from moot.errors import Diagnostic
from moot.files.cites.form import reporter_of, well_formed

__all__ = ["at_hand", "check_reporters", "form_is_known"]

_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\)(?:\s\([^()]*\))*$")
_SERIES = re.compile(r"\d(?:d|th)\b")
"""A later series of a reporter, such as `F.3d`, has a year before which it cannot be cited."""

_WHOLE = re.compile(r"(?:,?\s(?:at\s)?[\d*¶§ n.,&-]{1,40})?(?:\s\([^()]{1,80}\)){0,4}")


def at_hand() -> bool:
    """Whether the list can be read."""
    return all(importlib.util.find_spec(name) is not None for name in ("eyecite", "reporters_db"))


def check_reporters(case: Case) -> list[Diagnostic]:
    """Warnings of reporters that do not exist, are written otherwise, or are of a series that began after the year of the citation.

    Nothing is said of an invented case, whose reporters may be invented too, nor of a citation of another country.
    """
    if not case.real or not at_hand():
        return []
    found = []
    for index, authority in enumerate(case.authorities):
        said = _problem(authority.cite)
        if said is not None:
            found.append(Diagnostic("M318", said[0], ("authorities", index, "cite"), said[1], "warning"))
    return found


def form_is_known(cite: str) -> bool:
    """Whether a citation has a form that we or eyecite know."""
    return well_formed(cite) or (at_hand() and _read_whole(cite))


def _read_whole(cite: str) -> bool:
    from eyecite import get_citations

    found: list[Any] = get_citations(cite)  # its classes are not all typed
    return any(
        each.span()[0] == 0 and _WHOLE.fullmatch(cite[each.span()[1] :])
        for each in found
        if type(each).__name__.startswith("Full")
    )


def _problem(cite: str) -> tuple[str, str] | None:
    from reporters_db import EDITIONS, REPORTERS, VARIATIONS_ONLY

    name = reporter_of(cite)
    if not name:
        return None
    if name not in EDITIONS and name not in VARIATIONS_ONLY:
        letters = _letters(name)
        near = sorted(each for each in EDITIONS if _letters(each) == letters)
        said = f"no reporter is called `{name}`: {cite}"
        return (said, f"did you mean {' or '.join(f'`{each}`' for each in near[:4])}?") if near else None
    year, series = _YEAR.search(cite), _SERIES.search(name)
    starts = _starts(name, EDITIONS, REPORTERS) if name in EDITIONS and series else []
    if year is None or not starts or int(year[1]) >= min(starts):
        return None
    said = f"`{name}` has no volume of {year[1]}: {cite}"
    return said, f"it began in {min(starts)}; correct the series or the year"


def _starts(edition: str, editions: Mapping[str, str], reporters: Mapping[str, Any]) -> list[int]:
    """The years in which a series of this name began, for each reporter that has one.

    Only these are used: the list's first years of old reporters and its last years are not all right.
    """
    return [
        run["start"].year
        for reporter in reporters[editions[edition]]
        for name, run in reporter["editions"].items()
        if name == edition and run["start"] is not None
    ]


def _letters(name: str) -> str:
    """A reporter's letters: the part that a wrong number of a series or a missing stop leaves as it is."""
    return re.sub("[^A-Za-z]", "", re.sub(r"\d(?:st|nd|rd|d|th)\b", "", name)).lower()
