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
    for saying in said(case):
        if isinstance(saying.thing, Answer) and not saying.thing.substantive:
            continue
        there = {mark.opinion for mark in saying.thing.marks}
        missing = [id for id in wanted if id not in there]
        if missing:
            names = ", ".join(f"`{id}`" for id in missing)
            notes.error(
                "M309",
                (*saying.key, "marks"),
                f"`{saying.thing.id}` is not marked by {names}",
                "add a mark for each: a holding of that opinion, or `not reached` with the reason",
            )
