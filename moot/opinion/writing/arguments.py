"""Counsel's arguments on one question: those the opinion accepts, the one it puts against itself, and what meets that."""

from __future__ import annotations

from moot.case import Attacking, Step
from moot.case.language.likeness import alike, within
from moot.opinion.document import Adopted, Rejected, Stated
from moot.opinion.material import Contest, adopted, backing, conceded, history
from moot.opinion.pen import Pen
from moot.opinion.prose.clauses import reason_of, spoken, without_reason
from moot.opinion.prose.grammar import all_of
from moot.opinion.writing.remarks import remark
from moot.opinion.writing.scene import offense

__all__ = ["authorities", "conceded_by", "course_of_cases", "meeting", "most_told", "opposing", "support"]

_MEETS = {Attacking.UNDERCUT: "undercut", Attacking.UNDERMINE: "undermine", Attacking.REBUT: "rebut"}


def most_told(pen: Pen, *, full: bool) -> int:
    """How many arguments for a finding are told."""
    return max(0, min(pen.detail, 2)) if full else (1 if pen.detail >= 3 else 0)


def support(pen: Pen, step: Step, other: Contest | None, *, full: bool, held: bool) -> tuple[str, tuple[Stated, ...]]:
    """What counsel said for the finding that adds something, with its authorities."""
    spare = {other.by} if other is not None else set()
    pieces: list[str] = []
    tags: list[Stated] = []
    for id in adopted(pen, step, spare)[: most_told(pen, full=full)]:
        fields = pen.side(pen.case.arguments[id].side) | pen.fits(pen.case.arguments[id])
        fields["after_another" if pieces else "if_first"] = ""
        if pieces or not held:
            fields["after_holding"] = ""
        clause = pen.says(id)
        wanted = pen.detail >= 2 and pen.plural and "adopts" not in pen.marks
        own = pen.persona("adopts", step, of=pen.case.arguments[id]) if wanted else ""
        pen.marks.add("adopts")
        # A judge's own remark accepts the argument, so the sentence before it only tells it.
        place = ("told" if own else "accept") + (".answer" if pen.is_answer(id) else "")
        text = pen.say(place, id, **spoken(clause), **fields) or pen.say("accept+", id, that=clause, **fields)
        pieces += [text, own, pen.cites(id, step)]
        pen.told.adopted[id] = pen.opinion.number
        tags.append(Adopted(id))
    return all_of(pieces), tuple(tags)


def authorities(pen: Pen, step: Step, other: Contest | None, *, full: bool) -> str:
    """The authorities of an argument whose words would add nothing to the reasons."""
    position = pen.case.issue[step.issue].position(step.position)
    known = f"{position.holds} {position.reasons}"
    for id in backing(pen, step):
        new = id not in pen.told.adopted and (other is None or id != other.by)
        if new and alike(pen.says(id) or known, known) and (cites := pen.cites(id, step, 3 if full else 2)):
            return cites
    return ""


def opposing(pen: Pen, step: Step, other: Contest | None) -> tuple[str, tuple[Stated, ...]]:
    """The argument for the other side that is put best, and what meets it; empty where nothing does."""
    if other is None:
        return "", ()
    argument = pen.case.arguments[other.against]
    own = (
        pen.persona("rejects", step, other.kind, of=argument)
        if other.kind and pen.detail >= 2 and "rejects" not in pen.marks
        else ""
    )
    answer = meeting(pen, step, other, rejected=bool(own))
    if not answer:
        return "", ()
    fields = pen.side(argument.side) | pen.fits(argument)
    place = "oppose.answer" if pen.is_answer(other.against) else "oppose"
    clause = pen.says(other.against)
    if other.kind in (Attacking.UNDERMINE, Attacking.REBUT) and not (own or pen.case.arguments[other.by].offends):
        fields["of_denial"] = ""
    text = pen.say(place, other.against, that=clause, **fields) or pen.say(
        "oppose+", other.against, that=clause, **fields
    )
    pen.told.opposed[other.against] = pen.opinion.number
    pen.marks.add("rejects")
    tags: list[Stated] = (
        [Rejected(other.against, (other.by,) if other.kind else (), other.kind)]
        if (other.against not in pen.reasoning.accepted)
        else []
    )
    return all_of([text, own, answer, remark(pen, step, argument.urges, argument.modality)]), tuple(tags)


def meeting(pen: Pen, step: Step, other: Contest, *, rejected: bool = False, stated: bool = False) -> str:
    """What meets an argument, in words.

    Where the argument is ``rejected`` already it is not rejected again, and where what it was urged for has just been ``stated`` that is not
    stated again.
    """
    argument = pen.case.arguments[other.against]
    fields = pen.side(argument.side) | pen.fits(argument)
    if other.kind is not None:
        attacker = pen.case.arguments[other.by]
        if attacker.offends:
            text = all_of([pen.say("scene", other.by), pen.once(offense(pen, other.by))])
        elif within(pen.says(other.by), pen.case.issue[step.issue].position(step.position).holds):
            # It says what is held, which has been said: it is cited for that, and no more.
            bare = "" if rejected else pen.say("stands.bare", other.against, **fields)
            text = all_of([bare, pen.cites(other.by, step, 2)])
        else:
            more = fields | pen.side(attacker.side, "o")
            clause = pen.says(other.by)
            place = "meet" if rejected else _MEETS[other.kind]
            text = pen.say(place, other.by, **spoken(clause), **more) or pen.say("meet+", other.by, that=clause, **more)
            text = all_of([text, pen.cites(other.by, step, 2)])
        if text:
            pen.told.adopted[other.by] = pen.opinion.number
            return text
    rival = next((ref for ref in argument.urges if ref.issue == step.issue), None)
    whole = pen.holds(rival).get("that", "") if rival is not None else ""
    clause = without_reason(whole)
    # To grant the very reason that the other holding gives for itself would be to grant the holding.
    granted = within(reason_of(whole), pen.says(other.against))
    if clause and not (stated or granted) and (text := pen.say("stands", other.against, rival=clause, **fields)):
        return text
    return pen.say("stands.bare", other.against, **fields)


def course_of_cases(pen: Pen, step: Step) -> str:
    """How the cases on a question go from the oldest cited to the newest; told once in an opinion."""
    if any(key.startswith("history.") for key in pen.told.opposed):
        return ""
    fields = history(pen, step)
    text = pen.say("history", step.issue, **fields) if fields else ""
    if text:
        pen.told.opposed[f"history.{pen.opinion.number}"] = pen.opinion.number
    return text


def conceded_by(pen: Pen, step: Step) -> str:
    """What a side has conceded on a question."""
    found = conceded(pen, step)
    if found is None:
        return ""
    side, clause = found
    return pen.say("conceded", step.issue, that=clause, **pen.side(side))
