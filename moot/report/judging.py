"""A ballot that a person filled in blind, beside moot's own under the same headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from moot.files.sheet import Heading, Sheet
from moot.report.values import BallotReport, LossReport
from moot.score.answering import ITEMS
from moot.score.labels import ITEM_NAMES
from moot.score.tenths import rounded, split_loss

__all__ = ["Beside", "beside", "moot_points", "own_sheet", "totals"]


@dataclass(frozen=True, slots=True)
class Beside:
    """One heading: what a person gave (None: left out), what moot gives (None: it does not score it), and the losses that say why."""

    heading: Heading
    yours: Fraction | None
    moots: Fraction | None
    losses: tuple[LossReport, ...]

    @property
    def apart(self) -> Fraction | None:
        """How much more the person gave than moot; None where either gave nothing."""
        return None if self.yours is None or self.moots is None else self.yours - self.moots


def own_sheet() -> Sheet:
    """Moot's own ballot as a sheet."""
    headings = tuple(Heading(ITEM_NAMES[name], "", points, 0, ((name, 1),)) for name, points in ITEMS.items())
    return Sheet("moot", "moot's own ballot", headings)


def beside(sheet: Sheet, card: BallotReport, given: Sequence[Fraction | None]) -> tuple[Beside, ...]:
    """The sheet, heading by heading. ``given`` has a mark for each heading, or None where it was left out."""
    found = []
    for heading, yours in zip(sheet.headings, given, strict=True):
        moots = moot_points(heading, card)
        losses = () if moots is None else _in_points_of(heading, card, heading.points - moots)
        found.append(Beside(heading, yours, moots, losses))
    return tuple(found)


def _in_points_of(heading: Heading, card: BallotReport, lost: Fraction) -> tuple[LossReport, ...]:
    """The losses under a heading in the points of that heading, the greatest first: in tenths they add up to what was ``lost``."""
    weights = dict(heading.items)
    losses = [
        # Whole numbers, as the split wants them: ten-thousandths of the heading.
        (loss, max(1, int(loss.points / item.out_of * weights[item.id] * 10_000)))
        for item in card.items
        if weights.get(item.id) and item.opportunities
        for loss in item.losses
    ]
    if not losses:
        return ()
    parts = split_loss(int(lost * 10), [weight for _, weight in losses])
    told = [replace(loss, points=Fraction(part, 10)) for (loss, _), part in zip(losses, parts, strict=True)]
    return tuple(sorted(told, key=lambda loss: (-loss.points, loss.ply)))


def moot_points(heading: Heading, card: BallotReport) -> Fraction | None:
    """What moot's ballot gives under a heading, in tenths: the weighted share of its items, from the least mark up.

    An item that had no occasion is left out; None where none had, or the heading names none.
    """
    scored = [
        (item, weight) for id, weight in heading.items for item in card.items if item.id == id and item.opportunities
    ]
    if not scored:
        return None
    whole = sum(weight for _, weight in scored)
    share = sum((item.earned / item.out_of * weight for item, weight in scored), Fraction(0)) / whole
    points = heading.least + (heading.points - heading.least) * share
    return Fraction(rounded((points * 10).numerator, (points * 10).denominator), 10)


def totals(found: Sequence[Beside]) -> tuple[Fraction, Fraction, int]:
    """The person's total and moot's, over the headings that both scored, and what those are out of."""
    both = [each for each in found if each.apart is not None]
    yours = sum((each.yours or Fraction(0) for each in both), Fraction(0))
    moots = sum((each.moots or Fraction(0) for each in both), Fraction(0))
    return yours, moots, sum(each.heading.points for each in both)
