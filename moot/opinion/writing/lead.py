"""The opinion that speaks for the court or announces its judgment: question and answer, facts, the steps, the others, the order."""

from __future__ import annotations

from moot.bench.conference import Opinion, Ruling
from moot.case import Case, OpinionKind, PositionRef, Step
from moot.case.language.likeness import alike, shared
from moot.case.presented import answers_it
from moot.opinion.context import OpinionContext
from moot.opinion.document import Disposed, Paragraph, Part
from moot.opinion.plan import grounds
from moot.opinion.prose.clauses import formal
from moot.opinion.prose.grammar import all_of, cap, ordered, question, roman, sentence, the_judgment, would
from moot.opinion.writing.replies import point_of_difference, replies
from moot.opinion.writing.step import discuss, undisputed

__all__ = ["SEPARATE", "decided", "joined_up", "lead", "least_first", "opening", "thats", "the_case"]

SEPARATE = (OpinionKind.IN_THE_JUDGMENT, OpinionKind.IN_PART, OpinionKind.DISSENTING)
_DECISIVE = 2
_PARAGRAPH = 130


def lead(context: OpinionContext) -> tuple[Part, ...]:
    """The whole opinion in its parts."""
    parts = [Part("", "", (opening(context),)), the_case(context)]
    parts += decided(context)
    others = [other for other in context.ruling.opinions if other.kind in SEPARATE and other is not context.opinion]
    if others and (answered := replies(context, others)):
        parts.append(Part(roman(len(context.parts) + 2), "", tuple(answered)))
    parts.append(Part("", "", _order(context)))
    return tuple(parts)


def thats(context: OpinionContext) -> str:
    """The last holdings, run together: `that A, and that B`; empty where the case file has no clauses for them.

    Where the last does not answer the question presented, the one before it is that which answers it most nearly; so it is where an
    earlier holding answers it in its own words and neither of the last two does.
    """
    case, steps = context.case, grounds(context.ruling, context.opinion)
    told = list(steps[-_DECISIVE:])
    answers = [step for step in steps if answers_it(case, step.issue)]
    squarely = [step for step in answers if alike(_holding(case, step), case.question_presented)]
    if steps and (steps[-1] not in answers or (squarely and not set(squarely) & set(told))):
        near = {one: shared(case.question_presented, _about(case, one)) for one in squarely or answers}
        nearest = max(reversed(near), key=lambda step: near[step], default=None)
        told = [step for step in steps if step in (nearest, steps[-1])]
    clauses = [context.holds(PositionRef(step.issue, step.position)).get("that", "") for step in told]
    if not all(clauses):
        clauses = clauses[-1:] if clauses and clauses[-1] else []
    return ("; and " if any(", and that " in clause for clause in clauses) else ", and ").join(clauses)


def _holding(case: Case, step: Step) -> str:
    return case.issue[step.issue].position(step.position).holds


def _about(case: Case, step: Step) -> str:
    return f"{case.issue[step.issue].question} {_holding(case, step)}"


def opening(context: OpinionContext) -> Paragraph:
    """The question and the answer, or what is decided without one."""
    kind = "of_application" if context.case.below.application else "of_review"
    asked = context.say("question", q=question(formal(context.case.question_presented)), **{kind: ""})
    clauses = thats(context)
    reached = any(answers_it(context.case, step.issue) for step in grounds(context.ruling, context.opinion))
    answer = (
        context.say("answer" if reached else "answer.other", thats=clauses)
        if clauses
        else f"{context.words['We']} {would(context.ruling.disposition) if context.plural else 'would ' + would(context.ruling.disposition)}."
    )
    return Paragraph(all_of([asked, answer]), (Disposed(context.ruling.disposition),))


def the_case(context: OpinionContext) -> Part:
    """The facts and the judgment below; told once in a ruling, in its first opinion."""
    case = context.case
    cite = f" {sentence(case.below.citation)}" if case.below.citation else ""
    below = sentence(formal(case.below.summary)) + cite
    facts = sentence(formal(case.facts))
    context.told.note(facts)
    context.told.note(below)
    return Part(roman(1), "", (Paragraph(facts), Paragraph(below)))


def decided(context: OpinionContext) -> list[Part]:
    """The parts that decide something, in the order of the tree."""
    decisive, parted = _decisive(context.ruling, context.opinion), _parted(context.ruling, context.opinion)
    out: list[Part] = []
    for planned in context.parts:
        told: list[Paragraph] = []
        short: list[Paragraph] = []
        for step in planned.steps:
            if step not in planned.discussed:
                short.append(undisputed(context.at(step.issue), step))
                continue
            full = step.issue in decisive | parted
            told += discuss(context.at(step.issue), step, planned.number, full=full, keep=step.issue in parted)
        if all(context.case.issue[step.issue].preliminary for step in planned.steps):
            told = joined_up(told)
        if short:
            text, states = all_of(one.text for one in short), tuple(tag for one in short for tag in one.states)
            told.insert(0, Paragraph(text, states))
        out.append(Part(planned.number, "", tuple(told)))
    return out


def _decisive(ruling: Ruling, opinion: Opinion) -> set[str]:
    """The issues on which the judgment rests at last."""
    return {step.issue for step in grounds(ruling, opinion)[-_DECISIVE:]}


def _parted(ruling: Ruling, opinion: Opinion) -> set[str]:
    """The issues on which another opinion leaves this one."""
    return {
        step.issue
        for other in ruling.opinions
        if other.kind in SEPARATE
        for step in point_of_difference(ruling, other, opinion)
    }


def least_first(ruling: Ruling, opinion: Opinion) -> list[str]:
    """The issues an opinion decides, those that matter least first.

    First what is preliminary, then the other steps, then where other opinions leave it, and what decides the case last.
    """
    decisive, parted = _decisive(ruling, opinion), _parted(ruling, opinion)
    issues = [step.issue for step in opinion.walk]
    return sorted(issues, key=lambda one: (one in decisive, one in parted, not ruling.case.issue[one].preliminary))


def joined_up(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Short paragraphs put together, up to a hundred words or so."""
    out: list[Paragraph] = []
    for one in paragraphs:
        if out and len(f"{out[-1].text} {one.text}".split()) <= _PARAGRAPH:
            last = out.pop()
            out.append(Paragraph(f"{last.text} {one.text}", (*last.states, *one.states)))
        else:
            out.append(one)
    return out


def _terms(context: OpinionContext) -> str:
    """What is ordered claim by claim, where the leaf to which this opinion's walk leads says so."""
    walk = context.opinion.walk
    leaf = context.case.tree.child(walk[-1].node, walk[-1].position) if walk else None
    if leaf is None or leaf.disposition is not context.ruling.disposition:
        return ""
    return leaf.terms.rstrip(".")


def _order(context: OpinionContext) -> tuple[Paragraph, ...]:
    steps = grounds(context.ruling, context.opinion)
    close = (context.persona("closes", steps[-1]) if steps else "") or context.say("close")
    done = ordered(context.ruling.disposition)
    if terms := _terms(context):
        done = f"{done}: {terms}"
    order = f"{cap(the_judgment(context.case))} is {done}. It is so ordered."
    first = (Paragraph(close),) if close else ()
    return (*first, Paragraph(order, (Disposed(context.ruling.disposition),)))
