"""One opinion as a section of the ruling: the case, the holdings with their reasons, the reply to others, the close."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.conference import Opinion, Ruling
from moot.bench.writing_concurrence import concurrence
from moot.bench.writing_document import Agreed, Disposed, Paragraph, Part, Section
from moot.bench.writing_frames import ALSO, LAST, OPENING, OPENING_TO_REMAND, PUT
from moot.bench.writing_others import agreeing, agreement, common, nearest, parting, replies
from moot.bench.writing_pen import LEADING, Pen
from moot.bench.writing_reasons import pairs, paragraphs
from moot.bench.writing_register import Chooser, Register, leads_facts
from moot.bench.writing_scales import scale
from moot.bench.writing_words import (
    all_of,
    cap,
    ordered,
    question,
    roman,
    sentence,
    titles,
    would,
)
from moot.case import Disposition, OpinionKind, Step

__all__ = ["section"]

_SEPARATE = (OpinionKind.IN_THE_JUDGMENT, OpinionKind.IN_PART, OpinionKind.DISSENTING)


def section(ruling: Ruling, opinion: Opinion, chooser: Chooser) -> Section:
    """The section of this opinion."""
    chooser.turn_the_page()
    seed = "|".join([ruling.case.id, opinion.author, *(f"{step.issue}.{step.position}" for step in opinion.walk)])
    pen = Pen(ruling, opinion, chooser, Register(ruling.bench.judge[opinion.author], seed, opinion.kind in LEADING))
    if opinion.kind is OpinionKind.CONCURRING:
        parts = concurrence(pen)
    elif opinion is ruling.lead:
        parts = _lead(pen)
    else:
        parts = _separate(pen)
    return Section(_title(ruling, opinion), byline(ruling, opinion), _notice(pen), parts, opinion.number)


def byline(ruling: Ruling, opinion: Opinion) -> str:
    """Whose opinion it is and who joins it, as it stands at the head of the opinion."""
    author = ruling.bench.judge[opinion.author].title
    others = titles(ruling.bench.judge[id] for id in opinion.joined)
    if opinion.kind is OpinionKind.COURT:
        return f"{author} delivered the opinion of the Court."
    if opinion.kind is OpinionKind.PLURALITY:
        tail = f", in which {others} {'joins' if len(opinion.joined) == 1 else 'join'}" if others else ""
        return f"{author} announced the judgment of the Court and delivered an opinion{tail}."
    tail = f", with whom {others} {'joins' if len(opinion.joined) == 1 else 'join'}" if others else ""
    partly = ruling.in_part(opinion)
    if partly:
        names = titles(ruling.bench.judge[id] for id in partly)
        joins = f"{names} {'joins' if len(partly) == 1 else 'join'} except insofar as it joins the lead opinion"
        tail += f", and with whom {joins}" if tail else f", with whom {joins}"
    return f"{author}{tail}, {opinion.kind}."


def _title(ruling: Ruling, opinion: Opinion) -> str:
    if opinion.kind is OpinionKind.COURT:
        return "Opinion of the Court"
    if opinion.kind is OpinionKind.PLURALITY:
        return "Judgment of the Court"
    return f"Opinion of {ruling.bench.judge[opinion.author].title}"


def _notice(pen: Pen) -> str:
    return f"Simulated, in the manner of {pen.judge.title}, who wrote none of it."


# The parts of an opinion


def _the_case(pen: Pen, number: str) -> Part:
    """The facts, the judgment below, the question; told once in a ruling, in its first opinion."""
    case = pen.case
    opens = pen.register.phrase("opens", pen.footing(pen.opinion.walk, facts=True))
    first, then = (opens, "") if leads_facts(opens) else ("", opens)
    # The opening has the word already, or it has not.
    put = "It was presented in these words." if "question" in then else pen.fill(pen.chooser.choose("put", PUT))
    cite = f" {sentence(case.below.citation)}" if case.below.citation else ""
    return Part(
        number,
        "The case",
        (
            Paragraph(all_of([first, sentence(case.facts)])),
            Paragraph(sentence(case.below.summary) + cite),
            Paragraph(all_of([then, put, question(case.question_presented)])),
        ),
    )


def _lead(pen: Pen) -> tuple[Part, ...]:
    parts = [_the_case(pen, roman(1))]
    parts += _holdings(pen, pen.opinion.walk, first=2)
    others = [other for other in pen.ruling.opinions if other.kind in _SEPARATE]
    if others:
        parts.append(Part(roman(len(parts) + 1), "The separate opinions", tuple(replies(pen, others))))
    parts.append(Part(roman(len(parts) + 1), "The judgment", _close(pen)))
    return tuple(parts)


def _separate(pen: Pen) -> tuple[Part, ...]:
    """An opinion that stands apart from the lead, or one of several where none leads."""
    whole = pen.opinion.number == 0
    other = None if whole else nearest(pen)
    shared = common(pen.opinion, other) if other is not None else 0
    intro = [] if whole else _introduction(pen, other, shared)
    parts = [_the_case(pen, roman(1))] if whole else [Part("", "", tuple(intro))]
    steps = pen.opinion.walk[shared:]
    parts += _holdings(pen, steps, first=2 if whole else 1, parted=other, come_back=True)
    parts.append(Part("", "The judgment", _close(pen)))
    return tuple(parts)


def _introduction(pen: Pen, other: Opinion | None, shared: int) -> list[Paragraph]:
    ruling, opinion = pen.ruling, pen.opinion
    whom = pen.name_of(other) if other is not None else "the Court"
    to_remand = opinion.kind is OpinionKind.IN_PART and opinion.disposition.disturbs and ruling.disposition.disturbs
    frames = OPENING_TO_REMAND if to_remand else OPENING[opinion.kind]
    frame = pen.chooser.choose(f"{opinion.number}.opening", frames)
    said = [pen.fill(frame, would=would(opinion.disposition), whom=whom)]
    if opinion.kind is OpinionKind.IN_THE_JUDGMENT and opinion.disposition is not ruling.disposition:
        said.append(
            f"Left to myself I would go further and {would(opinion.disposition)}; every vote to disturb the judgment "
            "supports the narrower course, and I do not stand in its way."
        )
    opens = pen.register.phrase("opens", pen.footing(opinion.walk))
    out = [Paragraph(all_of([*said, opens]), (Disposed(opinion.disposition),))]
    agreed = list(opinion.walk[:shared])
    if opinion.kind is OpinionKind.IN_PART:
        agreed += _claims_beyond(pen, agreed)
    if agreed and other is not None:
        lead = pen.chooser.choose(
            f"{opinion.number}.shared",
            (
                f"Up to a point I go with {whom}.",
                f"I begin where {whom} begins.",
                f"Part of the road I share with {whom}.",
            ),
        )
        states = tuple(Agreed(step.issue, step.position, other.number) for step in agreed)
        out.append(Paragraph(all_of([lead, pairs(pen, agreed)]), states))
    return out


def _claims_beyond(pen: Pen, agreed: Sequence[Step]) -> list[Step]:
    """The claims on which a judge who dissents in part finds as the lead does, where they are not told already."""
    lead = pen.ruling.lead
    if lead is None:
        return []
    told = {step.issue for step in (*agreed, *pen.opinion.walk)}
    return [
        step
        for step in lead.walk
        if pen.case.issue[step.issue].claim
        and step.issue not in told
        and pen.mind.findings[step.issue] == step.position
    ]


def _holdings(
    pen: Pen, steps: Sequence[Step], *, first: int, parted: Opinion | None = None, come_back: bool = False
) -> list[Part]:
    """One part for each step. ``parted`` is the opinion this one leaves at the first of them."""
    on = {step.issue: scale(pen.mind, step) for step in steps}
    weight = pen.mind.weights
    adopts = sorted(steps, key=lambda step: -sum(weight[id] for id in on[step.issue].carry))[:2]
    rejects = sorted(steps, key=lambda step: -len(on[step.issue].failed))[:2]
    out: list[Part] = []
    place = 0
    while place < len(steps):
        step = steps[place]
        number = roman(first + len(out)) if len(steps) > 1 or first > 1 else ""
        fresh = (place == 0 and parted is not None) or not come_back
        earlier, run = (None, 0) if fresh else agreeing(pen, steps[place:])
        if earlier is not None:
            out.append(agreement(pen, steps[place : place + run], earlier, number))
            place += run
            continue
        told = paragraphs(pen, step, number, adopts=step in adopts, rejects=step in rejects)
        if parted is not None and place == 0:
            told.append(parting(pen, step, parted))
        out.append(Part(number, question(pen.case.issue[step.issue].question), tuple(told)))
        place += 1
    return out


# The end


def _close(pen: Pen) -> tuple[Paragraph, ...]:
    opinion, ruling = pen.opinion, pen.ruling
    closes = pen.register.phrase("closes", pen.footing(opinion.walk))
    last = pen.chooser.choose(
        f"{opinion.number}.last", LAST if len(opinion.walk) > 1 else ("This answer decides the case.",)
    )
    also = _alternative(pen)
    court = ruling.case.below.court
    judgment = f"the judgment of {court if court.lower().startswith('the ') else 'the ' + court}"
    if opinion is ruling.lead:
        order = f"{cap(judgment)} is {ordered(ruling.disposition)}."
        return (
            Paragraph(all_of([last, also, closes])),
            Paragraph(f"{order} It is so ordered.", (Disposed(ruling.disposition),)),
        )
    end = {
        OpinionKind.IN_THE_JUDGMENT: "I therefore concur in the judgment.",
        OpinionKind.IN_PART: "For the rest I respectfully dissent.",
    }.get(opinion.kind, "I respectfully dissent.")
    if opinion.number == 0 or (opinion.disposition is Disposition.AFFIRMED and opinion.kind is OpinionKind.DISSENTING):
        end = f"I would {would(opinion.disposition)} {judgment}. {end}" if opinion.number == 0 else end
    return (Paragraph(all_of([last, also, closes, end]), (Disposed(opinion.disposition),)),)


def _alternative(pen: Pen) -> str:
    """A ground off the walk on which everyone who signs the opinion would come to the same judgment."""
    signers = [pen.ruling.reasonings[id] for id in (pen.opinion.author, *pen.opinion.joined)]
    for ref in pen.mind.alternatives:
        if all(ref in mind.alternatives for mind in signers):
            issue = pen.case.issue[ref.issue]
            text = sentence(issue.position(ref.position).text)
            way = pen.fill(pen.chooser.choose(f"{pen.opinion.number}.also", ALSO))
            return all_of([way, question(issue.question), text])
    return ""
