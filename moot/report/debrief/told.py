"""The words around the parts of a debrief, the same on every face."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from moot.opinion.prose.grammar import count
from moot.report.debrief.values import IssueLine

__all__ = ["issue_told", "mistakes_told", "points_told", "unchanged_told"]


def points_told(points: Fraction) -> str:
    """Points lost: ``1.0 point``, ``2.5 points``."""
    told = f"{float(points):.1f}"
    return f"{told} point{'' if told == '1.0' else 's'}"


def mistakes_told(found: int, answers: int) -> str:
    """The heading over the mistakes; what there is to say where there are none."""
    if not answers:
        return "YOUR MISTAKES: you were asked nothing, so there is no answer to go through"
    if not found:
        return "YOUR MISTAKES: none of your answers was a mistake both in law and on the ballot"
    return "YOUR COSTLIEST MISTAKE" if found == 1 else f"YOUR {count(found).upper()} COSTLIEST MISTAKES"


def unchanged_told(answers: int) -> str:
    """What stands in the place of the one answer to change where there is none."""
    if not answers:
        return "You were asked nothing, so there is no answer to change."
    return "No answer to change: none was a mistake both in law and on the ballot."


def issue_told(line: IssueLine, really: str = "The Court") -> Iterator[str]:
    """What each side did with an issue, what was found here, and what the court held."""
    yield f"You: {line.yours}. The other side: {line.theirs}."
    if not line.here:
        yield "Here: not reached."
    else:
        many = f" ({line.count} of {line.bench})" if line.bench > 1 else ""
        yield f"Here{many}: {line.here}"
    if not line.written:
        return
    if not line.really:
        yield f"{really}: not reached."
    elif line.same:
        yield f"{really}: the same ({line.pin})."
    else:
        yield f"{really}: {line.really} ({line.pin})"
