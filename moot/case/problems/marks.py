"""M3xx: every real opinion that counts marks every point and every answer of substance."""

from __future__ import annotations

from moot.case.argument import Answer
from moot.case.case import Case
from moot.case.problems.notes import Notes, said
from moot.case.words import OpinionKind

__all__ = ["check"]

_MUST_MARK = frozenset(OpinionKind) - {OpinionKind.CONCURRING}
"""A plain concurrence adds to an opinion that already marks; it marks only what it speaks to."""


def check(case: Case, notes: Notes) -> None:
    """Look for marks that are missing."""
    wanted = [opinion.id for opinion in case.opinions if opinion.kind in _MUST_MARK]
    known = {(issue.id, position.id) for issue in case.issues for position in issue.positions}
    for saying in said(case):
        if isinstance(saying.thing, Answer) and not saying.thing.substantive:
            continue
        there = {mark.opinion for mark in saying.thing.marks}
        if there - case.opinion.keys():
            continue  # that no opinion is called so has been told
        urged = saying.argument.urges[0] if saying.argument is not None and saying.argument.urges else None
        if urged is not None and (urged.issue, urged.position) not in known:
            continue  # that it is not there has been told, and from it the marks would come
        missing = [id for id in wanted if id not in there]
        if missing:
            names = ", ".join(f"`{id}`" for id in missing)
            notes.error(
                "M309",
                (*saying.key, "marks"),
                f"`{saying.thing.id}` is not marked by {names}",
                "add a mark for each: a holding of that opinion, or `not reached` with the reason",
            )
