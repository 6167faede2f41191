"""A remark of a judge's style on an answer that the opinion does not give."""

from __future__ import annotations

import re

from moot.case import Modality, PositionRef, Step
from moot.opinion.context import OpinionContext
from moot.opinion.prose.grammar import cap

__all__ = ["remark"]

_SQUARELY = 2
_SOURCES = frozenset({"history-and-tradition", "specific-text", "precedent"})
"""A view that draws on these is not answered as if it drew on sympathy."""
_NOT_SYMPATHY = (Modality.TEXTUAL, Modality.HISTORICAL, Modality.DOCTRINAL, Modality.FACTUAL)
_RIGHTS = frozenset({"accountability", "individual-rights"})
_WEIGHING = re.compile(r"\bweighs\b")
_WEIGHS = re.compile(r"\bweigh|\bbalanc|\bcircumstances\b|\bconscience\b", re.IGNORECASE)
"""A remark on a test that weighs is made only on an answer that weighs."""


def remark(
    context: OpinionContext, step: Step, urges: tuple[PositionRef, ...], modality: Modality | None = None
) -> str:
    """A remark of the style on an answer that embodies a principle the holding does not.

    An argument from a text, from history, from decided cases or from the facts, by its ``modality``, is not answered as if it drew on sympathy.
    """
    issue = context.case.issue[step.issue]
    mine = {name for name, _ in issue.position(step.position).embodies}
    for ref in urges:
        if ref.issue != step.issue:
            continue
        rival = issue.position(ref.position)
        theirs = {name for name, much in rival.embodies if much >= _SQUARELY} - mine
        for principles, text in context.style.against:
            if modality in _NOT_SYMPATHY and principles <= _RIGHTS:
                continue
            if _WEIGHING.search(text) and not _WEIGHS.search(f"{rival.text} {rival.holds}"):
                continue
            if (
                principles & theirs
                and not (theirs & _SOURCES) - principles
                and (said := context.once(cap(text.format(**context.words))))
            ):
                return said
    return ""
