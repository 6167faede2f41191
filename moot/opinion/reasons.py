"""The reasons for one holding: what carried it, what else points the same way, and what it rests on besides.

Everything said here is read off the writer's reasoning; nothing is added to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from moot.case import PRINCIPLES, Argument, Modality, PositionRef, Step
from moot.opinion.context import Pen
from moot.opinion.digest import Scale, scale
from moot.opinion.document import Adopted, Held, Paragraph, Stated
from moot.opinion.opposing import against
from moot.opinion.prose.grammar import all_of, cap, colon, count, question, sentence, small, yes_or_no
from moot.opinion.prose.phrases import where
from moot.opinion.prose.templates import (
    ANSWERED,
    ANSWERED_FIRST,
    BRIEFED,
    CUT_SHORT,
    FALLEN_FOR,
    FIRST,
    HOLDING,
    MORE,
    MORE_PLAIN,
    NAMED,
    NAMED_ONE,
    PLAIN,
    PRINCIPLE,
    QUOTED_BEFORE,
    REUSED,
    UNARGUED,
    UNARGUED_FOR,
    UNWEIGHED_FOR,
    YES_OR_NO,
)

__all__ = ["carried", "pairs", "paragraphs"]

_CLOSE = 2


def paragraphs(pen: Pen, step: Step, part: str, *, adopts: bool, rejects: bool) -> list[Paragraph]:
    """The holding with its reasons; ``adopts`` and ``rejects`` say whether to use the judge's own phrases here."""
    slot = f"{pen.opinion.number}.{step.issue}"
    on = scale(pen.mind, step)
    phrase = pen.register.phrase("adopts", pen.footing([step]), slot) if adopts and on.carry else ""
    first = [_holding(pen, step, slot, phrase)]
    stated: list[Stated] = [Held(step.issue, step.position)]
    for id in on.carry[:1]:
        first.append(carried(pen, id, f"{slot}.first", part, lead=True))
        stated.append(Adopted(id))
    basis = _basis(pen, step, on, part)
    more, tags = _more(pen, on, slot, part)
    out: list[Paragraph] = []
    if more:
        out.append(Paragraph(all_of(first), tuple(stated)))
        first, stated = [more], tags
    last = phrase if where(phrase) == "last" else ""
    out.append(Paragraph(all_of([*first, basis, last]), tuple(stated)))
    return out + against(pen, step, on, part, rejects=rejects)


def _holding(pen: Pen, step: Step, slot: str, phrase: str) -> str:
    """The holding in the words of the case file, with the judge's own phrase about it."""
    text = sentence(pen.case.issue[step.issue].position(step.position).text)
    if phrase and where(phrase) != "last":
        if where(phrase) == "after":
            return all_of([text, phrase])
        if phrase.endswith(" is this.") and not yes_or_no(text):
            return colon(pen.case, phrase[:-1], text)
        return all_of([phrase, text])
    if yes_or_no(text):
        return pen.fill(pen.chooser.choose(slot, YES_OR_NO), text=text, small=small(text))
    before, tail = pen.chooser.choose(slot, HOLDING)
    return all_of([colon(pen.case, pen.fill(before), text) if before else text, pen.fill(tail)])


def carried(pen: Pen, id: str, slot: str, part: str, *, lead: bool) -> str:
    """One accepted argument with what it stands on; ``lead`` where it is the first reason of its part."""
    argument = pen.case.arguments[id]
    heard = pen.mind.heard
    before, tail = "", ""
    told = pen.adopted_in.get(id)
    pen.adopted_in[id] = part
    if pen.is_answer(id):
        if id in pen.noted:
            return pen.fill("The answer of counsel for {s} that has been quoted bears on this too.", argument)
        before_us = pen.chooser.quoted.get(id)
        if before_us is not None:
            pen.noted.add(id)
            frame = pen.chooser.choose(slot, QUOTED_BEFORE)
            return pen.fill(frame, argument, whom=pen.name_of(pen.ruling.opinions[before_us]))
        return all_of(
            [
                pen.after(pen.fill(pen.chooser.choose(slot, ANSWERED_FIRST if lead else ANSWERED), argument), id),
                pen.support(id),
            ]
        )
    if told and told != part:
        before, tail = pen.chooser.choose(slot, REUSED)
        text = pen.after(pen.fill(before, argument, part=told), id) if before else pen.alone(id)
        return all_of([text, pen.fill(tail, argument, part=told)])
    if id in heard.half and pen.once("cut short"):
        pool = CUT_SHORT
    elif id not in heard.full and id not in heard.half and pen.once("briefed"):
        pool = BRIEFED
    elif not argument.cites and not argument.record:
        pool = PLAIN if lead else MORE_PLAIN
    else:
        pool = (FIRST if lead else MORE)[_shown(argument)]
    before, tail = pen.chooser.choose(slot, pool)
    text = pen.after(pen.fill(before, argument), id) if before else pen.alone(id)
    return all_of([text, pen.fill(tail, argument), pen.support(id)])


