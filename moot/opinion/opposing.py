"""What was said for another answer, and why it failed - or why, unrefuted, it still does not prevail."""

from __future__ import annotations

from dataclasses import replace

from moot.case import Attacking, Modality, Step
from moot.opinion.context import Pen
from moot.opinion.digest import Scale
from moot.opinion.document import Paragraph, Rejected, Stated
from moot.opinion.hypothetical import offence
from moot.opinion.prose.grammar import all_of, sentence
from moot.opinion.prose.templates_opposing import (
    AGAIN,
    DEADLOCK,
    LOSER,
    QUESTIONED,
    STANDING,
    THE_REASON,
    THE_SAME,
    TITLE_FIRST,
    TOGETHER_LESS,
    WEIGHS_LESS,
)

__all__ = ["against"]

_NAMED = 3
_SHORT = 60
_KIND = {
    Modality.TEXTUAL: "argument from the bare text",
    Modality.HISTORICAL: "argument from history",
    Modality.STRUCTURAL: "argument from structure",
    Modality.DOCTRINAL: "argument from precedent",
    Modality.ETHICAL: "an appeal to what is right",
    Modality.PRUDENTIAL: "argument from consequences",
    Modality.FACTUAL: "argument from the facts",
}


def against(pen: Pen, step: Step, on: Scale, part: str, *, rejects: bool) -> list[Paragraph]:
    """The other side of one issue, what failed before what still stands; nothing where nothing was said for it."""
    slot = f"{pen.opinion.number}.{step.issue}.against"
    points = [id for id in on.failed if not pen.is_answer(id)]
    answers = [id for id in on.failed if pen.is_answer(id) and id not in pen.noted][:1]
    named = points[:_NAMED] + (answers if len(points) < _NAMED else [])
    pieces: list[str] = []
    tags: list[Stated] = []
    before = ""
    for place, id in enumerate(named):
        by, kind = _defeated_by(pen, id)
        own = ""
        if rejects and place == 0 and kind is not None:
            own = pen.register.phrase("rejects", replace(pen.footing([step]), attack=kind), slot)
        why = f"{slot}.{place}.why"
        if by and by == before and kind is not None:
            reason = pen.chooser.choose(why, THE_SAME[kind])
        else:
            reason = _why(pen, by, kind, why, part)
        pieces += [_loser(pen, id, f"{slot}.{place}"), own, reason]
        before = by
        tags.append(Rejected(id, (by,) if kind else (), kind))
    others = points[_NAMED:]
    if others:
        lead = "One more argument falls with these." if len(others) == 1 else "The rest of that side falls with these."
        pieces += [lead, *(pen.alone(id) for id in others)]
        for id in others:
            by, kind = _defeated_by(pen, id)
            tags.append(Rejected(id, (by,) if kind else (), kind))
    deaf, unheard = _deaf(pen, on)
    answered, left = all_of(pieces), all_of([_standing(pen, step, on), deaf, _withdrawn(pen, on)])
    if len(answered.split()) <= _SHORT:
        answered, left, tags, unheard = all_of([answered, left]), "", [*tags, *unheard], []
    found = (Paragraph(answered, tuple(tags)), Paragraph(left, tuple(unheard)))
    return [paragraph for paragraph in found if paragraph.text]


def _defeated_by(pen: Pen, id: str) -> tuple[str, Attacking | None]:
    """The accepted attacker that put the argument out and how, the deadliest kind of attack first.

    Of equals one the opinion has adopted comes first, then points before answers, then the heavier. Of a deadlock
    there is no kind, and the attacker is the point it is locked with.
    """
    hits = [defeat for defeat in pen.mind.defeats if defeat.attacked == id and defeat.attacker in pen.mind.accepted]
    order = (Attacking.UNDERCUT, Attacking.UNDERMINE, Attacking.REBUT)
    if not hits:
        locked = sorted(defeat.attacker for defeat in pen.mind.defeats if defeat.attacked == id)
        return next((name for name in locked if name in pen.case.point), ""), None
    best = min(
        hits,
        key=lambda defeat: (
            order.index(defeat.kind),
            defeat.attacker not in pen.adopted_in,
            pen.is_answer(defeat.attacker),
            -defeat.attacker_weight,
            defeat.attacker,
        ),
    )
    return best.attacker, best.kind


def _loser(pen: Pen, id: str, slot: str) -> str:
    argument = pen.case.arguments[id]
    if not pen.is_answer(id) and ":" in pen.case.point[id].title:
        return f"{pen.alone(id)} {pen.fill(pen.chooser.choose(slot, TITLE_FIRST), argument)}"
    pool = QUESTIONED if pen.is_answer(id) else LOSER
    return pen.after(pen.fill(pen.chooser.choose(slot, pool), argument), id)


def _why(pen: Pen, by: str, kind: Attacking | None, slot: str, part: str) -> str:
    """Why it failed, in plain words."""
    if kind is None:
        frame = pen.chooser.choose(slot, DEADLOCK)
        return pen.after(frame, by) if by in pen.case.point else sentence(frame)
    new, given = pen.chooser.choose(slot, THE_REASON[kind])
    told = pen.adopted_in.get(by)
    if pen.case.arguments[by].offends:
        pen.adopted_in.setdefault(by, part)
        return all_of([sentence(new), "The case put to counsel shows why." if told is not None else offence(pen, by)])
    if told == part and list(pen.adopted_in.values()).count(part) == 1:
        return given
    if told is not None:
        if pen.is_answer(by):
            return f"{sentence(new)} The answer already quoted shows why."
        return pen.after(new + pen.chooser.choose(f"{slot}.again", AGAIN), by)
    pen.adopted_in[by] = part
    if pen.is_answer(by):
        side = pen.case.party(pen.case.arguments[by].side).called or pen.case.arguments[by].side.value
        return f"{sentence(new)} {pen.after(f'Counsel for {side} gave the reason', by)}"
    return all_of([pen.after(new, by), pen.authorities(by)])


def _standing(pen: Pen, step: Step, on: Scale) -> str:
    """The candid word about what was not answered and yet does not prevail."""
    points = [id for id in on.standing if not pen.is_answer(id) and id not in pen.adopted_in][:2]
    if not points:
        return ""
    slot = f"{pen.opinion.number}.{step.issue}.standing"
    if pen.mind.margin(step.issue) == 0:
        end = "That is not enough to tip level scales."
    else:
        end = pen.fill(pen.chooser.choose(f"{slot}.end", WEIGHS_LESS if len(points) == 1 else TOGETHER_LESS))
    return all_of([pen.chooser.choose(slot, STANDING), *(pen.alone(id) for id in points), end])


def _deaf(pen: Pen, on: Scale) -> tuple[str, list[Stated]]:
    """The kind of argument that this judge does not weigh, owned to once in an opinion."""
    for id in on.deaf:
        modality = pen.case.arguments[id].modality
        if not pen.is_answer(id) and pen.once(f"deaf.{modality}"):
            voice = pen.voice()
            lead = (
                f"Of one thing {voice['we']} take no account, since {_KIND[modality]} has no weight with {voice['us']}"
            )
            return pen.after(lead, id), [Rejected(id)]
    return "", []


def _withdrawn(pen: Pen, on: Scale) -> str:
    for id in on.withdrawn:
        if not pen.is_answer(id) and pen.once(f"withdrawn.{id}"):
            how = "by a concession" if id in pen.mind.heard.conceded else "because counsel took it back"
            return pen.after(f"One argument left the case at the lectern, {how}", id)
    return ""
