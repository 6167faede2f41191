"""A ballot filled in blind, line by line; then moot's beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TextIO

from moot.files.sheet import Heading, Sheet
from moot.plain.page import BLANK, Page, Para
from moot.report.judging import Beside, beside, totals
from moot.report.values import BallotReport

__all__ = ["beside_lines", "fill"]

_REASONS = 3
"""How many losses are told under a heading."""


def fill(sheet: Sheet, card: BallotReport, page: Page, source: TextIO) -> tuple[Beside, ...]:
    """Ask for a mark under every heading, and show nothing of moot's until all are in. At the end of the input the rest are left out."""
    page.put([BLANK, Para(f"{sheet.title}: {card.counsel}, for {card.called}")])
    page.say("A number under each heading; nothing to leave one out. moot's own marks come after the last.")
    given = [_ask(heading, page, source) for heading in sheet.headings]
    found = beside(sheet, card, given)
    page.put(beside_lines(found))
    return found


def _ask(heading: Heading, page: Page, source: TextIO) -> Fraction | None:
    asked = f"{heading.label} ({heading.least} to {heading.points})"
    told = f"{asked}. {heading.says}".rstrip()
    page.put([BLANK, Para(told if told.endswith((".", "?", "!")) else f"{told}.", hang=2)])
    while True:
        page.prompt()
        typed = page.typed(source, 40)
        if not typed:
            return None
        if re.fullmatch(r"[0-9]{1,4}([.,][0-9]{1,2})?", typed):
            mark = Fraction(typed.replace(",", "."))
            if heading.least <= mark <= heading.points:
                return mark
        page.say(f"Type a number from {heading.least} to {heading.points}, or nothing to leave it out.")


def beside_lines(found: Sequence[Beside]) -> Iterator[Para]:
    """Both marks under every heading with moot's reasons; then the totals."""
    yield BLANK
    yield Para("YOUR BALLOT BESIDE MOOT'S")
    for each in found:
        yield BLANK
        yield Para(f"{each.heading.label}: {_told(each)}", hang=2)
        for loss in each.losses[:_REASONS]:
            at = f" at move {loss.ply}" if loss.ply else ""
            yield Para(f"−{float(loss.points):.1f}{at}, {loss.words}: {loss.why}", indent=4, hang=2)
        if (more := len(each.losses) - _REASONS) > 0:
            yield Para(f"and {more} smaller", indent=4)
    yours, moots, out_of = totals(found)
    yield BLANK
    if out_of:
        yield Para(f"Where both of you scored: you {float(yours):g}, moot {float(moots):g}, of {out_of}.")
    else:
        yield Para("There is no heading that both of you scored.")


def _told(each: Beside) -> str:
    yours = "left out" if each.yours is None else f"{float(each.yours):g}"
    if each.moots is None:
        why = "had no occasion for it" if each.heading.items else "does not score it"
        return f"you {yours}; moot {why}"
    told = f"you {yours}, moot {float(each.moots):.1f}, of {each.heading.points}"
    if each.apart is None:
        return told
    return f"{told} ({float(each.apart):+.1f})"
