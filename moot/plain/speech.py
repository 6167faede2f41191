"""Words around what the case file says: who speaks, the two halves of a point, a clock, a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.case import Answer, Case, Side
from moot.bench.persona import Bench

__all__ = ["counsel", "halves", "judge_label", "last_name", "listed", "plural", "picked"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "kc", "qc"})
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"')\u201d\u2019]*\s+(?=[\"'(\u201c\u2018]?[A-Z])")
_ABBREVIATION = re.compile(r"(?:\b(?:v|vs|Mr|Mrs|Ms|Dr|No|Nos|St|n|nn|Cal|Fed|Supp|Veh|Amdt|Const|Art|Sec)|\b[A-Z])\.$")


def last_name(name: str) -> str:
    """The family name of ``Paul J. Hedlund`` or ``John Lee, Jr.``."""
    words = [word.strip(",.") for word in name.split()]
    kept = [word for word in words if word.lower() not in _SUFFIXES] or words
    return kept[-1] if kept else name


def counsel(case: Case, side: Side) -> str:
    """The name under which counsel's words stand in the transcript."""
    return last_name(case.party(side).counsel).upper()


def judge_label(bench: Bench, judge: str) -> str:
    """The name under which a judge's words stand in the transcript."""
    sitting = bench.judge.get(judge)
    return (sitting.title if sitting else judge).upper()


def halves(speech: str) -> tuple[str, str]:
    """A speech in two, at the end of the sentence nearest its middle; a single sentence is cut between words."""
    total = len(speech.split())
    best, nearest = 0, total
    for match in _SENTENCE_END.finditer(speech):
        before = speech[: match.start()]
        if _ABBREVIATION.search(before):
            continue
        away = abs(total - 2 * len(before.split()))
        if away < nearest:
            best, nearest = match.end(), away
    if best:
        return speech[:best].strip(), speech[best:].strip()
    words = speech.split()
    middle = -(-len(words) // 2)
    return f"{' '.join(words[:middle])} --", " ".join(words[middle:])


def picked(case: Case, answer: Answer) -> str:
    """What an answer from the table or the record names: an authority with its cite, or an entry with its page."""
    if answer.picks is None:
        return ""
    authority = case.authority.get(answer.picks)
    if authority is not None:
        return f"{authority.name}, {authority.cite}"
    item = case.record_item.get(answer.picks)
    if item is None:
        return answer.picks
    return f"page {item.page}: {item.text}" if item.page else item.text


def listed(items: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def plural(count: int, one: str, many: str = "") -> str:
    """``1 move``, ``2 moves``."""
    return f"{count} {one if count == 1 else many or one + 's'}"
