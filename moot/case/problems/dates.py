"""M471 to M474: dates and years agree with one another."""

from __future__ import annotations

import re

from moot.case.case import Case
from moot.case.problems.notes import Notes
from moot.case.words import Status

__all__ = ["check"]

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_YEAR = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2}|2[12][0-9]{2})(?![0-9])")


def check(case: Case, notes: Notes) -> None:
    """Compare the dates of the case, then each authority with its citation and with the argument."""
    argued, decided = case.argued, case.decided
    if argued and decided and decided < argued:
        notes.error(
            "M471",
            ("argued",),
            f"the case was argued on {argued}, after it was decided on {decided}",
            "correct one of the two dates",
        )
    below = years(case.below.citation)
    if below and (argued or decided) and min(below) > _year(argued or decided):
        notes.error(
            "M471",
            ("below", "citation"),
            f"the judgment below is of {min(below)}, after {_year(argued or decided)}, the year of this case",
            "correct the citation or the date",
        )
    own = years(case.citation)
    if own and decided and _year(decided) not in own:
        notes.error(
            "M474",
            ("citation",),
            f"the citation says {_listed(own)}, but the case was decided on {decided}",
            "correct one of the two",
        )
    _authorities(case, notes)


def _authorities(case: Case, notes: Notes) -> None:
    day = case.argued or case.decided
    for index, authority in enumerate(case.authorities):
        cited = years(authority.cite)
        if cited and authority.year not in cited:
            notes.error(
                "M474",
                ("authorities", index, "year"),
                f"`{authority.id}` has the year {authority.year}, but its citation says {_listed(cited)}",
                "correct one of the two",
            )
        if not day:
            continue
        later = authority.status is Status.LATER
        if authority.year > _year(day) and not later:
            notes.error(
                "M472",
                ("authorities", index, "year"),
                f"`{authority.id}` is of {authority.year}, and the case was {_what(case)} on {day}",
                "correct the year, or give it `status: later` and keep it for `aftermath`",
            )
        if authority.year < _year(day) and later:
            notes.error(
                "M473",
                ("authorities", index, "status"),
                f"`{authority.id}` is of {authority.year}, before the case was {_what(case)} on {day}",
                "give it the status it had on that day, or correct the year",
            )


def years(cite: str) -> tuple[int, ...]:
    """The years a citation of a decision gives in parentheses; none for a statute, whose year is its edition's."""
    if "§" in cite:
        return ()
    return tuple(int(year) for inside in _IN_BRACKETS.findall(cite) for year in _YEAR.findall(inside))


def _year(date: str) -> int:
    return int(date[:4])


def _what(case: Case) -> str:
    return "argued" if case.argued else "decided"


def _listed(found: tuple[int, ...]) -> str:
    return " and ".join(str(year) for year in found)
