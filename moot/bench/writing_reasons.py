"""The reasons for one holding: what carried it, what points the same way, what was said against it and why that failed.

Everything said here is read off the writer's reasoning; nothing is added to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from moot.bench.reasoning import heard_as
from moot.bench.writing_document import Adopted, Held, Paragraph, Rejected, Stated
from moot.bench.writing_frames import (
    ANSWERED,
    BRIEFED,
    CUT_SHORT,
    DEADLOCK,
    FIRST,
    HOLDING,
    LOSER,
    MORE,
    THE_REASON,
    YES_OR_NO,
)
from moot.bench.writing_pen import Pen
from moot.bench.writing_register import where
from moot.bench.writing_words import all_of, cap, colon, count, sentence, yes_or_no
from moot.case import PRINCIPLES, Attacking, Issue, PositionRef, Step

__all__ = ["Scales", "carried", "holding_text", "pairs", "paragraphs", "question", "scales"]

_NAMED_LOSERS = 3
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Scales:
    """The writer's scales on one issue. ``carry`` counted, ``rest`` was accepted too; both heaviest first."""

    carry: tuple[str, ...]
    rest: tuple[str, ...]
    own_failed: tuple[str, ...]
    failed: tuple[str, ...]
    standing: tuple[str, ...]
    withdrawn: tuple[str, ...]
    deaf: tuple[str, ...]

    @property
    def weighed(self) -> bool:
        """Whether anything was argued that this judge could weigh."""
        return bool(self.carry or self.rest or self.own_failed or self.failed or self.standing)


def scales(pen: Pen, step: Step) -> Scales:
    """Sort every argument on the issue by what became of it."""
    mind, case = pen.mind, pen.case
    ref = PositionRef(step.issue, step.position)
    on_issue = [
        id for id, argument in case.arguments.items() if any(urged.issue == step.issue for urged in argument.urges)
    ]
    order = {id: (-mind.weights.get(id, 0), place) for place, id in enumerate(on_issue)}
    on_issue.sort(key=lambda id: order[id])
    mine = [id for id in on_issue if ref in case.arguments[id].urges]
    theirs = [id for id in on_issue if id not in mine]
    best = {id for _, id, _ in mind.support[ref].best}
    heard = mind.heard
    put = [id for id in theirs if id in heard.full | heard.half | heard.answers or case.arguments[id].briefed]
    return Scales(
        tuple(id for id in mine if id in best),
        tuple(id for id in mine if id in mind.accepted and id not in best),
        tuple(id for id in mine if id in mind.weights and id not in mind.accepted),
        tuple(id for id in theirs if id in mind.weights and id not in mind.accepted),
        tuple(id for id in theirs if id in mind.accepted),
        tuple(id for id in put if id in heard.withdrawn),
        tuple(id for id in put if heard_as(case.arguments[id], heard) and id not in mind.weights and id in case.point),
    )


def holding_text(pen: Pen, step: Step, slot: str) -> str:
    """The holding under its question, in the words of the case file."""
    text = sentence(pen.case.issue[step.issue].position(step.position).text)
    pool = YES_OR_NO if yes_or_no(text) else HOLDING
    return pen.fill(pen.chooser.choose(slot, pool), text=text, small=text[:1].lower() + text[1:])


def paragraphs(pen: Pen, step: Step, part: str, *, adopts: bool, rejects: bool) -> list[Paragraph]:
    """The holding with its reasons; ``adopts`` and ``rejects`` say whether to use the judge's own phrases here."""
    slot = f"{pen.opinion.number}.{step.issue}"
    on = scales(pen, step)
    footing = pen.footing([step])
    phrase = pen.register.phrase("adopts", footing, slot) if adopts and on.carry else ""
    place = where(phrase)
    first = [phrase if place == "before" else "", holding_text(pen, step, slot), phrase if place == "after" else ""]
    stated: list[Stated] = [Held(step.issue, step.position)]
    for id in on.carry[:1]:
        first.append(_carried(pen, id, f"{slot}.first", part, lead=True))
        stated.append(Adopted(id))
    basis = _basis(pen, step, on)
    if not on.carry:
        first.append(basis)
    out: list[Paragraph] = []
    more, tags = _more(pen, on, slot, part)
    if more:
        out.append(Paragraph(all_of(first), tuple(stated)))
        first, stated = [more], tags
    if on.carry:
        first.append(basis)
    first.append(phrase if place == "last" else "")
    out.append(Paragraph(all_of(first), tuple(stated)))
    against, tags = _against(pen, step, on, part, rejects=rejects)
    if against:
        out.append(Paragraph(against, tuple(tags)))
    return out


