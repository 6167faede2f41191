"""The holding of an opinion on one question, and the reasons that the case file gives for it."""

from __future__ import annotations

import re

from moot.case import IssueKind, PositionRef, Step
from moot.case.language.likeness import shared
from moot.case.language.speech import sentences
from moot.opinion.context import OpinionContext
from moot.opinion.prose.clauses import formal
from moot.opinion.prose.grammar import all_of, cap, mid, question, sentence, small, yes_or_no
from moot.opinion.prose.style import Run

__all__ = ["agreed_with", "finding", "reasons"]

_ENOUGH = 3
_TO_THE_POINT = 2
"""So many words of substance in common show that a reason speaks to another view."""
_LEANS = re.compile(r"\b(?:it|they|he|she|them|this|that|these|those|so|neither|even|taken|like)\b", re.IGNORECASE)
"""What in the first words of a reason leans on the sentence before."""
_LONG = 58


def finding(context: OpinionContext, step: Step, place: str = "") -> str:
    """The holding as a sentence; where the case file has no clause for it, the question and its answer."""
    fields = context.holds(PositionRef(step.issue, step.position))
    issue = context.case.issue[step.issue]
    if not place:
        place = "hold"
        if context.plural and issue.preliminary:
            place = "first.more" if "first" in context.marks else "first"
            context.marks.add("first")
    fields["of_law" if issue.kind is IssueKind.LAW else "of_fact"] = ""
    text = context.say(place, step.issue, **fields) if "that" in fields else ""
    text = text or _answered(context, step)
    if text:
        context.marks.add("held")
    return text


def _answered(context: OpinionContext, step: Step) -> str:
    """The question and its answer in the words of the case file; where both stand in the ruling, whose answer it is."""
    issue = context.case.issue[step.issue]
    text = sentence(formal(issue.position(step.position).text))
    own = (
        f"{context.words['We']} {'answer' if context.plural else 'would answer'} {small(text)}"
        if yes_or_no(text)
        else text
    )
    asked = question(issue.question)
    brief = sentences(text)[0]
    answer = f" {small(brief)}" if yes_or_no(text) else f": {mid(context.case, brief)}"
    again = f"On the question “{asked}” {context.words['our']} answer is{answer}"
    said = context.once(f"{asked} {own}") or context.once(again)
    if said:
        context.told.stated.setdefault((step.issue, step.position), context.opinion.number)
        return said
    before = context.told.stated.get((step.issue, step.position))
    whom = context.name_of(context.ruling.opinions[before]) if before is not None else ""
    if not whom or before == context.opinion.number:
        return ""
    return agreed_with(context, step.issue, whom)


def agreed_with(context: OpinionContext, issue: str, whom: str) -> str:
    """That the writer agrees with another opinion on a question, which is named."""
    asked = question(context.case.issue[issue].question)
    # The question comes last: at its mark a sentence ends, and no sentence stands in a ruling twice.
    ways = ("I agree with", "I am with", "I give the same answer as", "I would say what is said by")
    return next((said for way in ways if (said := context.once(f"{way} {whom} on the question “{asked}”"))), "")


def reasons(context: OpinionContext, step: Step, part: str, most: int = 3, *, keep: bool = False) -> str:
    """The case file's reasons for a position, in the run of the style; told once in a ruling.

    With ``keep`` the last of three is kept for a reply, where it can be understood there.
    """
    key = (step.issue, step.position)
    told = sentences(formal(context.case.issue[step.issue].position(step.position).reasons))[:most]
    if key in context.told.reasoned or not told:
        return ""
    context.told.reasoned[key] = (context.opinion.number, part)
    if (
        keep
        and len(told) >= _ENOUGH
        and not _LEANS.search(" ".join(told[-1].split()[:5]))
        and _replies(context, step, told[-1])
    ):
        context.told.kept[key] = told.pop()
    return all_of(context.once(one) for one in _run(context, told))


def _replies(context: OpinionContext, step: Step, reason: str) -> bool:
    """Whether a reason speaks to what another opinion holds on the question, so that it can be told as a reply."""
    issue = context.case.issue[step.issue]
    found = {opinion.holdings.get(step.issue) for opinion in context.ruling.opinions} - {None, step.position}
    others = [position for position in issue.positions if position.id in found]
    return any(shared(reason, f"{one.text} {one.holds} {one.reasons}") >= _TO_THE_POINT for one in others)


def _run(context: OpinionContext, told: list[str]) -> list[str]:
    if context.style.run is Run.SHORT:
        return (
            [cap(sentence(piece)) for one in told for piece in one.rstrip(".").split("; ")]
            if all("?" not in one for one in told)
            else told
        )
    if context.style.run is Run.LONG and len(told) > 1:
        first, second, *rest = told
        plain = first.endswith(".") and not set(";:") & set(first + second)
        if plain and len(f"{first} {second}".split()) <= _LONG:
            return [f"{first[:-1]}; {mid(context.case, second)}", *rest]
    return told
