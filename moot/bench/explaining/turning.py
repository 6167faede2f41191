"""What a vote turned on: the questions that decided it, and the single things said, or left unsaid, that would have moved it.

Nothing here is a guess. Every change of :mod:`moot.bench.explaining.changes` is tried on the judge, who reasons again from what would then have
been heard. How far a judge is from the other side is the cheapest walk of the decision tree that ends there: each finding
that has to change costs its margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from moot.bench.explaining.changes import Change, ChangeKind, left_unsaid, taken_back
from moot.bench.judging.reasoning import Reasoning, reason
from moot.case import Disposition, Side

__all__ = ["Changed", "Effect", "Hinge", "Turning", "distance", "side_of", "turning"]


class Hinge(NamedTuple):
    """A question that decided the vote: what was found, the answer that leads elsewhere, the support of each.

    ``open`` is whether that other answer could be found at all: a position of the side that lost below must have been argued.
    """

    issue: str
    found: str
    rival: str
    support: int
    against: int
    open: bool = True

    @property
    def margin(self) -> int:
        """What the other answer would have to make up, at least 1."""
        return max(1, self.support - self.against)


class Changed(NamedTuple):
    """A finding that becomes another: the question, what was found, what would be."""

    issue: str
    before: str
    after: str


class Effect(NamedTuple):
    """What one change does: the vote then, the findings that differ, and how far the judge would be from either side.

    ``changed`` has the hinges on which the finding becomes another, and for another vote at least one step of the walk.
    ``distance`` is how far the judge would then be from the side that did not get the vote, ``firm`` how far from the side that did.
    """

    change: Change
    vote: Disposition
    flips: bool
    changed: tuple[Changed, ...]
    distance: int
    firm: int


@dataclass(frozen=True, slots=True)
class Turning:
    """What one judge's vote turned on.

    ``side`` has the vote. ``hinges`` are the questions that decided it, in the order of the walk, and ``distance`` what the
    other side would have to make up on them together. ``turned`` are things said without which the vote, or else a finding
    on a hinge, would have been another; ``unsaid`` what the other side could have said to the same effect; both begin with those that change the
    vote. ``closest`` is what would have brought the judge closest where ``unsaid`` is empty.
    """

    judge: str
    vote: Disposition
    side: Side
    distance: int
    hinges: tuple[Hinge, ...]
    turned: tuple[Effect, ...]
    unsaid: tuple[Effect, ...]
    closest: Effect | None

    @property
    def order(self) -> tuple[bool, int]:
        """Sorts judges, the nearest to moving first: those whom one thing would have moved, then by distance."""
        return not any(effect.flips for effect in (*self.turned, *self.unsaid)), self.distance


_FAR = 1 << 20
"""How far a judge is from a side that the tree gives no way to."""


def side_of(reasoning: Reasoning, vote: Disposition | None = None) -> Side:
    """The side that has a vote: who lost below, where it disturbs the judgment."""
    below = reasoning.case.below.won
    return below.other if (vote or reasoning.vote).disturbs else below


def distance(reasoning: Reasoning, side: Side) -> tuple[int, tuple[Hinge, ...]]:
    """How far this judge is from voting for a side: what has to be made up, and the questions on which.

    Of equal ways the one that changes fewer findings. Answers for which this judge has no support at all are no way, unless there is
    no other.
    """
    for backed in (True, False):
        found = _ways(reasoning, side, reasoning.case.tree.root, {}, backed=backed)
        if found is not None:
            cost, _, path = found
            return cost, path
    return _FAR, ()


_Way = tuple[int, int, tuple[Hinge, ...]]


def _ways(
    reasoning: Reasoning, side: Side, node_id: str, known: dict[str, _Way | None], *, backed: bool
) -> _Way | None:
    """The cheapest way on from a node: cost, findings changed, and which."""
    if node_id in known:
        return known[node_id]
    node = reasoning.case.tree.node(node_id)
    best: _Way | None = None
    if node.disposition is not None:
        best = (0, 0, ()) if side_of(reasoning, node.disposition) is side else None
    else:
        assert node.issue is not None
        for position, child in node.then:
            hinge = _hinge(reasoning, node.issue, position, backed=backed)
            if hinge is None and position != reasoning.findings[node.issue]:
                continue
            onward = _ways(reasoning, side, child, known, backed=backed)
            if onward is None:
                continue
            cost, many, path = onward
            way = onward if hinge is None else (cost + hinge.margin, many + 1, (hinge, *path))
            if best is None or way[:2] < best[:2]:
                best = way
    known[node_id] = best
    return best


def _hinge(reasoning: Reasoning, issue: str, position: str, *, backed: bool) -> Hinge | None:
    """What it takes to find this position; None where it is found already, or has nothing behind it."""
    found = reasoning.findings[issue]
    if position == found:
        return None
    number = reasoning.scales.number[issue]
    at, now = reasoning.scales.place[issue, position], reasoning.scales.place[issue, found]
    part, totals = reasoning.parts[number], reasoning.found[number].totals
    if backed and not part.best[at] and reasoning.scales.priors[number][at] <= 0:
        return None
    return Hinge(issue, found, position, totals[now], totals[at], part.open[at])


def turning(reasoning: Reasoning) -> Turning:
    """What this vote turned on."""
    case, heard, mine = reasoning.case, reasoning.heard, side_of(reasoning)
    away, path = distance(reasoning, mine.other)
    # A preliminary step is named only where nothing else decided.
    hinges = tuple(each for each in path if not case.issue[each.issue].preliminary) or path
    back = [_effect(reasoning, change, mine, hinges) for change in taken_back(case, heard)]
    tried = [_effect(reasoning, change, mine, hinges) for change in left_unsaid(case, heard, mine.other)]
    turned = [effect for effect in back if effect.flips or effect.changed]
    unsaid = [effect for effect in tried if effect.flips or (effect.changed and effect.distance < away)]
    turned.sort(key=lambda effect: (*_weight(effect, hinges), _blame(reasoning, effect, mine), -effect.firm))
    unsaid.sort(key=lambda effect: (*_weight(effect, hinges), _SMALLEST.index(effect.change.kind), -effect.firm))
    closest = None if unsaid else min(tried, key=lambda effect: effect.distance, default=None)
    if closest is not None and closest.distance >= away:
        closest = None
    return Turning(reasoning.judge.id, reasoning.vote, mine, away, hinges, tuple(turned), tuple(unsaid), closest)


_SMALLEST = (ChangeKind.FINISHED, ChangeKind.SAID, ChangeKind.ANSWERED)
"""The smaller change first: a point finished, a point said, another answer given."""


def _weight(effect: Effect, hinges: tuple[Hinge, ...]) -> tuple[bool, bool, int]:
    """What changes the vote first, of those what does so on the first question that decided it, then what leaves least to make up."""
    elsewhere = bool(hinges) and all(each.issue != hinges[0].issue for each in effect.changed)
    return not effect.flips, effect.flips and elsewhere, effect.distance


def _blame(reasoning: Reasoning, effect: Effect, mine: Side) -> int:
    """What to name first of the things without which the vote were another: a concession of those who lost it, their other words, the rest."""
    if effect.change.side is mine:
        return 2
    given = reasoning.case.answers.get(effect.change.said)
    return 0 if given is not None and given.concedes is not None else 1


def _effect(reasoning: Reasoning, change: Change, mine: Side, hinges: tuple[Hinge, ...]) -> Effect:
    """The judge, reasoning again."""
    then = reason(reasoning.judge, reasoning.case, change.heard)
    flips = side_of(then) is not mine
    return Effect(
        change,
        then.vote,
        flips,
        _changed(reasoning, then, hinges, flips=flips),
        distance(then, mine.other)[0],
        distance(then, mine)[0],
    )


def _changed(reasoning: Reasoning, then: Reasoning, hinges: tuple[Hinge, ...], *, flips: bool) -> tuple[Changed, ...]:
    """The hinges on which the finding differs; for another vote, failing those, the first step of the new walk that does."""
    issues = [hinge.issue for hinge in hinges if reasoning.findings[hinge.issue] != then.findings[hinge.issue]]
    if flips and not issues:
        walked = [step.issue for step in then.walk if reasoning.findings[step.issue] != then.findings[step.issue]]
        issues = [id for id in walked if not reasoning.case.issue[id].preliminary][:1] or walked[:1]
    return tuple(Changed(id, reasoning.findings[id], then.findings[id]) for id in issues)