def _carried(pen: Pen, id: str, slot: str, part: str, *, lead: bool) -> str:
    """One accepted argument with what it stands on."""
    argument = pen.case.arguments[id]
    pen.adopted_in[id] = part
    if pen.is_answer(id):
        text = pen.after(pen.fill(pen.chooser.choose(slot, ANSWERED), argument), id)
        return all_of([text, pen.support(id)])
    heard = pen.mind.heard
    if id in heard.half:
        pool = CUT_SHORT
    elif id not in heard.full and (not lead or _once(pen, "briefed")):
        pool = BRIEFED
    else:
        pool = (FIRST if lead else MORE)[argument.modality]
    before, tail = pen.chooser.choose(slot, pool)
    text = pen.after(pen.fill(before, argument), id) if before else pen.alone(id)
    return all_of([text, pen.fill(tail, argument) if tail else "", pen.support(id)])


def carried(pen: Pen, id: str, part: str) -> str:
    """An accepted argument added to an agreement."""
    return _carried(pen, id, f"{pen.opinion.number}.{id}.added", part, lead=False)


def _once(pen: Pen, what: str) -> bool:
    """True the first time it is asked in an opinion."""
    if what in pen.noted:
        return False
    pen.noted.add(what)
    return True


def _more(pen: Pen, on: Scales, slot: str, part: str) -> tuple[str, list[Stated]]:
    """The other arguments that count, told; and those that merely agree, named."""
    told = [id for id in on.carry[1:]]
    answers = [id for id in told if pen.is_answer(id)]
    told = [id for id in told if id not in answers[1:]]
    pieces = [_carried(pen, id, f"{slot}.more.{place}", part, lead=False) for place, id in enumerate(told)]
    tags: list[Stated] = [Adopted(id) for id in told]
    rest = [id for id in on.rest if not pen.is_answer(id) and id not in pen.adopted_in][:3]
    if rest:
        for id in rest:
            pen.adopted_in[id] = part
        many = "Another argument leans" if len(rest) == 1 else f"{cap(count(len(rest)))} more arguments lean"
        pieces.append(all_of([f"{many} the same way and need only be named.", *(pen.alone(id) for id in rest)]))
        tags += [Adopted(id) for id in rest]
    return all_of(pieces), tags


def _basis(pen: Pen, step: Step, on: Scales) -> str:
    """What the finding rests on besides arguments: principle, counsel's credit, or the rule for ties."""
    mind = pen.mind
    ref = PositionRef(step.issue, step.position)
    support = mind.support[ref]
    pieces: list[str] = []
    if not on.carry:
        if on.own_failed or on.failed:
            pieces.append("No argument on this survives the answers made to it.")
        elif not on.standing:
            pieces.append("Neither side gave a reason that bears on it.")
    heaviest = max((weight for _, _, weight in support.best), default=0)
    name = _top_principle(pen, step)
    if name and (not on.carry or support.prior > heaviest) and name not in pen.principles:
        pen.principles.add(name)
        frame = pen.chooser.choose(
            f"{pen.opinion.number}.{step.issue}.principle",
            ("A principle stands behind this answer", "The answer follows a principle", "Principle points there",
             "Beneath it lies a settled conviction"),
        )  # fmt: skip
        pieces.append(colon(pen.case, frame, PRINCIPLES[name]))
    rivals = [
        mind.support[PositionRef(step.issue, other.id)]
        for other in pen.case.issue[step.issue].positions
        if other.id != step.position
    ]
    if any(rival.total == support.total for rival in rivals):
        won = pen.case.issue[step.issue].position(step.position).favours is pen.case.below.won
        pieces.append(
            "The scales are level, and a tie leaves the advantage with the side that won below."
            if won
            else "Nothing in the scales prefers any other answer."
        )
    elif any(rival.total - rival.credit >= support.total - support.credit for rival in rivals):
        pieces.append("What tips so even a balance is the trust that counsel's answers earned or lost.")
    elif any(support.total - rival.total <= _CLOSE for rival in rivals) and _once(pen, "close"):
        pieces.append("The question is close.")
    return all_of(pieces)


def _top_principle(pen: Pen, step: Step) -> str:
    """The principle that weighs most for the position with this judge, or the empty string."""
    held = pen.judge.held
    embodied = pen.case.issue[step.issue].position(step.position).embodies
    own = [(held.get(name, 0) * much, name) for name, much in embodied if held.get(name, 0) and name in PRINCIPLES]
    return min(own, key=lambda pair: (-pair[0], pair[1]))[1] if own else ""


