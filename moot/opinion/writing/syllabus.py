"""The syllabus: the question, the holdings with their parts, and the words of the real opinion where it reached the same step."""

from __future__ import annotations

from moot.bench.conference import JudgmentBy, Opinion, Ruling
from moot.case import OpinionKind, PositionRef, Treatment
from moot.opinion.document import Disposed, Held, Paragraph, Part, Section, Stated
from moot.opinion.plan import grounds, part_of, without_majority
from moot.opinion.prose.clauses import flat, formal, that
from moot.opinion.prose.grammar import (
    cap,
    letter,
    mid,
    question,
    sentence,
    small,
    the_judgment,
    yes_or_no,
)
from moot.opinion.writing.real import points_back, quotation

__all__ = ["stated", "syllabus"]


def syllabus(ruling: Ruling, quotations: int) -> Section:
    """The syllabus, with at most so many quotations of the real opinions."""
    case = ruling.case
    review = "On" if case.below.application else "On review of"
    told = [Paragraph(f"{review} {the_judgment(case)}.")]
    if ruling.judgment_by is JudgmentBy.DIVIDED:
        told.append(Paragraph("The Court is equally divided, and states no reasons."))
    elif ruling.lead is not None:
        told += _held(ruling, ruling.lead, quotations)
    below = case.below.citation.rstrip(".") or cap(the_judgment(case))
    told.append(Paragraph(f"{below}, {ruling.disposition}.", (Disposed(ruling.disposition),)))
    return Section("Syllabus", "", "", (Part("", "", tuple(told)),))


def stated(ruling: Ruling, ref: PositionRef) -> str:
    """A position as a sentence, or with its question where the case file has no clause for it."""
    issue = ruling.case.issue[ref.issue]
    position = issue.position(ref.position)
    if position.holds:
        return flat(that(position.holds))
    text = sentence(formal(position.text))
    return f"{question(issue.question)} Answer: {small(text) if yes_or_no(text) else mid(ruling.case, text)}"


def _held(ruling: Ruling, lead: Opinion, quotations: int) -> list[Paragraph]:
    """The holdings of the lead opinion, lettered, with the parts that give their reasons; never a preliminary question."""
    by = "Held: " if lead.kind is OpinionKind.COURT else f"{ruling.bench.judge[lead.author].title} concludes: "
    steps, short = grounds(ruling, lead), without_majority(ruling, lead)
    out: list[Paragraph] = []
    for index, step in enumerate(steps):
        ref = PositionRef(step.issue, step.position)
        mark = f"({letter(index + 1)}) " if len(steps) > 1 else ""
        number = part_of(ruling, lead, step.issue)
        states: tuple[Stated, ...] = (Held(step.issue, step.position),)
        text = f"{by if index == 0 else ''}{mark}{stated(ruling, ref)}"
        part = f" (Part {number}{', for less than a majority' if number in short else ''})."
        out.append(Paragraph(f"{text.rstrip('.')}{part}" if number else text, states))
        if index >= len(steps) - quotations and (words := _really(ruling, ref)):
            out.append(Paragraph(words))
    return out


def _really(ruling: Ruling, ref: PositionRef) -> str:
    """What the real court wrote where it took the same position, marked as such with its page; empty where it did not."""
    case = ruling.case
    if not case.real:
        return ""
    position = case.issue[ref.issue].position(ref.position)
    for mark in position.marks:
        opinion = case.opinion.get(mark.opinion)
        if opinion is None or mark.treatment is not Treatment.ADOPTED or mark.holding is None:
            continue
        if opinion.kind is OpinionKind.COURT:
            holding = opinion.holding(mark.holding)
            said = quotation(case, holding) if not points_back(holding) else ""
            return f"The real opinion of the Court: {said}." if said else ""
    return ""
