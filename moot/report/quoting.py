"""How often the words of an opinion are quoted beside what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from moot.report.values import MarkReport

__all__ = ["quoted_once"]


def quoted_once(found: Iterable[MarkReport]) -> Iterator[MarkReport]:
    """The marks in their order, each passage quoted where it is first spoken of; after that our words and the page tell it again."""
    told: set[tuple[str, str]] = set()
    for mark in found:
        passage = (mark.opinion, mark.holding)
        yield replace(mark, quote="") if passage in told else mark
        if mark.quote:
            told.add(passage)