def _against(pen: Pen, step: Step, on: Scales, part: str, *, rejects: bool) -> tuple[str, list[Stated]]:
    slot = f"{pen.opinion.number}.{step.issue}.against"
    points = [id for id in on.failed if not pen.is_answer(id)]
    answers = [id for id in on.failed if pen.is_answer(id)][:1]
    named = points[:_NAMED_LOSERS] + (answers if len(points) < _NAMED_LOSERS else [])
    pieces: list[str] = []
    tags: list[Stated] = []
    for place, id in enumerate(named):
        by, kind = _defeated_by(pen, id)
        own = ""
        if rejects and place == 0 and kind is not None:
            own = pen.register.phrase("rejects", pen.footing([step]), slot)
        pieces.append(
            all_of([_loser(pen, id, f"{slot}.{place}"), own, _why(pen, by, kind, f"{slot}.{place}.why", part)])
        )
        tags.append(Rejected(id, by, kind))
    if len(points) > _NAMED_LOSERS:
        others = points[_NAMED_LOSERS:]
        pieces.append(
            all_of(
                [
                    "The rest of that side of the case falls with these."
                    if len(others) > 1
                    else "One more falls with these.",
                    *(pen.alone(id) for id in others),
                ]
            )
        )
        tags += [Rejected(id, *_defeated_by(pen, id)) for id in others]
    pieces.append(_standing(pen, step, on))
    for id in on.deaf[:1]:
        argument = pen.case.arguments[id]
        if _once(pen, f"deaf.{argument.modality}"):
            pieces.append(
                pen.after(
                    f"Of one thing {pen.voice()['we']} take no account, for {_ARGUMENT[argument.modality.value]} has "
                    f"no weight with {pen.voice()['us']}",
                    id,
                )
            )
            tags.append(Rejected(id))
    gone = [id for id in on.withdrawn if not pen.is_answer(id)][:1]
    for id in gone:
        how = "was conceded" if id in pen.mind.heard.conceded else "counsel took back"
        pieces.append(pen.after(f"One argument left the case at the lectern, by what {how}", id))
    return all_of(pieces), tags


_ARGUMENT = {
    "textual": "argument from the bare text",
    "historical": "argument from history",
    "structural": "argument from structure",
    "doctrinal": "argument from precedent",
    "ethical": "an appeal to what is right",
    "prudential": "argument from consequences",
    "factual": "argument from the facts",
}


def _defeated_by(pen: Pen, id: str) -> tuple[tuple[str, ...], Attacking | None]:
    """What put the argument out for this judge: accepted attackers of the deadliest kind; none where it is a deadlock."""
    against = [defeat for defeat in pen.mind.defeats if defeat.attacked == id and defeat.attacker in pen.mind.accepted]
    for kind in (Attacking.UNDERCUT, Attacking.UNDERMINE, Attacking.REBUT):
        of_kind = [defeat for defeat in against if defeat.kind is kind]
        if of_kind:
            of_kind.sort(key=lambda defeat: (pen.is_answer(defeat.attacker), -defeat.attacker_weight, defeat.attacker))
            return (of_kind[0].attacker,), kind
    return (), None


def _loser(pen: Pen, id: str, slot: str) -> str:
    argument = pen.case.arguments[id]
    if pen.is_answer(id):
        return pen.after(pen.fill("Asked about this, counsel for {s} said", argument), id)
    return pen.after(pen.fill(pen.chooser.choose(slot, LOSER), argument), id)


def _why(pen: Pen, by: Sequence[str], kind: Attacking | None, slot: str, part: str) -> str:
    """Why it failed, in plain words."""
    if kind is None:
        return sentence(pen.chooser.choose(slot, DEADLOCK))
    new, given = pen.chooser.choose(slot, THE_REASON[kind])
    back = pen.back(by, part)
    if back:
        return pen.fill(given, back=back)
    attacker = by[0]
    if pen.is_answer(attacker) and attacker not in pen.noted:
        side = pen.case.party(pen.case.arguments[attacker].side).called
        return f"{sentence(new)} {pen.after(f'Counsel for {side} said why', attacker)}"
    pen.adopted_in.setdefault(attacker, part)
    return all_of([pen.after(new, attacker), pen.support(attacker)])


def _standing(pen: Pen, step: Step, on: Scales) -> str:
    """The candid word about what was not answered and yet does not prevail."""
    points = [id for id in on.standing if not pen.is_answer(id)][:2]
    if not points:
        return ""
    level = pen.mind.margin(step.issue) == 0
    end = "no more than what is set against it" if level else "less than what is set against it"
    pool = ("That is not to say that nothing stands on the other side",
            "Candour requires one thing more: not everything on the other side was answered",
            "Something is left standing on the other side")  # fmt: skip
    frame = pen.chooser.choose(f"{pen.opinion.number}.{step.issue}.standing", pool)
    return all_of(
        [
            sentence(frame),
            *(pen.alone(id) for id in points),
            f"{'That weighs' if len(points) == 1 else 'Together they weigh'} {end.replace('it', 'them') if len(points) > 1 else end}.",
        ]
    )


def pairs(pen: Pen, steps: Sequence[Step]) -> str:
    """Questions with their answers, run together in one paragraph."""
    issue: dict[str, Issue] = pen.case.issue
    return all_of(
        f"{question(issue[step.issue].question)} {sentence(issue[step.issue].position(step.position).text)}"
        for step in steps
    )


def question(text: str) -> str:
    """The question as written, ending in its own mark or in a question mark."""
    text = cap(text.strip())
    return text if text.endswith(("?", ".", "!", "…")) else text + "?"
