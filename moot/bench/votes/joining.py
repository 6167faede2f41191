"""Joining a concurrence in part, from outside the lead coalition.

A concurrence joins the lead opinion and adds to it. What it adds can be joined without the opinion only where it lies off
the opinion's road: on an issue to which nothing below the opinion's own answers leads. A judge who came to the judgment by
another walk, and whose walk ends on the very position that the concurrence adds, joins it except insofar as it joins the opinion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moot.bench.judging.reasoning import Reasoning
from moot.bench.ruling import Join, Opinion, Walk
from moot.case import Case, OpinionKind

__all__ = ["joined_in_part"]


def joined_in_part(
    case: Case, opinions: Sequence[Opinion], reasonings: Mapping[str, Reasoning]
) -> dict[str, tuple[Join, ...]]:
    """For each judge who does: the concurrences joined, each as to the one issue. ``opinions`` begin with the lead opinion.

    The judge is on the side of the judgment and not behind the lead opinion; the position the judge's walk ends on is
    found by the concurring author too, and embodies the principle that is the concurrence's ground.
    """
    lead = opinions[0]
    found: dict[str, tuple[Join, ...]] = {}
    concurrences = [opinion for opinion in opinions if opinion.kind is OpinionKind.CONCURRING]
    if not concurrences:
        return found
    for opinion in opinions:
        # Those on the side of the judgment who are not behind the lead opinion; each of these opinions has one walk.
        if opinion.kind is not OpinionKind.IN_THE_JUDGMENT or not opinion.walk:
            continue
        last = opinion.walk[-1]
        if _on_the_road(case, lead, opinion.walk, last.issue):
            continue
        embodied = {name for name, _ in case.issue[last.issue].position(last.position).embodies}
        joins = tuple(
            Join(each.number, (last.issue,))
            for each in concurrences
            if each.ground in embodied and reasonings[each.author].findings[last.issue] == last.position
        )
        if joins:
            found.update(dict.fromkeys((opinion.author, *opinion.joined), joins))
    return found


def _on_the_road(case: Case, lead: Opinion, walk: Walk, issue: str) -> bool:
    """Whether the issue is on the lead opinion's walk, or the tree leads to it below its answer where the walks part."""
    for one, other in zip(lead.walk, walk, strict=False):
        if one.issue == issue:
            return True
        if one != other:
            return issue in case.tree.below[case.tree.child(one.node, one.position).id]
    raise AssertionError("two walks of one tree part somewhere, or are the same and have the issue")
