"""Progress as paragraphs: numbers that can be read aloud, with bars and a line drawn beside them on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from moot.plain.page import BLANK, Para
from moot.plain.speech import plural
from moot.study.history import Growth, Past, Progress, SeatRecord
from moot.study.skills import SKILLS

__all__ = ["history_lines"]

_STEPS = "▁▂▃▄▅▆▇█"
_BAR = 20
_LATEST = 12
"""So many sittings are listed; the line is drawn over all of them up to the width of the page."""

_WIDEST = 60


def history_lines(found: Progress, *, drawn: bool) -> Iterator[Para]:
    """All of it. ``drawn`` adds bars and the line; without them it is the same in words."""
    number = len(found.sittings)
    yield Para(f"{plural(number, 'sitting')}, {found.week} in the last seven days.")
    yield from _line(found, drawn=drawn)
    yield BLANK
    yield Para("SKILLS: how much of what each offered on the ballot was taken")
    for each in found.skills:
        yield Para(_skill(each, drawn=drawn), indent=2, hang=4)
    yield BLANK
    yield Para("BEST IN EACH SEAT")
    for seat in found.seats:
        yield Para(_seat(seat), indent=2, hang=4)
    yield BLANK
    shown = found.sittings[-_LATEST:]
    yield Para("SITTINGS" if len(shown) == number else f"THE LAST {len(shown)} SITTINGS")
    for past in reversed(shown):
        yield Para(_sitting(past), indent=2, hang=4)


def _line(found: Progress, *, drawn: bool) -> Iterator[Para]:
    """The ballots in order of time."""
    scored = [each.ballot for each in found.sittings if each.ballot is not None][-_WIDEST:]
    if len(scored) < 2:
        return
    yield BLANK
    yield Para(
        f"BALLOT over {len(scored)} sittings: first {_one(scored[0])}, best {_one(max(scored))}, last {_one(scored[-1])}."
    )
    if drawn:
        yield Para("".join(_STEPS[min(7, int(each * 8 / 100))] for each in scored) + "  (0 to 100)", indent=2)


def _skill(each: Growth, *, drawn: bool) -> str:
    bar = f"{_drawn(each.taken)} " if drawn else ""
    name = f"{SKILLS[each.skill]:<22}" if drawn else f"{SKILLS[each.skill]}:"
    told = f"{name} {bar}{_percent(each.taken)} of {plural(each.of, 'occasion')}"
    if each.earlier is None or each.later is None:
        return told
    return f"{told}; earlier {_percent(each.earlier)}, lately {_percent(each.later)}"


def _drawn(share: Fraction) -> str:
    full = int(share * _BAR + Fraction(1, 2))
    return "█" * full + "░" * (_BAR - full)


def _seat(seat: SeatRecord) -> str:
    parts = [f"ballot {_one(seat.ballot)}" if seat.ballot is not None else "ballot: too little to score"]
    if seat.votes is not None:
        parts.append(f"{seat.votes} of {seat.seats} votes")
    if seat.swayed is not None:
        more = (
            f"{plural(abs(seat.swayed), 'vote')} {'more' if seat.swayed > 0 else 'fewer'} than"
            if seat.swayed
            else "as many votes as"
        )
        parts.append(f"at best {more} by saying nothing")
    return f"{seat.caption}, {seat.side} ({plural(seat.sittings, 'sitting')}): {'; '.join(parts)}"


def _sitting(past: Past) -> str:
    when = past.started.date().isoformat()
    parts = [f"{past.caption}, {past.side}, {past.format}" + (", exam" if past.mode == "exam" else "")]
    parts.append(f"ballot {_one(past.ballot)}" if past.ballot is not None else "too little to score")
    parts.append(f"{past.votes} of {past.seats} votes" if past.votes is not None else "not finished")
    return f"{when}  {'; '.join(parts)}"


def _one(points: Fraction | None) -> str:
    return f"{float(points or 0):.1f}"


def _percent(share: Fraction) -> str:
    return f"{float(share):.0%}"
