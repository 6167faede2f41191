"""Counsel's arguments on one question: those the opinion accepts, the one it puts against itself, and what meets that."""

from __future__ import annotations

from moot.case import Attacking, Step
from moot.case.language.likeness import alike, within
from moot.opinion.context import OpinionContext
from moot.opinion.document import Adopted, Rejected, Stated
from moot.opinion.material import Contest, adopted, backing, conceded, history
from moot.opinion.prose.clauses import reason_of, spoken, without_reason
from moot.opinion.prose.grammar import all_of
from moot.opinion.writing.remarks import remark
from moot.opinion.writing.scene import offense

__all__ = ["authorities", "conceded_by", "course_of_cases", "meeting", "most_told", "opposing", "support"]

_MEETS = {Attacking.UNDERCUT: "undercut", Attacking.UNDERMINE: "undermine", Attacking.REBUT: "rebut"}


def most_told(context: OpinionContext, *, full: bool) -> int:
    """How many arguments for a finding are told."""
    return max(0, min(context.detail, 2)) if full else (1 if context.detail >= 3 else 0)


def support(
    context: OpinionContext, step: Step, other: Contest | None, *, full: bool, held: bool
) -> tuple[str, tuple[Stated, ...]]:
    """What counsel said for the finding that adds something, with its authorities."""
    spare = {other.by} if other is not None else set()
    pieces: list[str] = []
    tags: list[Stated] = []
    for id in adopted(context, step, spare)[: most_told(context, full=full)]:
        fields = context.side(context.case.arguments[id].side) | context.fits(context.case.arguments[id])
        fields["after_another" if pieces else "if_first"] = ""
        if pieces or not held:
            fields["after_holding"] = ""
        clause = context.says(id)
        wanted = context.detail >= 2 and context.plural and "adopts" not in context.marks
        own = context.persona("adopts", step, of=context.case.arguments[id]) if wanted else ""
        context.marks.add("adopts")
        # A judge's own remark accepts the argument, so the sentence before it only tells it.
        place = ("told" if own else "accept") + (".answer" if context.is_answer(id) else "")
        text = context.say(place, id, **spoken(clause), **fields) or context.say("accept+", id, that=clause, **fields)
        pieces += [text, own, context.cites(id, step)]
        context.told.adopted[id] = context.opinion.number
        tags.append(Adopted(id))
    return all_of(pieces), tuple(tags)


def authorities(context: OpinionContext, step: Step, other: Contest | None, *, full: bool) -> str:
    """The authorities of an argument whose words would add nothing to the reasons."""
    position = context.case.issue[step.issue].position(step.position)
    known = f"{position.holds} {position.reasons}"
    for id in backing(context, step):
        new = id not in context.told.adopted and (other is None or id != other.by)
        if new and alike(context.says(id) or known, known) and (cites := context.cites(id, step, 3 if full else 2)):
            return cites
    return ""


def opposing(context: OpinionContext, step: Step, other: Contest | None) -> tuple[str, tuple[Stated, ...]]:
    """The argument for the other side that is put best, and what meets it; empty where nothing does."""
    if other is None:
        return "", ()
    argument = context.case.arguments[other.against]
    own = (
        context.persona("rejects", step, other.kind, of=argument)
        if other.kind and context.detail >= 2 and "rejects" not in context.marks
        else ""
    )
    answer = meeting(context, step, other, rejected=bool(own))
    if not answer:
        return "", ()
    fields = context.side(argument.side) | context.fits(argument)
    place = "oppose.answer" if context.is_answer(other.against) else "oppose"
    clause = context.says(other.against)
    if other.kind in (Attacking.UNDERMINE, Attacking.REBUT) and not (own or context.case.arguments[other.by].offends):
        fields["of_denial"] = ""
    text = context.say(place, other.against, that=clause, **fields) or context.say(
        "oppose+", other.against, that=clause, **fields
    )
    context.told.opposed[other.against] = context.opinion.number
    context.marks.add("rejects")
    tags: list[Stated] = (
        [Rejected(other.against, (other.by,) if other.kind else (), other.kind)]
        if (other.against not in context.reasoning.accepted)
        else []
    )
    return all_of([text, own, answer, remark(context, step, argument.urges, argument.modality)]), tuple(tags)


def meeting(
    context: OpinionContext, step: Step, other: Contest, *, rejected: bool = False, stated: bool = False
) -> str:
    """What meets an argument, in words.

    Where the argument is ``rejected`` already it is not rejected again, and where what it was urged for has just been ``stated`` that is not
    stated again.
    """
    argument = context.case.arguments[other.against]
    fields = context.side(argument.side) | context.fits(argument)
    if other.kind is not None:
        attacker = context.case.arguments[other.by]
        if attacker.offends:
            text = all_of([context.say("scene", other.by), context.once(offense(context, other.by))])
        elif within(context.says(other.by), context.case.issue[step.issue].position(step.position).holds):
            # It says what is held, which has been said: it is cited for that, and no more.
            bare = "" if rejected else context.say("stands.bare", other.against, **fields)
            text = all_of([bare, context.cites(other.by, step, 2)])
        else:
            more = fields | context.side(attacker.side, "o")
            clause = context.says(other.by)
            place = "meet" if rejected else _MEETS[other.kind]
            text = context.say(place, other.by, **spoken(clause), **more) or context.say(
                "meet+", other.by, that=clause, **more
            )
            text = all_of([text, context.cites(other.by, step, 2)])
        if text:
            context.told.adopted[other.by] = context.opinion.number
            return text
    rival = next((ref for ref in argument.urges if ref.issue == step.issue), None)
    whole = context.holds(rival).get("that", "") if rival is not None else ""
    clause = without_reason(whole)
    # To grant the very reason that the other holding gives for itself would be to grant the holding.
    granted = within(reason_of(whole), context.says(other.against))
    if clause and not (stated or granted) and (text := context.say("stands", other.against, rival=clause, **fields)):
        return text
    return context.say("stands.bare", other.against, **fields)


def course_of_cases(context: OpinionContext, step: Step) -> str:
    """How the cases on a question go from the oldest cited to the newest; told once in an opinion."""
    if any(key.startswith("history.") for key in context.told.opposed):
        return ""
    fields = history(context, step)
    text = context.say("history", step.issue, **fields) if fields else ""
    if text:
        context.told.opposed[f"history.{context.opinion.number}"] = context.opinion.number
    return text


def conceded_by(context: OpinionContext, step: Step) -> str:
    """What a side has conceded on a question."""
    found = conceded(context, step)
    if found is None:
        return ""
    side, clause = found
    return context.say("conceded", step.issue, that=clause, **context.side(side))
