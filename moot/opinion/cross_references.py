"""What one opinion says of another: where they agree, where they part, and a word in reply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.bench.conference import Opinion
from moot.case import OpinionKind, PositionRef, Step
from moot.opinion.context import Pen
from moot.opinion.digest import scale
from moot.opinion.document import Agreed, Attributed, Paragraph, Part
from moot.opinion.prose.grammar import all_of, cap, colon, joined, question, roman, sentence, yes_or_no
from moot.opinion.prose.templates import COME_BACK
from moot.opinion.reasons import carried, pairs

__all__ = ["agreeing", "agreement", "common", "nearest", "parting", "replies"]

_PROMISES = re.compile(r"(?:answer|met)\.$")


def common(one: Opinion, other: Opinion) -> int:
    """How many steps two walks share before they part."""
    shared = 0
    for mine, theirs in zip(one.walk, other.walk, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared


def nearest(pen: Pen) -> Opinion:
    """The lead opinion, or without one the earlier opinion that goes furthest along the same walk."""
    lead = pen.ruling.lead
    if lead is not None:
        return lead
    earlier = pen.ruling.opinions[: pen.opinion.number]
    return max(earlier, key=lambda other: (common(pen.opinion, other), -other.number))


def agreeing(pen: Pen, steps: Sequence[Step]) -> tuple[Opinion | None, int]:
    """The earlier reasoned opinion that agrees for most of these steps, counted from the first, and for how many."""
    best: tuple[Opinion | None, int] = (None, 0)
    for other in pen.ruling.opinions[: pen.opinion.number]:
        if other.kind is not OpinionKind.CONCURRING:
            run = 0
            for step in steps:
                if other.holdings.get(step.issue) != step.position:
                    break
                run += 1
            if run > best[1]:
                best = other, run
    return best


def agreement(pen: Pen, steps: Sequence[Step], earlier: Opinion, number: str) -> Part:
    """Steps on which an earlier opinion has said enough; the writer adds only what weighed most."""
    whom = pen.name_of(earlier)
    slot = f"{pen.opinion.number}.{steps[0].issue}.back"
    weight = pen.mind.weights
    best = max(
        (id for step in steps for id in scale(pen.mind, step).carry[:1]), key=lambda name: weight[name], default=""
    )
    added = carried(pen, best, f"{slot}.added", number, lead=True) if best else ""
    states = tuple(Agreed(step.issue, step.position, earlier.number) for step in steps)
    if len(steps) > 1:
        lead = pen.chooser.choose(
            slot,
            (f"On what comes next I agree with {whom}.", f"In this much I am at one with {whom}.",
             f"Here {whom} and I give the same answers."),
        )  # fmt: skip
        said = Paragraph(all_of([lead, pairs(pen, steps), added]), states)
        return Part(number, f"Common ground with {whom}", (said,))
    issue = pen.case.issue[steps[0].issue]
    text = sentence(issue.position(steps[0].position).text)
    said = Paragraph(
        all_of([pen.fill(pen.chooser.choose(slot, COME_BACK), text=text, whom=whom, Whom=cap(whom)), added]), states
    )
    return Part(number, question(issue.question), (said,))


def _says_otherwise(pen: Pen, names: str, many: bool, ref: PositionRef) -> str:
    """Whose answer it is, and what it is, as a sentence that nobody could take for the writer's."""
    text = sentence(pen.case.issue[ref.issue].position(ref.position).text)
    if yes_or_no(text):
        return f"{cap(names)} {'answer' if many else 'answers'} {text[:1].lower()}{text[1:]}"
    return colon(pen.case, f"{cap(names)} {'answer' if many else 'answers'} otherwise", text)


def parting(pen: Pen, step: Step, other: Opinion) -> Paragraph:
    """Where this opinion leaves another, and a word in reply."""
    theirs = PositionRef(step.issue, other.holdings[step.issue])
    slot = f"{pen.opinion.number}.parting"
    reply = pen.register.phrase("answers", pen.footing([step]), slot)
    where = pen.chooser.choose(
        slot,
        (f"It is here that {pen.name_of(other)} and I part.", "This is where our ways divide.",
         f"On this I differ from {pen.name_of(other)}."),
    )  # fmt: skip
    end = "My reasons are above." if _PROMISES.search(reply) else ""
    said = [where, _says_otherwise(pen, pen.name_of(other), many=False, ref=theirs), reply, end]
    return Paragraph(all_of(said), (Attributed(other.number, *theirs),))


def replies(pen: Pen, others: Sequence[Opinion]) -> list[Paragraph]:
    """The lead opinion's answer to each step at which others leave it."""
    groups: dict[tuple[int, PositionRef], list[Opinion]] = {}
    for other in others:
        at = common(pen.opinion, other)
        step = other.walk[at]
        groups.setdefault((at, PositionRef(step.issue, step.position)), []).append(other)
    out: list[Paragraph] = []
    for (at, ref), parting in sorted(groups.items(), key=lambda item: item[0][0]):
        slot = f"{pen.opinion.number}.reply.{ref}"
        names = joined([pen.name_of(other) for other in parting])
        part = roman(at + 2)
        many = len(parting) > 1
        where = pen.chooser.choose(
            f"{slot}.where",
            (f"{names} {'leave' if many else 'leaves'} us at Part {part}.", f"With {names} the difference begins in Part {part}.",
             f"{names} would decide the question of Part {part} in another way."),
        )  # fmt: skip
        reply = pen.register.phrase("answers", pen.footing([pen.opinion.walk[at]]), slot)
        end = pen.chooser.choose(
            f"{slot}.end",
            ("The reasons for our own answer are given there.", "We have said there why we think otherwise.",
             f"Part {part} is our reply."),
        )  # fmt: skip
        said = all_of([where, _says_otherwise(pen, names, many=many, ref=ref), reply, end])
        out.append(Paragraph(said, tuple(Attributed(other.number, *ref) for other in parting)))
    return out
