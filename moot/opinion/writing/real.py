"""The words of the real opinions, marked as such, with their pages."""

from __future__ import annotations

import re

from moot.case import Case, Holding, OpinionKind, PositionRef
from moot.opinion.pen import Pen
from moot.opinion.prose.citing import pin_of
from moot.opinion.prose.grammar import cap, line_up_names, possessive

__all__ = ["own_words", "points_back", "quotation", "quoted_again", "wrote"]

_OF_THE_VOTE = re.compile(r"\b(?:join|concur|dissent)\b")
"""A quotation that says how its author voted, which may not be how the judge votes here."""

_OF_THE_OTHERS = re.compile(r"\b(?:agree|disagree|differ|unlike)\b[^.]*\b(?:Court|majority|Justice)\b")
"""A quotation that says with whom its author agrees, who may say something else here."""

_HEADLESS = re.compile(
    r"^(?:thus|must|would|could|may|is|was|are|were|does|did|has|had|and|but|or|not|only|to|as|that|which|than)\b"
)
"""A quotation that begins behind its subject, which does not stand alone."""

_POINTS_BACK = re.compile(
    r"^(?:they|he|she|this|these|those|such|that (?:is|was|holding|judgment)|it (?!is|was|has|may|might|could|would|does not))\b",
    re.IGNORECASE,
)
"""A quotation that begins with a word for something said before it, which nobody has read."""


def quoted_again(quote: str) -> str:
    """A quotation as it stands inside quotation marks: what it quotes in single marks, and what that quotes in double ones."""
    if '"' not in quote:
        return quote
    inner = re.sub(r"(?<!\w)'([^'\"]+)'(?!\w)", r"“\1”", quote)
    return inner.replace('"', "'")


def quotation(case: Case, holding: Holding) -> str:
    """A holding's quotation with its page: `“. . . the words.” 523 U.S., at 854`. Empty where it has none."""
    found = re.match(r"^(\d+ \S.*?) \d+(?:, \d+)? \(", case.citation)
    if found is None or not holding.quote:
        return ""
    at = pin_of(holding.pin)
    if not at[:1].isdigit():
        return ""
    # A quotation ends the sentence here, and drops the comma it had.
    quote = re.sub(r"[ ,;]+(['’]?)$", r"\1", quoted_again(holding.quote))
    opened = cap(quote) if holding.quote[0].isupper() else f". . . {quote}"
    # A stop inside quotation marks within the quotation ends the sentence too.
    stop = "" if quote.rstrip("'’").endswith((".", "?")) else "."
    if stop and (closed := re.search(r"(?<=\w)['’]$", opened)) and opened.count("'") % 2 == 0:
        opened, stop = opened[: closed.start()], f".{closed.group()}"
    return f"“{opened}{stop}” {found[1]}, at {at}"


def points_back(holding: Holding) -> bool:
    """Whether a holding's quotation leans on the sentence before it, so that it cannot be the first that is quoted."""
    return _POINTS_BACK.search(holding.quote) is not None


def wrote(pen: Pen, ref: PositionRef) -> tuple[Holding, ...]:
    """What the writer wrote in the real case on this question, in a separate opinion that found as the writer does here."""
    case = pen.case
    real = [one for one in case.opinions if one.author == pen.judge.id and one.kind is not OpinionKind.COURT]
    if not case.real or not real:
        return ()
    found, joined = pen.reasoning.findings[ref.issue], real[0].kind is OpinionKind.CONCURRING
    return tuple(
        holding
        for holding in real[0].holdings
        if holding.issue == ref.issue
        and (holding.position == found or (holding.position is None and joined))
        and not _OF_THE_VOTE.search(holding.quote)
        and not _OF_THE_OTHERS.search(holding.quote)
        and not _HEADLESS.search(holding.quote)
    )


def own_words(pen: Pen, ref: PositionRef, most: int) -> str:
    """Those words, at most so many quotations, with their pages; empty where there are none."""
    case = pen.case
    told: list[str] = []
    for holding in wrote(pen, ref):
        text = quotation(case, holding)
        if text and len(told) < most and pen.told.fresh(text) and (told or not points_back(holding)):
            kind = next(one.kind for one in case.opinions if holding in one.holdings)
            told.append(text if told else f"{text} ({line_up_names([pen.judge]).rstrip(',')}, {kind})")
    return pen.once(f"{possessive(pen.judge.title)} real opinion: {'. '.join(told)}.") if told else ""