def _shown(argument: Argument) -> Modality:
    """The modality to name: an argument from precedent that cites none, or from facts without a record, is plain reasoning."""
    if argument.modality is Modality.DOCTRINAL and not argument.cites:
        return Modality.STRUCTURAL
    if argument.modality is Modality.FACTUAL and not argument.record:
        return Modality.STRUCTURAL
    return argument.modality


def _more(pen: Pen, on: Scale, slot: str, part: str) -> tuple[str, list[Stated]]:
    """The other arguments that counted, with their sources; and those that merely agree, by name."""
    told = list(on.carry[1:])
    quoted = [id for id in told if pen.is_answer(id)]
    told = [id for id in told if id not in quoted[1:]]
    pieces = [carried(pen, id, f"{slot}.more.{place}", part, lead=False) for place, id in enumerate(told)]
    rest = [id for id in on.rest if not pen.is_answer(id) and id not in pen.adopted_in][:3]
    if rest:
        pen.adopted_in.update(dict.fromkeys(rest, part))
        frame = pen.chooser.choose(f"{slot}.named", NAMED_ONE if len(rest) == 1 else NAMED)
        number = count(len(rest))
        pieces += [pen.fill(frame, count=number, Count=cap(number)), *(pen.alone(id) for id in rest)]
    return all_of(pieces), [Adopted(id) for id in (*told, *rest)]


def _basis(pen: Pen, step: Step, on: Scale, part: str) -> str:
    """What the finding rests on besides arguments: principle, the trust counsel earned, or the rule for ties."""
    slot = f"{pen.opinion.number}.{step.issue}.basis"
    support = pen.mind.support[PositionRef(step.issue, step.position)]
    pieces: list[str] = []
    if not on.carry:
        pieces.append(pen.fill(pen.chooser.choose(slot, _why_unargued(pen, step, on))))
    heaviest = max((weight for _, _, weight in support.best), default=0)
    if not on.carry or support.prior > heaviest:
        pieces.append(_principle(pen, step, part, slot))
    rivals = [
        pen.mind.support[PositionRef(step.issue, other.id)]
        for other in pen.case.issue[step.issue].positions
        if other.id != step.position
    ]
    if any(rival.total == support.total for rival in rivals):
        won = pen.case.issue[step.issue].position(step.position).favours is pen.case.below.won
        pieces.append(
            "The scales are level, and a tie leaves the advantage with the side that won below."
            if won
            else "The scales are level, and nothing in them prefers another answer."
        )
    elif any(rival.total - rival.credit >= support.total - support.credit for rival in rivals):
        pieces.append("What tips so even a balance is the trust that counsel's answers earned or lost.")
    elif any(support.total - rival.total <= _CLOSE for rival in rivals) and pen.once("close"):
        pieces.append("The question is close.")
    return all_of(pieces)


def _why_unargued(pen: Pen, step: Step, on: Scale) -> tuple[str, ...]:
    """Ways of saying why no argument carries the finding."""
    if on.silent:
        return UNARGUED
    if on.own_failed:
        return FALLEN_FOR
    ref = PositionRef(step.issue, step.position)
    lost = [id for id in (*on.deaf, *on.withdrawn) if ref in pen.case.arguments[id].urges]
    return UNWEIGHED_FOR if lost else UNARGUED_FOR


def _principle(pen: Pen, step: Step, part: str, slot: str) -> str:
    """The principle that weighs most for the position with this judge; one already stated is called on again."""
    held = pen.judge.held
    embodied = pen.case.issue[step.issue].position(step.position).embodies
    own = [(-held[name] * much, name) for name, much in embodied if held.get(name, 0) and name in PRINCIPLES]
    if not own:
        return ""
    name = min(own)[1]
    told = pen.principles.setdefault(name, part)
    if told != part:
        return f"The principle stated in Part {told} governs here too."
    return colon(pen.case, pen.chooser.choose(f"{slot}.principle", PRINCIPLE), small(PRINCIPLES[name]))


def pairs(pen: Pen, steps: Sequence[Step]) -> str:
    """Questions with their answers, run together in one paragraph."""
    issue = pen.case.issue
    return all_of(
        f"{question(issue[step.issue].question)} {sentence(issue[step.issue].position(step.position).text)}"
        for step in steps
    )
