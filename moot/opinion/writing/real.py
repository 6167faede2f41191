"""The words of the real opinions, marked as such, with their pages."""

from __future__ import annotations

import re

from moot.case import Case, Holding, OpinionKind, PositionRef, Treatment
from moot.opinion.context import OpinionContext
from moot.opinion.plan import part_of, preliminaries, without_majority
from moot.opinion.prose.citing import pin_of
from moot.opinion.prose.grammar import cap, line_up_names, possessive

__all__ = ["own_words", "points_back", "quotation", "quoted_again", "wrote"]

_OF_THE_VOTE = re.compile(r"\b(?:join|concur|dissent)\b")
"""A quotation that says how its author voted, which may not be how the judge votes here."""

_OF_THE_OTHERS = re.compile(r"\b(?:agree|disagree|differ|unlike)\b[^.]*\b(?:Court|majority|Justice)\b")
"""A quotation that says with whom its author agrees, who may say something else here."""

_OF_THIS_COURT = re.compile(r"\bthe Court\b(?! of )|\b[Tt]oday\b|\bmajority\b|\bante\b")
"""A quotation that tells what the real Court held or wrote, which this one may not have."""

_MARKS = re.compile(r"(?<!\w)'|'(?!\w)")
"""Single quotation marks, and not the apostrophe within a word."""

_NAMED = re.compile(r"\b(?:Chief )?Justice [A-Z][\w']*[a-z]\b")
_FOR_THE_COURT = re.compile(r"\bfor the Court\b")

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
    opened = cap(quote) if re.match(r"[\"']*[A-Z]", holding.quote) else f". . . {quote}"
    # A stop inside quotation marks within the quotation ends the sentence too.
    stop = "" if quote.rstrip("'’").endswith((".", "?")) else "."
    if stop and (closed := re.search(r"(?<=\w)['’]$", opened)) and len(_MARKS.findall(opened)) % 2 == 0:
        opened, stop = opened[: closed.start()], f".{closed.group()}"
    return f"“{opened}{stop}” {found[1]}, at {at}"


def points_back(holding: Holding) -> bool:
    """Whether a holding's quotation leans on the sentence before it, so that it cannot be the first that is quoted."""
    return _POINTS_BACK.search(holding.quote) is not None


def wrote(context: OpinionContext, ref: PositionRef) -> tuple[Holding, ...]:
    """What the writer wrote in the real case on this question, in a separate opinion that found as the writer does here.

    Where this ruling leaves the question open, only what was written of the position that is spoken of; and what speaks of the real Court only
    where the Court here holds as that did.
    """
    case = context.case
    real = [one for one in case.opinions if one.author == context.judge.id and one.kind is not OpinionKind.COURT]
    if not case.real or not real:
        return ()
    found, joined = context.reasoning.findings[ref.issue], real[0].kind is OpinionKind.CONCURRING
    joined = joined and found == _of_the_real_court(case, ref.issue)
    unsaid = _taken(context, ref.issue) is None
    return tuple(
        holding
        for holding in real[0].holdings
        if holding.issue == ref.issue
        and (holding.position == found or (holding.position is None and joined))
        and (not unsaid or holding.position in (None, ref.position))
        and _true_here(context, holding)
        and not _OF_THE_VOTE.search(holding.quote)
        and not _OF_THE_OTHERS.search(holding.quote)
        and not _HEADLESS.search(holding.quote)
    )


def _taken(context: OpinionContext, issue: str) -> str | None:
    """What the lead opinion says it holds on an issue; None where it does not speak to it."""
    lead = context.ruling.opinions[0]
    if context.case.issue[issue].preliminary and issue not in {
        step.issue for step in preliminaries(context.ruling, lead)
    }:
        return None
    return lead.holdings.get(issue)


def _of_the_real_court(case: Case, issue: str) -> str | None:
    """The position that the real opinion of the Court took on an issue."""
    for position in case.issue[issue].positions:
        for mark in position.marks:
            opinion = case.opinion.get(mark.opinion)
            if (
                opinion is not None
                and opinion.kind is OpinionKind.COURT
                and mark.treatment in (Treatment.ADOPTED, Treatment.ACCEPTED_IN_PART)
            ):
                return position.id
    return None


def _true_here(context: OpinionContext, holding: Holding) -> bool:
    """Whether what a quotation says of the Court, or of another Justice, is so in this ruling."""
    judges, lead = context.ruling.bench.judge, context.ruling.opinions[0]
    writers = {judges[opinion.author].title for opinion in context.ruling.opinions}
    names = set(_NAMED.findall(holding.quote))
    if _FOR_THE_COURT.search(holding.quote) and names:
        writers = {judges[lead.author].title}
    if not names <= writers:
        return False
    if not _OF_THIS_COURT.search(holding.quote):
        return True
    issue = holding.issue
    if issue is None or lead.kind is not OpinionKind.COURT:
        return False
    taken = _taken(context, issue)
    court = part_of(context.ruling, lead, issue) not in without_majority(context.ruling, lead)
    return court and taken is not None and taken == _of_the_real_court(context.case, issue)


def own_words(context: OpinionContext, ref: PositionRef, most: int) -> str:
    """Those words, at most so many quotations, with their pages; empty where there are none."""
    case = context.case
    told: list[str] = []
    for holding in wrote(context, ref):
        text = quotation(case, holding)
        if text and len(told) < most and context.told.fresh(text) and (told or not points_back(holding)):
            kind = next(one.kind for one in case.opinions if holding in one.holdings)
            told.append(text if told else f"{text} ({line_up_names([context.judge]).rstrip(',')}, {kind})")
    return context.once(f"{possessive(context.judge.title)} real opinion: {'. '.join(told)}.") if told else ""
