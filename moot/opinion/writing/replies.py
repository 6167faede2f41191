"""What the lead opinion says to the others, on the point of difference."""

from __future__ import annotations

from collections.abc import Sequence

from moot.bench.conference import Opinion, Ruling
from moot.case import PositionRef, Step
from moot.case.language.speech import sentences
from moot.opinion.context import OpinionContext
from moot.opinion.document import Adopted, Attributed, Paragraph, Stated
from moot.opinion.material import adopted, contested
from moot.opinion.plan import grounds, part_of
from moot.opinion.prose.grammar import all_of, sentence, small, yes_or_no
from moot.opinion.writing.arguments import meeting

__all__ = ["point_of_difference", "replies"]


def point_of_difference(ruling: Ruling, mine: Opinion, other: Opinion) -> tuple[Step, ...]:
    """The step of ``mine`` at which it leaves ``other``: a ground answered otherwise, else a preliminary question; one or none."""
    theirs = other.holdings
    differ = [step for step in mine.walk if theirs.get(step.issue) not in (None, step.position)]
    rest = grounds(ruling, mine)
    serious = [step for step in differ if step in rest]
    if serious:
        return (serious[0],)
    return (differ[-1],) if differ else ()


def replies(context: OpinionContext, others: Sequence[Opinion]) -> list[Paragraph]:
    """A paragraph for each answer at which others leave this opinion."""
    groups: dict[Step, list[Opinion]] = {}
    for other in others:
        for step in point_of_difference(context.ruling, other, context.opinion):
            groups.setdefault(step._replace(node=""), []).append(other)
    order = [step.issue for step in context.opinion.walk]
    return [
        _reply(context, step, parting)
        for step, parting in sorted(groups.items(), key=lambda item: order.index(item[0].issue))
    ]


def _reply(context: OpinionContext, theirs: Step, parting: Sequence[Opinion]) -> Paragraph:
    ref = PositionRef(theirs.issue, theirs.position)
    mine = next(step for step in context.opinion.walk if step.issue == theirs.issue)
    names, clause = context.others(parting), context.holds(ref).get("that", "")
    states: list[Stated] = [Attributed(other.number, *ref) for other in parting]
    if clause:
        first = context.say("reply", str(ref), that=clause, **names)
    else:
        text = sentences(sentence(context.case.issue[ref.issue].position(ref.position).text))[0]
        verb = names["n_answer"]
        first = context.once(
            f"{names['Names']} {verb} {small(text)}"
            if yes_or_no(text)
            else f"{names['Names']} {verb} otherwise: {small(text)}"
        )
    answer = _answer(context, mine, ref, parting) if context.detail >= 0 else ""
    if not answer and context.detail >= 0:
        own = [id for id in adopted(context, mine) if _speaks_to(context, id, ref)]
        if own:
            answer = all_of(
                [context.say("reply.own", own[0], that=context.says(own[0])), context.cites(own[0], mine, 2)]
            )
            context.told.adopted[own[0]] = context.opinion.number
            states.append(Adopted(own[0]))
    part = part_of(context.ruling, context.opinion, theirs.issue)
    see = context.say("reply.see", str(ref), part=f"Part {part}", **names) if part and not answer else ""
    own_words = context.persona("answers", mine) if answer and context.detail >= 2 else ""
    kept = context.once(context.told.kept.pop((mine.issue, mine.position), ""))
    return Paragraph(all_of([first, own_words, answer, see, kept]), tuple(states))


def _speaks_to(context: OpinionContext, id: str, ref: PositionRef) -> bool:
    """Whether an argument answers another view: it is one of the points on the question, or it attacks an argument for that view."""
    targets = (attack.target for attack in context.case.arguments[id].attacks)
    return not context.is_answer(id) or any(
        ref in context.case.arguments[target].urges for target in targets if target in context.case.arguments
    )


def _answer(context: OpinionContext, mine: Step, ref: PositionRef, parting: Sequence[Opinion]) -> str:
    """The argument behind the other view, which its author accepts, and what meets it."""
    author = context.ruling.reasonings[parting[0].author]
    for other in contested(context, mine, ref):
        if other.kind is None or other.against not in author.accepted:
            continue
        rests = context.say("reply.rests", other.against, that=context.says(other.against))
        met = meeting(context, mine, other) if rests else ""
        if met:
            context.told.opposed[other.against] = context.opinion.number
            return all_of([rests, met])
    return ""
