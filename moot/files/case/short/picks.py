"""Which authority or entry of the record an answer picks, by its own words: `Oxley, where ...`, `Page 8, where ...`."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.files.case.short.writing import maps
from moot.files.yaml.values import Map, Value

__all__ = ["picked"]

_GENERIC = frozenset(
    {"united states", "state", "people", "commonwealth", "town", "city", "county", "board", "in re", "ex parte"}
)
_PAGE = re.compile(r"\b[Pp]ages?\s([0-9][\w.:-]*\w|[0-9])")


def picked(case: Map, pick: str, text: str) -> tuple[str, ...]:
    """The ids that these words may mean: one where they are clear, none or several where they are not."""
    return _entries(case, text) if pick == "record" else _authorities(case, text) if pick == "authority" else ()


def _entries(case: Map, text: str) -> tuple[str, ...]:
    pages = _PAGE.findall(text)
    return tuple(str(each.get("id")) for _, each in maps(case.get("record")) if str(each.get("page", "")) in pages[:1])


def _authorities(case: Map, text: str) -> tuple[str, ...]:
    found = [each for _, each in maps(case.get("authorities")) if any(_named(name, text) for name in _names(each))]
    if len(found) > 1:
        # An opinion and its dissent have one name.
        dissent = bool(re.search(r"\bdissent", text, re.IGNORECASE))
        found = [each for each in found if (each.get("status") == "dissent") is dissent]
    return tuple(str(each.get("id")) for each in found)


def _names(authority: Map) -> list[str]:
    """What an authority may be called: its short name, its name, and its parties but for those that many cases have."""
    name = _text(authority.get("name"))
    parties = [re.sub(r"\s*\([^()]*\)$", "", part).strip() for part in name.split(" v. ")] if " v. " in name else []
    return [each for each in (_text(authority.get("short")), name, *parties) if each and each.lower() not in _GENERIC]


def _text(value: Value | None) -> str:
    return str(value) if isinstance(value, str) else ""


def _named(name: str, text: str) -> bool:
    return bool(_whole(name).search(text))


@lru_cache(maxsize=256)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
